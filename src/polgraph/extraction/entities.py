"""Names in an article: where they stand and what kind of participant each names.

In: a parsed article. Out: `NameSpan`s in order, typed Person, Institution or Nation. None overlap but states inside a
longer name, which come last. The model's entities are the start; gazetteers, the shape of names and the article's own
consistency repair them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.evidence import beside_a_person, has_title, is_explained, person_votes, thing_votes
from polgraph.extraction.missed_names import missed_bodies, missed_institutions, missed_people
from polgraph.extraction.name_candidates import candidates, typed, without_state
from polgraph.extraction.name_parts import surname, whole_names
from polgraph.extraction.nations import related_names, unlisted_nations
from polgraph.extraction.repeated_names import repeated_names

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from polgraph.extraction.names import NameSpan

__all__ = ["find_names"]


def find_names(doc: Doc) -> list[NameSpan]:
    """Find and type the names of an article."""
    spans: dict[int, NameSpan] = {}  # by each of their tokens
    for start, end, label in candidates(doc):
        span = typed(doc, start, end, label)
        if span is not None:
            _put(spans, span)
    nations = unlisted_nations(doc, [span for span in spans.values() if span.type == "Person"])
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
    for span in missed_institutions(doc, frozenset(spans)):
        _put(spans, span)
    for span in [*missed_people(doc, frozenset(spans)), *missed_bodies(doc, frozenset(spans))]:
        _put(spans, span)
    found = sorted(set(spans.values()), key=lambda span: span.start)
    names = _consistent(doc, whole_names(doc, found), nations)
    # a state inside a longer name is a participant without a mention of its own
    return [*repeated_names(doc, names), *nested]


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


def _consistent(doc: Doc, names: list[NameSpan], nations: list[NameSpan]) -> list[NameSpan]:
    """Give every occurrence of one name the type that most occurrences have; a title before it makes it a person."""
    votes: dict[str, Counter[str]] = {}
    families: Counter[str] = Counter()  # what speaks for a person speaks for all who bear the surname
    stated = {(span.text, span.type) for span in nations}
    for span in names:
        if span.type is not None and not span.adjective:
            weight = 3 if span.type == "Person" and has_title(doc, span.start) else 1
            ballot = votes.setdefault(span.text.casefold(), Counter())
            ballot[span.type] += weight
            if not is_explained(span.text) and (span.text, span.type) not in stated:
                families[surname(doc, span)] += person_votes(doc, span)
                ballot["Institution"] += thing_votes(doc, span)
    for one, two in pairwise(names):
        if beside_a_person(doc, one, two):
            for span in (one, two):
                votes.setdefault(span.text.casefold(), Counter())["Person"] += 2
    surnames = {surname(doc, span) for span in names if span.type == "Person" and span.end - span.start > 1}
    firsts = {doc[span.start].text for span in names if span.type == "Person" and span.end - span.start > 1}
    institution_words = {
        doc[span.start].text for span in names if span.type == "Institution" and span.end - span.start > 1
    } - {span.text for span in nations}
    result = []
    for span in names:
        kind = span.type
        if kind is not None and not span.adjective and not gazetteer.is_organ(span.text):
            ballot = votes[span.text.casefold()].copy()
            if not is_explained(span.text) and (span.text, span.type) not in stated:
                last = surname(doc, span)
                ballot["Person"] += families[last]
                if last != span.text.casefold():
                    ballot["Person"] += votes.get(last, Counter())["Person"]
            kind = max(sorted(ballot), key=lambda option: ballot[option])
            if span.text.casefold() in surnames and gazetteer.place(span.text) is None:
                kind = "Person"
            if span.text in firsts and not is_explained(span.text) and (span.text, span.type) not in stated:
                kind = "Person"
            if (
                has_title(doc, span.start)
                and kind != "Nation"
                and not gazetteer.is_institution_head(doc[span.end - 1].text)
            ):
                kind = "Person"
        if span.text in institution_words - firsts and kind != "Institution" and gazetteer.place(span.text) is None:
            named = span.text.casefold() in surnames or families[span.text.casefold()] or has_title(doc, span.start)
            kind = "Institution" if kind != "Person" or not named else kind
        if kind == "Nation?":
            kind = "Nation" if _names_a_nation(span, names) else None
        result.append(span if kind == span.type else replace(span, type=kind))
    return result


def _names_a_nation(span: NameSpan, names: list[NameSpan]) -> bool:
    """A people's name that no table knows counts where the article names its country too ("Ostlandic", "Ostland")."""
    return any(other.type == "Nation" and related_names(span.text, other.text) for other in names)
