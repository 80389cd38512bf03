"""The graph of a case as rows for Neo4j: the same properties that the graph in memory has, and a digest of them.

The digest, kept as `_digest`, says what polgraph wrote: a load reads ids and digests back and writes only what differs,
and leaves alone what has none.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    Row = dict[str, Any]
    Edge = tuple[str, str, Mapping[str, Any]]

__all__ = [
    "CLAIM_PROPERTIES",
    "DIGEST",
    "DOCUMENT_PROPERTIES",
    "ENTITY_PROPERTIES",
    "MENTIONED_IN",
    "claim_row",
    "document_row",
    "edges",
    "entity_row",
    "mentions",
    "moved",
]

DIGEST = "_digest"
MENTIONED_IN = "MENTIONED_IN"
ENTITY_PROPERTIES = ("name", "aliases", "country", "description", "wikidata_id", "collective")
DOCUMENT_PROPERTIES = ("title", "publisher", "url", "published", "sha256")
# those that every claim has need no clearing
CLAIM_PROPERTIES = (
    *("document", "quote", "start", "end", "modality", "sign", "confidence", "rule"),
    *("published", "speaker", "speaker_id", "plover", "date", "date_precision", "title", "action", "former", "kin"),
)

_ENDS = 8  # hexadecimal digits of the digest that stand for the ends


def entity_row(identity: str, data: Mapping[str, Any], *, clear: bool = True) -> Row:
    """Return {id, type, properties} of an entity. clear: give the properties that it lacks as nulls, to remove them."""
    known = {name: value for name, value in data.items() if name not in ("type", "id")}
    return _row(identity, known, ENTITY_PROPERTIES if clear else (), data["type"]) | {"type": data["type"]}


def document_row(data: Mapping[str, Any], *, clear: bool = True) -> Row:
    """Return {id, properties} of a document."""
    known = {name: value for name, value in data.items() if name != "id"}
    return _row(data["id"], known, DOCUMENT_PROPERTIES if clear else ())


def claim_row(edge: Edge, *, clear: bool = True) -> Row:
    """Return {id, subject, object, properties} of a claim."""
    subject, target, data = edge
    known = {name: value for name, value in data.items() if name != "relation"}
    row = _row(data["id"], known, CLAIM_PROPERTIES if clear else (), data["relation"])
    properties = row["properties"]
    properties[DIGEST] = _hash(f"{subject}\0{target}", _ENDS // 2) + properties[DIGEST]
    return row | {"subject": _encodable(subject), "object": _encodable(target)}


def moved(old_digest: str, new_digest: str) -> bool:
    """Tell whether a claim has other ends than it had."""
    return old_digest[:_ENDS] != new_digest[:_ENDS]


def edges(graph: nx.MultiDiGraph) -> Iterator[Edge]:
    """Yield (subject, object, attributes) of each claim."""
    yield from graph.edges(data=True)


def mentions(graph: nx.MultiDiGraph) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield ((entity, document), count), where both are in the graph."""
    documents = graph.graph.get("documents", {})
    for (entity, document), count in graph.graph.get("mentions", {}).items():
        if entity in graph and document in documents:
            yield (entity, document), count


def _row(identity: str, known: Row, clear: tuple[str, ...], kind: str = "") -> Row:
    described = json.dumps([kind, known], sort_keys=True, ensure_ascii=False)
    try:
        digest = _hash(described, 8)
    except UnicodeEncodeError:  # half a surrogate pair, which Neo4j cannot keep
        identity = _encodable(identity)
        known = json.loads(_encodable(described))[1]
        digest = _hash(_encodable(described), 8)
    properties: Row = dict.fromkeys(clear) | known
    properties[DIGEST] = digest
    if "id" in known:
        properties["id"] = identity
    return {"id": identity, "properties": properties}


def _encodable(text: str) -> str:
    return text.encode("utf8", "replace").decode("utf8")


def _hash(text: str, size: int) -> str:
    return blake2b(text.encode("utf8"), digest_size=size).hexdigest()
