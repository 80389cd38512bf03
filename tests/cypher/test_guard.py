"""What is let through to a store, and what is refused, however it is disguised."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, strategies as st

from polgraph.cypher import guarded
from polgraph.errors import QueryError, RefusedQuery

_READS = [
    "MATCH (n:Person) RETURN n.name AS name",
    "MATCH (n:Person) RETURN n.name AS name;",
    "match (a)-[r:ACCUSED|MET_WITH]->(b) where a.id = $x return r.id",
    "MATCH (a:Entity {id: $x})-[r*1..3]-(b) RETURN b.id AS id, length([1]) AS set_size",
    "MATCH (n) RETURN n.name AS show, n.id AS load, n.start AS start",
    "UNWIND ['LOAD CSV FROM', 'DELETE // n'] AS text RETURN text",
    "MATCH (a) CALL { WITH a MATCH (a)-[r]-(b) RETURN count(r) AS n } RETURN a.id AS id, n",
    "MATCH (a) OPTIONAL MATCH (a)-[r]-(b) RETURN a.id AS id, count(r) AS n ORDER BY id SKIP 1 LIMIT 2",
]

_HARMFUL = [
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) sEt n.name = 'x' RETURN n.id",
    "MATCH (n) REMOVE n.name",
    "CREATE (n:Person)",
    "MERGE (n:Person {id: 'x'})",
    "INSERT (n:Person)",
    "MATCH (n) FOREACH (x IN [1] | SET n.start = x)",
    "MATCH (n) CALL { WITH n SET n.start = 1 } RETURN n.id",
    "MATCH (n) RETURN n.id UNION MATCH (m) DELETE m RETURN 1 AS id",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "load\tcsv WITH HEADERS FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD /* quietly */ CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD // quietly\nCSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) WITH n LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "CALL db.labels()",
    "CALL/**/apoc.load.json('http://x') YIELD value RETURN value",
    "MATCH (n) CALL dbms.listConfig() YIELD name RETURN name",
    "MATCH (n) RETURN apoc.text.join(['a'], '') AS x",
    "SHOW INDEXES",
    "DROP INDEX x",
    "CREATE INDEX x FOR (n:Person) ON (n.name)",
    "EXPLAIN MATCH (n) RETURN n.id",
    "PROFILE MATCH (n) RETURN n.id",
    "USE system MATCH (n) RETURN n.id",
    "CYPHER runtime=slotted MATCH (n) RETURN n.id",
    "MATCH (n) RETURN n.id FORMAT CSV",
    "MATCH (n) RETURN n.id; MATCH (m) RETURN m.id",
    "MATCH (n) CALL { WITH n MATCH (n) RETURN 1 AS x } IN TRANSACTIONS RETURN x",
]

_DISGUISED = [
    "\\u004cOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "ＬＯＡＤ CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) ſET n.start = 1",
    "MATCH (n) DELETE\u200b n",
    "MATCH (n)\u00a0DELETE n",
    "MATCH (n) RETURN 'a\\u0027 DELETE n' AS x",
    "MATCH (n:`Person) DELETE (m`) RETURN n.id",
    "MATCH (n) RETURN n.id AS `a` ",
    "MATCH (n) /* DELETE",
    "MATCH (n) RETURN 'DELETE",
    "MATCH (n)\x00 RETURN n.id",
]


@pytest.mark.parametrize("text", _READS)
@pytest.mark.parametrize("everywhere", [True, False])
def test_what_only_reads_is_let_through(text: str, everywhere: bool) -> None:  # noqa: FBT001  a parameter
    assert guarded(text, everywhere=everywhere).strip() == text.rstrip("; ")


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize("text", _HARMFUL)
def test_what_writes_or_calls_out_is_refused_with_its_place(text: str, everywhere: bool) -> None:  # noqa: FBT001
    with pytest.raises(RefusedQuery, match=r"^line \d+, column \d+: .+: .+"):
        guarded(text, everywhere=everywhere)


@pytest.mark.parametrize("text", _DISGUISED)
def test_no_disguise_helps(text: str) -> None:
    with pytest.raises(QueryError):
        guarded(text, everywhere=False)


@given(
    st.sampled_from(["DELETE n", "SET n.start = 1", "CREATE (m)", "CALL db.labels()", "LOAD CSV FROM 'x' AS l"]),
    st.data(),
)
def test_neither_case_nor_comments_nor_blanks_matter(harm: str, data: st.DataObject) -> None:
    gap = st.sampled_from([" ", "\n", "\t", " /* x */ ", " // y\n", "/**/ "])
    words = [
        "".join(data.draw(st.sampled_from([letter.lower(), letter.upper()])) for letter in word)
        for word in harm.split()
    ]
    text = "MATCH (n) " + "".join(word + data.draw(gap) for word in words) + " RETURN 1 AS x"
    with pytest.raises(RefusedQuery):
        guarded(text, everywhere=False)


def test_comments_are_blanked_so_that_places_stay() -> None:
    text = "MATCH (n) // all\n/* or\n not */ RETURN n.id AS id"
    assert guarded(text, everywhere=True) == "MATCH (n)       \n     \n        RETURN n.id AS id"


@given(st.text(max_size=60))
def test_no_text_brings_it_down(text: str) -> None:
    with contextlib.suppress(QueryError):
        guarded(text, everywhere=True)
