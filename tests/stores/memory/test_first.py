"""A query of our shelf is asked in parts where it says so, and stays one statement for Neo4j."""

from __future__ import annotations

import re

import pytest

from polgraph.errors import RefusedQuery
from polgraph.queries import catalogue
from polgraph.queries.evidence import _CLAIMS
from polgraph.stores.base import CheckedQuery, Result
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


def test_a_word_in_quotation_marks_or_a_comment_is_no_parameter() -> None:
    rest = "MATCH (n) // near\nWHERE n.name = 'near' OR n.name = \"so near\" RETURN 1 AS x"
    assert in_parts(f"WITH 1 AS near\n// asked first: near\n{rest}")[1] == rest


def test_a_name_that_is_a_parameter_already_is_not_asked_first() -> None:
    query = "WITH 1 AS near\n// asked first: near\nRETURN near + $near AS sum"
    assert in_parts(query) == (query,)


def test_what_is_asked_first_is_carried_on_in_front_for_others_only() -> None:
    first = "WITH 1 AS near, 2 AS far\n// asked first: near, far\n"
    rest = "UNWIND [1] AS x\nWITH DISTINCT near, far, x\nRETURN x + near AS n"
    assert in_parts(first + rest)[1] == "UNWIND [1] AS x\nWITH DISTINCT x\nRETURN x + $near AS n"


_NEAR = """MATCH (e:Entity {id: $entity})--(x:Entity)
WITH DISTINCT x.id AS x_id
ORDER BY x_id
WITH collect(x_id) AS near
"""
_MARK = "// asked first: near\n"


def _answer(text: str) -> Result:
    graph = dense_graph(0)
    return EmbeddedStore(graph).run(text, {"entity": min(graph)})


def test_ones_own_query_is_asked_in_parts_too() -> None:
    rest = "MATCH (x:Entity)\nWHERE x.id IN near\nRETURN x.id AS id\nORDER BY id"
    assert _answer(_NEAR + _MARK + rest) == _answer(_NEAR + rest)
    assert len(in_parts(_NEAR + _MARK + rest)) > 1


@pytest.mark.parametrize(
    "rest", ["RETURN size(near)", "RETURN near AS ids ORDER BY ids", "UNWIND near AS near RETURN near ORDER BY near"]
)
def test_ones_own_query_answers_the_same_where_parts_would_read_differently(rest: str) -> None:
    assert _answer(_NEAR + _MARK + rest) == _answer(_NEAR + rest)


def test_a_mark_in_a_comment_parts_nothing_and_hides_nothing() -> None:
    rest = "RETURN size(near) AS n ORDER BY n"
    assert _answer(f"{_NEAR}/*\n{_MARK}*/ {rest}") == _answer(_NEAR + rest)
    with pytest.raises(RefusedQuery):
        _answer(f"{_NEAR}{_MARK}MATCH (n) DELETE n")
