"""Names of bodies of which the model saw the end: "the People's Concord", "the Central and East Meridian Council".

In: a parsed article, its capitalised tokens and the names found. Out: the longer names.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load, words
from polgraph.extraction.names.bounds import head_of
from polgraph.extraction.names.name import NameSpan
from polgraph.extraction.syntax.tree import text_of
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

__all__ = ["bodies_of_people", "bodies_with_a_cause", "with_first_adjective"]

_MARKS = {"'s", "’s", "'", "’"}
_LONGEST = 6  # tokens


def bodies_of_people(doc: Doc, capitals: Iterable[Token]) -> Iterator[NameSpan]:
    """As in "the People's Concord", "the Farmers' Union": whose body it is opens its name."""
    for token in capitals:
        start = token.i
        if (
            token.lower_ not in words("names", "opening_owners")
            or start + 2 >= len(doc)
            or doc[start + 1].text not in _MARKS
            or token.is_upper
            or not start
            or doc[start - 1].lower_ != "the"
        ):
            continue
        end = start + 2
        while end < len(doc) and end - start < _LONGEST and doc[end].text.istitle() and not doc[end].is_sent_start:
            end += 1
        if end - start > 2:
            yield NameSpan(start, end, head_of(doc, start, end), text_of(doc, start, end), "Institution")


def bodies_with_a_cause(doc: Doc, capitals: Iterable[Token]) -> Iterator[NameSpan]:
    """As in "Friends of the Valley", "Parents for Open Schools": who they are and what for is the name."""
    for token in capitals:
        start, last = token.i, len(doc) - 1
        if start + 2 > last or doc[start + 1].lower_ not in load("names")["causes"].get(token.lower_, ()):
            continue
        first = start + 2 + (doc[start + 2].lower_ in {"the", "a"} and start + 2 < last)
        end = first
        while end <= last and end - start < _LONGEST and _tells_what_for(doc[end]):
            end += 1
        if end > first:
            yield NameSpan(start, end, head_of(doc, start, end), text_of(doc, start, end), "Institution")


def _tells_what_for(token: Token) -> bool:
    titled = is_person_noun(token.lower_) or token.ent_type_ == "PERSON"
    return token.text.istitle() and token.pos_ != "VERB" and not titled and not token.is_sent_start


def with_first_adjective(doc: Doc, names: Sequence[NameSpan]) -> list[NameSpan]:
    """As in "the Central and East Meridian Council": an adjective before "and" belongs to the name after it."""
    taken = {index for span in names for index in range(span.start, span.end) if span.type is not None}
    return [_with_adjective(doc, span) if span.start - 2 not in taken else span for span in names]


def _with_adjective(doc: Doc, span: NameSpan) -> NameSpan:
    first = span.start - 2
    if (
        span.type != "Institution"
        or span.adjective
        or span.end - span.start == 1
        or first < 1
        or doc[first + 1].lower_ not in {"and", "&"}
        or doc[first - 1].lower_ != "the"
        or not doc[first].text.istitle()
        or (doc[first].pos_ != "ADJ" and doc[first].lower_ not in words("names", "directions"))
    ):
        return span
    return replace(span, start=first, text=text_of(doc, first, span.end))
