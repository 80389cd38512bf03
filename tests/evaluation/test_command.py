from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from polgraph import evaluation, extraction as extractor
from polgraph.cli.evaluate import evaluate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from click.testing import Result

    from polgraph.model import Document, Extraction

TEXT = "Ruben Holt accused the Grey Union of theft. The Grey Union sued Holt."
GOLD: dict[str, Any] = {
    "document": "story",
    "entities": [
        {"id": "e1", "type": "Person", "name": "Ruben Holt"},
        {"id": "e2", "type": "Institution", "name": "Grey Union"},
    ],
    "relations": [
        {"s": "e1", "r": "ACCUSED", "o": "e2", "modality": "asserted", "speaker": None, "quote": "accused the Grey"},
        {"s": "e2", "r": "PROSECUTED", "o": "e1", "modality": "asserted", "speaker": None, "quote": "sued Holt"},
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(TEXT, "utf8")
    (tmp_path / "story.json").write_text(json.dumps(GOLD), "utf8")
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, extraction: Callable[..., Extraction]) -> list[bool]:
    """Let extraction find one row of two, whatever the text; collects whether collectives were asked for."""
    seen: list[bool] = []

    def extract_all(documents: Iterable[Document], *, workers: int = 1, collectives: bool) -> Iterator[Extraction]:
        assert workers == 1
        seen.append(collectives)
        return (extraction(("Ruben Holt", "ACCUSED", "Grey Union", {"rule": "verb:accuse"})) for _ in documents)

    monkeypatch.setattr(extractor, "extract_all", extract_all)
    return seen


def run(*arguments: object) -> Result:
    return CliRunner().invoke(evaluate, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.mark.usefixtures("asked")
def test_every_measure_is_a_row(folder: Path) -> None:
    rows = {row["measure"]: row for row in json.loads(run(folder, "--format", "json").stdout)}
    assert rows["all strict"] == {"measure": "all strict", "P": 1, "R": 0.5, "F1": 0.667, "gold": 2, "predicted": 1}
    assert rows["modality right"]["value"] == 1


@pytest.mark.usefixtures("asked")
def test_the_strict_measure_can_be_broken_down(folder: Path) -> None:
    [row] = json.loads(run(folder, "--per", "rule", "--format", "json").stdout)
    assert row == {"rule": "verb:accuse", "P": 1, "R": 0.5, "F1": 0.667, "right": 1, "gold": 2, "predicted": 1}


@pytest.mark.usefixtures("asked")
def test_errors_come_with_their_sentences(folder: Path) -> None:
    [row] = json.loads(run(folder, "--errors", "--format", "json").stdout)
    assert (row["kind"], row["relation"], row["sentence"]) == (
        "missing",
        "PROSECUTED",
        "The Grey Union sued Holt.",
    )


@pytest.mark.usefixtures("asked")
def test_a_measure_below_its_floor_fails_and_is_named_after_the_report(folder: Path) -> None:
    floors = folder / "floors.yaml"
    floors.write_text("all strict P: 0.9\nall strict R: 0.6\n", "utf8")
    result = run(folder, "--floor", floors)
    assert result.exit_code == 1
    assert "all strict" in result.stdout
    assert "1 of 2 measures fell below" in result.stderr
    assert result.stderr.rstrip().endswith("all strict R 0.500 < 0.600")


@pytest.mark.usefixtures("asked")
def test_floors_that_hold_let_it_pass(folder: Path) -> None:
    floors = folder / "floors.yaml"
    floors.write_text("all strict R: 0.5\n", "utf8")
    assert run(folder, "--floor", floors).exit_code == 0


def test_groups_without_a_name_are_extracted_from_articles_where_asked_for(folder: Path, asked: list[bool]) -> None:
    run(folder)
    run(folder, "--collectives")
    assert asked == [False, True]


def test_event_records_are_asked_with_groups(tmp_path: Path, asked: list[bool]) -> None:
    record = {"id": "1", "text": "x", "source": "a", "target": "b", "plover": "AID"}
    (tmp_path / "events.jsonl").write_text(json.dumps(record), "utf8")
    result = run(tmp_path / "events.jsonl", "--format", "jsonl")
    assert [json.loads(line)["measure"] for line in result.stdout.splitlines()] == [
        *("texts", "texts with a claim", "class", "dyad", "event")
    ]
    assert asked == [True]


@pytest.mark.usefixtures("asked")
def test_a_breakdown_of_what_is_not_annotated_finds_nothing(tmp_path: Path) -> None:
    record = {"id": "1", "text": "x", "source": "a", "target": "b", "plover": "AID"}
    (tmp_path / "events.jsonl").write_text(json.dumps(record), "utf8")
    assert run(tmp_path / "events.jsonl", "--per", "rule").exit_code == 3


def test_two_questions_at_once_are_wrong_usage(folder: Path) -> None:
    assert run(folder, "--per", "rule", "--errors").exit_code == 2


def test_the_extractor_itself_is_measured(folder: Path) -> None:
    figures = evaluation.measures(evaluation.evaluate(folder))
    assert figures["articles"] == 1
    assert 0 <= figures["all strict F1"] <= 1
