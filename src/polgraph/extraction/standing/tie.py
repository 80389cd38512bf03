"""One tie between a person or body and what it belongs to, as a candidate claim.

In: two links and the rule that joins them. Out: a `Candidate`, or the entity that a tie needs and no name stands for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import words
from polgraph.extraction.participants import Participant
from polgraph.extraction.predicates import Candidate
from polgraph.extraction.titles import kin
from polgraph.model import Entity
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.standing.offices import Office
    from polgraph.model import Modality

__all__ = ["has_posts", "named", "tie"]


def tie(  # noqa: PLR0913
    relation: str,
    person: Link,
    body: Link,
    rule: str,
    office: Office | None = None,
    modality: Modality = "asserted",
) -> Candidate:
    """Join a person or body to what it belongs to; a title brings its words, its kinship and whether it is over."""
    takes = RELATIONS[relation].properties
    return Candidate(
        relation=relation,
        subject=Participant(person.entity, person.start, person.end, person.score),
        object=Participant(body.entity, body.start, body.end, body.score),
        trigger=office.at if office else person.head,
        modality=modality,
        rule=rule,
        title=office.title if office and "title" in takes else None,
        former=True if office and office.former and relation == "HOLDS_OFFICE" else None,
        kin=kin(office.title.split()[-1]) if office and "kin" in takes else None,
    )


def named(kind: str, name: str, resolution: Resolution, aliases: tuple[str, ...], country: str | None = None) -> str:
    """Return the id of an entity of this name, which is made where it is not there yet, with these aliases."""
    identifier = entity_id(kind, name)
    known = resolution.entities.get(identifier)
    merged = tuple(sorted({*aliases, *(known.aliases if known else ())} - {name}))
    resolution.entities[identifier] = Entity(id=identifier, type=kind, name=name, aliases=merged, country=country)
    return identifier


def has_posts(name: str) -> bool:
    """Tell a body that one works for; any other name after "X of" is a party, a list or a group that one belongs to."""
    parts = [word.casefold() for word in re.split(r" of | for ", name, maxsplit=1)[0].split()] or [name.casefold()]
    works = gazetteer.is_institution_head(parts[-1]) or gazetteer.is_organ(name) or gazetteer.is_outlet(name)
    return works and parts[-1] not in words("institutions", "joined")
