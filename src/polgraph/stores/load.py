"""Bring a case into Neo4j: its graph in, the database changed so that it equals a fresh load.

Whatever happened to the case since the last load (documents added or removed, entities merged, split, renamed), only
the differences are written, in batches of one managed transaction each; a second load writes nothing. The load marks
the database as incomplete before its first batch and as complete after its last, so that a load that was interrupted
anywhere shows, and the next one completes it. Nothing is touched that polgraph did not write.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from polgraph.errors import StoreError
from polgraph.ontology import ENTITY_TYPES
from polgraph.stores import schema
from polgraph.stores.names import NAMES
from polgraph.stores.plan import Plan, make_plan
from polgraph.stores.refusals import is_too_large
from polgraph.stores.rows import CLAIM_PROPERTIES, DIGEST, DOCUMENT_PROPERTIES, ENTITY_PROPERTIES, claim_row
from polgraph.stores.state import LoadState, end_load, read_state, write_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    import networkx as nx
    from neo4j import ManagedTransaction

    from polgraph.stores.connection import Connection
    from polgraph.stores.rows import Edge, Row

    Progress = Callable[[int], None]

__all__ = ["load", "plan_load", "wipe"]

_BATCH = 5000
_CLAIM_COLUMNS = ("id", *CLAIM_PROPERTIES, DIGEST)


def plan_load(connection: Connection, graph: nx.MultiDiGraph, case: Path) -> Plan:
    """Say what `load` would write, and write nothing.

    case: the file that the graph comes from. Raises StoreError where the database holds another case: it was loaded
    from another place, and from documents that this one lacks.
    """
    plan = make_plan(connection, graph)
    state = read_state(connection)
    if plan.removed_documents and (state is None or state.origin != LoadState.of(case).origin):
        raise StoreError(
            f"{connection.credentials.uri} (database {connection.credentials.database}) holds another case, "
            f"{state.case if state else 'of unknown origin'}: it has {len(plan.removed_documents)} documents that "
            f"{case} lacks (one is {plan.removed_documents[0]!r}): load into another database (--database), or "
            "replace what polgraph loaded with --wipe"
        )
    return plan


def load(
    connection: Connection,
    graph: nx.MultiDiGraph,
    case: Path,
    *,
    batch: int = _BATCH,
    started: Callable[[Plan], Progress] | None = None,
) -> Plan:
    """Make the database equal to the case, and return what was written.

    started: called with the plan before the first batch; what it returns is called with the size of each batch done.
    """
    schema.apply(connection, schema.pending(connection, schema.migrations()))
    plan = plan_load(connection, graph, case)
    progress = started(plan) if started else lambda _: None
    before = read_state(connection)
    if len(plan) or before is None or not before.complete:
        begun = LoadState.of(case).begun()
        write_state(connection, begun)
        writer = _Writer(connection, batch, progress)
        try:
            _write(writer, plan)
        except StoreError as error:
            raise StoreError(
                f"{error} ({writer.done:,} of {len(plan):,} rows are loaded; the next `polgraph load` goes on there)"
            ) from error
        end_load(connection, begun)
    return plan


def wipe(connection: Connection, case: Path, progress: Progress = lambda _: None) -> None:
    """Remove all that polgraph loaded, whatever case it was, to make room for this one.

    The schema and other data stay.
    """
    import networkx as nx  # noqa: PLC0415  half a second that `polgraph --help` must not pay

    plan = make_plan(connection, nx.MultiDiGraph())
    # an interrupted one is thereby a load of this case that has not ended
    write_state(connection, LoadState.of(case).begun())
    _write(_Writer(connection, _BATCH, progress), plan)
    write_state(connection, None)


class _TooLarge(Exception):
    """The server has not, or may not have, the memory for a transaction of this size."""


class _Writer:
    """Sends rows to the database, counting those that have arrived."""

    def __init__(self, connection: Connection, batch: int, progress: Progress) -> None:
        self._connection = connection
        self._batch = batch
        self._progress = progress
        self.done = 0

    def send(
        self,
        statement: str,
        rows: Iterable[Row | list[Any]],
        *,
        or_else: str | None = None,
        **parameters: Any,  # noqa: ANN401
    ) -> None:
        """Send the rows in batches. or_else: the statement for a batch of which some turn out to be there already."""
        waiting = iter(rows)
        while batch := list(islice(waiting, self._batch)):
            self._send(statement, batch, or_else, parameters)

    def _send(
        self, statement: str, rows: list[Row | list[Any]], or_else: str | None, parameters: Mapping[str, Any]
    ) -> None:
        from neo4j.exceptions import Neo4jError  # noqa: PLC0415  the driver is slow to import

        committing = False

        def work(transaction: ManagedTransaction) -> None:
            nonlocal committing
            if committing and len(rows) > 1:
                # called again because the commit failed, which may be for its size: only the driver knows
                raise _TooLarge
            try:
                transaction.run(statement, {"rows": rows, **parameters}).consume()
            except Neo4jError as error:
                if len(rows) > 1 and is_too_large(error):
                    raise _TooLarge from error  # else the driver tries the same again for half a minute
                raise
            committing = True

        try:
            self._connection.write(work)
        except _TooLarge:
            half = len(rows) // 2
            self._batch = min(self._batch, half)  # smaller ones from here on
            self._send(statement, rows[:half], or_else, parameters)
            self._send(statement, rows[half:], or_else, parameters)
            return
        except StoreError as error:
            if or_else is None or not _is_there_already(error.__cause__):
                raise
            # a commit whose answer was lost, and that the driver repeated
            self._send(or_else, rows, None, parameters)
            return
        self.done += len(rows)
        self._progress(len(rows))


def _write(writer: _Writer, plan: Plan) -> None:
    for entity_type in ENTITY_TYPES:
        rows = [row for row in plan.entities if row["type"] == entity_type]
        labels = ":".join(ENTITY_TYPES)
        writer.send(_statement("entities").replace("TYPES", labels).replace("TYPE", entity_type), rows)
    writer.send(_statement("documents"), plan.documents)
    for relation, identities in plan.removed_claims.items():
        removed = _statement("claims_remove").replace("RELATION", _quoted(relation))
        writer.send(removed, ({"id": identity} for identity in identities))
    pairs = ({"entity": entity, "document": document} for entity, document in plan.removed_mentions)
    writer.send(_statement("mentions_remove"), pairs)
    for groups, name, may_be_there in (
        (plan.moved_claims, "claims_move", True),
        (plan.changed_claims, "claims_merge", True),
        (plan.new_claims, "claims_create", False),
    ):
        for relation, edges in groups.items():
            or_else = None if may_be_there else _claims_statement("claims_merge", relation)
            writer.send(_claims_statement(name, relation), map(_claim_as_list, edges), or_else=or_else)
    counted = (
        {"entity": entity, "document": document, "count": count} for (entity, document), count in plan.mentions.items()
    )
    writer.send(_statement("mentions"), counted)
    _remove_nodes(writer, "Entity", ("Entity", *ENTITY_TYPES), (*ENTITY_PROPERTIES, NAMES), plan.removed_entities)
    _remove_nodes(writer, "Document", ("Document",), DOCUMENT_PROPERTIES, plan.removed_documents)


def _claim_as_list(edge: Edge) -> list[Any]:
    # a list, since the names of the properties in every row would double what is packed and sent
    row = claim_row(edge, clear=False)
    return [row["subject"], row["object"], *map(row["properties"].get, _CLAIM_COLUMNS)]


def _claims_statement(name: str, relation: str) -> str:
    properties = ", ".join(f"{column}: row[{at}]" for at, column in enumerate(_CLAIM_COLUMNS, start=2))
    return _statement(name).replace("PROPERTIES", properties).replace("RELATION", relation)


def _remove_nodes(
    writer: _Writer, kind: str, labels: tuple[str, ...], properties: tuple[str, ...], identities: list[str]
) -> None:
    writer.send(
        _statement("nodes_remove").replace("KIND", kind).replace("LABELS", ":".join(labels)),
        ({"id": identity} for identity in identities),
        labels=list(labels),
        properties=["id", DIGEST, *properties],
        cleared=dict.fromkeys((*(name for name in properties if name not in ("name", "title")), DIGEST)),
    )


def _statement(name: str) -> str:
    from polgraph.queries import shelf  # noqa: PLC0415  it reads the canned queries, which a load does not need

    return (shelf("cypher") / "load" / f"{name}.cypher").read_text("utf8")


def _quoted(relation: str) -> str:
    # from the database, where a relation may be found that the vocabulary has no more
    return "`" + relation.replace("`", "``") + "`"


def _is_there_already(cause: BaseException | None) -> bool:
    return getattr(cause, "code", None) == "Neo.ClientError.Schema.ConstraintValidationFailed"
