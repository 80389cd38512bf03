"""A case file's rows in; the graph of `polgraph.graph` out, without an object in between for every row.

Claims become edges in the order of document and place, whatever the order in which articles were read.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import TYPE_CHECKING, Any

from polgraph.case.rows import to_entity
from polgraph.errors import CaseError
from polgraph.graph.projection import assemble, no_collection
from polgraph.ontology import RELATIONS
from polgraph.ontology.plover import plover_class

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    import networkx as nx

    from polgraph.identity.resolution import Resolution
    from polgraph.model import Entity, Modality

    Edge = tuple[str, str, dict[str, Any]]

__all__ = ["project"]

_DOCUMENTS = "SELECT key, id, sha256, title, publisher, url, published FROM documents ORDER BY id"
_ENTITY = "id, type, name, aliases, country, description, wikidata_id, collective"
_ENTITIES = f"SELECT {_ENTITY}, document, 1 FROM entities"  # noqa: S608  our own names
# most articles say the same of an entity, so what they say is counted before it is read
_COUNTED = f"SELECT {_ENTITY}, min(document), count(*) FROM entities GROUP BY {_ENTITY}"  # noqa: S608  our own names
_MENTIONS = "SELECT document, entity, count(*) FROM mentions GROUP BY document, entity"
_CLAIMS = (
    "SELECT document, start, end, id, subject, relation, object, quote, modality, speaker, speaker_text, date, "
    "date_precision, confidence, rule, title, action, former, kin FROM claims ORDER BY document"
)
_EXTRAS = ("title", "action", "former", "kin")
_NO_EXTRAS = [None] * len(_EXTRAS)


def project(connection: sqlite3.Connection, resolution: Resolution, path: Path) -> nx.MultiDiGraph:
    """Build the graph of a case. path: to name in errors."""
    with no_collection():
        return _project(connection, resolution, path)


def _project(connection: sqlite3.Connection, resolution: Resolution, path: Path) -> nx.MultiDiGraph:
    documents: dict[int, dict[str, Any]] = {}
    for key, *values in connection.execute(_DOCUMENTS):
        fields = zip(("id", "sha256", "title", "publisher", "url", "published"), values, strict=True)
        documents[key] = {name: value for name, value in fields if value is not None}
    entities = resolution.counted(_entities(connection, documents, counted=not resolution.in_document))
    names = {entity.id: entity.name for entity in entities}
    return assemble(
        entities,
        _edges(connection, documents, resolution, names, path),
        {document["id"]: document for document in documents.values()},
        _mentions(connection, documents, resolution),
        resolution.everywhere,
    )


def _entities(
    connection: sqlite3.Connection, documents: dict[int, dict[str, Any]], *, counted: bool
) -> Iterator[tuple[str, Entity, int]]:
    for row in connection.execute(_COUNTED if counted else _ENTITIES):
        yield documents[row[8]]["id"], to_entity(row[:8]), row[9]


def _mentions(
    connection: sqlite3.Connection, documents: dict[int, dict[str, Any]], resolution: Resolution
) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for key, identity, times in connection.execute(_MENTIONS):
        document = documents[key]["id"]
        place = resolution.of(document, identity), document
        counts[place] = counts.get(place, 0) + times
    return counts


def _edges(
    connection: sqlite3.Connection,
    documents: dict[int, dict[str, Any]],
    resolution: Resolution,
    names: dict[str, str],
    path: Path,
) -> Iterator[Edge]:
    for rows in _in_order(connection, list(documents)):
        document = documents[rows[0][0]]
        place, published = document["id"], document.get("published")
        for row in rows:
            subject, target = resolution.of(place, row[4]), resolution.of(place, row[6])
            if subject == target:
                continue
            if row[5] not in RELATIONS:
                raise CaseError(
                    f"{path}: {place}: the relation {row[5]} is not in the vocabulary any more: "
                    "read the articles once more with `polgraph ingest --again`"
                )
            edge = _edge(row, place)
            if published is not None:
                edge["published"] = published
            if row[9] is not None:
                entity = resolution.of(place, row[9])
                edge["speaker_id"] = entity
                edge["speaker"] = names.get(entity, entity)
            yield subject, target, edge


def _edge(row: tuple[Any, ...], place: str) -> dict[str, Any]:
    _, start, end, key, _, word, _, quote, modality, _, speaker_text, date, precision, confidence, rule, *extras = row
    relation = RELATIONS[word]
    # strings of our own where we can, not a copy for every row
    edge: dict[str, Any] = {
        "relation": relation.name,
        "id": key,
        "document": place,
        "quote": quote,
        "start": start,
        "end": end,
        "modality": intern(modality),
        "sign": relation.sign,
        "confidence": confidence,
        "rule": intern(rule),
    }
    plover = _plover(word, modality, rule)
    if plover is not None:
        edge["plover"] = plover
    if speaker_text is not None:
        edge["speaker"] = speaker_text
    if date is not None:
        edge["date"] = date
    if precision is not None:
        edge["date_precision"] = precision
    if extras != _NO_EXTRAS:
        for name, value in zip(_EXTRAS, extras, strict=True):
            if value is not None:
                edge[name] = bool(value) if name == "former" else value
    return edge


@cache
def _plover(relation: str, modality: Modality, rule: str) -> str | None:
    return plover_class(RELATIONS[relation], modality, rule)


def _in_order(connection: sqlite3.Connection, keys: list[int]) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the claims of each document by place, the documents in the order of `keys`."""
    found = groupby(connection.execute(_CLAIMS), key=itemgetter(0))
    groups = ((key, sorted(rows, key=itemgetter(1, 2, 3))) for key, rows in found)
    if keys == sorted(keys):
        # what SQLite gives without sorting is the order we want
        yield from (rows for _, rows in groups)
        return
    waiting = dict(groups)
    yield from (waiting.pop(key) for key in keys if key in waiting)
