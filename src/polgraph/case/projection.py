"""A case file's rows in; the graph of `polgraph.graph` out, without an object in between for every row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polgraph.case.edges import edges
from polgraph.case.rows import to_entity
from polgraph.graph.projection import assemble, no_collection

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    import networkx as nx

    from polgraph.identity.resolution import Resolution

    _Forms = Iterable[tuple[str, str, str]]

__all__ = ["project"]

_DOCUMENTS = "SELECT key, id, sha256, title, publisher, url, published FROM documents ORDER BY id"
_ENTITY = "id, type, name, aliases, country, description, wikidata_id, collective"
_ENTITIES = f"SELECT {_ENTITY}, document, 1 FROM entities"  # noqa: S608  our own names
# most articles say the same of an entity, so what they say is counted before it is read
_COUNTED = f"SELECT {_ENTITY}, min(document), count(*) FROM entities GROUP BY {_ENTITY}"  # noqa: S608  our own names
_MENTIONS = "SELECT document, entity, count(*) FROM mentions GROUP BY document, entity"


def project(connection: sqlite3.Connection, resolve: Callable[[_Forms], Resolution], path: Path) -> nx.MultiDiGraph:
    """Build the graph of a case.

    resolve: from the (id, type, name) that the articles give to who is who. path: to name in errors.
    """
    # all of it as it stands at one moment, though another program may be reading articles into it
    connection.execute("BEGIN")
    try:
        with no_collection():
            return _project(connection, resolve, path)
    finally:
        connection.execute("ROLLBACK")


def _project(connection: sqlite3.Connection, resolve: Callable[[_Forms], Resolution], path: Path) -> nx.MultiDiGraph:
    documents: dict[int, dict[str, Any]] = {}
    for key, *values in connection.execute(_DOCUMENTS):
        fields = zip(("id", "sha256", "title", "publisher", "url", "published"), values, strict=True)
        documents[key] = {name: value for name, value in fields if value is not None}
    found = connection.execute(_COUNTED).fetchall()
    resolution = resolve(row[:3] for row in found)
    if resolution.in_document:
        found = connection.execute(_ENTITIES).fetchall()
    entities = resolution.counted((documents[row[8]]["id"], to_entity(row[:8]), row[9]) for row in found)
    names = {entity.id: entity.name for entity in entities}
    return assemble(
        entities,
        edges(connection, documents, resolution, names, path),
        {document["id"]: document for document in documents.values()},
        _mentions(connection, documents, resolution),
        resolution.everywhere,
    )


def _mentions(
    connection: sqlite3.Connection, documents: Mapping[int, Mapping[str, Any]], resolution: Resolution
) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    places = {key: document["id"] for key, document in documents.items()}
    of, known = resolution.of, counts.get
    for key, identity, times in connection.execute(_MENTIONS):
        document = places[key]
        place = of(document, identity), document
        counts[place] = known(place, 0) + times
    return counts
