"""What the database knows about its own load: which case it holds, and whether the last load came to its end.

Kept in one node, `(:PolgraphLoad {case, origin, complete, run, loaded})`. `run` tells two loads apart that go on at the
same time: each plans from what it finds, so neither can say at its end that the database holds its case.
"""

from __future__ import annotations

import platform
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from secrets import token_hex
from typing import TYPE_CHECKING, Self

from polgraph.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from neo4j import ManagedTransaction

    from polgraph.stores.connection import Connection

__all__ = ["LoadState", "end_load", "read_state", "write_state"]


@dataclass(frozen=True, slots=True)
class LoadState:
    """case: file name of the case that the database holds. origin: a digest of the machine and folder it came from.

    complete: the database holds all of it, as of that load. run: of which run of a load.
    """

    case: str
    origin: str
    complete: bool = True
    run: str = ""

    @classmethod
    def of(cls, case: Path) -> Self:
        """Describe a case file. Where it lies is nobody's business in a shared database: only a digest goes there."""
        place = f"{platform.node()}:{case.resolve()}"
        return cls(case.name, blake2b(place.encode("utf8", "surrogateescape"), digest_size=8).hexdigest())

    def begun(self) -> Self:
        """Return the state while a load of it goes on."""
        return replace(self, complete=False, run=token_hex(8))


def read_state(connection: Connection) -> LoadState | None:
    """Return what the last load left, None where there was none."""
    found = connection.read(
        "MATCH (l:PolgraphLoad) "
        "RETURN coalesce(l.case, ''), coalesce(l.origin, ''), coalesce(l.complete, false), coalesce(l.run, '') LIMIT 1"
    ).rows
    return LoadState(*found[0]) if found else None


def write_state(connection: Connection, state: LoadState | None) -> None:
    """Record it; None: there is no case any more."""

    def record(transaction: ManagedTransaction) -> None:
        if state is None:
            transaction.run("MATCH (l:PolgraphLoad) DELETE l").consume()
            return
        transaction.run(
            "MERGE (l:PolgraphLoad {id: 'load'}) SET l += $state, l.loaded = datetime()", state=asdict(state)
        ).consume()

    connection.write(record)


def end_load(connection: Connection, begun: LoadState) -> None:
    """Record that the load has come to its end; raise StoreError where another one began meanwhile."""

    def record(transaction: ManagedTransaction) -> bool:
        found = transaction.run(
            "MERGE (l:PolgraphLoad {id: 'load'}) "
            "SET l.complete = coalesce(l.run = $run, false), l.loaded = datetime() RETURN l.complete",
            run=begun.run,
        ).single(strict=True)
        return bool(found.value())

    if not connection.write(record):
        raise StoreError(
            f"another load into {connection.credentials.uri} (database {connection.credentials.database}) went on at "
            "the same time: run the command again when it has ended"
        )
