"""Where an article is at home: its nation, its federal state, its town.

In: the resolution of an article. Out: the id of the place that it speaks of as its own, None where it has no such
place. News names the nation of foreign leaders and leaves out its own: whose organs and towns it speaks of without a
word about where they are, that nation is its own.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.titles import written_out

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate
    from polgraph.model import Entity

__all__ = ["is_whole", "nation_of_article", "owner_of", "state_of_article", "town_of_article"]

_ORGAN, _PART = 4, 3  # an organ, a federal state say more than a nation's name: all news names nations
_STATES = (" State", " Province", " Region")
_TOWNS = {"city", "town", "county", "village", "borough"}
_MARGIN, _TWICE = 1.3, 2  # by which it must lead the next


def nation_of_article(resolution: Resolution, without: Collection[str] = ()) -> str | None:
    """The nation that the article speaks of as its own, but for those `without`."""
    links = [link for link in resolution.links if link.entity not in without]
    named = {resolution.entities[link.entity].country for link in links if not _may_be_of_any(link, resolution)}
    elsewhere = {link.entity for link in links if owner_of(link, resolution) is not None}
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
        elif _may_be_of_any(link, resolution) and entity.country not in named:
            continue
        elif entity.type == "Institution" and entity.country and entity.id not in elsewhere:
            weights[key] += _ORGAN
    [(key, weight), (_, next_)] = [*weights.most_common(2), ("", 0), ("", 0)][:2]
    return nations.get(key) if weight > _MARGIN * next_ else None


def _may_be_of_any(link: Link, resolution: Resolution) -> bool:
    """As in "Congress", "the National Assembly": many states have one, and the best known need not be meant."""
    return resolution.entities[link.entity].name.casefold() in words("institutions", "of_any_state")


def is_whole(nation: Entity, resolution: Resolution) -> bool:
    """Tell a state from a town and from a part of one; of a name that no table knows, by its people: "Ostlandic"."""
    place = gazetteer.place(nation.name)
    if place is not None:
        return not place.part
    return nation.type == "Nation" and any(
        link.entity == nation.id and link.form == "adjective" for link in resolution.links
    )


def state_of_article(resolution: Resolution) -> str | None:
    """The federal state that the article speaks of, where it speaks of one above all."""
    weights: Counter[str] = Counter()
    for link in resolution.links:
        entity = resolution.entities[link.entity]
        place = gazetteer.place(entity.name) if entity.type == "Nation" else None
        if (place is not None and place.part) or (entity.type == "Nation" and entity.name.endswith(_STATES)):
            weights[entity.id] += 1
    [(found, weight), (_, next_)] = [*weights.most_common(2), ("", 0), ("", 0)][:2]
    return found if weight > _TWICE * next_ else None


def town_of_article(candidates: Sequence[Candidate], resolution: Resolution) -> str | None:
    """The town or county that the article speaks of, where it speaks of one above all and says that it is one."""
    mayors = {
        c.object.entity for c in candidates if written_out((c.title or "").casefold()) in words("titles", "local")
    }
    bodies = {entity.name for entity in resolution.entities.values() if entity.type == "Institution"}
    weights: Counter[str] = Counter()
    for link in resolution.links:
        entity = resolution.entities[link.entity]
        if entity.type != "Nation":
            continue
        weights[entity.id] += gazetteer.place(entity.name) is None
    [(found, weight), (_, next_)] = [*weights.most_common(2), ("", 0), ("", 0)][:2]
    if weight <= _TWICE * next_:
        return None
    name = resolution.entities[found].name
    told = found in mayors or name.rsplit(maxsplit=1)[-1].casefold() in words("titles", "local_ranks")
    called = any(link.entity == found and resolution.doc[link.head].lower_ in _TOWNS for link in resolution.links)
    return found if told or called or any(_is_of_town(body, name) for body in bodies) else None


def _is_of_town(body: str, town: str) -> bool:
    """As in "Tavel City Council", "Tavel Police Department"."""
    return body.startswith(f"{town} ") and not words("titles", "local_bodies").isdisjoint(body.casefold().split())


def owner_of(body: Link, resolution: Resolution) -> str | None:
    """As in "Peru's Congress": whose organ it is must be said, so it is none of the article's own."""
    index = body.start - 1
    index -= index > 0 and resolution.doc[index].tag_ == "POS"
    before = resolution.by_token.get(index)
    abroad = resolution.doc[body.end - 1].lower_ in words("institutions", "plain_bodies")  # "the Turkish embassy"
    if before is None or abroad or resolution.entities[before.entity].type != "Nation":
        return None
    return before.entity
