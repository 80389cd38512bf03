"""The graph as rows: one per claim, entity, or document.

A claim's row has the fields that `polgraph extract` prints, with ids and the article's particulars besides. Fields that
are unknown are None, those of single relations (title, former, action, kin) are absent where they do not apply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import networkx as nx

__all__ = ["COLUMNS", "ROWS", "claims", "documents", "entities"]

_ENDS = ("", "_id", "_type", "_aliases", "_country")
_OWN = ("title", "former", "action", "kin")
COLUMNS = {
    "claims": (
        *("id", "document"),
        *(f"subject{part}" for part in _ENDS),
        "relation",
        *(f"object{part}" for part in _ENDS),
        *("symmetric", "sign", "plover", "modality", "speaker", "speaker_id", "quote", "start", "end"),
        *("date", "date_precision", "published", "publisher", "document_title", "url", "confidence", "rule"),
        *_OWN,
    ),
    "entities": (
        *("id", "type", "name", "aliases", "country", "description", "wikidata_id"),
        *("mentions", "documents", "claims_as_subject", "claims_as_object"),
    ),
    "documents": ("id", "title", "publisher", "url", "published", "sha256", "claims"),
}


def claims(graph: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    """Yield a row per claim, by document and place."""
    articles = graph.graph.get("documents", {})
    edges = sorted(graph.edges(data=True), key=lambda edge: (edge[2]["document"], edge[2]["start"], edge[2]["id"]))
    for subject, object_, claim in edges:
        article = articles.get(claim["document"], {})
        yield {
            "id": claim["id"],
            "document": claim["document"],
            **_end("subject", subject, graph.nodes[subject]),
            "relation": claim["relation"],
            **_end("object", object_, graph.nodes[object_]),
            "symmetric": RELATIONS[claim["relation"]].symmetric,
            "sign": claim["sign"],
            "plover": claim.get("plover"),
            "modality": claim["modality"],
            "speaker": claim.get("speaker"),
            "speaker_id": claim.get("speaker_id"),
            "quote": claim["quote"],
            "start": claim["start"],
            "end": claim["end"],
            "date": claim.get("date"),
            "date_precision": claim.get("date_precision"),
            "published": claim.get("published"),
            "publisher": article.get("publisher"),
            "document_title": article.get("title"),
            "url": article.get("url"),
            "confidence": claim["confidence"],
            "rule": claim.get("rule"),
        } | {field: claim[field] for field in _OWN if field in claim}


def _end(side: str, entity: str, node: Mapping[str, Any]) -> dict[str, Any]:
    return {
        side: node["name"],
        f"{side}_id": entity,
        f"{side}_type": node["type"],
        f"{side}_aliases": list(node.get("aliases", ())),
        f"{side}_country": node.get("country"),
    }


def entities(graph: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    """Yield a row per entity, by id."""
    counts: dict[str, list[int]] = {}
    for (entity, _), count in graph.graph.get("mentions", {}).items():
        counts.setdefault(entity, []).append(count)
    for entity in sorted(graph):
        node = graph.nodes[entity]
        yield {
            "id": entity,
            "type": node["type"],
            "name": node["name"],
            "aliases": list(node.get("aliases", ())),
            "country": node.get("country"),
            "description": node.get("description"),
            "wikidata_id": node.get("wikidata_id"),
            "mentions": sum(counts.get(entity, ())),
            "documents": len(counts.get(entity, ())),
            "claims_as_subject": graph.out_degree(entity),
            "claims_as_object": graph.in_degree(entity),
        }


def documents(graph: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    """Yield a row per document, by id."""
    counts: dict[str, int] = {}
    for _, _, document in graph.edges(data="document"):
        counts[document] = counts.get(document, 0) + 1
    for document, known in sorted(graph.graph.get("documents", {}).items()):
        yield {
            "id": document,
            "title": known.get("title"),
            "publisher": known.get("publisher"),
            "url": known.get("url"),
            "published": known.get("published"),
            "sha256": known.get("sha256"),
            "claims": counts.get(document, 0),
        }


ROWS: Mapping[str, Callable[[nx.MultiDiGraph], Iterator[dict[str, Any]]]] = {
    "claims": claims,
    "entities": entities,
    "documents": documents,
}
