from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from polgraph.errors import ReadingError
from polgraph.reading import Metadata, read, read_stdin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, str | bytes], Path]

_TEXT = "Varo met Tallin."


def _lines(*records: object) -> str:
    return "".join(f"{record if isinstance(record, str) else json.dumps(record)}\n" for record in records)


def test_each_line_is_an_article_with_its_metadata(write: Write) -> None:
    record = {"id": "a", "text": _TEXT, "title": "T", "date": "2024-05-01", "publisher": "P", "url": "u", "extra": [1]}
    path = write("wire.jsonl", _lines(record, "", {"id": 7, "text": _TEXT, "title": None}))
    first, second = read(path, defaults=Metadata(publisher="Default"))
    assert (first.id, first.text, first.body) == ("a", _TEXT, (0, len(_TEXT)))
    assert (first.title, first.published, first.publisher, first.url) == ("T", date(2024, 5, 1), "P", "u")
    assert (second.id, second.title, second.publisher) == ("7", None, "Default")
    assert first.source == f"{path.resolve()}#a"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "x", "text": ', "is no JSON at character"),
        ('["x"]', "is no JSON object"),
        ('{"text": "T"}', 'has no "id"'),
        ('{"id": " ", "text": "T"}', 'has no "id"'),
        ('{"id": "x"}', 'has no "text"'),
        ('{"id": "x", "text": "  "}', 'has no "text"'),
        ('{"id": "x", "text": ["T"]}', '"text" is no text'),
        ('{"id": true, "text": "T"}', '"id" is no text'),
        ('{"id": "x", "text": "T", "date": "soon"}', "“soon” is no date"),
        ('{"id": "x", "text": "\\ud800"}', "half a character"),
        ('{"id": "x", "text": "' + "a" * 5_000_000 + '"}', "is longer than 1,000,000 characters"),
        ('{"id": "x", "text": "' + "a" * 14_000_000 + '"}', "is longer than 1,000,000 characters"),
        ("[" * 100_000, "is no JSON that can be read"),
        ('{"id": ' + "9" * 5000 + "}", "is no JSON that can be read"),
    ],
    ids=lambda value: value[:30],
)
def test_a_broken_line_is_named_by_its_number_and_the_others_are_read(write: Write, line: str, why: str) -> None:
    path = write("wire.jsonl", _lines({"id": "first", "text": _TEXT}, line, {"id": "last", "text": _TEXT}))
    failures: list[ReadingError] = []
    assert [document.id for document in read(path, failed=failures.append)] == ["first", "last"]
    [failure] = failures
    assert str(failure).startswith(f"{path}: line 2: ")
    assert why in str(failure)


def test_a_line_that_is_not_utf8_is_a_broken_line(write: Write) -> None:
    path = write("wire.jsonl", b'{"id": "a", "text": "Jos\xe9"}\n{"id": "b", "text": "T"}\n')
    failures: list[ReadingError] = []
    assert [document.id for document in read(path, failed=failures.append)] == ["b"]
    assert "line 1: is not UTF-8: byte 0xe9" in str(failures[0])


def test_without_a_listener_the_first_broken_line_is_raised(write: Write) -> None:
    with pytest.raises(ReadingError, match="line 1"):
        list(read(write("wire.jsonl", "oops\n")))


def test_a_file_without_lines_is_empty(write: Write) -> None:
    with pytest.raises(ReadingError, match="is empty"):
        list(read(write("wire.jsonl", "\n\n")))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no such file"):
        list(read(tmp_path / "wire.jsonl"))


def test_a_byte_order_mark_before_the_first_record_is_no_fault(write: Write) -> None:
    [document] = read(write("wire.jsonl", '\ufeff{"id": "a", "text": "T"}'))
    assert document.id == "a"


_STRING = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(_STRING.map(lambda text: f"x{text}x"), st.booleans()), max_size=5))
def test_texts_come_back_exactly_however_json_wrote_them(texts: list[tuple[str, bool]]) -> None:
    records: list[dict[str, Any]] = [{"id": str(i), "text": text} for i, (text, _) in enumerate(texts)]
    lines = [
        json.dumps(record, ensure_ascii=ascii_only) for record, (_, ascii_only) in zip(records, texts, strict=True)
    ]
    content = "\n".join(['{"id": "head", "text": "T"}', *lines])
    assert [document.text for document in read_stdin(content.encode())][1:] == [text for text, _ in texts]


def test_records_of_one_id_are_told_apart_by_a_number(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n', "utf8")
    assert [(document.id, document.text) for document in read(path, defaults=Metadata())] == [
        ("a", "One."),
        ("a~2", "Two."),
    ]
