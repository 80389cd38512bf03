"""What a page knows of the claims: the graph as one JSON value.

In: the graph, its bundles, the texts of its documents where the caller has them. Out: a dict for the page's data block
(page/core.js reads it). Lists refer to each other by index, so that no id is written twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polgraph.ontology import ENTITY_TYPES, RELATIONS
from polgraph.views import style
from polgraph.views.bundles import by_reports
from polgraph.views.passages import passages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from polgraph.views.bundles import Bundle

__all__ = ["payload"]

_CLAIM = ("id", "quote", "start", "end", "speaker", "speaker_id", "modality", "date", "date_precision", "confidence")
_CLAIM_OWN = ("rule", "title", "action", "former", "kin")
_ENTITY = ("type", "name", "country", "description", "wikidata_id")
_DOCUMENT = ("title", "publisher", "url", "published")


def payload(graph: nx.MultiDiGraph, bundles: Sequence[Bundle], texts: Mapping[str, str]) -> dict[str, Any]:
    """Gather all that a page may show of the claims; entities come in the order of `by_reports`."""
    mentioned = _mentions(graph)
    weights = by_reports(graph)
    index = {entity: place for place, entity in enumerate(weights)}
    used = sorted({claim["document"] for bundle in bundles for claim in bundle.claims})
    articles = {document: place for place, document in enumerate(used)}
    paragraphs, place_of = passages((claim for bundle in bundles for claim in bundle.claims), texts)
    return {
        "style": _style(),
        "types": [{"name": kind.name, "shape": kind.shape, "colour": kind.colour} for kind in ENTITY_TYPES.values()],
        "relations": [
            {
                "name": relation.name,
                "label": relation.label,
                "sign": relation.sign,
                "family": relation.family,
                "symmetric": relation.symmetric,
            }
            for relation in RELATIONS.values()
        ],
        "entities": [_entity(graph, entity, reports, mentioned.get(entity, ())) for entity, reports in weights.items()],
        "documents": [_document(graph, document) for document in used],
        "passages": paragraphs,
        "bundles": [
            {
                "subject": index[bundle.subject],
                "relation": bundle.relation,
                "object": index[bundle.object],
                "claims": [_claim(claim, articles, place_of) for claim in bundle.claims],
            }
            for bundle in bundles
        ],
    }


def _style() -> dict[str, Any]:
    return {"modalities": style.MODALITY_LABELS, "dashes": style.DASHES, "width": style.WIDTH}


def _mentions(graph: nx.MultiDiGraph) -> dict[str, list[int]]:
    """Return how often each entity is mentioned, one number per document."""
    counts: dict[str, list[int]] = {}
    for (entity, _), count in graph.graph.get("mentions", {}).items():
        counts.setdefault(entity, []).append(count)
    return counts


def _entity(graph: nx.MultiDiGraph, entity: str, reports: int, counts: Sequence[int]) -> dict[str, Any]:
    node = graph.nodes[entity]
    return {
        "id": entity,
        "aliases": [alias for alias in node.get("aliases", ()) if alias != node["name"]],
        "reports": reports,
        "mentions": sum(counts),
        "documents": len(counts),
    } | {field: node[field] for field in _ENTITY if field in node}


def _document(graph: nx.MultiDiGraph, document: str) -> dict[str, Any]:
    known = graph.graph.get("documents", {}).get(document, {})
    return {"id": document} | {field: known[field] for field in _DOCUMENT if field in known}


def _claim(
    claim: Mapping[str, Any], articles: Mapping[str, int], place_of: Mapping[str, tuple[int, int]]
) -> dict[str, Any]:
    fields = {field: claim[field] for field in (*_CLAIM, *_CLAIM_OWN) if field in claim}
    fields["document"] = articles[claim["document"]]
    if claim["id"] in place_of:
        fields["passage"] = place_of[claim["id"]]
    return fields
