"""A query of our shelf is asked in parts where it says so, and stays one statement for Neo4j."""

from __future__ import annotations

import re

import pytest

from polgraph.queries import catalogue
from polgraph.queries.evidence import _CLAIMS
from polgraph.stores.base import CheckedQuery
from polgraph.stores.embedded import EmbeddedStore
from polgraph.stores.first import in_parts
from strategies import dense_graph

_TEXTS = [pytest.param(query.cypher, id=query.name) for query in catalogue()]
_IN_PARTS = [text for text in _TEXTS if len(in_parts(str(text.values[0]))) > 1]


def test_what_is_asked_first_is_a_parameter_of_the_rest() -> None:
    query = (
        "MATCH (n)\nWITH collect(n.id) AS near\n// asked first: near\n"
        "UNWIND [1] AS x\nMATCH (m)\nWHERE m.id IN near\nRETURN m.id"
    )
    assert in_parts(query) == (
        "MATCH (n)\nWITH collect(n.id) AS near\nRETURN near\n",
        "UNWIND [1] AS x\nMATCH (m)\nWHERE m.id IN $near\nRETURN m.id",
    )


def test_a_subquery_need_not_import_a_parameter() -> None:
    query = (
        "WITH 1 AS near, 2 AS far\n// asked first: near, far\n"
        "CALL {\n  WITH near, far\n  RETURN near + far AS sum\n}\nRETURN sum"
    )
    assert in_parts(query)[1] == "CALL {\n  RETURN $near + $far AS sum\n}\nRETURN sum"


def test_properties_labels_and_longer_names_are_left_alone() -> None:
    query = (
        "WITH 1 AS near\n// asked first: near\nMATCH (n:near) WHERE n.near = near AND nearest = 1 RETURN 2 AS linear"
    )
    assert in_parts(query)[1] == "MATCH (n:near) WHERE n.near = $near AND nearest = 1 RETURN 2 AS linear"


def test_a_query_without_a_mark_is_asked_whole() -> None:
    assert in_parts(_CLAIMS) == (_CLAIMS,)


def test_where_there_is_not_one_row_the_query_is_asked_whole() -> None:
    store = EmbeddedStore(dense_graph(0))
    query = "MATCH (n:Entity)\nWHERE n.id = 'nobody'\nWITH n.id AS near\n// asked first: near\nRETURN near AS id"
    result = store.run(CheckedQuery(query), {})
    assert (result.columns, result.rows) == (("id",), [])


@pytest.mark.parametrize("text", _IN_PARTS)
def test_our_queries_only_read_what_was_asked_first(text: str) -> None:
    marks = re.findall(r"^// asked first: (.+)$", text, re.MULTILINE)
    names = {name for mark in marks for name in mark.split(", ")}
    assert not names & set(re.findall(r"\$(\w+)", text))  # no parameter of the query's own
    given = rf"\$(?:{'|'.join(names)})"
    for part in in_parts(text)[1:]:
        # nothing gives the name a value or takes it along, which no parameter allows
        assert not re.findall(rf"AS {given}\b", part)
        assert not re.findall(rf"^ *WITH (?:.*, )?{given}(?:,|$)", part, re.MULTILINE)


def test_some_queries_of_ours_are_asked_in_parts() -> None:
    assert len(_IN_PARTS) >= 3
