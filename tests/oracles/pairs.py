"""Queries that gather the claims of two sides."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from oracles.claims import SYMMETRIC, Claim, Row, claims, ends_in_order, grouped, name, ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    import networkx as nx


def _pairs(
    graph: nx.MultiDiGraph, entity: str | None, relations: Collection[str], extra: str | None = None
) -> list[Row]:
    found = (claim for claim in claims(graph) if claim.relation in relations and claim.touches(entity))
    groups = grouped(found, lambda claim: (*ends_in_order(claim), claim.modality, claim.get(extra) if extra else None))
    rows: Iterable[Row] = (
        (one, kind, other, modality, len(ids), first, last, one_id, other_id, ids)
        for (one, other, one_id, other_id, modality, kind), ids, first, last in groups
    )
    rows = ordered(rows, -5, 1, 3, 2, 4, 8, 9)
    return rows if extra else [(row[0], *row[2:]) for row in rows]


def kin(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    return _pairs(graph, entity, {"RELATED_TO"}, "kin")


def feuds(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    return _pairs(graph, entity, {"FEUDS_WITH"})


def rivals(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    return _pairs(graph, entity, {"COMPETES_WITH"})


def meetings(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    return _pairs(graph, entity, {"MET_WITH"})


def agreements(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    return _pairs(graph, entity, {"ALLIED_WITH", "AGREED_WITH", "COOPERATED_WITH"}, "relation")


def directed(*relations: str, show: bool = True) -> Callable[..., list[Row]]:
    def oracle(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
        found = (claim for claim in claims(graph) if claim.relation in relations and claim.touches(entity))
        groups = grouped(
            found, lambda claim: (claim.subject, claim.s, claim.object, claim.o, claim.relation, claim.modality)
        )
        rows = ordered(
            (
                (key[0], key[4], key[2], key[5], len(ids), first, last, key[1], key[3], ids)
                for key, ids, first, last in groups
            ),
            *(-5, 1, 3, 2, 4, 8, 9),
        )
        return rows if show else [(row[0], *row[2:]) for row in rows]

    return oracle


def accusations_mutual(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    against: dict[Row, list[str]] = defaultdict(list)
    for claim in claims(graph):
        if claim.relation in ("ACCUSED", "CRITICIZED") and claim.modality != "negated":
            against[claim.s, claim.o].append(claim.id)
    rows = []
    for x, y in combinations(sorted(graph), 2):
        there, back = against[x, y], against[y, x]
        if there and back and (entity is None or entity in (x, y)):
            rows.append((name(graph, x), name(graph, y), len(there), len(back), len(there + back), x, y, there + back))
    return ordered(rows, -5, 1, 2, 6, 7)


def escalation(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    months: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims(graph):
        if (claim.s, claim.o) in ((a, b), (b, a)) and claim.when is not None and claim.modality != "negated":
            months[claim.when[:7]].append(claim)
    rows = []
    for month, members in months.items():
        hostile = sum(claim.sign < 0 for claim in members)
        friendly = sum(claim.sign > 0 for claim in members)
        rows.append((month, hostile, friendly, friendly - hostile, [claim.id for claim in members]))
    return ordered(rows, 1)


def contradictions(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    groups: dict[Row, list[Claim]] = defaultdict(list)
    for claim in claims(graph):
        if claim.modality in ("asserted", "negated") and claim.touches(entity):
            ends = (
                ends_in_order(claim) if claim.relation in SYMMETRIC else (claim.subject, claim.object, claim.s, claim.o)
            )
            groups[*ends, claim.relation].append(claim)
    rows = []
    for (subject, target, s, o, relation), members in groups.items():
        asserted = sum(claim.modality == "asserted" for claim in members)
        denied = len(members) - asserted
        if asserted and denied:
            rows.append((subject, relation, target, asserted, denied, s, o, [claim.id for claim in members]))
    return ordered(rows, -5, -4, 1, 2, 3, 6, 7)
