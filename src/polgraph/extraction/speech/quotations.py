"""Quotation marks: which of them belong together.

In: text. Out: `Quotation`s ordered by start, marks included, inner ones after the one that holds them. Marks of six
styles are paired paragraph by paragraph (straight and curly, double and single, «», „“, and two straight singles or
backticks for a double), so that a mark somebody forgot spoils one paragraph at most.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Quotation", "find_quotations"]

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚‛‹›`']")
# what may stand before an opening and after a closing mark
_BEFORE = set(" \t\u00a0\u2009\u200b\ufeff([{—–―-/:;,.") | set("\"“”„«»‘'’`")
_ELISION = re.compile(r"[’'](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|n[’'\s]|round\b|bout\b)", re.IGNORECASE)
_CLOSERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "‛": "’", "‹": "›", "›": "‹"}
_DEEPEST = 8
_NEAR = 9  # a single mark that opens is closed within so many marks
_DOUBLE = '"'
_SINGLE = "'"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks.

    start, end: half-open, marks included. depth: 0 outermost. single: in single marks. closed: its closing mark was
    found. continued: it goes on in the next paragraph, which opens with a mark of its own.
    """

    start: int
    end: int
    depth: int = 0
    single: bool = False
    closed: bool = True
    continued: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark: `style` is what closes or opens with it; `opens`, `closes`: what its neighbours allow."""

    start: int
    end: int
    style: str
    opens: bool
    closes: bool


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """Pair the quotation marks of text[start:end]; offsets point into `text`."""
    paragraphs = [
        match.span()
        for match in _PARAGRAPH.finditer(text, start, len(text) if end is None else end)
        if match[0].strip()
    ]
    found: list[Quotation] = []
    for number, (first, last) in enumerate(paragraphs):
        paired = _pair(text, first, last)
        if paired and not paired[-1].closed and number + 1 < len(paragraphs):
            paired = _continue(text, paired, paragraphs[number + 1])
        found += paired
    return found


def _continue(text: str, paired: list[Quotation], following: tuple[int, int]) -> list[Quotation]:
    """Mark an open quotation as going on where the next paragraph opens with the same mark."""
    head = text[following[0] : following[1]].lstrip()[:2]
    return [
        replace(quotation, continued=True)
        if not quotation.closed and quotation.depth == 0 and head[:1] == text[quotation.start]
        else quotation
        for quotation in paired
    ]


def _pair(text: str, first: int, last: int) -> list[Quotation]:
    marks = list(_marks(text, first, last))
    found: list[Quotation] = []
    open_marks: list[_Mark] = []
    nested = _balanced(marks)
    for position, mark in enumerate(marks):
        opener = next((at for at in range(len(open_marks) - 1, -1, -1) if _closes(mark, open_marks[at])), None)
        if opener is not None and _is_plural(text, mark) and _has_closer(marks, position, begun=open_marks[opener]):
            continue  # "the miners' vote" inside single marks
        if opener is not None:
            begun = open_marks[opener]
            del open_marks[opener:]
            found.append(Quotation(begun.start, mark.end, len(open_marks), single=_is_single(begun)))
        elif mark.opens and len(open_marks) < _DEEPEST and (not _is_single(mark) or _has_closer(marks, position)):
            same = next((at for at, other in enumerate(open_marks) if other.style == mark.style), None)
            if same is not None and not (nested and mark.style in "“«„"):
                del open_marks[same:]  # its closing mark was forgotten
            open_marks.append(mark)
    if open_marks and not _is_single(open_marks[0]):
        stripped = first + len(text[first:last].rstrip())
        found.append(Quotation(open_marks[0].start, stripped, closed=False))
    return _with_depths(found)


def _marks(text: str, first: int, last: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, first, last):
        start, end = match.span()
        before = text[start - 1] if start > first else " "
        after = text[end] if end < last else " "
        opens = (before.isspace() or before in _BEFORE) and not after.isspace()
        # a closing mark may stand apart from the inner one before it (' ")
        closes = not after.isalnum() and (not before.isspace() or text[max(first, start - 2)] in "'’”»")
        style = {"``": _DOUBLE, "''": _DOUBLE, "`": _SINGLE}.get(match[0], match[0])
        if style in "’'" and ((before.isalnum() and after.isalnum()) or _ELISION.match(text, start)):
            continue  # an apostrophe
        if style in "“«„‟‘‚‛‹":
            opens, closes = True, style in "“«‘‹"
        elif style in "”»›":
            closes, opens = True, style != "”" or before.isspace()
        elif style == "’":
            opens = False
        yield _Mark(start, end, style, opens, closes)


def _closes(mark: _Mark, begun: _Mark) -> bool:
    if begun.style in (_DOUBLE, _SINGLE):
        mixed = (begun.style == _DOUBLE and mark.style == "”") or (begun.style == _SINGLE and mark.style == "’")
        return mark.closes and (mark.style == begun.style or mixed) and mark.start > begun.end
    if mark.style == _DOUBLE:
        return mark.closes and not mark.opens and begun.style in "“„‟"
    if mark.style == _SINGLE:
        return mark.closes and not mark.opens and begun.style in "‘‚‛"
    return mark.closes and mark.style in _CLOSERS.get(begun.style, "") and mark.start > begun.end


def _is_single(mark: _Mark) -> bool:
    return mark.style in "‘’‚‛‹›'"


def _has_closer(marks: Sequence[_Mark], position: int, begun: _Mark | None = None) -> bool:
    """Tell whether a later mark closes a single one before another opens: an apostrophe opens nothing."""
    for mark in marks[position + 1 : position + _NEAR]:
        if _closes(mark, begun or marks[position]):
            return True
        if begun is not None and mark.opens:
            return False
    return False


def _is_plural(text: str, mark: _Mark) -> bool:
    return mark.style in "'’" and text[mark.start - 1 : mark.start] == "s" and text[mark.end : mark.end + 1] == " "


def _balanced(marks: Sequence[_Mark]) -> bool:
    """Tell whether curly doubles come in pairs, so that one inside another is meant."""
    return sum(mark.style in "“«„" for mark in marks) == sum(mark.style in "”»" for mark in marks)


def _with_depths(found: list[Quotation]) -> list[Quotation]:
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    ends: list[int] = []
    placed = []
    for quotation in found:
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        placed.append(replace(quotation, depth=len(ends)))
        ends.append(quotation.end)
    return placed
