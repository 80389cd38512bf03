"""What leads from one entity to another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from polgraph.errors import UnknownEntity
from polgraph.graph import STATED, paths
from strategies import graphs

if TYPE_CHECKING:
    from typing import Any


def test_a_path_carries_the_claims_of_each_step(quarrel: nx.MultiDiGraph) -> None:
    [path] = paths(quarrel, "person:ada", "person:eve", modalities=STATED)
    assert path.nodes == ("person:ada", "person:carl", "person:eve")
    assert [[claim["id"] for claim in hop.claims] for hop in path.hops] == [["c1", "c4"], ["c2"]]
    assert path.evidence == 3


def test_a_denied_claim_joins_unless_only_stated_ones_are_asked_for(quarrel: nx.MultiDiGraph) -> None:
    [path] = paths(quarrel, "person:ada", "person:eve")
    assert [claim["modality"] for hop in path.hops for claim in hop.claims] == ["negated"]


def test_the_next_best_path_follows(quarrel: nx.MultiDiGraph) -> None:
    assert [len(path.steps) for path in paths(quarrel, "person:ada", "person:eve", k=5)] == [1, 2]


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        ({"through": "person:carl"}, ["person:carl"]),
        ({"avoid": ["person:carl"]}, []),
        ({"relations": ["MET_WITH"]}, []),
        ({"sign": 1}, []),
        ({"max_hops": 1}, []),
    ],
)
def test_a_path_can_be_made_to_pass_or_to_avoid(
    quarrel: nx.MultiDiGraph, narrowed: dict[str, Any], expected: list[str]
) -> None:
    found = paths(quarrel, "person:ada", "person:eve", **narrowed)
    assert [node for path in found for node in path.nodes[1:-1]] == expected


def test_there_is_no_path_from_an_entity_to_itself_or_to_one_that_is_avoided(quarrel: nx.MultiDiGraph) -> None:
    assert paths(quarrel, "person:ada", "person:ada") == []
    assert paths(quarrel, "person:ada", "person:eve", avoid=["person:eve"]) == []


def test_an_id_that_is_not_there_is_refused(quarrel: nx.MultiDiGraph) -> None:
    with pytest.raises(UnknownEntity):
        paths(quarrel, "person:ada", "person:nobody")


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_they_are_the_best_simple_paths_in_their_order(data: st.DataObject) -> None:
    graph = data.draw(graphs(max_entities=7))
    a, b = (data.draw(st.sampled_from(sorted(graph))) for _ in range(2))
    most, k = data.draw(st.integers(1, 6)), data.draw(st.integers(1, 30))
    through = data.draw(st.none() | st.sampled_from(sorted(graph)))
    avoid = data.draw(st.lists(st.sampled_from(sorted(graph)), max_size=1))
    modalities = data.draw(st.sampled_from([None, STATED]))

    weights: dict[frozenset[str], int] = {}
    for s, o, claim in graph.edges(data=True):
        if modalities is None or claim["modality"] in modalities:
            weights[frozenset((s, o))] = weights.get(frozenset((s, o)), 0) + 1
    joined = nx.Graph()
    joined.add_nodes_from(graph)
    joined.add_edges_from(tuple(pair) for pair in weights if len(pair) == 2)
    ways = [] if a == b else [tuple(way) for way in nx.all_simple_paths(joined, a, b, cutoff=most)]
    ways = [way for way in ways if not set(way) & set(avoid) and (through is None or through in way)]
    ways.sort(
        key=lambda way: (
            len(way),
            -sum(weights[frozenset(step)] for step in pairwise(way)),
            [graph.nodes[node]["name"] for node in way],
            way,
        )
    )

    found = paths(graph, a, b, max_hops=most, k=k, through=through, avoid=avoid, modalities=modalities)

    assert [path.nodes for path in found] == ways[:k]
    for path in found:
        assert path.evidence == sum(weights[frozenset(step)] for step in pairwise(path.nodes))
