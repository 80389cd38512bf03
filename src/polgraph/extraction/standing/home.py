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

__all__ = ["HOME", "at_home", "is_national"]

HOME = ""  # in the place of an entity, until the article has been read whole
_ORGAN, _PART = 4, 3  # an organ, a federal state say more than a nation's name: all news names nations
_MARGIN = 1.3  # by which it must lead the next


def is_national(doc: Doc, office: Office) -> bool:
    """Tell a title that a state gives: "President", "a former secretary of state"; "its premier" is another state's."""
    if office.body is not None or written_out(office.title.casefold()) not in words("titles", "national"):
        return False
    before = office.at - len(office.title.split())
    return before < 0 or doc[before].lower_ not in {"its", "their"}


def at_home(candidates: Sequence[Candidate], resolution: Resolution) -> list[Candidate]:
    """Give the nation to the offices that have none; leave out those of people whose nation is told elsewhere."""
    if not any(candidate.object.entity == HOME for candidate in candidates):
        return list(candidates)
    home = _home(resolution)
    told = {(c.subject.entity, _post(c)) for c in candidates if c.object.entity != HOME and c.title}
    kept = []
    for candidate in candidates:
        if candidate.object.entity != HOME:
            kept.append(candidate)
        elif home is not None and (candidate.subject.entity, _post(candidate)) not in told:
            kept.append(replace(candidate, object=replace(candidate.object, entity=home)))
    return kept


def _post(candidate: Candidate) -> str:
    return written_out((candidate.title or "").casefold()).rsplit(maxsplit=1)[-1]


def _home(resolution: Resolution) -> str | None:
    """The nation that the article speaks of as its own."""
    links = resolution.links
    elsewhere = {link.entity for link in links if _is_qualified(link, resolution)}
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


def _is_qualified(body: Link, resolution: Resolution) -> bool:
    """As in "Peru's Congress": whose organ it is must be said, so it is none of the article's own."""
    before = resolution.by_token.get(body.start - 1)
    return before is not None and resolution.entities[before.entity].type == "Nation"
