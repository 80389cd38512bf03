"""Which claims count: by relation, sign, modality and time. A `Filter` is a test on the attributes of one edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polgraph.errors import BadParameter
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["MODALITIES", "STATED", "Filter", "claim_order", "when"]

MODALITIES = ("asserted", "planned", "possible", "negated")
"""From the firmest to what is denied; claims are listed in this order."""

STATED = frozenset({"asserted", "planned", "possible"})
"""All but the denied: "they never met" is no step on the way from one to the other."""

_RANK = {modality: rank for rank, modality in enumerate(MODALITIES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a claim must be to count; None asks nothing.

    since, until: ISO dates, both included, compared with `when` the claim is about; a claim without any date
    fails both.
    """

    relations: frozenset[str] | None = None
    sign: int | None = None
    modalities: frozenset[str] | None = None
    since: str | None = None
    until: str | None = None

    @classmethod
    def of(
        cls,
        *,
        relations: Collection[str] | None = None,
        sign: int | None = None,
        modalities: Collection[str] | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Filter:
        """Check the words against the vocabulary and make the filter."""
        _check("relation", relations, RELATIONS)
        _check("modality", modalities, MODALITIES)
        if sign not in (None, -1, 0, 1):
            raise BadParameter(f"sign {sign}: give -1 for hostile, 0 for neutral or 1 for friendly")
        return cls(
            relations=None if relations is None else frozenset(relations),
            sign=sign,
            modalities=None if modalities is None else frozenset(modalities),
            since=since,
            until=until,
        )

    @property
    def passes_all(self) -> bool:
        """Whether every claim counts, so that nobody need ask."""
        return self == _EVERYTHING

    def __call__(self, claim: Mapping[str, Any]) -> bool:
        """Tell whether this edge counts."""
        if self.relations is not None and claim["relation"] not in self.relations:
            return False
        if self.sign is not None and claim["sign"] != self.sign:
            return False
        if self.modalities is not None and claim["modality"] not in self.modalities:
            return False
        if self.since is None and self.until is None:
            return True
        day = when(claim)
        return (
            day is not None and (self.since is None or day >= self.since) and (self.until is None or day <= self.until)
        )


_EVERYTHING = Filter()


def when(claim: Mapping[str, Any]) -> str | None:
    """Return the day a claim is about, or else the day it was published."""
    day: str | None = claim.get("date") or claim.get("published")
    return day


def claim_order(claim: Mapping[str, Any]) -> tuple[int, float, str, int, str]:
    """Key that puts the firmest and surest claim first."""
    return _RANK[claim["modality"]], -claim["confidence"], claim["document"], claim["start"], claim["id"]


def _check(what: str, given: Collection[str] | None, known: Collection[str]) -> None:
    unknown = sorted(set(given or ()) - set(known))
    if unknown:
        raise BadParameter(f"unknown {what} {', '.join(unknown)}: choose among {', '.join(known)}")
