"""The graph in a Neo4j database answering Cypher; `polgraph load` has brought it there.

In: an open connection. Out: rows, the same as those of the embedded store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from polgraph.stores.base import CheckedQuery, Result
from polgraph.stores.connection import open_connection
from polgraph.stores.state import read_state

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from polgraph.stores.connection import Connection
    from polgraph.stores.credentials import Credentials

__all__ = ["DEFAULT_TIMEOUT", "Neo4jStore", "connect"]

DEFAULT_TIMEOUT = 60.0


def connect(credentials: Credentials) -> Neo4jStore:
    """Open the database. Raises StoreError where it does not answer, refuses the user, or is too old."""
    return Neo4jStore(open_connection(credentials))


class Neo4jStore:
    """A store over a Neo4j database. Close it, or use it in a `with`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(
        self,
        query: str,
        parameters: Mapping[str, Any],
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Result:
        """Answer a query that only reads; see `polgraph.stores.base.Store`."""
        if not isinstance(query, CheckedQuery):
            from polgraph.cypher import guarded  # noqa: PLC0415  our own shelf is checked by a test

            query = guarded(query, everywhere=False)
        return self.connection.read(
            str(query), parameters, timeout=DEFAULT_TIMEOUT if timeout is None else timeout, limit=limit
        )

    def resolve(self, name: str) -> str:
        """Return the id of the one entity that a name stands for; see `polgraph.stores.base.Store`."""
        from polgraph.stores.names import resolve_on  # noqa: PLC0415  a query without entities needs no names

        return resolve_on(self.connection, name)

    def warning(self) -> str | None:
        """Say what a reader of its answers must know: that nothing was loaded, or that a load did not end."""
        state = read_state(self.connection)
        where = f"{self.connection.credentials.uri} (database {self.connection.credentials.database})"
        if state is None:
            return f"no case has been loaded into {where}: run `polgraph load`"
        if not state.complete:
            return f"a load into {where} has not ended, so answers may lack claims: run `polgraph load` to complete it"
        return None

    def close(self) -> None:
        """Let the connections go."""
        self.connection.close()
