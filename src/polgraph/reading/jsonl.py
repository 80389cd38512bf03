"""JSON lines: one article a line, `{"id", "text", "title"?, "date"?, "publisher"?, "url"?}`, other fields ignored.

A line that is broken is reported with its number; the others are read. Of several records with one id the later ones
get a number ("X~2").
"""

from __future__ import annotations

import io
import json
from collections import Counter
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

from polgraph.errors import ReadingError
from polgraph.model import Document
from polgraph.reading.files import MAX_CHARACTERS, decode, source_of, too_long
from polgraph.reading.metadata import Metadata, parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["parse", "read"]

# a character is at most twelve bytes of JSON (an escaped pair); the rest is for the other fields
_MAX_LINE = 12 * MAX_CHARACTERS + 1_000_000


def read(
    path: Path,
    *,
    defaults: Metadata,
    failed: Callable[[ReadingError], None] | None = None,
) -> Iterator[Document]:
    """Read the articles of a file, one line at a time."""
    try:
        with path.open("rb") as lines:
            yield from _read_lines(lines, str(path), source_of(path), defaults, failed)
    except OSError as error:
        raise ReadingError(
            f"{path}: {(error.strerror or 'cannot be read').lower()}: check the path and its permissions"
        ) from error


def parse(
    content: bytes,
    *,
    name: str,
    defaults: Metadata,
    failed: Callable[[ReadingError], None] | None = None,
) -> Iterator[Document]:
    """Read the articles of piped bytes."""
    yield from _read_lines(io.BytesIO(content), name, "-", defaults, failed)


def _read_lines(
    lines: IO[bytes], name: str, source: str, defaults: Metadata, failed: Callable[[ReadingError], None] | None
) -> Iterator[Document]:
    seen: Counter[str] = Counter()
    empty = True
    for number, line in _numbered(lines):
        if not line.strip():
            continue
        empty = False
        where = f"{name}: line {number}"
        try:
            document = _read_record(line, where, source, defaults)
        except ReadingError as error:
            if failed is None:
                raise
            failed(error)
        else:
            seen[document.id] += 1
            yield document if seen[document.id] == 1 else _renamed(document, seen[document.id])
    if empty:
        raise ReadingError(f"{name}: is empty: there is no article in it")


def _numbered(lines: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines; of one beyond the limit only the beginning, one byte too long."""
    number = 0
    while line := lines.readline(_MAX_LINE + 1):
        number += 1
        rest = line
        while len(rest) > _MAX_LINE and not rest.endswith(b"\n"):
            rest = lines.readline(_MAX_LINE + 1)
        yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _read_record(line: bytes, where: str, source: str, defaults: Metadata) -> Document:
    if len(line) > _MAX_LINE:
        raise too_long(where)
    try:
        record = json.loads(decode(line, where))
    except json.JSONDecodeError as error:
        raise ReadingError(f"{where}: is no JSON at character {error.pos}: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"{where}: is no JSON that can be read: {error}") from error
    if not isinstance(record, dict):
        raise ReadingError(f'{where}: is no JSON object: write {{"id": ..., "text": ...}}')
    text = _string(record, "text", where)
    identity = record.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        record["id"] = str(identity)
    known = _metadata(record, where).over(defaults)
    identity = _string(record, "id", where).strip()
    if not text or not text.strip() or not identity:
        raise ReadingError(f'{where}: has no "{"id" if not identity else "text"}": both "id" and "text" are needed')
    if len(text) > MAX_CHARACTERS:
        raise too_long(where)
    return Document(
        id=identity,
        text=text,
        source=f"{source}#{identity}" if source != "-" else source,
        body=(0, len(text)),
        title=known.title,
        publisher=known.publisher,
        url=known.url,
        published=known.published,
    )


def _renamed(document: Document, occurrence: int) -> Document:
    """Tell a second article of the same id apart by its number, "X~2": neither is lost."""
    suffix = f"~{occurrence}"
    source = document.source if document.source == "-" else document.source + suffix
    return replace(document, id=document.id + suffix, source=source)


def _metadata(record: dict[str, Any], where: str) -> Metadata:
    day = _string(record, "date", where)
    try:
        published = parse_date(day) if day.strip() else None
    except ValueError as error:
        raise ReadingError(f"{where}: {error}") from error
    return Metadata(
        title=_string(record, "title", where).strip() or None,
        publisher=_string(record, "publisher", where).strip() or None,
        url=_string(record, "url", where).strip() or None,
        published=published,
    )


def _string(record: dict[str, Any], key: str, where: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ReadingError(f'{where}: "{key}" is no text: put it between quotation marks')
    try:
        value.encode("utf8")
    except UnicodeEncodeError as error:
        raise ReadingError(f'{where}: "{key}" holds half a character (a lone surrogate): write it whole') from error
    return value
