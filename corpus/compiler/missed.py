"""Oversights: a name that is marked in one place and bare in another, and bare pronouns that stand for a person.

A possessive inside the mention of somebody else ("her brother") is bare too, as long as it has no mark of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from corpus.compiler.lists import ALWAYS_MARKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.compiler.source import Source

__all__ = ["check_missed"]

_SHORTEST_NAME = 3


def check_missed(source: Source, article: dict[str, Any]) -> None:
    """Add a problem for every bare name and pronoun to the source."""
    text = source.marked.text
    covered = bytearray(len(text))
    for mark in source.marked.marks:
        if mark.bracket == "[" and mark.entity:
            covered[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    marked = {(mark.start, mark.end) for mark in source.marked.marks if mark.bracket == "[" and mark.entity}
    unmentioned = [mark for mark in source.marked.marks if mark.entity == "-"]
    names = {m["text"] for m in article["mentions"] if m["form"] == "name"}
    for person in (entity["name"] for entity in article["entities"] if entity["type"] == "Person"):
        names |= {person.split()[0], person.split()[-1]}
    names = {form for name in names if len(name) >= _SHORTEST_NAME for form in (name, name.upper())}
    for start, end in _bare(text, names, covered):
        words = text[start:end]
        source.fault(source.line_of(start), f"{words!r} is marked elsewhere but not here "
                     f"({_around(text, start, end)}): mark it, or [-:{words}] if it is no mention")  # fmt: skip
    for found in re.finditer(r"\b[A-Za-z]+\b", text):
        if found[0].casefold() not in ALWAYS_MARKED or found.span() in marked:
            continue
        if not any(mark.start <= found.start() < mark.end for mark in unmentioned):
            source.fault(source.line_of(found.start()), f"the pronoun {found[0]!r} is bare "
                         f"({_around(text, *found.span())}): mark it, or [-:{found[0]}] if no entity")  # fmt: skip


def _bare(text: str, names: set[str], covered: bytearray) -> Iterator[tuple[int, int]]:
    if not names:
        return
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", text):
        if not covered[found.start()]:
            yield found.span()


def _around(text: str, start: int, end: int, width: int = 20) -> str:
    return f"…{text[max(0, start - width) : end + width]}…".replace("\n", " ")
