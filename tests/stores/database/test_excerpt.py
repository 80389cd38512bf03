"""A part of the graph fetched from Neo4j answers what the whole graph in memory answers."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polgraph.graph import neighbourhood, paths
from polgraph.stores.excerpt import excerpt
from polgraph.stores.load import load
from strategies import dense_graph

if TYPE_CHECKING:
    import networkx as nx

    from polgraph.graph import Hop
    from polgraph.stores.connection import Connection


@pytest.fixture(params=range(3))
def graph(request: pytest.FixtureRequest, connection: Connection) -> nx.MultiDiGraph:
    """A graph, loaded. Of its claims few are kept, so that ways are long."""
    graph = dense_graph(request.param)
    for number, (subject, target, key) in enumerate(list(graph.edges(keys=True))):
        if number % 29:
            graph.remove_edge(subject, target, key)
    load(connection, graph, Path("part.db"))
    return graph


@pytest.mark.parametrize("hops", [1, 2])
def test_a_neighbourhood(connection: Connection, graph: nx.MultiDiGraph, hops: int) -> None:
    for entity in graph:
        part = excerpt(connection, [entity], hops)
        assert told(neighbourhood(part, entity, hops=hops)) == told(neighbourhood(graph, entity, hops=hops))


@pytest.mark.parametrize("max_hops", [1, 2, 3, 4])
def test_ways(connection: Connection, graph: nx.MultiDiGraph, max_hops: int) -> None:
    for a, b in combinations(sorted(graph), 2):
        part = excerpt(connection, [a, b], (max_hops + 1) // 2)
        found = [paths(whole, a, b, max_hops=max_hops, k=5) for whole in (part, graph)]
        assert [way.nodes for way in found[0]] == [way.nodes for way in found[1]]


def test_what_is_known_of_an_entity(connection: Connection, graph: nx.MultiDiGraph) -> None:
    for entity, data in graph.nodes(data=True):
        part = excerpt(connection, [entity], 1)
        assert part.nodes[entity] == data
        mentions = {pair: count for pair, count in graph.graph["mentions"].items() if pair[0] == entity}
        assert part.graph["mentions"] == mentions


def told(hops: list[Hop]) -> list[Hop]:
    return sorted(hops, key=lambda hop: (hop.depth, hop.source, hop.target, hop.relation, hop.direction))
