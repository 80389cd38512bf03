"""The annotation of the seed articles keeps the rules it is written by, so that a score against it means something."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from polgraph.ontology import ENTITY_TYPES, RELATIONS

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "seeds").glob("*.md"))
ANNOTATIONS = sorted((ROOT / "tests" / "gold" / "seeds").glob("*.json"))

annotated = pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)


def annotation(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text("utf8"))
    return gold


def article(stem: str) -> tuple[dict[str, str], str]:
    """Front matter and body of a seed article."""
    _, front, body = (ROOT / "seeds" / f"{stem}.md").read_text("utf8").split("---\n", 2)
    return dict(line.split(": ", 1) for line in front.splitlines()), body


def test_every_seed_article_is_annotated_and_nothing_else() -> None:
    assert [path.stem for path in ARTICLES] == [path.stem for path in ANNOTATIONS]


@annotated
def test_front_matter_is_complete_and_agrees_on_the_date(path: Path) -> None:
    front, _ = article(path.stem)
    gold = annotation(path)
    assert list(front) == ["title", "date", "publisher", "url"]
    assert gold["document"] == path.stem
    assert gold["date"] == front["date"]


@annotated
def test_names_and_aliases_stand_in_the_article(path: Path) -> None:
    _, body = article(path.stem)
    entities = annotation(path)["entities"]
    assert len({entity["id"] for entity in entities}) == len(entities)
    for entity in entities:
        assert entity["type"] in ENTITY_TYPES
        assert [name for name in [entity["name"], *entity["aliases"]] if name not in body] == []


@annotated
def test_relations_are_known_and_quoted_word_for_word(path: Path) -> None:
    _, body = article(path.stem)
    gold = annotation(path)
    types = {entity["id"]: entity["type"] for entity in gold["entities"]}
    for row in gold["relations"]:
        relation = RELATIONS[row["r"]]
        assert relation.allows(types[row["s"]], types[row["o"]]), row
        assert row["modality"] in {"asserted", "possible", "planned", "negated"}, row
        assert row["speaker"] is None or row["speaker"] in types, row
        assert row["quote"] in body, row
        assert set(row) - {"s", "r", "o", "modality", "speaker", "quote"} <= set(relation.properties), row


@annotated
def test_a_relation_is_written_once(path: Path) -> None:
    rows = annotation(path)["relations"]
    ends = [sorted([row["s"], row["o"]]) if RELATIONS[row["r"]].symmetric else [row["s"], row["o"]] for row in rows]
    keys = [(row["r"], *pair, row["modality"], row["speaker"]) for row, pair in zip(rows, ends, strict=True)]
    assert len(set(keys)) == len(keys)


def test_the_seeds_show_every_relation_type() -> None:
    shown = {row["r"] for path in ANNOTATIONS for row in annotation(path)["relations"]}
    assert set(RELATIONS) - shown == set()
