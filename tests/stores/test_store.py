"""What every store does: plain rows, a limit that says it cut, errors that name the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from polgraph.errors import QueryError, RefusedQuery, StoreError
from polgraph.stores.base import CheckedQuery, Store
from strategies import dense_graph, graphs, names

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    Opens = Callable[[nx.MultiDiGraph], Store]

_ENTITIES = "MATCH (e:Entity) RETURN e.id AS id ORDER BY id"


def test_it_is_a_store(store: Opens) -> None:
    assert isinstance(store(dense_graph(0)), Store)


def test_a_limit_says_that_it_cut(store: Opens) -> None:
    opened = store(dense_graph(0))
    cut = opened.run(_ENTITIES, {}, limit=3)
    assert (len(cut.rows), cut.truncated) == (3, True)
    assert cut.rows == opened.run(_ENTITIES, {}).rows[:3]


@pytest.mark.parametrize("limit", [None, 7, 8])
def test_a_limit_that_is_not_reached_says_nothing(store: Opens, limit: int | None) -> None:
    answer = store(dense_graph(0)).run(_ENTITIES, {}, limit=limit)
    assert (len(answer.rows), answer.truncated) == (7, False)


def test_a_write_is_refused(store: Opens) -> None:
    with pytest.raises(RefusedQuery, match="DELETE writes"):
        store(dense_graph(0)).run("MATCH (n) DELETE n", {})


def test_nonsense_is_malformed(store: Opens) -> None:
    with pytest.raises(QueryError, match="line 1, column"):
        store(dense_graph(0)).run("MATCH (n RETURN n", {})


def test_a_missing_parameter_is_named(store: Opens) -> None:
    with pytest.raises(QueryError, match="who"):
        store(dense_graph(0)).run("MATCH (n:Entity) WHERE n.id = $who RETURN n.id AS id", {})


def test_a_question_that_takes_too_long_is_given_up(store: Opens) -> None:
    endless = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x WHERE x < 0 RETURN count(x) AS n"
    with pytest.raises(StoreError, match="seconds"):
        store(dense_graph(0)).run(CheckedQuery(endless), {}, timeout=0.2)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(graph=graphs())
def test_it_holds_what_the_graph_holds(store: Opens, graph: nx.MultiDiGraph) -> None:
    opened = store(graph)
    entities = opened.run(
        "MATCH (e:Entity) RETURN e.id AS id, [l IN labels(e) WHERE l <> 'Entity'][0] AS type, e.name AS name, "
        "e.aliases AS aliases, e.country AS country, e.description AS description ORDER BY id",
        {},
    )
    assert entities.rows == [
        (node, data["type"], data["name"], data["aliases"], data.get("country"), data.get("description"))
        for node, data in sorted(graph.nodes(data=True))
    ]
    fields = (
        "quote",
        "modality",
        "sign",
        "plover",
        "speaker",
        "speaker_id",
        "date",
        "published",
        "former",
        "confidence",
    )
    claims = opened.run(
        f"MATCH (s:Entity)-[r]->(o:Entity) RETURN r.id AS id, s.id AS s, type(r) AS relation, o.id AS o, "
        f"{', '.join(f'r.{field} AS {field}' for field in fields)} ORDER BY id",
        {},
    )
    assert claims.rows == sorted(
        (claim["id"], s, claim["relation"], o, *(claim.get(field) for field in fields))
        for s, o, claim in graph.edges(data=True)
    )
    mentions = opened.run(
        "MATCH (e:Entity)-[m:MENTIONED_IN]->(d:Document) RETURN e.id AS e, d.id AS d, m.count AS count ORDER BY e, d",
        {},
    )
    assert mentions.rows == sorted((*pair, count) for pair, count in graph.graph["mentions"].items())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=names)
def test_a_parameter_arrives_as_it_was_sent(store: Opens, text: str) -> None:
    values = {"text": text, "list": [text, 1, None, [True]], "none": None, "number": 0.5}
    answer = store(dense_graph(0)).run("RETURN $text AS text, $list AS list, $none AS none, $number AS number", values)
    assert answer.rows == [(text, [text, 1, None, [True]], None, 0.5)]
