"""What a store of the graph can do: run a Cypher query that only reads, and give back rows; say whom a name means.

The same query gives the same rows on every store, so the tests under tests/stores run on each of them.

Labels are `:Entity:Person|Institution|Nation` and `:Document`; a claim is a relationship whose type is its relation
and whose properties are the edge's attributes without `relation`; `(:Entity)-[:MENTIONED_IN {count}]->(:Document)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CheckedQuery", "Result", "Store"]


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of plain values (numbers, strings, booleans, None, lists and maps of these) under their columns.

    truncated: there were more rows than the limit asked for.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    truncated: bool = False


class CheckedQuery(str):
    """A query that was checked before, as those of our own shelf are by the tests; a store runs it as it is."""

    __slots__ = ()


@runtime_checkable
class Store(Protocol):
    """A graph that answers Cypher."""

    def run(
        self,
        query: str,
        parameters: Mapping[str, Any],
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Result:
        """Answer a query that only reads.

        Raises RefusedQuery where it writes, calls out or is known to be answered wrongly here, QueryError where it
        is malformed, StoreError where the store cannot answer within `timeout` seconds or at all.
        """
        ...

    def resolve(self, name: str) -> str:
        """Return the id of the one entity that a name, an alias, a part of one or an id stands for.

        Raises UnknownEntity or AmbiguousEntity, with candidates.
        """
        ...

    def close(self) -> None:
        """Let go of connections and memory."""
        ...
