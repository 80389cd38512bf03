from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from polgraph.views.layout import positions

if TYPE_CHECKING:
    from polgraph.views.layout import Positions
    from views.reader import Crowd


def distance(places: Positions, one: str, other: str) -> float:
    return math.dist(places[one], places[other])


def diagonal(places: Positions) -> float:
    xs, ys = zip(*places.values(), strict=True)
    return math.dist((min(xs), min(ys)), (max(xs), max(ys)))


def test_every_entity_has_a_place(story: nx.MultiDiGraph) -> None:
    assert set(positions(story)) == set(story)


def test_the_same_graph_gives_the_same_places_in_whatever_order_it_was_built(crowd: Crowd) -> None:
    graph = crowd(80)
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for one, other, key, claim in reversed(list(graph.edges(keys=True, data=True))):
        turned.add_edge(one, other, key=key, **claim)
    assert positions(graph) == positions(turned)


@pytest.mark.parametrize("size", [100, 300, 900])
def test_a_few_more_claims_move_little(crowd: Crowd, size: int) -> None:
    graph = crowd(size)
    before = positions(graph)
    for number in range(size // 50):
        one, other = f"person:{number * 17 % size}", f"person:{number * 41 % size}"
        graph.add_edge(one, other, key=f"new {number}")
    graph.add_edge("person:new", "person:3", key="newcomer")
    after = positions(graph)
    moved = [math.dist(before[node], after[node]) for node in before]
    assert median(moved) < 0.12 * diagonal(before)


def test_communities_are_kept_together(crowd: Crowd) -> None:
    graph = crowd(200, claims=4, group=20)
    places = positions(graph)
    nearest = [
        min((other for other in places if other != node), key=lambda other: distance(places, node, other))
        for node in places
    ]
    same = [
        int(node.split(":")[1]) // 20 == int(other.split(":")[1]) // 20
        for node, other in zip(places, nearest, strict=True)
    ]
    assert sum(same) / len(same) > 0.6  # a tenth would be chance


def test_names_have_room(crowd: Crowd) -> None:
    places = positions(crowd(120))
    nodes = list(places)
    crowded = [
        (one, other)
        for rank, one in enumerate(nodes)
        for other in nodes[rank + 1 :]
        if abs(places[one][0] - places[other][0]) < 60 and abs(places[one][1] - places[other][1]) < 30
    ]
    assert not crowded


def test_unconnected_parts_do_not_overlap() -> None:
    graph = nx.MultiDiGraph()
    for part in "abc":
        nx.add_cycle(graph, [f"{part}{n}" for n in range(6)])
    places = positions(graph)
    boxes = [
        (min(xs), max(xs), min(ys), max(ys))
        for part in "abc"
        for xs, ys in [zip(*(places[f"{part}{n}"] for n in range(6)), strict=True)]
    ]
    for rank, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[rank + 1 :]:
            assert right < other[0] or other[1] < left or bottom < other[2] or other[3] < top


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30), st.integers(0, 4))
def test_any_graph_is_placed(edges: list[tuple[int, int]], alone: int) -> None:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"alone{n}" for n in range(alone))
    for one, other in edges:
        graph.add_edge(f"n{one}", f"n{other}")
    places = positions(graph)
    assert set(places) == set(graph)
    assert len(set(places.values())) == len(places)


def test_a_large_graph_is_placed_by_the_grid(crowd: Crowd) -> None:
    graph = crowd(1500)
    places = positions(graph)
    linked = median(distance(places, one, other) for one, other in graph.edges())
    nodes = list(places)
    chance = median(distance(places, nodes[n], nodes[(n * 7) % 1500]) for n in range(1, 1500))
    assert linked < chance / 2
