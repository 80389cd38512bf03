"""A part of the graph in Neo4j as a graph in memory: what stands within some steps of a few entities.

In: a connection and ids. Out: a graph as `polgraph.graph` describes it, so that the walks over it (`neighbourhood`,
`paths`) and what the command line prints need not know where it came from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polgraph.ontology import ENTITY_TYPES
from polgraph.stores.names import NAMES
from polgraph.stores.rows import DIGEST, DOCUMENT_PROPERTIES, MENTIONED_IN

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from polgraph.stores.connection import Connection

__all__ = ["excerpt"]

_BATCH = 1000

_CLAIMS = (
    f"UNWIND $ids AS id MATCH (e:Entity {{id: id}})-[r]-(n:Entity) WHERE r.{DIGEST} IS NOT NULL "
    "WITH DISTINCT r RETURN startNode(r).id, endNode(r).id, type(r), properties(r)"
)
_ENTITIES = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e.id, labels(e), properties(e)"
_MENTIONS = f"UNWIND $ids AS id MATCH (e:Entity {{id: id}})-[m:{MENTIONED_IN}]->(d:Document) RETURN e.id, d.id, m.count"
_DOCUMENTS = "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id, properties(d)"


def excerpt(connection: Connection, entities: Iterable[str], steps: int) -> nx.MultiDiGraph:
    """Return the claims that one passes on any walk of so many steps from these entities, with their documents.

    The mentions are those of `entities` alone.
    """
    import networkx as nx  # noqa: PLC0415  half a second that `polgraph --help` must not pay

    graph = nx.MultiDiGraph(documents={}, mentions={})
    centres = sorted(set(entities))
    seen, edge = set(centres), centres
    claims: dict[str, tuple[str, str, dict[str, Any]]] = {}
    for _ in range(steps):
        for subject, target, relation, properties in _rows(connection, _CLAIMS, edge):
            claims[properties["id"]] = subject, target, {"relation": relation, **_without_ours(properties)}
        ends = {end for subject, target, _ in claims.values() for end in (subject, target)}
        edge = sorted(ends - seen)
        seen |= ends
    for identity, labels, properties in _rows(connection, _ENTITIES, sorted(seen)):
        kind = next(label for label in labels if label in ENTITY_TYPES)
        known = {name: value for name, value in _without_ours(properties).items() if name != "id"}
        graph.add_node(identity, type=kind, **{"aliases": [], **known})
    # in the order of the graph in memory, so that the same sentences come first
    for identity, (subject, target, claim) in sorted(claims.items(), key=_place):
        graph.add_edge(subject, target, key=identity, **claim)
    for entity, document, count in _rows(connection, _MENTIONS, centres):
        graph.graph["mentions"][entity, document] = count
    named = {claim["document"] for _, _, claim in claims.values()} | {name for _, name in graph.graph["mentions"]}
    for identity, properties in _rows(connection, _DOCUMENTS, sorted(named)):
        ordered = ("id", "sha256", *DOCUMENT_PROPERTIES)
        graph.graph["documents"][identity] = {name: properties[name] for name in ordered if name in properties}
    return graph


def _rows(connection: Connection, query: str, ids: list[str]) -> Iterable[tuple[Any, ...]]:
    for at in range(0, len(ids), _BATCH):
        yield from connection.read(query, {"ids": ids[at : at + _BATCH]}).rows


def _place(item: tuple[str, tuple[str, str, dict[str, Any]]]) -> tuple[Any, ...]:
    identity, (_, _, claim) = item
    return claim["document"], claim["start"], claim["end"], identity


def _without_ours(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in (DIGEST, NAMES)}
