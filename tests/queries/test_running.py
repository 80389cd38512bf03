"""Asking from Python: typed rows, names in place of ids, one engine for many questions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from polgraph.errors import AmbiguousEntity, BadParameter, MissingExtra, UnknownEntity
from polgraph.queries import evidence, run, store_of
from polgraph.stores.embedded import EmbeddedStore
from strategies import dense_graph

if TYPE_CHECKING:
    import networkx as nx


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    graph = dense_graph(1)
    for place, node in enumerate(sorted(graph)):
        graph.nodes[node]["name"] = ["Ada Brook", "Ada Dorn", "Carl Finch", "Dora", "Ewa Łyk", "Finn", "Gil"][place]
    return graph


def test_rows_are_typed_and_named(graph: nx.MultiDiGraph) -> None:
    rows = run(graph, "most-connected", top=2)
    assert rows.columns == ("name", "type", "neighbours", "total", "id")
    assert len(rows) == 2
    assert isinstance(rows[0]["neighbours"], int)
    assert rows[0] == dict(zip(rows.columns, rows.tuples[0], strict=True))
    assert rows[:2] == list(rows)
    assert rows.column("id") == [row["id"] for row in rows]


def test_an_entity_is_named_as_one_likes(graph: nx.MultiDiGraph) -> None:
    by_id = run(graph, "path", a=sorted(graph)[2], b=sorted(graph)[4])
    assert by_id.tuples
    assert run(graph, "path", a="finch", b="ewa lyk") == by_id
    assert run(graph, "path", {"from": "CARL FINCH", "to": "Lyk"}) == by_id


def test_names_are_resolved_on_any_store(graph: nx.MultiDiGraph) -> None:
    store = EmbeddedStore(graph)
    assert run(store, "neighbourhood", entity="finch") == run(graph, "neighbourhood", entity="finch")
    with pytest.raises(AmbiguousEntity, match="Ada Brook"):
        run(store, "neighbourhood", entity="ada")
    with pytest.raises(UnknownEntity):
        run(store, "neighbourhood", entity="nobody")


def test_nothing_runs_with_a_wrong_parameter(graph: nx.MultiDiGraph) -> None:
    with pytest.raises(BadParameter, match="unknown relation 'ACUSED'"):
        run(graph, "neighbourhood-by-relation", entity="finch", relations=["ACUSED"])


def test_a_limit_cuts_and_says_so(graph: nx.MultiDiGraph) -> None:
    rows = run(graph, "neighbourhood", entity="finch", limit=1)
    assert (len(rows), rows.truncated) == (1, True)


def test_a_graph_is_loaded_once(graph: nx.MultiDiGraph) -> None:
    assert store_of(graph) is store_of(graph)
    assert store_of(dense_graph(1)) is not store_of(graph)


def test_claims_lead_to_their_evidence(graph: nx.MultiDiGraph) -> None:
    [claims] = run(graph, "neighbourhood", entity="finch", limit=1).column("claims")
    proof = evidence(store_of(graph), claims)
    assert sorted(proof) == sorted(claims)
    assert {claim["quote"] for claim in proof.values()} == {"so they say"}


def test_without_pandas_the_remedy_is_named(graph: nx.MultiDiGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match="pip install pandas"):
        run(graph, "most-connected").to_pandas()
