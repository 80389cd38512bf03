"""Rough sentence bounds, good enough to count who shares a sentence. No parser: the corpus stands on its own."""

from __future__ import annotations

import re

__all__ = ["sentences", "words"]

_END = re.compile(r"[.!?][\"”’»)]*(?=\s+[\"“‘«(\[]?[A-Z0-9À-ÞĀ-Ž])|\n")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Sr|Jr|Hon|Rev|No|Inc|Ltd|vs|[A-Z])\.$"
)
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences; every line break ends one."""
    spans, start = [], 0
    for end in _END.finditer(text):
        if end[0] != "\n" and _ABBREVIATION.search(text, start, end.start() + 1):
            continue
        if text[start : end.end()].strip():
            spans.append((start, end.end()))
        start = end.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def words(text: str) -> list[str]:
    """List the words in small letters, with straight apostrophes."""
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
