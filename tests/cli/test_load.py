"""`polgraph load`, `ingest --load` and `--on neo4j`, against the tests' own server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polgraph.stores.connection import open_connection
from polgraph.stores.credentials import find_credentials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

    from polgraph.stores.connection import Connection

    Run = Callable[..., Result]
    Write = Callable[[str, str | bytes], Path]

pytestmark = pytest.mark.usefixtures("quick_parser")

MET = "| Ana Varo | MET_WITH | Ben Tallin |\n"
FEUD = "| Ana Varo | FEUDS_WITH | Ben Tallin |\n"


@pytest.fixture(scope="module")
def connection(neo4j_credentials: Path) -> Iterator[Connection]:
    with open_connection(find_credentials(env_file=neo4j_credentials, environment={})) as opened:
        yield opened


@pytest.fixture
def at(neo4j_credentials: Path, connection: Connection) -> tuple[str, str]:
    """The options that name the tests' server, whose database is emptied first."""
    connection.write(lambda tx: tx.run("MATCH (n) WHERE NOT n:PolgraphSchema DETACH DELETE n").consume())
    return "--env-file", str(neo4j_credentials)


@pytest.fixture
def case(quick_parser: None, run: Run, write: Write) -> None:  # noqa: ARG001  it reads with that parser
    """A case of two articles in the working directory."""
    write("a.txt", MET)
    write("b.txt", FEUD)
    run("ingest", "a.txt", "b.txt")


@pytest.mark.usefixtures("case")
def test_it_says_what_it_wrote_and_the_second_time_that_there_is_nothing(run: Run, at: tuple[str, str]) -> None:
    first = run("load", *at)
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr.endswith(
        "(database neo4j): 2 entities written, 2 documents written, 2 claims written, 4 mentions written\n"
    )
    assert run("load", *at).stderr.endswith("nothing to write, it is up to date\n")


@pytest.mark.usefixtures("case")
def test_a_dry_run_writes_nothing(run: Run, at: tuple[str, str], connection: Connection) -> None:
    result = run("load", "--dry-run", *at)
    assert "load: 2 entities written, 2 documents written, 2 claims written, 4 mentions written" in result.stdout
    assert connection.read("MATCH (n) WHERE NOT n:PolgraphSchema RETURN count(n) AS n").rows == [(0,)]


@pytest.mark.usefixtures("case")
def test_a_wipe_asks_first(run: Run, at: tuple[str, str], connection: Connection) -> None:
    run("load", *at)
    result = run("load", "--wipe", *at, stdin=b"n\n")
    assert "Remove all that polgraph loaded into bolt://" in result.stderr
    assert result.exit_code == 130
    assert connection.read("MATCH (e:Entity) RETURN count(e) AS n").rows == [(2,)]
    assert run("load", "--wipe", "--yes", *at).exit_code == 0
    assert connection.read("MATCH (e:Entity) RETURN count(e) AS n").rows == [(2,)]


@pytest.mark.usefixtures("case")
def test_another_case_is_refused_until_a_wipe(run: Run, write: Write, at: tuple[str, str]) -> None:
    run("load", *at)
    write("c.txt", MET)
    run("ingest", "c.txt", "--case", "other.db")
    refused = run("load", "--case", "other.db", *at)
    assert refused.exit_code == 1
    assert "holds another case, polgraph.db: it has 2 documents that other.db lacks" in refused.stderr
    assert run("load", "--case", "other.db", "--wipe", "--yes", *at).exit_code == 0


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    "question",
    [
        ("cypher", "MATCH (a:Person)-[r]->(b:Person) RETURN a.name AS a, type(r) AS r, b.name AS b ORDER BY r"),
        ("query", "neighbourhood", "--entity", "Ana Varo"),
        ("path", "Ana Varo", "Ben Tallin"),
        ("around", "Ben Tallin"),
        ("why", "Ana Varo", "Ben Tallin"),
        ("show", "Ana Varo"),
    ],
)
def test_neo4j_answers_what_memory_answers(run: Run, at: tuple[str, str], question: tuple[str, ...]) -> None:
    run("load", *at)
    asked = run(*question, "--on", "neo4j", *at, "--format", "json")
    assert (asked.exit_code, asked.stderr) == (0, "")
    assert asked.stdout == run(*question, "--format", "json").stdout


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("on", ["memory", "neo4j"])
def test_the_id_of_a_merged_entity_still_finds_it(run: Run, write: Write, at: tuple[str, str], on: str) -> None:
    write("c.txt", "| Anna Varo | URGED | Ben Tallin |\n")
    run("ingest", "c.txt")
    run("load", *at)
    run("entities", "merge", "person:ana-varo", "person:anna-varo")
    run("load", *at)
    for question in (("show",), ("around",), ("query", "neighbourhood", "--entity")):
        by_old, by_new = (
            run(*question, identity, "--on", on, *at, "--format", "json")
            for identity in ("person:anna-varo", "person:ana-varo")
        )
        assert (by_old.exit_code, by_old.stderr) == (0, "")
        assert by_old.stdout == by_new.stdout


def test_a_question_to_an_empty_database_says_so(run: Run, at: tuple[str, str]) -> None:
    result = run("cypher", "MATCH (n:Entity) RETURN n.id AS id ORDER BY id", "--on", "neo4j", *at)
    assert "no case has been loaded into" in result.stderr
    assert result.exit_code == 3


def test_ingest_loads_as_well(run: Run, write: Write, at: tuple[str, str], connection: Connection) -> None:
    write("a.txt", MET)
    result = run("ingest", "a.txt", "--load", *at)
    assert result.exit_code == 0
    assert connection.read("MATCH ()-[r:MET_WITH]->() RETURN count(r) AS n").rows == [(1,)]


def test_ingest_with_a_database_that_is_not_there_reads_nothing(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", MET)
    write("n.env", "NEO4J_URI=bolt://127.0.0.1:1\nNEO4J_PASSWORD=x\n")
    result = run("ingest", "a.txt", "--load", "--env-file", "n.env")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no Neo4j answers at bolt://127.0.0.1:1" in result.stderr
    assert not (tmp_path / "polgraph.db").exists()


@pytest.mark.usefixtures("case")
def test_the_password_may_come_from_the_environment(
    run: Run, at: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for line in Path(at[1]).read_text("utf8").splitlines():
        monkeypatch.setenv(*line.split("=", 1))
    assert run("load").exit_code == 0


class TestTheSecret:
    """A password is in no help, no error, no log and no list of processes."""

    def test_no_command_takes_a_password(self, run: Run) -> None:
        result = run("load", "--password", "x")
        assert result.exit_code == 2

    @pytest.mark.parametrize("command", ["load", "query", "cypher", "ingest"])
    def test_help_shows_no_value_of_the_environment(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, command: str
    ) -> None:
        for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
            monkeypatch.setenv(name, "shown-nowhere")
        assert "shown-nowhere" not in run(command, "--help").output

    @pytest.mark.usefixtures("case")
    def test_a_wrong_password_is_not_repeated_even_with_a_traceback(self, neo4j_credentials: Path) -> None:
        wrong = neo4j_credentials.read_text("utf8").replace("NEO4J_PASSWORD=", "NEO4J_PASSWORD=wrong-")
        secret = next(line for line in wrong.splitlines() if "PASSWORD" in line).partition("=")[2]
        Path("wrong.env").write_text(wrong, "utf8")
        done = subprocess.run(
            [sys.executable, "-X", "dev", "-m", "polgraph", "load", "--env-file", "wrong.env"],
            env={"POLGRAPH_TRACEBACK": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        assert "refuses the user neo4j or the password" in done.stderr
        assert secret not in done.stdout + done.stderr
