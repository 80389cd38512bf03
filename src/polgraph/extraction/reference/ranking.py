"""Which of several antecedents: a log-linear model whose weights were learnt from our own annotated articles.

In: for each candidate the features that hold. Out: a probability for each. `lexicon/antecedents.yaml` holds the weights
(`scripts/antecedents` writes it anew); the model is the mention ranker of Denis and Baldridge (2008), in which
"nobody" is a candidate too.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["probabilities"]


def probabilities(model: str, candidates: Sequence[Iterable[str]]) -> list[float]:
    """Return how likely each candidate is, given its features; they add up to one."""
    weights = load("antecedents")[model]
    scores = [sum(weights.get(feature, 0.0) for feature in features) for features in candidates]
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
