"""Train, dev or test: fixed by a hash of the article's number, whatever else is in the corpus.

The articles came in two batches: 1 to 300, and 301 to 330 of plain news. The numbers of a batch are ranked by SHA-256
among themselves, and each batch has its own 20 (train), 5 (dev) and 5 (test) of 30. So an article keeps its part while
others are added, renamed or mended, and every part has its share of plain news. Later numbers fall by hash in the same
shares. The articles that are annotated twice are drawn in the same way, from the first batch.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256

__all__ = ["SPLITS", "annotated_twice", "split"]

SPLITS = ("train", "dev", "test")
_FIRST, _PLAIN = range(1, 301), range(301, 331)
_SHARE = 30  # of so many, 20 are train and 5 are dev
_TRAIN, _DEV = 20, 25
_TWICE = 45


def split(number: int) -> str:
    """Name the part that the article of this number belongs to."""
    place = _places().get(number)
    if place is None:
        place = int(_digest(number), 16) % _SHARE
    return "train" if place < _TRAIN else "dev" if place < _DEV else "test"


@cache
def annotated_twice() -> frozenset[int]:
    """Give the numbers of the articles that a second person annotates, drawn from all three parts."""
    ordered = sorted(_FIRST, key=lambda number: sha256(f"second {number}".encode()).hexdigest())
    return frozenset(ordered[:_TWICE])


@cache
def _places() -> dict[int, int]:
    """Give the rank of each number in its batch, scaled to a batch of thirty."""
    return {
        number: rank * _SHARE // len(batch)
        for batch in (_FIRST, _PLAIN)
        for rank, number in enumerate(sorted(batch, key=_digest))
    }


def _digest(number: int) -> str:
    return sha256(f"polgraph corpus {number:03}".encode()).hexdigest()
