"""Nationality beside a name: "the Ostlandic violinist X", "X, a wine merchant from Ostland".

In: a parsed article and the link of a person's name. Out: CITIZEN_OF candidates. Titles that tell an office in the
nation are found elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.standing.offices import offices_in
from polgraph.extraction.standing.series import begins_row
from polgraph.extraction.standing.tie import tie
from polgraph.extraction.syntax.tree import children, rights
from polgraph.extraction.titles import written_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["nationality"]

_PHRASE = 6
_INSIDE = {"NOUN", "ADJ", "PROPN"}


def nationality(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """Find the nation that a person is said to be of."""
    for nation in (_before(doc, link, resolution), _after(doc, link, resolution), _predicate(doc, link, resolution)):
        if nation is not None and nation.entity != link.entity:
            mood = modality_of(doc[link.head].head)
            for one in (nation, _first_half(doc, nation, resolution)):
                if one is not None:
                    yield tie("CITIZEN_OF", link, one, "CITIZEN_OF:demonym", modality=mood)


def _first_half(doc: Doc, nation: Link, resolution: Resolution) -> Link | None:
    """As in "the Ostlandic-Meridian writer X": of both."""
    if nation.form != "adjective" or nation.start < 2 or doc[nation.start - 1].text != "-":
        return None
    first = _nation(nation.start - 2, resolution)
    return first if first is not None and first.form == "adjective" else None


def _before(doc: Doc, link: Link, resolution: Resolution) -> Link | None:
    """As in "the Ostlandic violinist X", "Ostlandic jurist X": an adjective, then what X is."""
    index = link.start - 1
    while index > max(0, link.start - _PHRASE) and index not in resolution.by_token and doc[index].pos_ in _INSIDE:
        index -= 1
    nation = _nation(index, resolution)
    if nation is None or nation.form != "adjective" or link.start - nation.end < 1:
        return None
    if doc[link.start - 1].pos_ != "NOUN" or offices_in(doc, list(range(nation.start, link.start)), resolution):
        return None
    return nation


def _after(doc: Doc, link: Link, resolution: Resolution) -> Link | None:
    """As in "X, an Ostlander by birth", "X, a wine merchant from Ostland"."""
    index = link.end
    if index + 2 >= len(doc) or doc[index].text != "," or doc[index + 1].lower_ not in {"a", "an"}:
        return None
    if begins_row(doc, link, resolution) or doc[link.start - 1].text == ",":
        return None
    index += 2
    index = _past_years(doc, index)
    nation = _nation(index, resolution)
    if nation is not None and nation.end < len(doc):
        alone = doc[nation.end].text in {",", "."} or doc[nation.end].lower_ in {"by", "who", "and"}
        return nation if alone else None
    while index < min(len(doc) - 1, link.end + _PHRASE) and doc[index].pos_ in _INSIDE:
        index += 1
    # "a Republican from Ostland", "a senator from Ostland": a seat, told elsewhere
    seated = index - 1 in resolution.by_token or written_out(doc[index - 1].text) in words("titles", "seats")
    if doc[index].lower_ != "from" or seated:
        return None
    return _nation(index + 1, resolution)


def _past_years(doc: Doc, index: int) -> int:
    """As in "X, a 34-year-old Ostlander"."""
    if doc[index].pos_ != "NUM":
        return index
    while index + 1 < len(doc) and (doc[index].pos_ == "NUM" or doc[index].lower_ in {"-", "year", "years", "old"}):
        index += 1
    return index


def _predicate(doc: Doc, link: Link, resolution: Resolution) -> Link | None:
    """As in "X is still Ostlandic on paper", "X is an Ostlander"."""
    verb = doc[link.head].head
    if doc[link.head].dep_ != "nsubj":
        return None
    if verb.lemma_ == "travel":
        return _papers(verb, resolution)
    if verb.lemma_ != "be":
        return None
    for child in rights(verb):
        if child.dep_ in {"acomp", "attr"}:
            nation = resolution.at(child)
            found = nation if nation is not None and resolution.entities[nation.entity].type == "Nation" else None
            return found if found is not None and found.form == "adjective" else None
    return None


def _papers(verb: Token, resolution: Resolution) -> Link | None:
    """As in "X travels on an Ostlandic passport"."""
    for preposition in children(verb):
        for noun in children(preposition) if preposition.lower_ == "on" else ():
            if noun.lemma_ in {"passport", "papers", "paper"}:
                found = [resolution.at(child) for child in children(noun) if child.dep_ in {"amod", "poss", "compound"}]
                return next((nation for nation in found if nation and _nation(nation.start, resolution)), None)
    return None


def _nation(index: int, resolution: Resolution) -> Link | None:
    nation = resolution.by_token.get(index)
    return nation if nation is not None and resolution.entities[nation.entity].type == "Nation" else None
