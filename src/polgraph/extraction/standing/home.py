"""Offices of state without a state: "President X", "the former secretary of state Y" in an article about one nation.

In: the ties of an article and its resolution. Out: for each such title that was left without a body, the nation that
the article is at home in. News names the nation of foreign leaders and leaves out its own: whose organs and towns it
speaks of without a word about where they are, that nation is its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.titles import written_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate
    from polgraph.extraction.standing.offices import Office
    from polgraph.model import Entity

__all__ = ["HOME", "STATE", "at_home", "home_of"]

# in the place of an entity, until the article has been read whole: its nation, its federal state
HOME, STATE = "nation:", "state:"
_ORGAN, _PART = 4, 3  # an organ, a federal state say more than a nation's name: all news names nations
_MARGIN, _TWICE = 1.3, 2  # by which it must lead the next


def home_of(doc: Doc, office: Office, resolution: Resolution) -> str | None:
    """Tell a title that a nation gives from one that a federal state gives; "its premier" is another nation's."""
    title = written_out(office.title.casefold())
    first = office.at + 1 - len(office.title.split())
    before = resolution.by_token.get(first - 1)
    led = office.body is not None and resolution.entities[office.body.entity].type == "Person"
    if (office.body is None or led) and title in words("titles", "national"):  # "his secretary of state"
        return HOME if first < 1 or doc[first - 1].lower_ not in {"its", "their"} else None
    if office.body is None and title in words("titles", "regional"):
        return STATE
    # "Republican Secretary of State X": a nation's is not called by a party
    party = before is not None and office.body is before and gazetteer.party(resolution.entities[before.entity].name)
    return (
        STATE if party and title in words("titles", "regional") | {"secretary of state", "attorney general"} else None
    )


def at_home(candidates: Sequence[Candidate], resolution: Resolution) -> list[Candidate]:
    """Give the nation or the state to the offices that have none; people whose place is told elsewhere keep that."""
    open_ = {candidate.object.entity for candidate in candidates} & {HOME, STATE}
    if not open_:
        return list(candidates)
    places = {HOME: _home(resolution) if HOME in open_ else None, STATE: _state(resolution) if STATE in open_ else None}
    told = {
        (c.subject.entity, _post(c))
        for c in candidates
        if c.object.entity not in places and c.title and c.relation == "HOLDS_OFFICE"
    }
    kept = []
    for candidate in candidates:
        if candidate.object.entity not in places:
            kept.append(candidate)
            continue
        place = places[candidate.object.entity]
        if candidate.object.entity == HOME:
            place = _of_the_organ_here(candidate, resolution) or place
        if place is not None and (candidate.subject.entity, _post(candidate)) not in told:
            kept.append(replace(candidate, object=replace(candidate.object, entity=place)))
    return kept


def _post(candidate: Candidate) -> str:
    return written_out((candidate.title or "").casefold()).rsplit(maxsplit=1)[-1]


def _home(resolution: Resolution) -> str | None:
    """The nation that the article speaks of as its own."""
    links = resolution.links
    elsewhere = {link.entity for link in links if _owner(link, resolution) is not None}
    weights: Counter[str] = Counter()
    nations: dict[str, str] = {}
    for link in links:
        entity = resolution.entities[link.entity]
        key = entity.country or entity.id
        if entity.type == "Nation":
            place = gazetteer.place(entity.name)
            if place is not None and not place.part:
                nations[key] = entity.id
            weights[key] += _PART if place is not None and place.part else 1
        elif entity.type == "Institution" and entity.country and entity.id not in elsewhere:
            weights[key] += _ORGAN
    [(key, weight), (_, next_)] = [*weights.most_common(2), ("", 0), ("", 0)][:2]
    return nations.get(key) if weight > _MARGIN * next_ else None


def _of_the_organ_here(candidate: Candidate, resolution: Resolution) -> str | None:
    """As in "Peru's Congress removed President X": the nation whose organ has to do with the title's bearer."""
    sentence = resolution.doc[candidate.trigger].sent
    owners = set()
    for index in range(sentence.start, sentence.end):
        link = resolution.by_token.get(index)
        if link is not None and link.start == index and resolution.entities[link.entity].type == "Institution":
            owners.add(_owner(link, resolution))
    nations = [entity for entity in owners if entity is not None and _is_whole(resolution.entities[entity])]
    return nations[0] if len(nations) == 1 else None


def _is_whole(nation: Entity) -> bool:
    place = gazetteer.place(nation.name)
    return place is not None and not place.part


def _state(resolution: Resolution) -> str | None:
    """The federal state that the article speaks of, where it speaks of one above all."""
    weights: Counter[str] = Counter()
    for link in resolution.links:
        entity = resolution.entities[link.entity]
        place = gazetteer.place(entity.name) if entity.type == "Nation" else None
        if place is not None and place.part:
            weights[entity.id] += 1
    [(found, weight), (_, next_)] = [*weights.most_common(2), ("", 0), ("", 0)][:2]
    return found if weight > _TWICE * next_ else None


def _owner(body: Link, resolution: Resolution) -> str | None:
    """As in "Peru's Congress": whose organ it is must be said, so it is none of the article's own."""
    index = body.start - 1
    index -= index > 0 and resolution.doc[index].tag_ == "POS"
    before = resolution.by_token.get(index)
    abroad = resolution.doc[body.end - 1].lower_ in words("institutions", "plain_bodies")  # "the Turkish embassy"
    if before is None or abroad or resolution.entities[before.entity].type != "Nation":
        return None
    return before.entity
