"""Annotated articles and records from files.

`read_articles` reads a folder: NAME.json beside NAME.txt or NAME.md, or with the texts in a folder of their own.
`read_records` reads JSON lines whose fields tell what they annotate: `attributions` (who says what) or `plover` (the
class of an event between a source and a target).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from polgraph import reading
from polgraph.errors import GoldError
from polgraph.evaluation.articles import parse_article, parse_attributions
from polgraph.evaluation.events import EventRecord, parse_event
from polgraph.evaluation.gold import GoldArticle
from polgraph.evaluation.records import Record, read_lines, read_record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from polgraph.errors import ReadingError
    from polgraph.model import Document

__all__ = ["EventSet", "read_articles", "read_records"]

_SUFFIXES = (".txt", ".md", ".markdown")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSet:
    """Event records, and the documents made of their texts."""

    records: tuple[EventRecord, ...]
    documents: tuple[Document, ...]


def read_articles(folder: Path, texts: Path | None = None) -> list[GoldArticle]:
    """Read the annotated articles of a folder, in the order of their names."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{folder}: no NAME.json in this folder: name one that holds annotated articles")
    return [_read_article(path, texts or folder) for path in paths]


def read_records(path: Path, failed: Callable[[ReadingError], None] | None = None) -> list[GoldArticle] | EventSet:
    """Read a file of records: articles whose attributions are known, or the documents and events of a record set.

    The documents are those that `polgraph extract` would read; failed is called for each that it would pass over.
    """
    records = list(read_lines(path))
    if not records:
        raise GoldError(f"{path}: is empty: there are no annotated records in it")
    documents = list(reading.read(path, failed=failed))
    if "attributions" in records[0]:
        return _quote_set(records, documents)
    if "plover" in records[0]:
        return EventSet(records=tuple(map(parse_event, records)), documents=tuple(documents))
    raise GoldError(f'{path}: the records have neither "attributions" nor "plover": this is no set that can be scored')


def _read_article(path: Path, texts: Path) -> GoldArticle:
    record = read_record(path)
    return parse_article(record, _read_text(path, texts, record))


def _read_text(path: Path, texts: Path, record: Record) -> Document:
    candidates = [texts / f"{path.stem}{suffix}" for suffix in _SUFFIXES]
    text = next((candidate for candidate in candidates if candidate.is_file()), None)
    if text is None:
        raise GoldError(
            f"{path}: no {path.stem}.txt or {path.stem}.md in {texts}: put the text there, "
            "or name the folder of the texts (--texts)"
        )
    day = record.optional_text("date")
    try:
        published = date.fromisoformat(day) if day else None
    except ValueError:
        raise record.fault("date", "a day like 2031-05-02") from None
    [document] = reading.read(text, defaults=reading.Metadata(published=published))
    return document


def _quote_set(records: Sequence[Record], documents: Sequence[Document]) -> list[GoldArticle]:
    by_id = {document.id: document for document in documents}
    return [
        GoldArticle(document=document, attributions=parse_attributions(record, document.text))
        for record in records
        if (document := by_id.get(record.text("id"))) is not None
    ]
