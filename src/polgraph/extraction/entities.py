"""Names in an article: where they stand and what kind of participant each names.

In: a parsed article. Out: `NameSpan`s in order, typed Person, Institution or Nation. None overlap but states inside a
longer name, which come last. The model's entities are the start; gazetteers, the shape of names and the article's own
consistency repair them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polgraph.extraction.names.candidates import candidates, typed, without_state
from polgraph.extraction.names.families import with_surnames, without_families
from polgraph.extraction.names.grown_bodies import bodies_of_people, bodies_with_a_cause, with_first_adjective
from polgraph.extraction.names.headlines import without_scraps
from polgraph.extraction.names.listed_bodies import listed_bodies
from polgraph.extraction.names.listed_nations import listed_nations
from polgraph.extraction.names.missed import missed_bodies, missed_institutions, missed_people
from polgraph.extraction.names.nations import unlisted_nations
from polgraph.extraction.names.parts import whole_names
from polgraph.extraction.names.repeated import repeated_names
from polgraph.extraction.names.types import consistent
from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from polgraph.extraction.names.name import NameSpan

__all__ = ["find_names"]

_PARTY_TAG = re.compile(r"[RDI]\.?(?:\s?[-–]\s?[A-Z][A-Za-z. ]*)?")


def find_names(doc: Doc) -> list[NameSpan]:
    """Find and type the names of an article."""
    spans: dict[int, NameSpan] = {}  # by each of their tokens
    for start, end, label in candidates(doc):
        span = typed(doc, start, end, label)
        if span is not None:
            _put(spans, span)
    capitals = [token for token in tokens_of(doc) if token.text[:1].isupper()]
    nations = unlisted_nations(doc, capitals, [span for span in spans.values() if span.type == "Person"])
    nested = []
    for span in nations:
        for whole in dict.fromkeys(spans[index] for index in range(span.start, span.end) if index in spans):
            rest = without_state(doc, whole, span)
            if rest is not None:
                _drop(spans, whole)
                _put(spans, rest)
            elif whole.end - whole.start > span.end - span.start and whole.type == "Institution":
                nested.append(span)
        _put(spans, span, force=True)
    for span in [*listed_nations(doc, capitals, spans), *listed_bodies(doc, capitals)]:
        _put(spans, span, force=True)
    for span in missed_institutions(doc, capitals, frozenset(spans)):
        _put(spans, span)
    taken = frozenset(spans)
    for span in [*missed_people(doc, capitals, taken), *missed_bodies(doc, capitals, taken)]:
        _put(spans, span)
    for span in bodies_of_people(doc, capitals):
        _put(spans, span, force=True)
    for span in bodies_with_a_cause(doc, capitals):
        _put(spans, span)
    named = {span for span in spans.values() if not _is_party_tag(doc, span)}
    found = without_scraps(doc, whole_names(doc, sorted(named, key=lambda span: span.start)))
    names = consistent(doc, with_first_adjective(doc, found), nations)
    names = without_families(with_surnames(doc, repeated_names(doc, capitals, names)))
    # a state inside a longer name is a participant without a mention of its own
    return [*names, *nested]


def _is_party_tag(doc: Doc, span: NameSpan) -> bool:
    """As in "(D-Vt.)": letters that `parties` reads; whoever bears the state's name is not meant."""
    if not span.start or doc[span.start - 1].text not in {"(", ","}:
        return False
    return _PARTY_TAG.fullmatch(span.text) is not None


def _put(spans: dict[int, NameSpan], span: NameSpan, *, force: bool = False) -> None:
    """Keep the longer of two overlapping names; of equal ones the first, or the new one by `force`."""
    rivals = {spans[index] for index in range(span.start, span.end) if index in spans}
    length = span.end - span.start
    if any(other.end - other.start > length - (not force) for other in rivals):
        return
    for other in rivals:
        _drop(spans, other)
    spans.update(dict.fromkeys(range(span.start, span.end), span))


def _drop(spans: dict[int, NameSpan], span: NameSpan) -> None:
    for index in range(span.start, span.end):
        del spans[index]
