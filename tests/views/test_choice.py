"""What goes into a picture: selection and trimming."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.errors import BadParameter, ViewError
from polgraph.views.select import Wanted, choose
from polgraph.views.trim import trim

if TYPE_CHECKING:
    import networkx as nx

    from views.reader import Crowd


def test_the_whole_graph_without_those_of_whom_nothing_is_claimed(story: nx.MultiDiGraph) -> None:
    chosen = choose(story, Wanted())
    assert set(chosen.graph) == set(story) - {"person:alone"}
    assert chosen.left_out == "One entity about which nothing is claimed is not drawn."


def test_around_an_entity_every_claim_between_its_neighbours_is_kept(story: nx.MultiDiGraph) -> None:
    chosen = choose(story, Wanted(around="person:oren-tavel"))
    assert set(chosen.graph) == {
        "person:oren-tavel",
        "person:lina-marek",
        "institution:port-authority",
        "nation:ostland",
    }
    assert chosen.graph.has_edge("person:lina-marek", "institution:port-authority")
    assert chosen.begin == {"selected": {"entity": "person:oren-tavel"}}


def test_two_hops_reach_further(story: nx.MultiDiGraph) -> None:
    near = choose(story, Wanted(around="person:oren-tavel", hops=2)).graph
    assert {"person:ruzhin", "nation:meridia", "institution:harbour-party"} < set(near)


def test_a_path_keeps_what_lies_on_the_best_ways(story: nx.MultiDiGraph) -> None:
    chosen = choose(story, Wanted(ends=("person:ida-quist", "nation:ostland"), hops=4))
    assert {"person:ida-quist", "person:ruzhin", "nation:ostland"} <= set(chosen.graph)
    assert chosen.begin == {"route": {"from": "person:ida-quist", "to": "nation:ostland", "turn": 0}}


def test_no_path_is_an_error_that_says_what_to_do(story: nx.MultiDiGraph) -> None:
    with pytest.raises(ViewError, match="allow more with --hops"):
        choose(story, Wanted(ends=("person:ida-quist", "person:alone"), hops=4))


@pytest.mark.parametrize(
    ("wanted", "claims"),
    [
        (Wanted(relations=frozenset({"ACCUSED", "MET_WITH"})), 4),
        (Wanted(sign=-1), 7),
        (Wanted(since="2024-04-01"), 5),
        (Wanted(until="2024-03-02"), 5),
        (Wanted(min_reports=2), 3),
        (Wanted(min_reports=2, sign=-1, until="2024-03-31"), 2),
        (Wanted(claims=frozenset({"c0", "c3"})), 2),
    ],
)
def test_conditions_narrow(story: nx.MultiDiGraph, wanted: Wanted, claims: int) -> None:
    assert choose(story, wanted).graph.number_of_edges() == claims


def test_conditions_nothing_passes_are_an_error(story: nx.MultiDiGraph) -> None:
    with pytest.raises(ViewError, match="nothing is left to draw"):
        choose(story, Wanted(min_reports=9))


def test_an_unknown_relation_is_an_error_that_lists_the_known(story: nx.MultiDiGraph) -> None:
    with pytest.raises(BadParameter, match="ACCUSED"):
        choose(story, Wanted(relations=frozenset({"HATES"})))


def test_choosing_leaves_the_graph_as_it_was(story: nx.MultiDiGraph) -> None:
    before = sorted(story.edges(keys=True)), sorted(story)
    choose(story, Wanted(around="person:ruzhin", sign=1, min_reports=1))
    assert (sorted(story.edges(keys=True)), sorted(story)) == before


def test_a_readable_graph_is_not_trimmed(crowd: Crowd) -> None:
    graph = crowd(200)
    assert trim(graph) == (graph, None)


def test_a_large_graph_keeps_its_most_telling_part_and_says_so(crowd: Crowd) -> None:
    graph = crowd(400)
    # one pair that ten articles write about, thrice each
    _, _, claim = next(iter(graph.edges(data=True)))
    for number in range(30):
        relation = ("ACCUSED", "SUPPORTED", "MET_WITH")[number % 3]
        own = {"id": f"x{number}", "document": f"d{number // 3}", "relation": relation, "confidence": 1.0}
        graph.add_edge("person:0", "person:399", key=f"x{number}", **{**claim, **own})
    kept, left_out = trim(graph, limit=50)
    assert len(kept) <= 50
    assert {"person:0", "person:399"} <= set(kept)
    assert left_out is not None
    assert left_out.startswith(f"{400 - len(kept)} of 400 entities")


def test_standing_ties_tell_half_as_much_as_events(story: nx.MultiDiGraph) -> None:
    story.remove_edges_from(
        [
            (s, o, k)
            for s, o, k, c in story.edges(keys=True, data=True)
            if c["relation"] not in {"CITIZEN_OF", "SPEAKS_FOR", "MET_WITH"}
        ]
    )
    kept, _ = trim(story, limit=2)
    assert set(kept) == {"person:ida-quist", "person:ruzhin"}


def test_the_entity_in_the_middle_is_never_trimmed(crowd: Crowd) -> None:
    kept, _ = trim(crowd(300), limit=20, always=["person:299"])
    assert "person:299" in kept


def test_all_overrides(crowd: Crowd) -> None:
    assert len(choose(crowd(400), Wanted(limit=None)).graph) == 400
