"""The paragraphs around the quotes.

In: claims and the texts of their documents. Out: the paragraphs, each once, and for every claim which one holds its
quote and where. A paragraph ends at an empty line; one that is very long is cut at spaces around the quote. Claims
whose document is not given have no paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["passages"]

_AROUND = 500  # characters kept on each side of a quote
_BREAK = re.compile(r"\n[ \t\r]*\n")


def passages(
    claims: Iterable[Mapping[str, Any]], texts: Mapping[str, str]
) -> tuple[list[str], dict[str, tuple[int, int]]]:
    """Return paragraphs, and claim id → (index of its paragraph, offset of its quote in it)."""
    found: dict[tuple[str, int, int], int] = {}
    paragraphs: list[str] = []
    place_of: dict[str, tuple[int, int]] = {}
    for claim in claims:
        text = texts.get(claim["document"])
        # an article edited since it was read would mark the wrong words
        if text is None or text[claim["start"] : claim["end"]] != claim["quote"]:
            continue
        start, end = _paragraph(text, claim["start"], claim["end"])
        key = (claim["document"], start, end)
        if key not in found:
            found[key] = len(paragraphs)
            paragraphs.append(text[start:end])
        place_of[claim["id"]] = found[key], claim["start"] - start
    return paragraphs, place_of


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = [match.end() for match in _BREAK.finditer(text, low, start)]
    after = _BREAK.search(text, end, high)
    first = before[-1] if before else _next_space(text, low, start)
    last = after.start() if after else _last_space(text, end, high)
    return first, last


def _next_space(text: str, low: int, start: int) -> int:
    if low == 0:
        return 0
    space = text.find(" ", low, start)
    return space + 1 if space >= 0 else start


def _last_space(text: str, end: int, high: int) -> int:
    if high == len(text):
        return high
    space = text.rfind(" ", end, high)
    return space if space >= 0 else end
