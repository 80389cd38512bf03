"""What the graph of a case looks like."""

from __future__ import annotations

from hashlib import sha256

import networkx as nx
from hypothesis import given, strategies as st

from polgraph.graph.projection import assemble

_NODES = st.sampled_from(["person:ada", "person:carl", "nation:meridia"])


def test_an_unknown_attribute_is_absent_and_never_none(quarrel: nx.MultiDiGraph) -> None:
    assert quarrel.nodes["person:ada"] == {"type": "Person", "name": "Ada Brook", "aliases": ["Brook", "the mayor"]}
    assert quarrel.nodes["person:carl"]["country"] == "FRA"


def test_each_claim_is_an_edge_under_its_id(quarrel: nx.MultiDiGraph) -> None:
    assert quarrel.edges["person:carl", "person:eve", "c2"] == {
        "relation": "MET_WITH",
        "id": "c2",
        "document": "quarrel.md",
        "published": "2025-03-01",
        "quote": "Carl Dorn met Eve Finch.",
        "start": 32,
        "end": 56,
        "speaker": "Ada Brook",
        "speaker_id": "person:ada",
        "modality": "asserted",
        "sign": 1,
        "plover": "CONSULT",
        "confidence": 0.5,
        "rule": "",
    }


def test_documents_and_mentions_belong_to_the_graph(quarrel: nx.MultiDiGraph) -> None:
    document = quarrel.graph["documents"]["quarrel.md"]
    assert document["title"] == "A quarrel"
    assert document["published"] == "2025-03-01"
    assert (
        document["sha256"]
        == sha256(
            b"Ada Brook feuds with Carl Dorn. Carl Dorn met Eve Finch. Eve Finch did not meet Ada Brook."
        ).hexdigest()
    )
    assert "publisher" not in document
    assert quarrel.graph["mentions"] == {("person:ada", "quarrel.md"): 2}


@given(ends=st.lists(st.tuples(_NODES, _NODES)))
def test_edges_stand_in_the_graph_as_add_edge_puts_them(ends: list[tuple[str, str]]) -> None:
    edges = [(one, other, {"id": f"c{number}", "sign": 1}) for number, (one, other) in enumerate(ends)]
    expected = nx.MultiDiGraph()
    for subject, target, claim in edges:
        expected.add_edge(subject, target, claim["id"], **claim)

    graph = assemble([], edges, {}, {}, {})

    expected.graph |= graph.graph
    assert nx.utils.graphs_equal(graph, expected)  # type: ignore[no-untyped-call]
    assert list(graph.edges(keys=True)) == list(expected.edges(keys=True))
    assert list(graph.in_edges(keys=True)) == list(expected.in_edges(keys=True))
    graph.remove_edges_from(list(graph.edges(keys=True)))
    assert not list(graph.in_edges())
