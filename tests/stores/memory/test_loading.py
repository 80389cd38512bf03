"""What the engine is filled with, and when."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from polgraph.cypher.vocabulary import PROPERTIES
from polgraph.queries import catalogue, run
from polgraph.stores.base import CheckedQuery
from polgraph.stores.embedded import _NAMES, EmbeddedStore
from strategies import dense_graph

if TYPE_CHECKING:
    from polgraph.queries import CannedQuery

_GRAPH = dense_graph(2)
_FULL = EmbeddedStore(_GRAPH)


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_a_query_answers_the_same_where_only_what_it_names_was_loaded(query: CannedQuery) -> None:
    _FULL.run("MATCH (e:Entity)-[r:MENTIONED_IN]->(d) RETURN d.url AS a, e.collective AS b", {})
    _FULL.run("MATCH ()-[r]->() RETURN r.quote AS a", {})
    random = Random(query.name)  # noqa: S311  no secret
    values = {
        "entity": random.choice(sorted(_GRAPH)),
        "entities": random.sample(sorted(_GRAPH), 2),
        "relations": ["ACCUSED", "MET_WITH", "LEFT"],
        "sign": -1,
        "since": "2025-02-01",
        "until": "2025-05-01",
        "integer": 5,
        "string": "Wire" if query.name == "publisher" else "1.md",
    }
    parameters = {parameter.name: values[parameter.type] for parameter in query.parameters if parameter.required}
    assert run(EmbeddedStore(_GRAPH), query, parameters) == run(_FULL, query, parameters)


def test_it_is_filled_anew_only_when_a_question_names_more() -> None:
    store = EmbeddedStore(_GRAPH)
    store.run(CheckedQuery("MATCH (e:Entity) RETURN e.id AS id ORDER BY id"), {})
    first = store._engine
    store.run(CheckedQuery("// quote\nMATCH (e:Person) RETURN count(e.id) AS n"), {})
    assert store._engine is first
    quotes = CheckedQuery("MATCH ()-[r]->() RETURN r.quote AS quote ORDER BY r.id LIMIT 1")
    assert store.run(quotes, {}).rows == [("so they say",)]
    second = store._engine
    assert second is not first
    store.run(CheckedQuery("MATCH (d:Document) RETURN d.sha256 AS sha ORDER BY sha"), {})
    assert store._engine is second
    mentions = CheckedQuery("MATCH (:Entity)-[m:MENTIONED_IN]->(:Document) RETURN count(m) AS n")
    assert store.run(mentions, {}).rows == [(len(_GRAPH.graph["mentions"]),)]
    third = store._engine
    store.run(quotes, {})
    assert store._engine is third is not second


def test_a_query_of_ones_own_finds_everything_however_it_names_it() -> None:
    by_name = "MATCH (:Entity)-[r]->(:Entity) RETURN r[$name] AS quote LIMIT 1"
    assert EmbeddedStore(_GRAPH).run(by_name, {"name": "quote"}).rows == [("so they say",)]
    reached = EmbeddedStore(_GRAPH).run("MATCH (e:Entity)-[r]->(d) RETURN count(d.sha256) AS n", {}).rows
    assert reached == [(len(_GRAPH),)]


def test_every_property_there_is_counts_as_a_name() -> None:
    assert {"name", "count"} == PROPERTIES - _NAMES  # which are always loaded
