"""What a load has to do: the graph of a case and a database in, the differences between them out. Nothing is written.

The database is asked for the ids and digests of what polgraph wrote there; everything else in it is not looked at.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from polgraph.errors import StoreError
from polgraph.stores.names import named_rows
from polgraph.stores.rows import DIGEST, MENTIONED_IN, claim_row, document_row, edges, mentions, moved

if TYPE_CHECKING:
    import networkx as nx

    from polgraph.stores.connection import Connection
    from polgraph.stores.rows import Edge, Row

__all__ = ["Plan", "make_plan"]


@dataclass(slots=True)
class Plan:
    """Rows to write and ids to remove. Claims stay edges of the graph until they are sent: they are many.

    new, changed, moved_: by relation; a moved claim has other ends than in the database.
    removed_claims: by relation, ids. `mentions`: (entity, document) → count.
    """

    entities: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)
    new_claims: dict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    changed_claims: dict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    moved_claims: dict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    mentions: dict[tuple[str, str], int] = field(default_factory=dict)
    removed_claims: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    removed_mentions: list[tuple[str, str]] = field(default_factory=list)
    removed_entities: list[str] = field(default_factory=list)
    removed_documents: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, dict[str, int]]:
        """Say how many entities, documents, claims and mentions it writes and removes."""
        return {
            "entities": {"written": len(self.entities), "removed": len(self.removed_entities)},
            "documents": {"written": len(self.documents), "removed": len(self.removed_documents)},
            "claims": {
                "written": sum(map(_size, (self.new_claims, self.changed_claims, self.moved_claims))),
                "removed": _size(self.removed_claims),
            },
            "mentions": {"written": len(self.mentions), "removed": len(self.removed_mentions)},
        }

    def __len__(self) -> int:
        return sum(sum(count.values()) for count in self.counts().values())


def make_plan(connection: Connection, graph: nx.MultiDiGraph) -> Plan:
    """Compare the graph with what polgraph loaded before.

    Raises StoreError where the database holds nodes with our ids that polgraph did not load.
    """
    plan = Plan()
    documents = graph.graph.get("documents", {})
    plan.entities, plan.removed_entities = _compare(_held(connection, "Entity"), named_rows(graph))
    plan.documents, plan.removed_documents = _compare(
        _held(connection, "Document"), (document_row(data) for data in documents.values())
    )
    _compare_claims(plan, connection, graph)
    _compare_mentions(plan, connection, dict(mentions(graph)))
    return plan


def _held(connection: Connection, label: str) -> dict[str, str | None]:
    query = f"MATCH (n:{label}) WHERE n.id IS NOT NULL RETURN n.id, n.{DIGEST}"
    return dict(connection.read(query).rows)


def _compare(held: dict[str, str | None], wanted: Any) -> tuple[list[Row], list[str]]:  # noqa: ANN401  rows, lazily
    written: list[Row] = []
    foreign: list[str] = []
    for row in wanted:
        digest = held.pop(row["id"], "")
        if digest is None:
            foreign.append(row["id"])
        elif digest != row["properties"][DIGEST]:
            written.append(row)
    if foreign:
        raise StoreError(
            f"the database holds {len(foreign)} nodes with ids of this case that polgraph did not load (one is "
            f"{foreign[0]!r}): load into a database of its own (--database), or give those nodes other ids"
        )
    return written, sorted(identity for identity, digest in held.items() if digest is not None)


def _compare_claims(plan: Plan, connection: Connection, graph: nx.MultiDiGraph) -> None:
    held = {}
    for (claims,) in connection.read(_HELD_CLAIMS).rows:
        for claim in claims:
            digest, relation, identity = claim.split(" ", 2)
            held[identity] = relation, digest
    for edge in edges(graph):
        relation, identity = edge[2]["relation"], edge[2]["id"]
        before = held.pop(identity, None)
        if before is None:
            plan.new_claims[relation].append(edge)
            continue
        old_relation, old_digest = before
        if old_relation != relation:
            plan.removed_claims[old_relation].append(identity)
            plan.new_claims[relation].append(edge)
            continue
        digest = claim_row(edge)["properties"][DIGEST]
        if moved(old_digest, digest):
            plan.moved_claims[relation].append(edge)
        elif old_digest != digest:
            plan.changed_claims[relation].append(edge)
    for identity, (relation, _) in held.items():
        plan.removed_claims[relation].append(identity)


def _compare_mentions(plan: Plan, connection: Connection, wanted: dict[tuple[str, str], int]) -> None:
    held = {}
    for entity, mentioned in connection.read(_HELD_MENTIONS).rows:
        for mention in mentioned:
            count, document = mention.split(" ", 1)
            held[entity, document] = count
    plan.mentions = {pair: count for pair, count in wanted.items() if held.pop(pair, None) != str(count)}
    plan.removed_mentions = sorted(held)


def _size(groups: dict[str, list[Any]]) -> int:
    return sum(map(len, groups.values()))


# a text for each claim and a row for each node: a row for each claim, of several values, takes ten times as long.
# Claims are found without a type, so that those of a relation that left the vocabulary are found too.
_HELD_CLAIMS = f"""\
MATCH (n)
WITH [(n)-[r]->() WHERE r.{DIGEST} IS NOT NULL | r.{DIGEST} + ' ' + type(r) + ' ' + r.id] AS claims
WHERE size(claims) > 0
RETURN claims"""
_HELD_MENTIONS = f"""\
MATCH (e:Entity)
WHERE e.{DIGEST} IS NOT NULL
WITH e, [(e)-[m:{MENTIONED_IN}]->(d:Document) WHERE d.{DIGEST} IS NOT NULL |
         coalesce(toString(m.count), '') + ' ' + d.id] AS mentioned
WHERE size(mentioned) > 0
RETURN e.id, mentioned"""
