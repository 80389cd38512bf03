"""The best one-to-one assignment of rows to columns (Kuhn and Munkres, with potentials; cubic time)."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["best_total"]


def best_total(gains: Sequence[Sequence[float]]) -> float:
    """Give the largest sum of gains when each row takes at most one column and each column at most one row.

    gains: a table of non-negative numbers, its rows of equal length.
    """
    if not gains or not gains[0]:
        return 0.0
    # no more rows than columns, so that every row finds a column
    table = gains if len(gains) <= len(gains[0]) else list(zip(*gains, strict=True))
    owner = _assign([[-gain for gain in row] for row in table])
    return sum(table[row][column] for column, row in enumerate(owner) if row is not None)


def _assign(costs: list[list[float]]) -> list[int | None]:
    """Give the row that owns each column in a cheapest assignment of all rows."""
    rows, columns = len(costs), len(costs[0])
    of_row = [0.0] * rows
    of_column = [0.0] * (columns + 1)
    free = columns  # a column that is not there, where each new row begins
    owner: list[int | None] = [None] * (columns + 1)
    for new in range(rows):
        owner[free] = new
        here = free
        slack = [inf] * columns
        came_from = [free] * columns
        done = [False] * (columns + 1)
        while (row := owner[here]) is not None:
            done[here] = True
            for column in range(columns):
                if not done[column]:
                    reduced = costs[row][column] - of_row[row] - of_column[column]
                    if reduced < slack[column]:
                        slack[column], came_from[column] = reduced, here
            nearest = min((column for column in range(columns) if not done[column]), key=slack.__getitem__)
            step = slack[nearest]
            for column in range(columns + 1):
                reached = owner[column]
                if done[column] and reached is not None:
                    of_row[reached] += step
                    of_column[column] -= step
                elif column < columns:
                    slack[column] -= step
            here = nearest
        while here != free:
            owner[here] = owner[came_from[here]]
            here = came_from[here]
    return owner[:columns]
