"""Queries about more than two, and about what claims rest on."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from oracles.claims import Claim, Row, between, claims, grouped, name, ordered

if TYPE_CHECKING:
    import networkx as nx


def most_connected(graph: nx.MultiDiGraph, top: int) -> list[Row]:
    rows = []
    for entity, data in graph.nodes(data=True):
        mine = [claim for claim in claims(graph) if claim.touches(entity) and claim.s != claim.o]
        others = {claim.s for claim in mine} | {claim.o for claim in mine}
        if mine:
            rows.append((data["name"], data["type"], len(others) - 1, len(mine), entity))
    return ordered(rows, -3, -4, 1, 5)[:top]


def brokers(graph: nx.MultiDiGraph, group: list[str], other: list[str]) -> list[Row]:
    def joined(broker: str, members: list[str]) -> tuple[list[str], list[str]]:
        found: dict[str, None] = {}
        ids: list[str] = []
        for member in sorted(set(members), key=lambda member: (name(graph, member), member)):
            common = between(graph, member, broker)
            if common:
                found[name(graph, member)] = None
                ids += [claim.id for claim in common]
        return list(found), ids

    rows = []
    for broker in set(graph) - {*group, *other}:
        (names_there, there), (names_back, back) = joined(broker, group), joined(broker, other)
        if there and back:
            rows.append((name(graph, broker), names_there, names_back, len(there + back), broker, there + back))
    return ordered(rows, -4, 1, 5)


def common_neighbours(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    rows = []
    for entity in set(graph) - {a, b} if a != b else ():
        there = [claim.id for claim in between(graph, a, entity)]
        back = [claim.id for claim in between(graph, b, entity)]
        if there and back:
            rows.append((name(graph, entity), len(there), len(back), len(there + back), entity, there + back))
    return ordered(rows, -4, 1, 5)


def enemy_of_enemy(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    hostile = [claim for claim in claims(graph) if claim.sign < 0 and claim.modality != "negated"]
    opponents = {claim.o if claim.s == entity else claim.s for claim in hostile if claim.touches(entity)} - {entity}
    rows = []
    for friend in set(graph) - opponents - {entity}:
        shared = [
            (name(graph, x), x, claim.id)
            for claim in hostile
            for x in opponents
            if (claim.s, claim.o) in ((x, friend), (friend, x))
        ]
        if shared:
            shared.sort()
            enemies = list(dict.fromkeys(row[0] for row in shared))
            rows.append((name(graph, friend), enemies, len(shared), friend, [row[2] for row in shared]))
    return ordered(rows, -3, 1, 4)


def triangles(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    rows = []
    for x, y in combinations(sorted(set(graph) - {entity}), 2):
        sides = [between(graph, entity, x), between(graph, entity, y), between(graph, x, y)]
        if all(sides):
            signs = [sum(claim.sign for claim in side) for side in sides]
            rows.append((name(graph, x), name(graph, y), *signs, sum(map(len, sides)), x, y))
    return ordered(rows, -6, 1, 2, 7, 8)


def changes(graph: nx.MultiDiGraph, day: str) -> list[Row]:
    rows = []
    for x, y in combinations(sorted(graph), 2):
        common = [claim for claim in between(graph, x, y) if claim.modality != "negated" and claim.when is not None]
        before = sum(claim.sign for claim in common if (claim.when or "") < day)
        after = sum(claim.sign for claim in common if (claim.when or "") >= day)
        if before * after < 0:
            ids = [claim.id for claim in common]
            rows.append((name(graph, x), name(graph, y), before, after, len(ids), x, y, ids))
    return ordered(rows, -5, 1, 2, 6, 7)


def same_party(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    members = [claim for claim in claims(graph) if claim.relation == "MEMBER_OF" and claim.modality != "negated"]
    mine = {claim.o for claim in members if claim.s == entity}
    found = (claim for claim in members if claim.o in mine and claim.s != entity)
    rows = (
        (key[0], key[2], len(ids), key[1], key[3], ids)
        for key, ids, _, _ in grouped(found, lambda claim: (claim.subject, claim.s, claim.object, claim.o))
    )
    return ordered(rows, 2, -3, 1, 5, 4)


def single_publisher(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    documents = graph.graph["documents"]
    carriers: dict[Row, set[str]] = defaultdict(set)
    found = [claim for claim in claims(graph) if claim.touches(entity)]

    def key(claim: Claim) -> Row:
        return claim.subject, claim.relation, claim.object, claim.s, claim.o

    for claim in found:
        carriers[key(claim)].add(documents[claim.get("document")].get("publisher", claim.get("document")))
    rows = (
        (*group[:3], next(iter(carriers[group])), len(ids), *group[3:], ids)
        for group, ids, _, _ in grouped(found, key)
        if len(carriers[group]) == 1
    )
    return ordered(rows, -5, 1, 2, 3, 6, 7)


def never_asserted(graph: nx.MultiDiGraph, entity: str | None) -> list[Row]:
    groups: dict[Row, list[Claim]] = defaultdict(list)
    for claim in claims(graph):
        if claim.touches(entity):
            groups[claim.subject, claim.relation, claim.object, claim.s, claim.o].append(claim)
    rows = []
    for (subject, relation, target, s, o), members in groups.items():
        members.sort(key=lambda claim: (claim.modality, claim.id))
        modalities = list(dict.fromkeys(claim.modality for claim in members))
        if "asserted" not in modalities and {"possible", "planned"} & set(modalities):
            ids = [claim.id for claim in members]
            rows.append((subject, relation, target, modalities, len(ids), s, o, ids))
    return ordered(rows, -5, 1, 2, 3, 6, 7)


def mentions(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    documents = graph.graph["documents"]
    rows = (
        (name, *(documents[name].get(field) for field in ("title", "publisher", "published")), count)
        for (named, name), count in graph.graph["mentions"].items()
        if named == entity
    )
    return ordered(rows, -5, 1)
