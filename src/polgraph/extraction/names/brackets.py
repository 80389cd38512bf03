"""Letters in brackets after a body's name: in "the Orchard Alliance (OA)" the letters are the body.

In: the names of a parsed article in order. Out: the same, where such letters are of the type of the name before them
wherever they stand.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.names.name import NameSpan

__all__ = ["with_brackets"]


def with_brackets(doc: Doc, names: Sequence[NameSpan]) -> Sequence[NameSpan]:
    """Give letters that stand for a body the type of a body."""
    ends = {span.end: span for span in names if span.type == "Institution" and span.end - span.start > 1}
    letters = {
        span.text
        for span in names
        if span.type != "Institution"
        and span.start - 1 in ends
        and doc[span.start - 1].text == "("
        and _are_initials(doc, span.text, ends[span.start - 1])
    }
    if not letters:
        return names
    return [
        replace(span, type="Institution", country=None, adjective=False) if span.text in letters else span
        for span in names
    ]


def _are_initials(doc: Doc, text: str, whole: NameSpan) -> bool:
    initials = "".join(token.text[0] for token in tokens_of(doc)[whole.start : whole.end] if token.text[0].isupper())
    return text.isupper() and len(text) > 1 and text == initials
