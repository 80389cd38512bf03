"""What the database knows about its own load: which case it holds, and whether the last load came to its end.

Kept in one node, `(:PolgraphLoad {case, complete, loaded})`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from polgraph.stores.connection import Connection

__all__ = ["LoadState", "read_state", "write_state"]


@dataclass(frozen=True, slots=True)
class LoadState:
    """case: name of the case that the database holds. complete: it holds all of it, as of that load."""

    case: str
    complete: bool


def read_state(connection: Connection) -> LoadState | None:
    """Return what the last load left, None where there was none."""
    found = connection.read("MATCH (l:PolgraphLoad) RETURN l.case, l.complete LIMIT 1").rows
    return LoadState(case=found[0][0] or "", complete=bool(found[0][1])) if found else None


def write_state(connection: Connection, state: LoadState) -> None:
    """Record it."""

    def record(transaction: ManagedTransaction) -> None:
        transaction.run(
            "MERGE (l:PolgraphLoad {id: 'load'}) SET l.case = $case, l.complete = $complete, l.loaded = datetime()",
            case=state.case,
            complete=state.complete,
        ).consume()

    connection.write(record)
