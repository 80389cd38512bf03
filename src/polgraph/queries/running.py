"""A canned query and its parameters in; rows out, from the graph in memory or from any store."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from polgraph.queries.catalogue import find
from polgraph.queries.header import CannedQuery
from polgraph.queries.parameters import bind
from polgraph.queries.rows import Rows
from polgraph.stores.base import CheckedQuery, Store
from polgraph.stores.embedded import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import networkx as nx

__all__ = ["run", "store_of"]

# a graph is read many times in a notebook or a shell, and its engine is filled once
_stores: WeakKeyDictionary[nx.MultiDiGraph | Store, EmbeddedStore] = WeakKeyDictionary()


def run(  # noqa: PLR0913  the rest is by name
    source: nx.MultiDiGraph | Store,
    query: str | CannedQuery,
    parameters: Mapping[str, Any] | None = None,
    *,
    folders: Sequence[Path] = (),
    timeout: float | None = None,
    limit: int | None = None,
    **named: Any,  # noqa: ANN401  values of the query's parameters
) -> Rows:
    """Answer a canned query.

    source: the graph in memory, or a store. parameters, named: the query's parameters by name; an entity may be given
    as name, alias or id. folders: where to look for queries besides our own. limit: the most rows to keep.
    """
    canned = query if isinstance(query, CannedQuery) else find(query, folders)
    store = store_of(source)
    values = bind(canned, {**(parameters or {}), **named}, store.resolve)
    text = _checked(canned.cypher) if canned.own else canned.cypher
    result = store.run(text, values, timeout=timeout, limit=limit)
    return Rows(result.columns, result.rows, result.truncated)


def store_of(source: nx.MultiDiGraph | Store) -> Store:
    """Return the store itself, or the one that answers for this graph."""
    # most often a graph that was asked before; whether something is a store takes longer to tell than a small answer
    store = _stores.get(source)
    if store is not None:
        return store
    if isinstance(source, Store):
        return source
    store = _stores[source] = EmbeddedStore(source)
    return store


@lru_cache(maxsize=256)
def _checked(text: str) -> CheckedQuery:
    return CheckedQuery(text)
