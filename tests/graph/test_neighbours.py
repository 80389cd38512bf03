"""Who stands near an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from polgraph.errors import BadParameter, UnknownEntity
from polgraph.graph import neighbourhood
from strategies import days, graphs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def test_claims_of_one_relation_and_pair_are_one_hop(quarrel: nx.MultiDiGraph) -> None:
    feud, meeting = neighbourhood(quarrel, "person:ada")
    assert (feud.source, feud.relation, feud.target, feud.direction) == (
        "person:ada",
        "FEUDS_WITH",
        "person:carl",
        "both",
    )
    assert [claim["id"] for claim in feud.claims] == ["c1", "c4"]
    assert [claim["modality"] for claim in meeting.claims] == ["negated"]


def test_the_second_hop_holds_what_joins_the_neighbours(quarrel: nx.MultiDiGraph) -> None:
    hops = neighbourhood(quarrel, "person:ada", hops=2)
    assert [(hop.depth, hop.source, hop.target) for hop in hops] == [
        (1, "person:ada", "person:carl"),
        (1, "person:ada", "person:eve"),
        (2, "person:carl", "person:eve"),
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"relations": ["MET_WITH"]}, ["c3"]),
        ({"sign": -1}, ["c1", "c4"]),
        ({"modalities": ["asserted"]}, ["c1", "c4"]),
        ({"since": "2025-02-01"}, ["c1", "c3"]),
        ({"until": "2025-02-01"}, ["c4"]),
        ({"since": "2026-01-01"}, []),
    ],
)
def test_only_claims_that_pass_the_filter_count(
    quarrel: nx.MultiDiGraph, filters: dict[str, Any], expected: list[str]
) -> None:
    found = neighbourhood(quarrel, "person:ada", **filters)
    assert sorted(claim["id"] for hop in found for claim in hop.claims) == expected


@pytest.mark.parametrize("filters", [{"relations": ["ACUSED"]}, {"sign": 2}, {"modalities": ["maybe"]}])
def test_a_filter_outside_the_vocabulary_is_refused(quarrel: nx.MultiDiGraph, filters: dict[str, Any]) -> None:
    with pytest.raises(BadParameter, match=r"choose among|give -1"):
        neighbourhood(quarrel, "person:ada", **filters)


def test_an_id_that_is_not_there_is_refused(quarrel: nx.MultiDiGraph) -> None:
    with pytest.raises(UnknownEntity):
        neighbourhood(quarrel, "person:nobody")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_it_holds_each_claim_within_reach_once(data: st.DataObject) -> None:
    graph = data.draw(graphs())
    entity = data.draw(st.sampled_from(sorted(graph)))
    hops = data.draw(st.integers(1, 4))
    sign = data.draw(st.none() | st.sampled_from([-1, 0, 1]))
    since = data.draw(st.none() | days)

    def counts(claim: Mapping[str, Any]) -> bool:
        day = claim.get("date") or claim.get("published")
        return (sign is None or claim["sign"] == sign) and (since is None or (day is not None and day >= since))

    near = nx.Graph()
    near.add_nodes_from(graph)
    edges = [(s, o, claim) for s, o, claim in graph.edges(data=True) if counts(claim)]
    near.add_edges_from((s, o) for s, o, _ in edges)
    distance = nx.single_source_shortest_path_length(near, entity, cutoff=hops)
    expected = {
        claim["id"]: min(distance[s], distance[o]) + 1
        for s, o, claim in edges
        if s in distance and min(distance[s], distance.get(o, hops)) < hops
    }

    found = neighbourhood(graph, entity, hops=hops, sign=sign, since=since)

    assert sorted(claim["id"] for hop in found for claim in hop.claims) == sorted(expected)
    assert all(hop.depth == expected[claim["id"]] for hop in found for claim in hop.claims)
    assert [(hop.depth, -len(hop.claims)) for hop in found] == sorted((hop.depth, -len(hop.claims)) for hop in found)
