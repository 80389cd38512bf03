"""What kglite is known to answer wrongly, past our guard; each test fails when a new version mends or worsens it.

Beside each: that the guard refuses the form, or that the store is loaded or asked so that it does no harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import kglite
import networkx as nx
import pytest
from cypherast import ast

from polgraph.cypher.portable import AGGREGATES
from polgraph.cypher.syntax import parse, walk
from polgraph.errors import RefusedQuery
from polgraph.queries import catalogue
from polgraph.queries.evidence import _CLAIMS
from polgraph.stores.base import CheckedQuery
from polgraph.stores.embedded import EmbeddedStore

if TYPE_CHECKING:
    from pathlib import Path


def _store(*edges: tuple[str, str], **attributes: Any) -> EmbeddedStore:  # noqa: ANN401
    graph = nx.MultiDiGraph(documents={"d.md": {"id": "d.md", "publisher": "Wire"}}, mentions={})
    for number, (subject, target) in enumerate(edges):
        for entity in (subject, target):
            graph.add_node(entity, type="Person", name=entity.upper(), aliases=[])
        claim = {"relation": "ACCUSED", "id": f"c{number}", "document": "d.md", "sign": -1, "modality": "asserted"}
        graph.add_edge(subject, target, key=f"c{number}", **claim | attributes)
    return EmbeddedStore(graph)


def _unguarded(store: EmbeddedStore, query: str) -> list[Any]:
    return [row[0] if len(row) == 1 else row for row in store.run(CheckedQuery(query), {}).rows]


def _refused(store: EmbeddedStore, query: str) -> bool:
    with pytest.raises(RefusedQuery):
        store.run(query, {})
    return True


def test_the_version_is_the_one_these_faults_were_found_in() -> None:
    assert kglite.__version__ == "0.21.2"


@pytest.mark.parametrize("condition", ["EXISTS { (a)-->()<--() }", "EXISTS { MATCH (a)-->()<--() }", "(a)-->()<--()"])
def test_a_condition_of_two_hops_misses_entities(condition: str) -> None:
    store = _store(("a", "x"), ("b", "x"))
    query = f"MATCH (a:Entity) WHERE {condition} RETURN a.id AS id ORDER BY id"
    assert _unguarded(store, query) == ["a"]  # a and b would be right
    assert _refused(store, query)
    assert _unguarded(store, "MATCH (a:Entity) WHERE COUNT { (a)-->()<--() } > 0 RETURN a.id AS id ORDER BY id") == [
        "a",
        "b",
    ]


def test_a_condition_on_a_shortest_path_is_asked_too_late() -> None:
    store = _store(("a", "b"), ("a", "x"), ("x", "b"))
    query = (
        "MATCH (a:Entity {id: 'a'}), (b:Entity {id: 'b'}) MATCH p = shortestPath((a)-[:ACCUSED*1..3]->(b)) "
        "WHERE all(r IN relationships(p) WHERE r.id <> 'c0') RETURN length(p) AS n"
    )
    assert _unguarded(store, query) == []  # 2 would be right
    assert _refused(store, query)


def test_of_all_shortest_paths_only_256_are_found() -> None:
    store = _store(*[("a", "x"), ("x", "b")] * 17)
    query = (
        "MATCH (a:Entity {id: 'a'}), (b:Entity {id: 'b'}) WITH a, b "
        "MATCH p = allShortestPaths((a)-[:ACCUSED*1..2]->(b)) WITH length(p) AS n RETURN n ORDER BY n"
    )
    assert len(_unguarded(store, query)) == 256  # 17 * 17 would be right
    assert _refused(store, query)
    walked = "MATCH (a:Entity {id: 'a'})-[:ACCUSED*2..2]->(b:Entity {id: 'b'}) WITH b.id AS id RETURN id ORDER BY id"
    assert len(_unguarded(store, walked)) == 17 * 17


def test_a_property_of_a_relationship_inside_a_pattern_finds_nothing() -> None:
    store = _store(("a", "b"))
    query = "MATCH ()-[r]->() MATCH (d:Document {id: r.document}) RETURN d.publisher AS publisher"
    assert _unguarded(store, query) == []  # Wire would be right
    assert _refused(store, query)
    named = (
        "MATCH ()-[r]->() WITH r.document AS document MATCH (d:Document {id: document}) RETURN d.publisher AS publisher"
    )
    assert _unguarded(store, named) == ["Wire"]


def test_a_path_of_any_length_stops_at_ten() -> None:
    store = _store(*((f"p{number:02}", f"p{number + 1:02}") for number in range(12)))
    query = "MATCH p = (:Entity {id: 'p00'})-[*]->() RETURN max(length(p)) AS n"
    assert _unguarded(store, query) == [10]  # 12 would be right
    assert _refused(store, query)


def test_read_only_does_not_keep_files_and_procedures_out(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("hidden\n", "utf8")
    store = _store(("a", "b"))
    load = f"LOAD CSV FROM 'file://{secret}' AS line RETURN line[0] AS word"
    assert _unguarded(store, load) == ["hidden"]
    assert _refused(store, load)
    call = "CALL db.labels() YIELD label RETURN label ORDER BY label"
    assert _unguarded(store, call) == ["Document", "Entity"]
    assert _refused(store, call)


def test_a_node_without_a_title_answers_with_its_name_unless_it_is_null() -> None:
    engine: Any = kglite.KnowledgeGraph()
    rows = [{"id": "d", "name": "x"}, {"id": "e", "name": "x", "title": None}]
    engine.cypher("UNWIND $rows AS row CREATE (d:Document) SET d += row", params={"rows": rows})
    titles = engine.cypher("MATCH (d:Document) RETURN d.title AS title ORDER BY d.id").to_list()
    assert [row["title"] for row in titles] == ["x", None]  # null and null would be right
    assert _unguarded(_store(("a", "b")), "MATCH (n) RETURN n.title AS title") == [None, None, None]


def test_the_pass_that_fused_wrongly_is_still_there_to_be_switched_off() -> None:
    assert "fuse_match_return_aggregate" in kglite.cypher_pass_names()


@pytest.mark.parametrize("text", [*(query.cypher for query in catalogue()), _CLAIMS])
def test_no_query_of_our_own_has_what_that_pass_fuses(text: str) -> None:
    # they run with all passes on; what it fuses is RETURN of a number of matches
    returned = [node for clause in parse(text).find(ast.Return) for node in walk(clause)]
    assert not [node for node in returned if isinstance(node, ast.FunctionCall) and node.name.lower() in AGGREGATES]
