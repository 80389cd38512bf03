"""An open connection to the tests' own server, and an emptied database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.stores.credentials import find_credentials

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from polgraph.stores.connection import Connection
    from polgraph.stores.credentials import Credentials


@pytest.fixture(scope="session")
def credentials(neo4j_credentials: Path) -> Credentials:
    return find_credentials(env_file=neo4j_credentials, environment={})


@pytest.fixture(scope="session")
def server(neo4j_connection: Connection) -> Connection:
    return neo4j_connection


@pytest.fixture
def empty(server: Connection) -> Callable[[], None]:
    """Remove every node but the record of the schema."""

    def remove() -> None:
        server.write(lambda tx: tx.run("MATCH (n) WHERE NOT n:PolgraphSchema DETACH DELETE n").consume())

    return remove


@pytest.fixture
def connection(server: Connection, empty: Callable[[], None]) -> Connection:
    """A connection to a database that holds the schema and nothing else."""
    empty()
    return server
