"""One type for one name: what the article says of a name at one place holds at all of them.

In: the names of a parsed article with the model's types, and the states that the article itself tells. Out: the same
names, each with the type that most speaks for: labels, the words beside it, surnames and short forms that it shares.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.names.brackets import with_brackets
from polgraph.extraction.names.evidence import beside_a_person, has_title, is_explained, person_votes, thing_votes
from polgraph.extraction.names.nations import related_names
from polgraph.extraction.names.parts import is_body_after_people, is_body_of_town, is_thing_after_people, surname
from polgraph.extraction.titles import gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.names.name import NameSpan

__all__ = ["consistent"]

_TITLED = 3  # votes of a person's name after a title
_WHERE = {"in", "from", "near", "across", "throughout", "outside", "into", "southern", "northern", "eastern", "western"}
_OWNED = 2  # words of "the Ruzhin campaign"
_ENOUGH = 2  # votes for a name that the model took for a thing of another kind


@dataclass(slots=True)
class _Census:
    """What the article says of its names.

    votes: for each name, by type. families: votes for a person by surname; what speaks for one bearer speaks for all.
    surnames and firsts: of people with more than one word; bodies: first words of institutions. nations: names of
    states that the article tells. given: surnames of people with a first name that the tables know. places: names
    that stand where only a place does. candidates: whose campaigns the article names.
    """

    nations: frozenset[str]
    votes: dict[str, Counter[str]] = field(default_factory=dict)
    families: Counter[str] = field(default_factory=Counter)
    surnames: set[str] = field(default_factory=set)
    firsts: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    candidates: set[str] = field(default_factory=set)


def consistent(doc: Doc, names: Sequence[NameSpan], nations: Sequence[NameSpan]) -> list[NameSpan]:
    """Give every occurrence of one name the type that most speaks for."""
    names = with_brackets(doc, names)
    census = _take(doc, names, nations)
    full = [(span, _kind(doc, span, census)) for span in names if span.end - span.start > 1]
    # who bears a full name after all lends it to the short ones
    census.surnames |= {surname(doc, span) for span, kind in full if kind == "Person"}
    census.firsts |= {doc[span.start].text for span, kind in full if kind == "Person"}
    result = []
    for span in names:
        kind = _kind(doc, span, census)
        if kind == "Nation?":
            kind = "Nation" if _names_a_nation(span, names) else _untyped(doc, span, census)
        country = None if kind == "Person" else span.country
        adjective = span.adjective and kind != "Person"
        result.append(span if kind == span.type else replace(span, type=kind, country=country, adjective=adjective))
    return result


def _take(doc: Doc, names: Sequence[NameSpan], nations: Sequence[NameSpan]) -> _Census:
    census = _Census(frozenset(span.text for span in nations))
    for span in names:
        if span.adjective:
            census.places.update(place.name.casefold() for place in [gazetteer.place(span.text)] if place is not None)
            continue
        if span.start > 0 and doc[span.start - 1].lower_ in _WHERE:
            census.places.update({span.text.casefold()})
        open_ = not is_explained(span.text) and span.text not in census.nations
        if open_:
            census.families[surname(doc, span)] += person_votes(doc, span)
        if span.type is None:
            continue
        ballot = census.votes.setdefault(span.text.casefold(), Counter())
        ballot[span.type] += _TITLED if span.type == "Person" and has_title(doc, span.start) else 1
        if open_:
            ballot["Institution"] += thing_votes(doc, span)
        if span.end - span.start > 1 and span.type == "Person":
            census.surnames.add(surname(doc, span))
            census.firsts.add(doc[span.start].text)
            if gender(doc[span.start].text) is not None:
                census.given.add(surname(doc, span))
        if span.end - span.start > 1 and span.type == "Institution" and not _bears_a_name(doc, span):
            census.bodies.add(doc[span.start].text)
        if span.end - span.start == _OWNED and doc[span.end - 1].lower_ in words("institutions", "of_one_person"):
            census.candidates.add(doc[span.start].text)
    for one, two in pairwise(names):
        if beside_a_person(doc, one, two):
            for span in (one, two):
                census.votes.setdefault(span.text.casefold(), Counter())["Person"] += 2
    return census


def _bears_a_name(doc: Doc, span: NameSpan) -> bool:
    """As in "the Ruzhin campaign", "the Ruzhin Foundation", "Tavel Police": the first word alone is no short form."""
    return (
        is_body_of_town(doc, span.start, span.end)
        or doc[span.end - 1].lower_ in words("institutions", "campaigns")
        or doc[span.end - 1].lower_ in words("names", "bodies_of_somebody")
    )


def _kind(doc: Doc, span: NameSpan, census: _Census) -> str | None:
    kind = span.type
    by_a_name = kind == "Person" or gender(doc[span.start].text) is not None
    if by_a_name and is_thing_after_people(doc, span.start, span.end):
        return None
    if kind in {"Person", "Institution"} and is_body_after_people(doc, span.start, span.end):
        return "Institution"
    known = gazetteer.place(span.text) is not None
    told = span.text in census.nations
    if kind is None:
        kind = _untyped(doc, span, census)
    elif not span.adjective and not gazetteer.is_organ(span.text):
        ballot = census.votes[span.text.casefold()].copy()
        if not is_explained(span.text) and not told:
            last = surname(doc, span)
            ballot["Person"] += census.families[last]
            if last != span.text.casefold():
                ballot["Person"] += census.votes.get(last, Counter())["Person"]
        kind = max(sorted(ballot), key=lambda option: ballot[option])
        if span.text.casefold() in census.surnames and (not known or _is_a_surname(span, census)):
            kind = "Person"
        town = ballot["Nation"] >= _ENOUGH and ballot["Nation"] > ballot["Person"]
        if span.text in census.firsts and not told and not town and not is_explained(span.text):
            kind = "Person"
        if kind == "Institution" and span.text in census.candidates and not is_explained(span.text):
            kind = "Person"
        titled = has_title(doc, span.start) and not gazetteer.is_institution_head(doc[span.end - 1].text)
        if titled and kind != "Nation":
            kind = "Person"
    if kind in {"Person", "Nation", "Nation?"} and _opens_a_body(doc, span, kind, census) and not known:
        kind = "Institution"
    return kind


def _is_a_surname(span: NameSpan, census: _Census) -> bool:
    """As in "Holland" of "Greg Holland" where nothing happens in Holland and nobody is Dutch."""
    known = gazetteer.place(span.text)
    names = {span.text.casefold(), known.name.casefold() if known is not None else ""}
    return span.text.casefold() in census.given and not names & census.places


def _untyped(doc: Doc, span: NameSpan, census: _Census) -> str | None:
    """The type of a name that the model took for a work, a product or a place: by its other places or its company."""
    text = span.text
    if is_explained(text) or text in census.nations:
        return None
    if text.casefold() in census.surnames or text in census.firsts:
        return "Person"  # also where the model takes "a Tavel aide" for somebody from Tavel
    if span.adjective:
        return None
    ballot = census.votes.get(text.casefold(), Counter()).copy()
    ballot["Person"] += census.families[surname(doc, span)]
    several = span.end - span.start > 1
    quoted = span.start > 0 and doc[span.start - 1].text in {'"', "'"}
    if several and not quoted and doc[span.end - 1].lower_ not in words("names", "things"):
        ballot["Institution"] += thing_votes(doc, span)
    ballot.pop("Nation?", None)
    kind = max(sorted(ballot), key=lambda option: ballot[option])
    return kind if ballot[kind] >= _ENOUGH or text.casefold() in census.votes else None


def _opens_a_body(doc: Doc, span: NameSpan, kind: str, census: _Census) -> bool:
    """As in "Oakleaf" of "Oakleaf Mining", where nobody is called so."""
    if span.text not in census.bodies - census.nations - census.firsts:
        return False
    if span.text.casefold() in census.surnames:
        return False
    return kind != "Person" or not (census.families[span.text.casefold()] >= _TITLED or has_title(doc, span.start))


def _names_a_nation(span: NameSpan, names: Sequence[NameSpan]) -> bool:
    """A people's name that no table knows counts where the article names its country too ("Ostlandic", "Ostland")."""
    return any(other.type == "Nation" and related_names(span.text, other.text) for other in names)
