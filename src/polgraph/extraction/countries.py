"""Countries of people and institutions, from what the article itself ties them to.

In: the claims of an article. Out: `country` filled in the resolution's entities: by a state in an institution's name,
by nationality or office in a nation, by being an organ of one, by office in or membership of an institution that has
a country; whoever bears an office of state in an article that names one country only is of that country.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.gazetteer import place
from polgraph.extraction.titles import kinds, title_ending_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from polgraph.extraction.links import Resolution
    from polgraph.model import Claim

__all__ = ["spread_countries"]

# the strongest evidence first
_TIES = ("CITIZEN_OF", "PART_OF", "HOLDS_OFFICE", "SPEAKS_FOR", "MEMBER_OF")
_ROUNDS = 3


def spread_countries(claims: Sequence[Claim], resolution: Resolution) -> None:
    """Give a country to each entity that its name, a tie or its office leads to one."""
    _by_name(resolution)
    for _ in range(_ROUNDS):
        for relation in _TIES:
            for claim in claims:
                if claim.relation != relation or claim.modality == "negated" or claim.former:
                    continue
                country = resolution.entities[claim.object].country
                if country and resolution.entities[claim.subject].country is None:
                    resolution.revise(claim.subject, country=country)
    _by_office(resolution)


def _by_name(resolution: Resolution) -> None:
    """Read the state in a name ("the National Bank of Ostland"); a capital in one ("the Port Varn Post") is a place."""
    for entity in list(resolution.entities.values()):
        if entity.type != "Institution" or entity.country is not None:
            continue
        states = [found for word in entity.name.split() if (found := place(word)) is not None and found.country]
        countries = {state.country for state in states if not state.capital and not state.part}
        if len(countries) == 1:
            resolution.revise(entity.id, country=countries.pop())


def _by_office(resolution: Resolution) -> None:
    countries = {entity.country for entity in resolution.entities.values()} - {None}
    if len(countries) != 1:
        return
    only = countries.pop()
    for link in resolution.links:
        entity = resolution.entities[link.entity]
        if entity.type != "Person" or entity.country is not None:
            continue
        title = title_ending_at(resolution.doc, link.start - 1)
        if title is not None and "office" in kinds(title[1]):
            resolution.revise(entity.id, country=only)
