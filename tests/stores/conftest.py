"""Every test here runs on every store: `store` opens one that holds a given graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polgraph.stores import schema
from polgraph.stores.connection import open_connection
from polgraph.stores.credentials import find_credentials
from polgraph.stores.embedded import EmbeddedStore
from polgraph.stores.load import load
from polgraph.stores.neo4j import Neo4jStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import networkx as nx

    from polgraph.stores.base import Store
    from polgraph.stores.connection import Connection

    Opens = Callable[[nx.MultiDiGraph], Store]


@pytest.fixture(scope="session")
def memory() -> Opens:
    return EmbeddedStore


@pytest.fixture(scope="session")
def neo4j_connection(neo4j_credentials: Path) -> Iterator[Connection]:
    """Connect to the tests' own server, whose database holds the schema and nothing else at first."""
    with open_connection(find_credentials(env_file=neo4j_credentials, environment={})) as connection:
        schema.apply(connection, schema.pending(connection, schema.migrations()))
        yield connection


@pytest.fixture(scope="session")
def neo4j(neo4j_connection: Connection) -> Opens:
    def opens(graph: nx.MultiDiGraph) -> Store:
        neo4j_connection.write(
            lambda transaction: transaction.run("MATCH (n) WHERE NOT n:PolgraphSchema DETACH DELETE n").consume()
        )
        load(neo4j_connection, graph, Path("case.db"))
        return Neo4jStore(neo4j_connection)

    return opens


@pytest.fixture(scope="session", params=["memory", "neo4j"])
def store(request: pytest.FixtureRequest) -> Opens:
    """Give a function from a graph to a store that holds it, and nothing else."""
    opens: Opens = request.getfixturevalue(request.param)
    return opens
