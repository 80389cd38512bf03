from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]
    Write = Callable[[str, str | bytes], Path]


@pytest.fixture(autouse=True)
def _case(run: Run, write: Write, quick_parser: None) -> None:  # noqa: ARG001  before the first run
    write("a.txt", "| Dmitry Novikov | MET_WITH | Dmitry Peskov |\n| Jane Okafor | MET_WITH | Dmitry Peskov |\n")
    write("b.txt", "| J. Okafor | URGED | Dmitry Peskov |\n")
    assert run("ingest", ".").exit_code == 0


def _rows(run: Run, *arguments: str) -> list[dict[str, Any]]:
    result = run("entities", *arguments, "--format", "json")
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def test_entities_are_listed_the_most_mentioned_first(run: Run) -> None:
    first, *_ = rows = _rows(run, "list")
    assert len(rows) == 4
    assert first == {
        "id": "person:dmitry-peskov",
        "type": "Person",
        "name": "Dmitry Peskov",
        "aliases": [],
        "country": None,
        "mentions": 3,
        "documents": 2,
        "claims": 3,
    }


def test_the_list_can_be_narrowed(run: Run) -> None:
    assert [row["name"] for row in _rows(run, "list", "--like", "OKAFOR")] == ["J. Okafor", "Jane Okafor"]
    assert len(_rows(run, "list", "--limit", "1")) == 1
    result = run("entities", "list", "--type", "Nation")
    assert (result.exit_code, result.stderr) == (3, "polgraph: polgraph.db: no such entity in it\n")


def test_a_merge_is_made_by_name_logged_and_taken_back(run: Run) -> None:
    result = run("entities", "merge", "jane", "j. okafor", "--why", "same office", "--who", "nell")
    assert result.exit_code == 0
    assert result.stderr == (
        "decision 1: person:j.-okafor is person:jane-okafor; take it back with `polgraph entities undo 1`\n"
    )
    [okafor] = _rows(run, "list", "--like", "okafor")
    assert okafor["aliases"] == ["J. Okafor"]
    [decision] = _rows(run, "decisions")
    assert (decision["kind"], decision["who"], decision["why"], decision["undone"]) == (
        "merge", "nell", "same office", False,
    )  # fmt: skip
    assert run("entities", "undo").stderr.startswith("decision 1 is taken back: merge person:jane-okafor")
    assert len(_rows(run, "list", "--like", "okafor")) == 2
    assert _rows(run, "decisions")[0]["undone"] is True


def test_a_split_and_a_new_name(run: Run) -> None:
    assert run("entities", "split", "peskov", "b.txt", "--name", "D. Peskov").exit_code == 0
    assert {row["name"]: row["documents"] for row in _rows(run, "list", "--like", "peskov")} == {
        "Dmitry Peskov": 1,
        "D. Peskov": 1,
    }
    assert run("entities", "rename", "novikov", "D. Novikov").exit_code == 0
    [novikov] = _rows(run, "list", "--like", "novikov")
    assert (novikov["id"], novikov["name"]) == ("person:dmitry-novikov", "D. Novikov")


def test_an_ambiguous_name_is_one_line_with_the_candidates(run: Run) -> None:
    result = run("entities", "rename", "Dmitry", "Dima")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Dmitry Novikov (person:dmitry-novikov)" in result.stderr
    assert "Dmitry Peskov (person:dmitry-peskov)" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_wrong_name_among_several_merges_none(run: Run) -> None:
    result = run("entities", "merge", "jane", "j. okafor", "nobody")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert run("entities", "decisions").exit_code == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["merge", "jane", "jane okafor"], "name two"),
        (["split", "jane", "b.txt"], "it stands in a.txt"),
        (["split", "jane", "a.txt"], "nothing would be left"),
        (["rename", "jane", " "], "not empty"),
        (["undo"], "no decision to take back"),
        (["undo", "7"], "no decision 7"),
    ],
)
def test_a_decision_that_cannot_be_is_one_line(run: Run, arguments: list[str], message: str) -> None:
    result = run("entities", *arguments)
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_suggestions_come_with_reasons_and_are_not_repeated_once_refused(run: Run) -> None:
    [suggestion] = _rows(run, "suggest")
    assert suggestion == {
        "score": 0.75,
        "keep": "person:jane-okafor",
        "keep_name": "Jane Okafor",
        "other": "person:j.-okafor",
        "other_name": "J. Okafor",
        "reasons": ["an initial for the first name", "both near Dmitry Peskov"],
    }
    run("entities", "merge", suggestion["keep"], suggestion["other"])
    run("entities", "undo")
    assert run("entities", "suggest").exit_code == 3
