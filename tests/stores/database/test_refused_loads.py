"""A load that the database refuses or puts off: told with how far it came, waited for, or sent in smaller parts."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from neo4j import ManagedTransaction
from neo4j.exceptions import Neo4jError

from neo4j_contents import CASE, contents, execute, expected, made
from polgraph.errors import StoreError
from polgraph.stores import load as load_module
from polgraph.stores.connection import open_connection
from polgraph.stores.credentials import find_credentials
from polgraph.stores.load import load
from polgraph.stores.neo4j import Neo4jStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from polgraph.stores.connection import Connection
    from polgraph.stores.credentials import Credentials


SCRIPT = Path(__file__).parents[3] / "scripts" / "neo4j"


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
def test_what_does_not_pass_is_told_with_how_far_it_came(
    credentials: Credentials, connection: Connection, code: str, says: str,
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
def test_a_leader_switch_is_waited_for(
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
) -> None:
    graph = made(("ada", "ACCUSED", "bo"))
    _fail(monkeypatch, code, times=1)
    load(connection, graph, CASE)
    assert contents(connection) == expected(graph)


def test_a_transaction_that_is_too_large_is_halved(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_a_constraint_that_contradicts_ours_is_named(connection: Connection) -> None:
    execute(connection, "CREATE CONSTRAINT theirs FOR (e:Entity) REQUIRE e.description IS UNIQUE")
    try:
        graph = made(("ada", "ACCUSED", "bo"))
        for name in ("person:ada", "person:bo"):
            graph.nodes[name]["description"] = "a minister"
        with pytest.raises(StoreError, match="holds data or a constraint that contradicts polgraph's"):
            load(connection, graph, CASE)
    finally:
        execute(connection, "DROP CONSTRAINT theirs")


def test_an_index_in_the_place_of_a_constraint_of_ours_is_named(connection: Connection) -> None:
    execute(connection, "DROP CONSTRAINT polgraph_document_id")
    execute(connection, "CREATE INDEX theirs FOR (d:Document) ON (d.id)")
    execute(connection, "MATCH (s:PolgraphSchema {file: 'V0001__ids'}) DELETE s")
    try:
        with pytest.raises(StoreError, match="an index or a constraint that stands in the way"):
            load(connection, made(("ada", "ACCUSED", "bo")), CASE)
    finally:
        execute(connection, "DROP INDEX theirs")
    load(connection, made(("ada", "ACCUSED", "bo")), CASE)
    assert connection.read("SHOW CONSTRAINTS YIELD name WHERE name = 'polgraph_document_id'").rows


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "neo4j"
    _script(tmp_path / "neo4j", "stop")


def test_small_memory_then_read_only(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
