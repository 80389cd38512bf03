"""Countries of people and institutions, from what the article itself ties them to.

In: the claims of an article. Out: `country` filled in the resolution's entities: by nationality or office in a
nation, by being an organ of one, by office in or membership of an institution that has a country.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from polgraph.extraction.links import Resolution
    from polgraph.model import Claim

__all__ = ["spread_countries"]

# the strongest evidence first
_TIES = ("CITIZEN_OF", "PART_OF", "HOLDS_OFFICE", "SPEAKS_FOR", "MEMBER_OF")
_ROUNDS = 3


def spread_countries(claims: Sequence[Claim], resolution: Resolution) -> None:
    """Give a country to each entity that a tie leads to one."""
    for _ in range(_ROUNDS):
        for relation in _TIES:
            for claim in claims:
                if claim.relation != relation or claim.modality == "negated" or claim.former:
                    continue
                country = resolution.entities[claim.object].country
                if country and resolution.entities[claim.subject].country is None:
                    resolution.revise(claim.subject, country=country)
