"""A query that cannot be answered: a clear line that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.errors import BadParameter, QueryError, RefusedQuery, StoreError
from polgraph.stores.neo4j import Neo4jStore

if TYPE_CHECKING:
    from polgraph.stores.connection import Connection


def test_a_write_is_refused_before_it_is_sent(connection: Connection) -> None:
    with pytest.raises(RefusedQuery):
        Neo4jStore(connection).run("CREATE (n)", {})


def test_a_write_is_refused_by_the_server(connection: Connection) -> None:
    with pytest.raises(RefusedQuery, match="only read"):
        connection.read("CREATE (n) RETURN n")


def test_a_query_that_takes_too_long_ends(connection: Connection) -> None:
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS total"
    with pytest.raises(StoreError, match=r"no answer within 0\.2 seconds allowed"):
        connection.read(endless, timeout=0.2)


def test_a_missing_parameter_is_named(connection: Connection) -> None:
    with pytest.raises(BadParameter, match=r"who: give it with --param"):
        connection.read("RETURN $who AS who")


@pytest.mark.parametrize("value", [object(), 2**80, "\ud800"])
def test_a_parameter_that_cannot_be_passed(connection: Connection, value: object) -> None:
    with pytest.raises(BadParameter, match="cannot be passed"):
        connection.read("RETURN $it AS it", {"it": value})


def test_an_unknown_function(connection: Connection) -> None:
    with pytest.raises(QueryError, match="Unknown function"):
        connection.read("RETURN nonsense(1) AS x")
