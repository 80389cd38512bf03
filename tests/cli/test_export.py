"""`polgraph export`: rows and graph files."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import networkx as nx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def case(run: Run, write: Callable[[str, str], Path], quick_parser: None) -> None:  # noqa: ARG001  a fixture for its effect
    write("a.txt", "| Ada Brook | ACCUSED | =cmd |\n| Ada Brook | MET_WITH | Eve Finch |\n")
    assert run("ingest", "a.txt").exit_code == 0


def test_jsonl_has_a_claim_a_line(run: Run) -> None:
    rows = [json.loads(line) for line in run("export", "jsonl").stdout.splitlines()]
    assert [(row["subject"], row["relation"], row["object"]) for row in rows] == [
        ("Ada Brook", "ACCUSED", "=cmd"),
        ("Ada Brook", "MET_WITH", "Eve Finch"),
    ]
    assert rows[0]["quote"] == "| Ada Brook | ACCUSED | =cmd |"


def test_csv_is_nothing_a_spreadsheet_runs_unless_asked(run: Run) -> None:
    safe, raw = (list(csv.DictReader(io.StringIO(run("export", "csv", *option).stdout))) for option in ([], ["--raw"]))
    assert (safe[0]["object"], raw[0]["object"]) == ("'=cmd", "=cmd")


@pytest.mark.parametrize(("what", "count"), [("claims", 2), ("entities", 3), ("documents", 1)])
def test_rows_of_claims_entities_and_documents(run: Run, what: str, count: int) -> None:
    assert len(json.loads(run("export", "json", "--what", what).stdout)) == count


@pytest.mark.parametrize(("kind", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_graph_files_can_be_read(run: Run, tmp_path: Path, kind: str, read: Callable[[Path], nx.MultiDiGraph]) -> None:
    assert run("export", kind, "--output", f"x.{kind}").exit_code == 0
    assert len(read(tmp_path / f"x.{kind}")) == 3


def test_options_choose_a_part(run: Run) -> None:
    elements = json.loads(run("export", "cytoscape", "--sign", "friendly").stdout)["elements"]
    assert {node["data"]["name"] for node in elements["nodes"]} == {"Ada Brook", "Eve Finch"}


def test_a_graph_format_has_no_rows_to_choose(run: Run) -> None:
    result = run("export", "gexf", "--what", "entities")
    assert (result.exit_code, "holds the whole graph" in result.stderr) == (2, True)
