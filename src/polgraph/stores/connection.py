"""An open way to one Neo4j database: statements in, rows or counters out; what goes wrong becomes an error of ours.

Every session names its database. Reads are routed to readers, and the server refuses them any write. Writes are
managed transactions: the driver repeats them after a deadlock, a leader switch or a lost connection.
"""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Self, TypeVar

from polgraph.errors import BadParameter, StoreError
from polgraph.stores.base import Result
from polgraph.stores.refusals import OLDEST, explained
from polgraph.stores.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from neo4j import Driver, ManagedTransaction

    from polgraph.stores.credentials import Credentials

__all__ = ["Connection", "open_connection"]

_T = TypeVar("_T")
_ALL_AT_ONCE = 1000  # rows fetched per round trip


def open_connection(credentials: Credentials, *, patience: float = 30) -> Connection:
    """Connect and make sure that the database is there, answers, and is new enough. Raises StoreError.

    patience: for how many seconds a transaction is repeated while the database cannot do it.
    """
    from neo4j import GraphDatabase  # noqa: PLC0415  the driver is slow to import

    # what it logs (each attempt to connect) would go to stderr where nobody set up logging
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    with explained(credentials):
        try:
            driver = GraphDatabase.driver(
                credentials.uri,
                auth=(credentials.user, credentials.password) if credentials.user else None,
                connection_timeout=10,
                connection_acquisition_timeout=30,
                max_transaction_retry_time=patience,
                # they tell that a label is not there yet, on stderr
                notifications_min_severity="OFF",
                user_agent="polgraph",
            )
        except ValueError as error:
            raise StoreError(f"{credentials.uri!r} is no Neo4j address ({error}): check --uri or NEO4J_URI") from error
    connection = Connection(driver, credentials)
    try:
        connection.check_version()
    except BaseException:
        connection.close()
        raise
    return connection


class Connection:
    """A driver and the database that it is for. Close it, or use it in a `with`."""

    def __init__(self, driver: Driver, credentials: Credentials) -> None:
        self._driver = driver
        self.credentials = credentials

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the connections go."""
        self._driver.close()

    def check_version(self) -> None:
        """Ask the database for a one; raise StoreError where it does not answer or is too old."""
        with explained(self.credentials), self._driver.session(**self._session("READ")) as session:
            # no managed transaction: it would try for half a minute to reach a server that is not there
            agent = session.run("RETURN 1").consume().server.agent
        found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
        if found is None or (int(found[1]), int(found[2])) < OLDEST:
            oldest = ".".join(map(str, OLDEST))
            raise StoreError(
                f"{self.credentials.uri} runs {agent}, and polgraph needs Neo4j {oldest} or newer: update the server, "
                "or start one with compose.yaml"
            )

    def read(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Result:
        """Answer a query that only reads, at most `limit` rows of it."""
        from neo4j import unit_of_work  # noqa: PLC0415  see above

        def ask(transaction: ManagedTransaction) -> Result:
            found = transaction.run(query, dict(parameters or {}))
            records = found if limit is None else islice(found, limit)
            rows = [tuple(plain(value) for value in record.values()) for record in records]
            truncated = limit is not None and found.peek() is not None
            columns = tuple(found.keys())
            found.consume()
            return Result(columns=columns, rows=rows, truncated=truncated)

        fetch = _ALL_AT_ONCE if limit is None else min(_ALL_AT_ONCE, limit + 1)
        with (
            explained(self.credentials, timeout=timeout),
            self._driver.session(**self._session("READ"), fetch_size=fetch) as session,
        ):
            try:
                return session.execute_read(unit_of_work(timeout=timeout)(ask))
            except (TypeError, ValueError, OverflowError) as error:
                raise BadParameter(f"a parameter cannot be passed: {error}") from error

    def write(self, work: Callable[[ManagedTransaction], _T]) -> _T:
        """Do the work in one transaction, again where the driver says that it may pass; it must bear repetition."""
        with explained(self.credentials), self._driver.session(**self._session("WRITE")) as session:
            return session.execute_write(work)

    def _session(self, access: str) -> dict[str, Any]:
        return {"database": self.credentials.database, "default_access_mode": access}
