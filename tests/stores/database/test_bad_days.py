"""What can go wrong with a database: each a clear line that says what to do; what is half written is noticed."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from neo4j import ManagedTransaction
from neo4j.exceptions import Neo4jError

from polgraph.errors import BadParameter, QueryError, RefusedQuery, StoreError
from polgraph.stores import load as load_module
from polgraph.stores.connection import open_connection
from polgraph.stores.credentials import Credentials, find_credentials
from polgraph.stores.load import load
from polgraph.stores.neo4j import Neo4jStore, connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import networkx as nx

    from polgraph.stores.connection import Connection

    Contents = tuple[dict[str, Any], dict[str, Any]]
    Read = Callable[[Connection], Contents]
    Expect = Callable[[nx.MultiDiGraph], Contents]
    Make = Callable[..., nx.MultiDiGraph]

CASE = Path("harbour.db")
SCRIPT = Path(__file__).parents[3] / "scripts" / "neo4j"
NOBODY = "127.0.0.1:1"  # a port that no server uses


class TestConnecting:
    """The first question to a database."""

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            (
                {"uri": f"bolt://{NOBODY}"},
                r"no Neo4j answers at bolt://127\.0\.0\.1:1 \(connection refused\): start it",
            ),
            ({"uri": f"neo4j://{NOBODY}"}, r"no Neo4j answers at neo4j://"),
            ({"uri": "bolt://nowhere.invalid"}, "no Neo4j answers at"),
            ({"password": "not-the-password"}, "refuses the user neo4j or the password: check NEO4J_USERNAME"),
            ({"user": "nobody"}, "refuses the user nobody or the password"),
            ({"database": "missing"}, r"no such database at .*\(database missing\): name another one with --database"),
        ],
    )
    def test_each_obstacle_has_its_message(self, credentials: Credentials, change: dict[str, str], says: str) -> None:
        with pytest.raises(StoreError, match=says) as caught:
            connect(replace(credentials, **change))
        assert credentials.password not in str(caught.value)
        assert "not-the-password" not in str(caught.value)
        assert "\n" not in str(caught.value)

    def test_the_port_of_the_browser_is_told_apart(self, neo4j_credentials: Path, credentials: Credentials) -> None:
        lines = dict(line.split("=", 1) for line in neo4j_credentials.read_text("utf8").splitlines())
        port = lines["NEO4J_BROWSER"].split(":")[2].split("/")[0]
        with pytest.raises(StoreError, match="name the Bolt port, usually 7687"):
            connect(replace(credentials, uri=f"bolt://127.0.0.1:{port}"))

    def test_encryption_that_the_server_does_not_have(self, credentials: Credentials) -> None:
        with pytest.raises(StoreError, match=r"no encrypted connection .* write neo4j:// or bolt://"):
            connect(replace(credentials, uri=credentials.uri.replace("bolt:", "bolt+s:")))

    def test_a_server_that_speaks_no_version_of_ours(self, credentials: Credentials) -> None:
        with _refusing_server() as port, pytest.raises(StoreError, match=r"is too old, .* needs Neo4j 5\.13 or newer"):
            connect(replace(credentials, uri=f"bolt://127.0.0.1:{port}"))

    def test_a_server_that_is_too_old(self, credentials: Credentials, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("polgraph.stores.connection.OLDEST", (99, 0))
        with pytest.raises(StoreError, match=r"runs Neo4j/5\.26\.\d+, and polgraph needs Neo4j 99\.0 or newer"):
            connect(credentials)


class TestAsking:
    """A query that cannot be answered."""

    def test_a_write_is_refused_before_it_is_sent(self, connection: Connection) -> None:
        with pytest.raises(RefusedQuery):
            Neo4jStore(connection).run("CREATE (n)", {})

    def test_a_write_is_refused_by_the_server(self, connection: Connection) -> None:
        with pytest.raises(RefusedQuery, match="only read"):
            connection.read("CREATE (n) RETURN n")

    def test_a_query_that_takes_too_long_ends(self, connection: Connection) -> None:
        endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS total"
        with pytest.raises(StoreError, match=r"no answer within 0\.2 seconds allowed"):
            connection.read(endless, timeout=0.2)

    def test_a_missing_parameter_is_named(self, connection: Connection) -> None:
        with pytest.raises(BadParameter, match=r"who: give it with --param"):
            connection.read("RETURN $who AS who")

    @pytest.mark.parametrize("value", [object(), 2**80, "\ud800"])
    def test_a_parameter_that_cannot_be_passed(self, connection: Connection, value: object) -> None:
        with pytest.raises(BadParameter, match="cannot be passed"):
            connection.read("RETURN $it AS it", {"it": value})

    def test_an_unknown_function(self, connection: Connection) -> None:
        with pytest.raises(QueryError, match="Unknown function"):
            connection.read("RETURN nonsense(1) AS x")


class TestLoading:
    """A load that meets with difficulties."""

    @pytest.mark.parametrize(
        ("code", "says"),
        [
            ("Neo.ClientError.Security.Forbidden", "has no permission .* `polgraph load` needs publisher"),
            ("Neo.ClientError.Cluster.NotALeader", "takes no writes: it is a read-only replica"),
            ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "takes no writes"),
            ("Neo.TransientError.Transaction.DeadlockDetected", "others write to .* run the command again"),
            ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "too little memory even for a small transaction"),
            ("Neo.DatabaseError.General.UnknownError", "look into the server's log"),
        ],
    )
    def test_what_does_not_pass_is_told_with_how_far_it_came(  # noqa: PLR0913, PLR0917  fixtures
        self, credentials: Credentials, connection: Connection, made: Make, code: str, says: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        del connection  # the database is empty
        with open_connection(credentials, patience=0) as impatient:
            _fail(monkeypatch, code, times=10_000, only="ACCUSED")
            with pytest.raises(StoreError, match=says) as caught:
                load(impatient, made(("ada", "ACCUSED", "bo")), CASE)
            assert "3 of 6 rows are loaded; the next `polgraph load` goes on there" in str(caught.value)
            assert "has not ended" in str(Neo4jStore(impatient).warning())

    @pytest.mark.parametrize(
        "code",
        [
            "Neo.ClientError.Cluster.NotALeader",
            "Neo.TransientError.Transaction.DeadlockDetected",
            "Neo.TransientError.Database.DatabaseUnavailable",
        ],
    )
    def test_a_leader_switch_is_waited_for(  # noqa: PLR0913, PLR0917  fixtures
        self,
        connection: Connection,
        made: Make,
        contents: Read,
        expected: Expect,
        monkeypatch: pytest.MonkeyPatch,
        code: str,
    ) -> None:
        graph = made(("ada", "ACCUSED", "bo"))
        _fail(monkeypatch, code, times=1)
        load(connection, graph, CASE)
        assert contents(connection) == expected(graph)

    def test_a_transaction_that_is_too_large_is_halved(
        self, connection: Connection, made: Make, contents: Read, expected: Expect, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        graph = made(*((f"p{number}", "ACCUSED", f"p{number + 1}") for number in range(20)))
        sizes: list[int] = []
        run = ManagedTransaction.run

        def measured(self: ManagedTransaction, query: str, *given: Any, **named: Any) -> Any:  # noqa: ANN401
            rows = (given[0] if given else named).get("rows", [])
            if len(rows) > 6:
                raise _error("Neo.TransientError.General.MemoryPoolOutOfMemoryError")
            sizes.append(len(rows))
            return run(self, query, *given, **named)

        monkeypatch.setattr(ManagedTransaction, "run", measured)
        load(connection, graph, CASE)
        assert max(sizes) <= 6
        assert contents(connection) == expected(graph)

    def test_a_connection_that_breaks_for_a_moment_does_not_matter(
        self, credentials: Credentials, connection: Connection, made: Make, contents: Read, expected: Expect
    ) -> None:
        graph = made(*((f"p{number}", "ACCUSED", f"p{number + 1}") for number in range(40)))
        with _proxy(credentials) as proxy, open_connection(replace(credentials, uri=proxy.uri)) as through:
            load(through, graph, CASE, batch=8, started=lambda _: proxy.cut_once)
            assert proxy.cuts == 1
        assert contents(connection) == expected(graph)

    def test_a_connection_that_is_lost_is_told_and_the_next_load_goes_on(
        self, credentials: Credentials, connection: Connection, made: Make, contents: Read, expected: Expect
    ) -> None:
        graph = made(*((f"p{number}", "ACCUSED", f"p{number + 1}") for number in range(40)))
        with _proxy(credentials) as proxy, open_connection(replace(credentials, uri=proxy.uri), patience=1) as through:
            says = r"(no Neo4j answers|was lost).*\d+ of \d+ rows are loaded"
            with pytest.raises(StoreError, match=says):
                load(through, graph, CASE, batch=8, started=lambda _: proxy.stop)
        assert "has not ended" in str(Neo4jStore(connection).warning())
        assert len(load(connection, graph, CASE)) > 0
        assert contents(connection) == expected(graph)

    def test_a_constraint_that_contradicts_ours_is_named(self, connection: Connection, made: Make) -> None:
        _run(connection, "CREATE CONSTRAINT theirs FOR (e:Entity) REQUIRE e.description IS UNIQUE")
        try:
            graph = made(("ada", "ACCUSED", "bo"))
            for name in ("person:ada", "person:bo"):
                graph.nodes[name]["description"] = "a minister"
            with pytest.raises(StoreError, match="holds data or a constraint that contradicts polgraph's"):
                load(connection, graph, CASE)
        finally:
            _run(connection, "DROP CONSTRAINT theirs")

    def test_an_index_in_the_place_of_a_constraint_of_ours_is_named(self, connection: Connection, made: Make) -> None:
        _run(connection, "DROP CONSTRAINT polgraph_document_id")
        _run(connection, "CREATE INDEX theirs FOR (d:Document) ON (d.id)")
        _run(connection, "MATCH (s:PolgraphSchema {file: 'V0001__ids'}) DELETE s")
        try:
            with pytest.raises(StoreError, match="an index or a constraint that stands in the way"):
                load(connection, made(("ada", "ACCUSED", "bo")), CASE)
        finally:
            _run(connection, "DROP INDEX theirs")
        load(connection, made(("ada", "ACCUSED", "bo")), CASE)
        assert connection.read("SHOW CONSTRAINTS YIELD name WHERE name = 'polgraph_document_id'").rows


class TestServersWithLimits:
    """The same with servers that really have the limit."""

    @pytest.fixture
    def home(self, tmp_path: Path) -> Iterator[Path]:
        yield tmp_path / "neo4j"
        _script(tmp_path / "neo4j", "stop")

    def test_small_memory_then_read_only(
        self, home: Path, made: Make, contents: Read, expected: Expect, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        graph = made(*((f"p{number}", "ACCUSED", "hub") for number in range(3000)), title="long " * 500)
        with _opened(home, "db.memory.transaction.max=16M") as connection:
            monkeypatch.setattr(load_module, "_BATCH", 5000)
            load(connection, graph, CASE)
            assert contents(connection) == expected(graph)
        _script(home, "stop")
        with _opened(home, "server.databases.read_only=neo4j") as connection:
            assert len(load(connection, graph, CASE)) == 0
            with pytest.raises(StoreError, match="takes no writes: it is a read-only replica or a read-only database"):
                load(connection, made(("ada", "ACCUSED", "bo")), Path(CASE))


class _Proxy:
    """A way to the server that can be cut."""

    def __init__(self, credentials: Credentials) -> None:
        self._target = ("127.0.0.1", int(credentials.uri.rpartition(":")[2]))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_once(self, _rows: int) -> None:
        if not self.cuts:
            self.cut()

    def cut(self) -> None:
        self.cuts += 1
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def stop(self, _rows: int = 0) -> None:
        self._listener.close()
        self.cut()

    def close(self) -> None:
        self.stop()
        for connection in self._open:
            connection.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._target)
                self._open += [client, server]
                for source, sink in ((client, server), (server, client)):
                    threading.Thread(target=_copy, args=(source, sink), daemon=True).start()


def _copy(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


@contextlib.contextmanager
def _proxy(credentials: Credentials) -> Iterator[_Proxy]:
    proxy = _Proxy(credentials)
    try:
        yield proxy
    finally:
        proxy.close()


@contextlib.contextmanager
def _refusing_server() -> Iterator[int]:
    """Answer each Bolt handshake with version 0: none of yours."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def refuse() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    with connection:
                        connection.recv(20)
                        connection.sendall(bytes(4))

        thread = threading.Thread(target=refuse, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


@contextlib.contextmanager
def _opened(home: Path, setting: str) -> Iterator[Connection]:
    credentials = find_credentials(env_file=_script(home, "start", "--setting", setting), environment={})
    with open_connection(credentials, patience=1) as connection:
        yield connection


def _script(home: Path, *arguments: str) -> Path:
    command = [sys.executable, str(SCRIPT), "--home", str(home), *arguments]
    return Path(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())


def _fail(monkeypatch: pytest.MonkeyPatch, code: str, *, times: int, only: str = "UNWIND") -> None:
    """Let the driver raise this error for statements that contain a word."""
    run = ManagedTransaction.run
    left = [times]

    def failing(self: ManagedTransaction, query: str, *given: Any, **named: Any) -> Any:  # noqa: ANN401
        if only in query and left[0]:
            left[0] -= 1
            raise _error(code)
        return run(self, query, *given, **named)

    monkeypatch.setattr(ManagedTransaction, "run", failing)


def _error(code: str) -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message="made by a test")


def _run(connection: Connection, statement: str) -> None:
    connection.write(lambda transaction: transaction.run(statement).consume())
