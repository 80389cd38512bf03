from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from polgraph.errors import GoldError, ReadingError
from polgraph.evaluation.reading import EventSet, read_articles, read_records

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ada Nwosu accused the Grey Union.\nShe said: “Thieves.”\n"
GOLD: dict[str, Any] = {
    "document": "story",
    "date": "2031-05-02",
    "entities": [
        {"id": "e1", "type": "Person", "name": "Ada Nwosu", "aliases": ["She"]},
        {"id": "e2", "type": "Institution", "name": "Grey Union"},
    ],
    "relations": [
        {"s": "e1", "r": "ACCUSED", "o": "e2", "modality": "asserted", "speaker": None, "quote": "accused the Grey"}
    ],
}
LAYERS: dict[str, Any] = {
    "mentions": [{"start": 0, "end": 9, "text": "Ada Nwosu", "entity": "e1", "form": "name"}],
    "attributions": [{"source": [{"start": 34, "end": 37}], "cue": [], "content": [{"start": 44, "end": 54}]}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(TEXT, "utf8")
    (tmp_path / "story.json").write_text(json.dumps(GOLD), "utf8")
    return tmp_path


def test_an_annotated_article_is_a_json_file_beside_its_text(folder: Path) -> None:
    [article] = read_articles(folder)
    assert article.document.id == "story.txt"
    assert article.document.published == date(2031, 5, 2)
    assert article.relations is not None
    [row] = article.relations
    assert (row.subject, row.relation, row.object, row.speaker) == ("e1", "ACCUSED", "e2", None)
    assert row.place == (10, 26)


def test_layers_that_were_not_annotated_are_absent_not_empty(folder: Path) -> None:
    [article] = read_articles(folder)
    assert article.mentions is None
    assert article.attributions is None


def test_mentions_and_attributions_are_read_where_they_are(folder: Path) -> None:
    (folder / "story.json").write_text(json.dumps(GOLD | LAYERS), "utf8")
    [article] = read_articles(folder)
    assert article.mentions is not None
    assert article.attributions is not None
    assert [(mention.start, mention.end, mention.entity) for mention in article.mentions] == [(0, 9, "e1")]
    assert [(said.source, said.content) for said in article.attributions] == [(((34, 37),), ((44, 54),))]


def test_texts_may_be_markdown_in_a_folder_of_their_own(folder: Path) -> None:
    elsewhere = folder / "texts"
    elsewhere.mkdir()
    (folder / "story.txt").unlink()
    (elsewhere / "story.md").write_text(f"---\ntitle: Thieves\n---\n\n{TEXT}", "utf8")
    [article] = read_articles(folder, elsewhere)
    assert article.document.title == "Thieves"
    assert article.relations is not None
    [row] = article.relations
    assert row.place is not None
    assert article.document.text[slice(*row.place)] == "accused the Grey"


def test_an_article_without_its_text_says_where_to_put_it(folder: Path) -> None:
    (folder / "story.txt").unlink()
    with pytest.raises(GoldError, match=r"no story\.txt or story\.md in .*--texts"):
        read_articles(folder)


def test_a_folder_without_annotation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no NAME\.json in this folder"):
        read_articles(tmp_path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"entities": None}, r'"entities" is null: it should be a list of objects'),
        (
            {"entities": [{"id": "e1", "type": "Ship", "name": "x"}]},
            r'entities\[0\]: "type" is "Ship": it should be one',
        ),
        ({"date": "May"}, r'"date" is "May": it should be a day'),
        (
            {"relations": [GOLD["relations"][0] | {"r": "LIKED"}]},
            r'relations\[0\]: "r" is "LIKED": it should be one of',
        ),
        ({"relations": [GOLD["relations"][0] | {"o": "e9"}]}, r'"o" is "e9": it should be an entity of the article'),
        ({"relations": [GOLD["relations"][0] | {"speaker": 3}]}, r'"speaker" is 3: it should be text'),
        ({"relations": [GOLD["relations"][0] | {"modality": "sure"}]}, r'"modality" is "sure": it should be one of'),
        ({"mentions": [{"start": 0, "end": 999, "entity": "e1", "form": "name"}]}, "0:999 is no place in a text of"),
        ({"mentions": [{"start": "0", "end": 9}]}, r'"start" is "0": it should be a whole number'),
    ],
)
def test_what_is_wrong_is_named_with_file_and_field(folder: Path, change: dict[str, Any], message: str) -> None:
    (folder / "story.json").write_text(json.dumps(GOLD | change), "utf8")
    with pytest.raises(GoldError, match=rf"story\.json.*{message}"):
        read_articles(folder)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe{", b"[" * 100_000])
def test_a_file_that_is_no_annotation_is_refused(folder: Path, content: bytes) -> None:
    (folder / "story.json").write_bytes(content)
    with pytest.raises(GoldError, match=r"story\.json: is (no|UTF-16)"):
        read_articles(folder)


def lines(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf8")
    return path


def test_attributions_make_a_set_of_quotes(tmp_path: Path) -> None:
    path = lines(tmp_path / "q.jsonl", {"id": "a", "text": TEXT, "date": "2031-05-02", **LAYERS})
    articles = read_records(path)
    assert isinstance(articles, list)
    assert articles[0].relations is None
    assert articles[0].attributions is not None
    assert articles[0].document.published == date(2031, 5, 2)


def test_event_classes_make_a_set_of_events(tmp_path: Path) -> None:
    event = {"id": "a", "text": "x", "source": "a", "target": "b", "plover": "AID"}
    events = read_records(lines(tmp_path / "e.jsonl", event))
    assert isinstance(events, EventSet)
    assert (events.records[0].plover, events.documents[0].id) == ("AID", "a")


def test_a_record_that_cannot_be_read_is_told_and_the_others_stay(tmp_path: Path) -> None:
    event = {"id": "a", "text": "x", "source": "a", "target": "b", "plover": "AID"}
    told: list[ReadingError] = []
    events = read_records(lines(tmp_path / "e.jsonl", event, event | {"id": "b", "text": " "}), told.append)
    assert isinstance(events, EventSet)
    assert [document.id for document in events.documents] == ["a"]
    assert len(told) == 1


@pytest.mark.parametrize(("records", "message"), [([], "is empty"), ([{"id": "a", "text": "x"}], "neither")])
def test_records_of_no_known_kind_are_refused(tmp_path: Path, records: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(GoldError, match=message):
        read_records(lines(tmp_path / "x.jsonl", *records))
