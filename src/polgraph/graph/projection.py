"""Entities, claims and documents in; the NetworkX graph of `polgraph.graph` out."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from polgraph.ontology import RELATIONS
from polgraph.ontology.plover import plover_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from polgraph.model import Claim, Document, Entity

__all__ = ["assemble", "build", "no_collection"]


def build(
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    documents: Iterable[Document],
    mention_counts: Mapping[tuple[str, str], int],
    merged: Mapping[str, str] | None = None,
) -> nx.MultiDiGraph:
    """Project entities, claims and documents onto a graph: a node per entity, an edge per claim.

    merged: id → the entity that it is part of, where that is another one.
    """
    known = list(entities)
    names = {entity.id: entity.name for entity in known}
    by_id = {document.id: _document(document) for document in documents}
    edges = ((claim.subject, claim.object, _claim(claim, by_id, names)) for claim in claims)
    return assemble(known, edges, by_id, mention_counts, merged or {})


def assemble(
    entities: Iterable[Entity],
    edges: Iterable[tuple[str, str, dict[str, Any]]],
    documents: dict[str, dict[str, Any]],
    mention_counts: Mapping[tuple[str, str], int],
    merged: Mapping[str, str],
) -> nx.MultiDiGraph:
    """Make the graph of parts that have their final form; edges are (subject, object, attributes)."""
    import networkx as nx  # noqa: PLC0415  half a second that `polgraph --help` must not pay

    graph = nx.MultiDiGraph()
    graph.graph["documents"] = documents
    graph.graph["mentions"] = dict(mention_counts)
    with no_collection():
        for entity in entities:
            graph.add_node(entity.id, **_entity(entity))
        _join(graph, edges)
    # with ids of which nothing is left (all that was said of them was split off) nobody can be meant
    graph.graph["merged"] = {old: entity for old, entity in merged.items() if old != entity and entity in graph}
    return graph


def _join(graph: nx.MultiDiGraph, edges: Iterable[tuple[str, str, dict[str, Any]]]) -> None:
    """Do what `add_edge` does, with the attributes as they are; it copies them twice, which takes half of the time."""
    # a test compares with `add_edge`, should a new NetworkX keep them elsewhere
    successors, predecessors = graph._succ, graph._pred  # type: ignore[attr-defined]  # noqa: SLF001
    for subject, target, edge in edges:
        for entity in (subject, target):
            if entity not in successors:
                graph.add_node(entity)
        parallel = successors[subject].get(target)
        if parallel is None:
            parallel = successors[subject][target] = predecessors[target][subject] = {}
        parallel[edge["id"]] = edge


@contextmanager
def no_collection() -> Iterator[None]:
    """Put off the search for garbage: among a million new dicts there is none, and looking takes as long as making."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _entity(entity: Entity) -> dict[str, Any]:
    return {"type": entity.type, "name": entity.name, "aliases": list(entity.aliases)} | _known(
        country=entity.country,
        description=entity.description,
        wikidata_id=entity.wikidata_id,
        collective=entity.collective or None,
    )


def _claim(claim: Claim, documents: Mapping[str, Mapping[str, Any]], names: Mapping[str, str]) -> dict[str, Any]:
    relation = RELATIONS[claim.relation]
    speaker = claim.speaker_text if claim.speaker is None else names.get(claim.speaker, claim.speaker)
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
        plover=plover_class(relation, claim.modality, claim.rule),
        published=documents.get(claim.document, {}).get("published"),
        speaker=speaker,
        speaker_id=claim.speaker,
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
