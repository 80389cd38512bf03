"""What the linter finds, and where."""

from __future__ import annotations

import pytest

from polgraph.cypher import lint


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("MATCH (n:Persn) RETURN n.id AS id ORDER BY id", (1, 9), "unknown label 'Persn'"),
        ("MATCH (a)-[r:ACUSED]->(b) RETURN r.id AS id ORDER BY id", (1, 11), "unknown relationship type 'ACUSED'"),
        ("MATCH (n:Person)\nWHERE n.nam = 1\nRETURN n.id AS id ORDER BY id", (2, 7), "unknown property 'nam'"),
        ("MATCH ()-[r]->() WHERE type(r) = 'MET' RETURN r.id AS id ORDER BY id", (1, 34), "unknown relationship type"),
        ("MATCH ()-[r]->() WHERE r.modality = 'no' RETURN r.id AS id ORDER BY id", (1, 37), "unknown modality 'no'"),
        ("MATCH (n) RETURN n ORDER BY n.id", (1, 18), "a whole node, relationship or path"),
        ("MATCH (n) RETURN n.id ORDER BY n.id", (1, 18), "a column without a name"),
        ("MATCH (n) RETURN n.id AS id", (1, 11), "no ORDER BY"),
        ("MATCH (n) RETURN n.name AS name, n.id AS id ORDER BY name", (1, 45), "rows that differ only in 'id'"),
        ("MATCH (n) RETURN collect(n.id) AS ids ORDER BY ids", (1, 18), "collect() of rows in no order"),
        ("MATCH (n) WITH n LIMIT 3 RETURN n.id AS id ORDER BY id", (1, 11), "LIMIT or SKIP of rows in no order"),
        ("MATCH p = (a)-[*]-(b) RETURN length(p) AS n ORDER BY n", (1, 15), "a path of any length"),
        ("MATCH (n:Person|Nation) RETURN n.id AS id ORDER BY id", (1, 9), "label expression 'Person|Nation'"),
        ("MATCH (n {country: 'USA'}) RETURN n.id AS id ORDER BY id", (1, 7), "inline property 'country'"),
        ("MATCH ()-[r {sign: 1}]->() RETURN r.id AS id ORDER BY id", (1, 10), "conditions inside a relationship"),
        ("MATCH (n) WHERE n.id =~ 'x' RETURN n.id AS id ORDER BY id", (1, 17), "=~ follows another"),
        ("MATCH (n) RETURN id(n) AS id ORDER BY id", (1, 18), "function id()"),
        ("MATCH (n) RETURN * ORDER BY n.id", (1, 11), "* names no columns"),
        ("MATCH (n) RETURN n.id AS id UNION MATCH (m) RETURN m.id AS id", (1, 1), "UNION at the top has no common"),
        ("MATCH (n) CALL (n) { MATCH (n)--(m) RETURN m.id AS i ORDER BY i } RETURN i ORDER BY i", (1, 16), "newer"),
        ("MATCH (n) DELETE n", (1, 11), "DELETE writes"),
        ("MATCH (n RETURN", (1, 10), "not Cypher"),
        ("MATCH (a) WHERE (a)--()--() RETURN a.id AS id ORDER BY id", (1, 17), "more than one hop as a condition"),
        (
            "MATCH p = shortestPath((a {id: 'x'})-[*1..3]-(b)) WHERE b.id = 'y' RETURN length(p) AS n ORDER BY n",
            (1, 1),
            "WHERE on a shortest path",
        ),
        (
            "MATCH (a), (b) WITH a, b MATCH p = allShortestPaths((a)-[*1..3]-(b)) RETURN length(p) AS n ORDER BY n",
            (1, 32),
            "allShortestPaths stops at 256",
        ),
        (
            "MATCH ()-[r]->()\nMATCH (d:Document {id: r.document})\nRETURN r.id AS id, d.id AS d ORDER BY id, d",
            (2, 7),
            "a computed value for 'id'",
        ),
    ],
)
def test_a_fault_is_named_with_its_place_and_a_remedy(text: str, place: tuple[int, int], problem: str) -> None:
    found = [finding for finding in lint(text) if problem in finding.problem]
    assert [(finding.line, finding.column) for finding in found] == [place]
    assert found[0].remedy


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Person) RETURN n.name AS name, n.id AS id ORDER BY name, id",
        "MATCH (s)-[r:ACCUSED]->(o) RETURN s.name AS s, o.name AS o, [r.id] AS claims ORDER BY claims",
        "MATCH (s)-[r]-(o) WITH s, r ORDER BY r.id WITH s.id AS id, collect(r.id) AS c RETURN id, c ORDER BY id",
        "MATCH (n) WITH n.id AS id, [1, 2] AS list RETURN id, list, size(list) AS n ORDER BY id, list",
        "UNWIND [{x: 1}] AS part RETURN part.x AS x ORDER BY x",
        "MATCH (a) WHERE COUNT { (a)-[:ACCUSED]->() } > 1 RETURN a.id AS id ORDER BY id",
        "MATCH (a) WHERE all(x IN a.aliases WHERE x <> 'y') RETURN a.id AS id ORDER BY id",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert lint(text) == []
