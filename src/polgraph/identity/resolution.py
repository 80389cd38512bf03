"""Links and decisions together: for each id of each article, the entity it stands for, and what is known of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from polgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from polgraph.identity.decisions import Decision

__all__ = ["Resolution", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who.

    everywhere: id of an article → entity. in_document: (document, id) → entity, where a split says otherwise.
    home: the same before any merge, so that a merged entity is called as the one that was kept. names: entity → the
    name that a person gave it.
    """

    everywhere: Mapping[str, str]
    in_document: Mapping[tuple[str, str], str]
    home: Mapping[tuple[str, str], str]
    linked: Mapping[str, str]
    names: Mapping[str, str]

    def of(self, document: str, identity: str) -> str:
        """Return the entity that an id of a document stands for."""
        if self.in_document:
            entity = self.in_document.get((document, identity))
            if entity is not None:
                return entity
        return self.everywhere.get(identity, identity)

    def entities(self, found: Iterable[tuple[str, Entity]]) -> list[Entity]:
        """Gather what the articles say, as (document, entity), into one `Entity` each, in order of their ids."""
        return self.counted((document, entity, 1) for document, entity in found)

    def counted(self, found: Iterable[tuple[str, Entity, int]]) -> list[Entity]:
        """Do the same where the third says how many articles say exactly that, which no split tells apart."""
        profiles: defaultdict[str, _Profile] = defaultdict(_Profile)
        for document, entity, times in found:
            identity = self.of(document, entity.id)
            home = self.home.get((document, entity.id)) or self.linked.get(entity.id, entity.id)
            profiles[identity].add(entity, own=home == identity, times=times)
        return [profiles[identity].entity(identity, self.names.get(identity)) for identity in sorted(profiles)]


def resolve(
    linked: Mapping[str, str], decisions: Iterable[Decision], ids_in: Callable[[str], Iterable[str]]
) -> Resolution:
    """Apply the decisions that stand, in their order. ids_in: the ids that stand in a document."""
    everywhere = dict(linked)
    in_document: dict[tuple[str, str], str] = {}
    home: dict[tuple[str, str], str] = {}
    names: dict[str, str] = {}
    for decision in decisions:
        if decision.undone:
            continue
        entity = linked.get(decision.entity, decision.entity)
        if decision.kind == "rename" and decision.name:
            names[entity] = decision.name
        elif decision.kind == "merge" and decision.other:
            other = linked.get(decision.other, decision.other)
            everywhere = {key: entity if current == other else current for key, current in everywhere.items()}
            in_document = {key: entity if current == other else current for key, current in in_document.items()}
        elif decision.kind == "split" and decision.other:
            everywhere.setdefault(decision.other, decision.other)
            for document in decision.documents:
                for identity in ids_in(document):
                    place = document, identity
                    if in_document.get(place, everywhere.get(identity, identity)) == entity:
                        in_document[place] = home[place] = decision.other
            if decision.name:
                names[decision.other] = decision.name
    return Resolution(everywhere, in_document, home, linked, names)


@dataclass(slots=True)
class _Profile:
    """What the articles say about one entity, counted."""

    # plain dicts: a case of a million claims has 200,000 of these, and a Counter takes ten times as long to make
    own: dict[tuple[str, str], int] = field(default_factory=dict)
    others: dict[tuple[str, str], int] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    countries: dict[str, int] = field(default_factory=dict)
    descriptions: dict[str, int] = field(default_factory=dict)
    wikidata: dict[str, int] = field(default_factory=dict)
    collective: bool = True

    def add(self, entity: Entity, *, own: bool, times: int) -> None:
        names = self.own if own else self.others
        key = entity.type, entity.name
        names[key] = names.get(key, 0) + times
        self.forms.add(entity.name)
        self.forms.update(entity.aliases)
        for counter, value in (
            (self.countries, entity.country),
            (self.descriptions, entity.description),
            (self.wikidata, entity.wikidata_id),
        ):
            if value is not None:
                counter[value] = counter.get(value, 0) + times
        self.collective = self.collective and entity.collective

    def entity(self, identity: str, given: str | None) -> Entity:
        names = self.own or self.others
        kinds: dict[str, int] = {}
        for (kind, _), count in names.items():
            kinds[kind] = kinds.get(kind, 0) + count
        # the fullest form, and of equally long ones the usual one
        name = min(names, key=lambda key: (-len(key[1].split()), -names[key], -len(key[1]), key))[1]
        return Entity(
            id=identity,
            type=_commonest(kinds) or "",
            name=given or name,
            aliases=tuple(sorted((self.forms | {name}) - {given or name})),
            country=_commonest(self.countries),
            description=_commonest(self.descriptions),
            wikidata_id=_commonest(self.wikidata),
            collective=self.collective,
        )


def _commonest(counter: Mapping[str, int]) -> str | None:
    """Return what stands most often; of equals the longest, then the first in the alphabet."""
    if len(counter) < 2:  # noqa: PLR2004  nothing to choose, as most often
        return next(iter(counter), None)
    return min(counter, key=lambda value: (-counter[value], -len(value), value), default=None)
