"""A graph with some of its claims: ids of claims in, a graph of the same make out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    import networkx as nx

__all__ = ["only_claims"]


def only_claims(graph: nx.MultiDiGraph, claims: Iterable[str], *, always: Collection[str] = ()) -> nx.MultiDiGraph:
    """Copy the graph with these claims, the entities they join and those of `always`."""
    wanted = set(claims)
    kept = type(graph)()
    kept.graph.update(graph.graph)
    for entity in always:
        kept.add_node(entity, **graph.nodes[entity])
    for subject, object_, key, claim in graph.edges(keys=True, data=True):
        if key in wanted:
            for end in (subject, object_):
                if end not in kept:
                    kept.add_node(end, **graph.nodes[end])
            kept.add_edge(subject, object_, key=key, **claim)
    return kept
