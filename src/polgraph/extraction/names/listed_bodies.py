"""Bodies known by name alone, whatever the model takes them for: "Golden Dawn", "Médecins Sans Frontières".

In: a parsed article and its capitalised tokens. Out: `NameSpan`s of institutions, the longest name at each place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.gazetteer import bodies
from polgraph.extraction.names.bounds import head_of
from polgraph.extraction.names.name import NameSpan
from polgraph.extraction.names.portfolios import is_portfolio
from polgraph.extraction.syntax.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

__all__ = ["listed_bodies"]

_KINDS = {"movement", "party", "front", "alliance", "union", "league", "congress", "coalition"}
_OPENING = re.compile(r"[\w&]+")


def listed_bodies(doc: Doc, capitals: Sequence[Token]) -> Iterator[NameSpan]:
    """Find the names of the list as they are written there."""
    openings = _openings()
    end = 0
    for token in capitals:
        if token.i < end:
            continue
        opening = _OPENING.match(token.text)
        for name in openings.get(opening.group(), ()) if opening else ():
            span = doc.char_span(token.idx, token.idx + len(name))
            if span is None or span.text.replace("’", "'") != name:
                continue
            if _is_joined(doc, span) or is_portfolio(doc, span.start, span.end):
                continue
            end = span.end + _rest(doc, span)
            whole = text_of(doc, span.start, end)
            yield NameSpan(span.start, end, head_of(doc, span.start, end), whole, "Institution", bodies()[name])
            break


def _rest(doc: Doc, span: Span) -> int:
    """One more token where the name goes on: "the Golden Dawn Movement"."""
    following = doc[span.end] if span.end < len(doc) else None
    return int(following is not None and following.text.istitle() and following.lower_ in _KINDS)


def _is_joined(doc: Doc, span: Span) -> bool:
    """As in "the Tavel-Brookings Center", "an Oxfam-led appeal": the first is another name."""
    text = doc.text
    before, after = text[max(span.start_char - 2, 0) : span.start_char], text[span.end_char : span.end_char + 2]
    return (before[-1:] in {"-", "–"} and before[:1].isalpha()) or (after[:1] in {"-", "–"} and after[1:].isupper())


@cache
def _openings() -> dict[str, list[str]]:
    """The names by the first word of each, the longest first."""
    table: dict[str, list[str]] = {}
    for name in sorted(bodies(), key=len, reverse=True):
        opening = _OPENING.match(name)
        if opening:
            table.setdefault(opening.group(), []).append(name)
    return table
