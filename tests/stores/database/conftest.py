"""An open connection to the tests' own server, an emptied database, and what is in it as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from polgraph.ontology import RELATIONS
from polgraph.stores.credentials import find_credentials
from polgraph.stores.names import NAMES
from polgraph.stores.rows import DIGEST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from polgraph.stores.connection import Connection
    from polgraph.stores.credentials import Credentials

    Contents = tuple[dict[str, Any], dict[str, Any]]


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


@pytest.fixture
def contents() -> Callable[[Connection], Contents]:
    """Return what polgraph loaded: nodes by id, relationships by id or by their ends."""
    return read_contents


@pytest.fixture
def expected() -> Callable[[nx.MultiDiGraph], Contents]:
    """Return what a fresh load of this graph leaves, worked out without a database."""
    return expected_contents


@pytest.fixture
def made() -> Callable[..., nx.MultiDiGraph]:
    """Make a graph: triples (subject, relation, object), a document for each; what else a claim has by name."""
    return make_graph


def read_contents(connection: Connection) -> Contents:
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


def expected_contents(graph: nx.MultiDiGraph) -> Contents:
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


def make_graph(*triples: tuple[str, str, str], **more: object) -> nx.MultiDiGraph:
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


def _without(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}


def _without_ours(properties: dict[str, Any]) -> dict[str, Any]:
    return _without(properties, DIGEST, NAMES)
