"""The few lines between `---` and `---` at the head of a file: text in, metadata and the end of it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from polgraph.errors import ReadingError
from polgraph.reading.metadata import Metadata, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["parse_front_matter"]

_FIELDS = {"title": "title", "date": "published", "publisher": "publisher", "url": "url", "id": "id"}
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_FENCES = ("---", "...")


def parse_front_matter(text: str, name: str) -> tuple[Metadata, int]:
    """Return what the front matter says and where the article begins; (nothing, 0) for a text without one.

    Unknown keys are passed over. A text that only begins with a rule (`---`, then prose) has no front matter.
    """
    start = 1 if text.startswith("\ufeff") else 0
    lines = _lines(text, start)
    _, end, first = next(lines, (1, start, ""))
    if first.rstrip() != "---":
        return Metadata(), start
    values: dict[str, Any] = {}
    any_entry = False
    for number, end, line in lines:
        if line.rstrip() in _FENCES:
            return Metadata(**values), end
        entry = _ENTRY.match(line.rstrip())
        if entry is None:
            if not any_entry and line.strip():
                break
            continue
        any_entry = True
        key = _FIELDS.get(entry["key"].lower())
        value = _unquote((entry["value"] or "").strip())
        if key is not None and value:
            values[key] = _read_date(value, name, number) if key == "published" else value
    if not any_entry:
        return Metadata(), start
    raise ReadingError(f"{name}: line 1: the front matter is never closed: end it with a line ---")


def _lines(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Yield number, end (after the line end) and content of each line."""
    number = 0
    while start < len(text):
        number += 1
        stop = text.find("\n", start)
        end = len(text) if stop < 0 else stop + 1
        yield number, end, text[start : end if stop < 0 else stop]
        start = end


def _unquote(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value


def _read_date(value: str, name: str, number: int) -> Any:  # noqa: ANN401  goes into a dict of fields
    try:
        return parse_date(value)
    except ValueError as error:
        raise ReadingError(f"{name}: line {number}: {error}") from error
