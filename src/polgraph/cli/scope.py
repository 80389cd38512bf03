"""The graph about a few entities, wherever it lives: `scope_options` passes `scope: Scope`."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.neo4j_options import open_store
from polgraph.cli.source import source_options

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from polgraph.case import Case
    from polgraph.cli.source import Source
    from polgraph.stores.neo4j import Neo4jStore

__all__ = ["Scope", "scope_options"]


def scope_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Pass `scope: Scope`, made from --on, --case and the options of Neo4j."""

    @functools.wraps(function)
    def with_scope(*args: Any, source: Source, **options: Any) -> Any:  # noqa: ANN401  any command's
        return function(*args, scope=_open(source), **options)

    return source_options(with_scope)


class Scope:
    """A case, or a database that holds one."""

    def __init__(self, *, case: Case | None = None, store: Neo4jStore | None = None) -> None:
        self._case = case
        self._store = store

    def resolve(self, name: str) -> str:
        """Return the id of the one entity that a name, an alias or an id stands for."""
        if self._case is not None:
            return self._case.resolve(name)
        assert self._store is not None
        return self._store.resolve(name)

    def graph(self, *entities: str, steps: int = 1) -> nx.MultiDiGraph:
        """Return a graph with all claims within so many steps of these entities; in memory it is the whole graph."""
        from polgraph.stores.excerpt import excerpt  # noqa: PLC0415  `--help` needs no graph

        if self._case is not None:
            return self._case.graph
        assert self._store is not None
        return excerpt(self._store.connection, entities, steps)


def _open(source: Source) -> Scope:
    if source.on == "neo4j":
        return Scope(store=open_store(source.database))
    from polgraph.case import Case  # noqa: PLC0415  `--help` needs no SQLite

    return Scope(case=click.get_current_context().with_resource(Case(source.case_path)))
