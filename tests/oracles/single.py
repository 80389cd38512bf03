"""Queries that give a row for each claim."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from oracles.claims import Claim, Row, claims, ordered

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx


def said(claim: Claim) -> Row:
    return claim.modality, claim.get("speaker"), claim.get("quote"), claim.get("document"), claim.when


def each(graph: nx.MultiDiGraph, entity: str | None, *relations: str) -> list[Row]:
    rows = (
        (claim.subject, claim.object, *said(claim), claim.s, claim.o, [claim.id])
        for claim in claims(graph)
        if claim.relation in relations and claim.touches(entity)
    )
    return ordered(rows, -7, 1, 2, 10)


def offices(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    rows = (
        (
            claim.subject,
            claim.get("title"),
            claim.get("former"),
            claim.object,
            *said(claim),
            claim.s,
            claim.o,
            [claim.id],
        )
        for claim in claims(graph)
        if claim.relation == "HOLDS_OFFICE" and claim.touches(entity)
    )
    return ordered(rows, -9, 1, 4, 12)


def offices_former(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    rows = (
        (claim.subject, claim.relation, claim.get("title"), claim.object, *said(claim), claim.s, claim.o, [claim.id])
        for claim in claims(graph)
        if claim.touches(entity)
        and (claim.relation == "LEFT" or (claim.relation == "HOLDS_OFFICE" and claim.get("former") is True))
    )
    return ordered(rows, -9, 1, 4, 12)


def office_changes(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    groups: dict[Row, list[Claim]] = defaultdict(list)
    for claim in claims(graph):
        if claim.relation == "HOLDS_OFFICE" and claim.get("title") is not None and claim.modality != "negated":
            groups[claim.object, claim.o, claim.get("title").lower()].append(claim)
    rows = []
    for (place, place_id, title), members in groups.items():
        members.sort(key=lambda claim: (claim.subject, claim.s, claim.id))
        if len({claim.s for claim in members}) > 1 and entity in (None, place_id):
            holders = list(dict.fromkeys(claim.subject for claim in members))
            rows.append((place, title, holders, len(members), place_id, [claim.id for claim in members]))
    return ordered(rows, -4, 1, 2, 5)


def speaks_for(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    return each(graph, entity, "SPEAKS_FOR")


def asylum(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    return each(graph, entity, "OFFERED_ASYLUM_TO")


def distanced(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    return each(graph, entity, "DISTANCED_FROM")


def _triples(found: Iterable[Claim]) -> list[Row]:
    rows = (
        (claim.subject, claim.relation, claim.object, *said(claim), claim.s, claim.o, [claim.id]) for claim in found
    )
    return ordered(rows, -8, 1, 2, 3, 11)


def denials(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    return _triples(
        claim
        for claim in claims(graph)
        if claim.touches(entity) and (claim.modality == "negated" or claim.relation == "REJECTED")
    )


def publisher(graph: nx.MultiDiGraph, publisher: str) -> list[Row]:
    documents = graph.graph["documents"]
    return _triples(claim for claim in claims(graph) if documents[claim.get("document")].get("publisher") == publisher)


def document(graph: nx.MultiDiGraph, document: str) -> list[Row]:
    rows = (
        (
            claim.get("start"),
            claim.subject,
            claim.relation,
            claim.object,
            *said(claim)[:3],
            claim.s,
            claim.o,
            [claim.id],
        )
        for claim in claims(graph)
        if claim.get("document") == document
    )
    return ordered(rows, 1, 2, 3, 4, 10)


def said_about(graph: nx.MultiDiGraph, speaker: str | None, about: str | None) -> list[Row]:
    rows = (
        (
            *(claim.get("speaker"), claim.subject, claim.relation, claim.object, claim.modality, claim.get("quote")),
            *(claim.get("document"), claim.when, claim.get("speaker_id"), claim.s, claim.o, [claim.id]),
        )
        for claim in claims(graph)
        if claim.get("speaker") is not None and speaker in (None, claim.get("speaker_id")) and claim.touches(about)
    )
    return ordered(rows, -8, 1, 2, 3, 4, 12)
