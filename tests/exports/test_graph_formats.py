"""What graph tools read back is what was in the graph, whatever the articles say."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import networkx as nx
from hypothesis import given, strategies as st

from polgraph.exports import cytoscape, gexf, graphml
from polgraph.exports.flat import flatten, writable
from polgraph.graph import build
from polgraph.model import Claim, Document, Entity

# letters, and more of what breaks files than chance would bring
ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("\x00\x0b\x1b\r\n\t\x85\u2028\ufffe\ud800<>&\"']")), min_size=1
)
GRAPHS = st.lists(ANY_TEXT, min_size=1, max_size=4, unique=True)


def graph_of(texts: list[str]) -> nx.MultiDiGraph:
    entities = [Entity(id=text, type="Person", name=text, aliases=(text, "x")) for text in texts]
    documents = [Document(id=text, text="", source="-", body=(0, 0), publisher=text) for text in texts]
    claims = [
        Claim(
            id=text,
            document=text,
            subject=text,
            relation="HOLDS_OFFICE",
            object=texts[place - 1],
            quote=text,
            start=0,
            end=len(text),
            speaker_text=text,
            title=text,
            former=bool(place % 2),
        )
        for place, text in enumerate(texts)
    ]
    return build(entities, claims, documents, {})


def as_is(graph: nx.MultiDiGraph) -> tuple[dict[str, Any], list[tuple[str, str, dict[str, Any]]]]:
    nodes = {node: dict(attributes) for node, attributes in graph.nodes(data=True)}
    edges = [(one, other, dict(attributes)) for one, other, attributes in graph.edges(data=True)]
    return nodes, sorted(edges, key=lambda edge: edge[2]["id"])


@given(GRAPHS)
def test_graphml_reads_back_as_written(texts: list[str]) -> None:
    flat = flatten(graph_of(texts))
    back = nx.read_graphml(BytesIO(graphml.render(graph_of(texts))), edge_key_type=str, force_multigraph=True)
    assert as_is(back) == as_is(flat)
    assert {str(key) for _, _, key in back.edges(keys=True)} == {key for _, _, key in flat.edges(keys=True)}


@given(GRAPHS)
def test_gexf_reads_back_as_written(texts: list[str]) -> None:
    flat = flatten(graph_of(texts))
    back = nx.read_gexf(BytesIO(gexf.render(graph_of(texts))))
    nodes, edges = as_is(flat)
    found, lines = as_is(back)
    assert found == nodes
    assert [(one, other, line["quote"], line["relation"], line["former"]) for one, other, line in lines] == [
        (one, other, line["quote"], line["relation"], line["former"]) for one, other, line in edges
    ]


@given(GRAPHS)
def test_cytoscape_json_reads_back_as_written(texts: list[str]) -> None:
    graph = graph_of(texts)
    elements = json.loads(cytoscape.render(graph))["elements"]
    assert [node["data"]["id"] for node in elements["nodes"]] == list(graph)
    assert [edge["data"]["quote"] for edge in elements["edges"]] == [quote for _, _, quote in graph.edges(data="quote")]


@given(ANY_TEXT)
def test_writable_text_stays_as_it_is_when_made_writable_again(text: str) -> None:
    assert writable(writable(text)) == writable(text)
    assert writable(text).encode()


def test_lists_are_joined_unknown_values_left_out_and_reserved_names_changed(small: nx.MultiDiGraph) -> None:
    flat = flatten(small)
    assert flat.nodes["person:Ana Ruiz"] == {
        "kind": "Person",
        "label": "Ana Ruiz",
        "aliases": "Ana Ruiz | x",
        "description": "Ana Ruiz",
    }
    [(_, _, claim)] = flat.out_edges("person:Ana Ruiz", data=True)
    assert {"quote_start", "quote_end", "publisher", "document_title", "symmetric"} <= set(claim)
    assert not {"type", "start", "end", "name"} & set(claim)


def test_parallel_claims_stay_apart(small: nx.MultiDiGraph) -> None:
    ends, claim = ("person:Ana Ruiz", "person:=cmd|' /C calc'!A0"), small.edges(keys=True, data=True)
    [attributes] = [data for one, other, _, data in claim if (one, other) == ends]
    small.add_edge(*ends, key="second", **{**attributes, "id": "second"})
    for back in (nx.read_graphml(BytesIO(graphml.render(small))), nx.read_gexf(BytesIO(gexf.render(small)))):
        assert back.number_of_edges(*ends) == 2


def test_ids_that_only_a_control_character_tells_apart_stay_apart() -> None:
    assert len(flatten(graph_of(["a\x00", "a\x01"]))) == 2


def test_the_same_graph_gives_the_same_bytes(small: nx.MultiDiGraph) -> None:
    for module in (graphml, gexf, cytoscape):
        assert module.render(small) == module.render(small)
    assert b"lastmodified" not in gexf.render(small)


def test_an_empty_graph_is_a_file_too() -> None:
    for render in (graphml.render, gexf.render, cytoscape.render):
        assert render(nx.MultiDiGraph())
