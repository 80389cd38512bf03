"""Entities, claims and documents in; the NetworkX graph of `polgraph.graph` out."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from polgraph.ontology import RELATIONS
from polgraph.ontology.plover import plover_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from polgraph.model import Claim, Document, Entity

__all__ = ["build"]


def build(
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    documents: Iterable[Document],
    mention_counts: Mapping[tuple[str, str], int],
) -> nx.MultiDiGraph:
    """Project the rows of a case onto a graph: a node per entity, an edge per claim."""
    import networkx as nx  # noqa: PLC0415  half a second that `polgraph --help` must not pay

    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.graph["documents"] = by_id = {document.id: _document(document) for document in documents}
    graph.graph["mentions"] = dict(mention_counts)
    for entity in entities:
        graph.add_node(entity.id, **_entity(entity))
    nodes = graph.nodes
    for claim in claims:
        edge = _claim(claim)
        if claim.speaker is not None:
            speaker = nodes.get(claim.speaker)
            edge["speaker_id"] = claim.speaker
            edge["speaker"] = speaker["name"] if speaker else claim.speaker
        published = by_id.get(claim.document, {}).get("published")
        if published is not None:
            edge["published"] = published
        graph.add_edge(claim.subject, claim.object, key=claim.id, **edge)
    return graph


def _entity(entity: Entity) -> dict[str, Any]:
    return {"type": entity.type, "name": entity.name, "aliases": list(entity.aliases)} | _known(
        country=entity.country,
        description=entity.description,
        wikidata_id=entity.wikidata_id,
        collective=entity.collective or None,
    )


def _claim(claim: Claim) -> dict[str, Any]:
    relation = RELATIONS[claim.relation]
    return {
        "relation": claim.relation,
        "id": claim.id,
        "document": claim.document,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "modality": claim.modality,
        "sign": relation.sign,
        "confidence": claim.confidence,
        "rule": claim.rule,
    } | _known(
        speaker=claim.speaker_text,
        plover=plover_class(relation, claim.modality),
        date=claim.date,
        date_precision=claim.date_precision,
        title=claim.title,
        action=claim.action,
        former=claim.former,
        kin=claim.kin,
    )


def _document(document: Document) -> dict[str, Any]:
    return {"id": document.id, "sha256": sha256(document.text.encode("utf8", "surrogatepass")).hexdigest()} | _known(
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published=document.published.isoformat() if document.published else None,
    )


def _known(**values: Any) -> dict[str, Any]:  # noqa: ANN401  attributes of any type pass through
    return {name: value for name, value in values.items() if value is not None}
