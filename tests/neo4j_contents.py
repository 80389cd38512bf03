"""Small graphs to load into the tests' Neo4j server, what is in it then, and what should be, all as plain data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from polgraph.ontology import RELATIONS
from polgraph.stores.names import NAMES
from polgraph.stores.rows import DIGEST

if TYPE_CHECKING:
    from polgraph.stores.connection import Connection

    Contents = tuple[dict[str, Any], dict[str, Any]]

__all__ = ["CASE", "contents", "execute", "expected", "made"]

CASE = Path("harbour.db")


def contents(connection: Connection) -> Contents:
    """Return what polgraph loaded: nodes by id, relationships by id or by their ends."""
    nodes = connection.read(
        "MATCH (n) WHERE n:Entity OR n:Document RETURN n.id, labels(n), properties(n) ORDER BY n.id"
    )
    ties = connection.read(
        "MATCH (a)-[r]->(b) WHERE (a:Entity OR a:Document) AND (b:Entity OR b:Document) "
        "RETURN coalesce(r.id, a.id + ' in ' + b.id), type(r), a.id, b.id, properties(r)"
    )
    assert len({key for key, *_ in ties.rows}) == len(ties.rows), "a relationship is there twice"
    return (
        {key: (sorted(labels), _without_ours(properties)) for key, labels, properties in nodes.rows},
        {key: (kind, a, b, _without_ours(properties)) for key, kind, a, b, properties in ties.rows},
    )


def expected(graph: nx.MultiDiGraph) -> Contents:
    """Return what a fresh load of this graph leaves, worked out without a database."""
    nodes = {
        key: (sorted(["Entity", data["type"]]), {**_without(data, "type"), "id": key})
        for key, data in graph.nodes(data=True)
    } | {key: (["Document"], dict(data)) for key, data in graph.graph["documents"].items()}
    ties = {data["id"]: (data["relation"], a, b, _without(data, "relation")) for a, b, data in graph.edges(data=True)}
    mentions = {
        f"{entity} in {document}": ("MENTIONED_IN", entity, document, {"count": count})
        for (entity, document), count in graph.graph["mentions"].items()
    }
    return nodes, ties | mentions


def made(*triples: tuple[str, str, str], **more: object) -> nx.MultiDiGraph:
    """Make a graph: triples (subject, relation, object), a document for each; what else a claim has by name."""
    graph = nx.MultiDiGraph(documents={}, mentions={})
    for number, (subject, relation, target) in enumerate(triples):
        document = f"{number}.txt"
        graph.graph["documents"][document] = {"id": document, "sha256": f"{number:064x}"}
        for name in (subject, target):
            graph.add_node(f"person:{name}", type="Person", name=name.title(), aliases=[name])
            graph.graph["mentions"][f"person:{name}", document] = 1
        identity = f"c{number}"
        quote = f"{subject} {relation} {target}"
        claim = {"id": identity, "relation": relation, "document": document, "quote": quote, "start": 0}
        claim |= {"end": len(quote), "modality": "asserted", "sign": RELATIONS[relation].sign, "confidence": 0.5}
        graph.add_edge(f"person:{subject}", f"person:{target}", key=identity, **claim, rule="made", **more)
    return graph


def execute(connection: Connection, statement: str, **parameters: object) -> None:
    """Run a statement that writes."""
    connection.write(lambda transaction: transaction.run(statement, parameters).consume())


def _without(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}


def _without_ours(properties: dict[str, Any]) -> dict[str, Any]:
    return _without(properties, DIGEST, NAMES)
