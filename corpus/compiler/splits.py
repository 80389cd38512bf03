"""Train, dev or test: fixed by a hash of the article's number, whatever else is in the corpus.

The numbers 1 to 300 are ranked by SHA-256 once; the first 200 are train, the next 50 dev, the last 50 test. So an
article keeps its part while others are added, renamed or mended. Later numbers fall by hash in the same shares.
The articles that are annotated twice are drawn in the same way.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256

__all__ = ["SPLITS", "annotated_twice", "split"]

SPLITS = ("train", "dev", "test")
_PLANNED = 300
_TRAIN, _DEV = 200, 250
_TWICE = 45


def split(number: int) -> str:
    """Name the part that the article of this number belongs to."""
    rank = _ranks().get(number)
    if rank is None:
        rank = int(_digest(number), 16) % _PLANNED
    return "train" if rank < _TRAIN else "dev" if rank < _DEV else "test"


@cache
def annotated_twice() -> frozenset[int]:
    """Give the numbers of the articles that a second person annotates, drawn from all three parts."""
    ordered = sorted(range(1, _PLANNED + 1), key=lambda number: sha256(f"second {number}".encode()).hexdigest())
    return frozenset(ordered[:_TWICE])


@cache
def _ranks() -> dict[int, int]:
    ordered = sorted(range(1, _PLANNED + 1), key=_digest)
    return {number: rank for rank, number in enumerate(ordered)}


def _digest(number: int) -> str:
    return sha256(f"polgraph corpus {number:03}".encode()).hexdigest()
