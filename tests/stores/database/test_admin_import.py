"""What `polgraph export neo4j-admin` writes is what `neo4j-admin database import full` takes, and `load` completes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from neo4j_contents import CASE, contents, expected, made
from polgraph.errors import ViewError
from polgraph.exports.neo4j_admin import write
from polgraph.stores.connection import open_connection
from polgraph.stores.credentials import find_credentials
from polgraph.stores.load import load

if TYPE_CHECKING:
    import networkx as nx


SCRIPT = Path(__file__).parents[3] / "scripts" / "neo4j"
HOSTILE = 'a "quoted"; name,\nwith lines\tand \\ backslashes \u2028 and \U0001f600'


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    """A graph with everything that CSV can spoil."""
    graph = made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy"), title=HOSTILE, former=False, kin="")
    graph.nodes["person:ada"].update({"aliases": [HOSTILE, "A; B"], "description": "", "collective": True})
    graph.nodes["person:bo"]["aliases"] = []
    return graph


def test_the_import_tool_takes_it_and_a_load_completes_it(
    graph: nx.MultiDiGraph,
    tmp_path: Path,
) -> None:
    write(graph, tmp_path / "files")
    home = tmp_path / "home"
    script(home, "admin", "database", "import", "full", "@import.args", "neo4j", folder=tmp_path / "files")
    credentials = script(home, "start")
    try:
        with open_connection(find_credentials(env_file=Path(credentials), environment={})) as connection:
            # of what the import brought only the node with an empty list is written again
            assert load(connection, graph, CASE).counts() == {
                "entities": {"written": 1, "removed": 0},
                "documents": {"written": 0, "removed": 0},
                "claims": {"written": 0, "removed": 0},
                "mentions": {"written": 0, "removed": 0},
            }
            assert contents(connection) == expected(graph)
    finally:
        script(home, "stop")


def test_a_folder_that_holds_something_is_not_written_into(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", "utf8")
    with pytest.raises(ViewError, match="is there already: name a new folder"):
        write(graph, tmp_path)


def script(home: Path, *arguments: str, folder: Path | None = None) -> str:
    command = [sys.executable, str(SCRIPT), "--home", str(home), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()
