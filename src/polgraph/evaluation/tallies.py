"""Counts that add up over articles, and the figures made of them: precision, recall, F1, shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Set as AbstractSet

__all__ = ["Share", "Tally", "add_shares", "add_tallies"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of the gold was found, and how much of the prediction is right.

    found of `gold` items, right of `predicted` ones. The two differ, and are fractions, for clusters of mentions.
    """

    gold: float = 0
    predicted: float = 0
    found: float = 0
    right: float = 0

    @classmethod
    def of(cls, gold: AbstractSet[object], predicted: AbstractSet[object]) -> Tally:
        """Count two sets whose items are right where they are equal."""
        both = len(gold & predicted)
        return cls(len(gold), len(predicted), both, both)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.found + other.found,
            self.right + other.right,
        )

    @property
    def precision(self) -> float:
        """The share of the prediction that is right, 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found, 0 where there is none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """So many right out of so many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float:
        """The share, 0 of nothing."""
        return self.right / self.of if self.of else 0.0


def add_tallies(total: dict[str, Tally], more: Mapping[str, Tally]) -> None:
    """Add counts of the same names to a running total."""
    for name, tally in more.items():
        total[name] = total.get(name, Tally()) + tally


def add_shares(total: dict[str, Share], more: Mapping[str, Share]) -> None:
    """Add shares of the same names to a running total."""
    for name, share in more.items():
        total[name] = total.get(name, Share()) + share
