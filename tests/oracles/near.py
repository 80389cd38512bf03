"""Neighbourhoods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oracles.claims import SYMMETRIC, Claim, Row, claims, grouped, name, ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import networkx as nx


def _near(graph: nx.MultiDiGraph, entity: str, counts: Callable[[Claim], bool]) -> list[Row]:
    def key(claim: Claim) -> Row:
        other = claim.o if claim.s == entity else claim.s
        direction = "both" if claim.relation in SYMMETRIC else "out" if claim.s == entity else "in"
        return name(graph, other), other, claim.relation, direction, claim.modality

    found = (claim for claim in claims(graph) if claim.touches(entity) and counts(claim))
    rows = (
        (key_[0], key_[2], key_[3], key_[4], len(ids), first, last, key_[1], ids)
        for key_, ids, first, last in grouped(found, key)
    )
    return ordered(rows, -5, 1, 8, 2, 3, 4)


def neighbourhood(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    return _near(graph, entity, lambda _: True)


def neighbourhood_by_relation(graph: nx.MultiDiGraph, entity: str, relations: Collection[str]) -> list[Row]:
    return _near(graph, entity, lambda claim: claim.relation in relations)


def neighbourhood_by_sign(graph: nx.MultiDiGraph, entity: str, sign: int) -> list[Row]:
    return _near(graph, entity, lambda claim: claim.sign == sign)


def neighbourhood_by_period(graph: nx.MultiDiGraph, entity: str, since: str, until: str) -> list[Row]:
    return _near(graph, entity, lambda claim: claim.when is not None and since <= claim.when <= until)


def neighbourhood_two_hops(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    near = {claim.o if claim.s == entity else claim.s for claim in claims(graph) if claim.touches(entity)}
    found = (claim for claim in claims(graph) if claim.s in near or claim.o in near)
    rows = (
        (*key[:3], key[3], key[4], len(ids), first, last, key[5], key[6], ids)
        for key, ids, first, last in grouped(
            found,
            lambda claim: (
                1 if claim.touches(entity) else 2,
                claim.subject,
                claim.relation,
                claim.object,
                claim.modality,
                claim.s,
                claim.o,
            ),
        )
    )
    return ordered(rows, 1, -6, 2, 4, 3, 5, 9, 10)
