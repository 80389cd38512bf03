"""How far a claim can be trusted: the measured precision of the rule that found it, times how sure its links are.

In: a rule's name, its relation, the scores of the two links. Out: a number between 0 and 1. `lexicon/confidence.yaml`
holds for each rule how often it was right on our own annotated articles (`scripts/confidence` writes it anew). A rule
seen a few times leans on its relation, and a relation on all rules (additive smoothing with a weight of `_WEIGHT`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["confidence", "precision"]

_WEIGHT = 5


def confidence(rule: str, relation: str, *scores: float) -> float:
    """Return the confidence of a claim, rounded to three digits."""
    value = precision(rule, relation)
    for score in scores:
        value *= score
    return round(value, 3)


@cache
def precision(rule: str, relation: str) -> float:
    """Return the smoothed share of claims of a rule that were right."""
    table = load("confidence")
    overall = _share(table["all"], "all", 0.5)
    return _share(table["rules"], rule, _share(table["relations"], relation, overall))


def _share(table: Mapping[str, list[int]], key: str, prior: float) -> float:
    right, found = table.get(key, (0, 0))
    return (right + _WEIGHT * prior) / (found + _WEIGHT)
