"""What a careful programmer writes on NetworkX for one question each: the same rows, no more and no less.

The peers of `bench/queries.py`, by the names of our queries; those that walk stand in `handwritten_walks.py`.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from handwritten_walks import (
    between,
    days,
    ids,
    incident,
    neighbourhood,
    path,
    paths_best,
    paths_shortest,
    two_hops,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import networkx as nx

    Row = tuple[Any, ...]

__all__ = ["HANDWRITTEN"]


def _of_relation(graph: nx.MultiDiGraph, relation: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for subject, target, claim in graph.edges(data=True):
        if claim["relation"] == relation:
            yield subject, target, claim


def _accusations(graph: nx.MultiDiGraph) -> list[Row]:
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for subject, target, claim in _of_relation(graph, "ACCUSED"):
        groups[subject, target, claim["modality"]].append(claim)
    name = graph.nodes
    rows = [
        (name[s]["name"], name[o]["name"], modality, len(claims), *days(claims), s, o, ids(claims))
        for (s, o, modality), claims in groups.items()
    ]
    rows.sort(key=lambda row: (-row[3], row[0], row[1], row[2], row[6], row[7]))
    return rows


def _feuds(graph: nx.MultiDiGraph) -> list[Row]:
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for subject, target, claim in _of_relation(graph, "FEUDS_WITH"):
        groups[min(subject, target), max(subject, target), claim["modality"]].append(claim)
    name = graph.nodes
    rows = [
        (name[s]["name"], name[o]["name"], modality, len(claims), *days(claims), s, o, ids(claims))
        for (s, o, modality), claims in groups.items()
    ]
    rows.sort(key=lambda row: (-row[3], row[0], row[1], row[2], row[6], row[7]))
    return rows


def _asylum(graph: nx.MultiDiGraph) -> list[Row]:
    name = graph.nodes
    rows = []
    for subject, target, claim in _of_relation(graph, "OFFERED_ASYLUM_TO"):
        said = claim["modality"], claim.get("speaker"), claim["quote"], claim["document"], when(claim)
        rows.append((name[subject]["name"], name[target]["name"], *said, subject, target, [claim["id"]]))
    rows.sort(key=lambda row: (row[0], row[1], row[9]))
    rows.sort(key=lambda row: row[6] or "9", reverse=True)
    return rows


def _most_connected(graph: nx.MultiDiGraph, top: int) -> list[Row]:
    rows = []
    for node, data in graph.nodes(data=True):
        others = {*graph.succ[node], *graph.pred[node]} - {node}
        if others:
            loops = len(graph.succ[node].get(node, {}))
            total = graph.out_degree(node) + graph.in_degree(node) - 2 * loops
            rows.append((data["name"], data["type"], len(others), total, node))
    return nsmallest(top, rows, key=lambda row: (-row[2], -row[3], row[0], row[4]))


def _common_neighbours(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    near_b = {*graph.succ[b], *graph.pred[b]}
    rows: list[Row] = []
    if a == b:
        return rows
    for node in {*graph.succ[a], *graph.pred[a]} & near_b - {a, b}:
        there, back = ids(between(graph, a, node)), ids(between(graph, b, node))
        rows.append((graph.nodes[node]["name"], len(there), len(back), len(there) + len(back), node, there + back))
    rows.sort(key=lambda row: (-row[3], row[0], row[4]))
    return rows


def _triangles(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    near = sorted({*graph.succ[entity], *graph.pred[entity]} - {entity})
    around = {node: {*graph.succ[node], *graph.pred[node]} for node in near}
    own = {node: between(graph, entity, node) for node in near}
    signs = {node: sum(claim["sign"] for claim in claims) for node, claims in own.items()}
    name = graph.nodes
    rows = []
    for x in near:
        for y in around[x].intersection(near):
            if x < y:
                side = between(graph, x, y)
                total = len(own[x]) + len(own[y]) + len(side)
                balance = sum(claim["sign"] for claim in side)
                rows.append((name[x]["name"], name[y]["name"], signs[x], signs[y], balance, total, x, y))
    rows.sort(key=lambda row: (-row[5], row[0], row[1], row[6], row[7]))
    return rows


def _changes(graph: nx.MultiDiGraph, day: str) -> list[Row]:
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for s, o, claim in graph.edges(data=True):
        if s != o and claim["modality"] != "negated" and when(claim) is not None:
            groups[min(s, o), max(s, o)].append(claim)
    rows = []
    for (x, y), claims in groups.items():
        before = sum(claim["sign"] for claim in claims if (when(claim) or "") < day)
        after = sum(claim["sign"] for claim in claims if (when(claim) or "") >= day)
        if before * after < 0:
            names = graph.nodes[x]["name"], graph.nodes[y]["name"]
            rows.append((*names, before, after, len(claims), x, y, ids(claims)))
    rows.sort(key=lambda row: (-row[4], row[0], row[1], row[5], row[6]))
    return rows


def _enemy_of_enemy(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    def hostile(node: str) -> Iterator[tuple[str, dict[str, Any]]]:
        for other, _, claim in incident(graph, node):
            if claim["sign"] < 0 and claim["modality"] != "negated":
                yield other, claim

    opponents = {other for other, _ in hostile(entity)} - {entity}
    found: dict[str, list[Row]] = defaultdict(list)
    for opponent in opponents:
        name = graph.nodes[opponent]["name"]
        for other, claim in hostile(opponent):
            if other != entity and other not in opponents:
                found[other].append((name, opponent, claim["id"]))
    rows = []
    for friend, shared in found.items():
        shared.sort()
        enemies = list(dict.fromkeys(row[0] for row in shared))
        rows.append((graph.nodes[friend]["name"], enemies, len(shared), friend, [row[2] for row in shared]))
    rows.sort(key=lambda row: (-row[2], row[0], row[3]))
    return rows


def _single_publisher(graph: nx.MultiDiGraph) -> list[Row]:
    documents = graph.graph["documents"]
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for s, o, claim in graph.edges(data=True):
        groups[s, claim["relation"], o].append(claim)
    name = graph.nodes
    rows = []
    for (s, relation, o), claims in groups.items():
        publishers = {documents[claim["document"]].get("publisher", claim["document"]) for claim in claims}
        if len(publishers) == 1:
            names = name[s]["name"], relation, name[o]["name"]
            rows.append((*names, publishers.pop(), len(claims), s, o, ids(claims)))
    rows.sort(key=lambda row: (-row[4], row[0], row[1], row[2], row[5], row[6]))
    return rows


def _document(graph: nx.MultiDiGraph, document: str) -> list[Row]:
    name = graph.nodes
    rows = []
    for s, o, claim in graph.edges(data=True):
        if claim["document"] == document:
            said = claim["modality"], claim.get("speaker"), claim["quote"]
            names = name[s]["name"], claim["relation"], name[o]["name"]
            rows.append((claim["start"], *names, *said, s, o, [claim["id"]]))
    rows.sort(key=lambda row: (row[0], row[1], row[2], row[3], row[9]))
    return rows


def _mutual(graph: nx.MultiDiGraph) -> list[Row]:
    against: dict[Row, list[str]] = defaultdict(list)
    for s, o, claim in graph.edges(data=True):
        if claim["relation"] in ("ACCUSED", "CRITICIZED") and claim["modality"] != "negated":
            against[s, o].append(claim["id"])
    rows = []
    for (x, y), there in against.items():
        if x < y and (y, x) in against:
            one, other = sorted(there), sorted(against[y, x])
            names = graph.nodes[x]["name"], graph.nodes[y]["name"]
            rows.append((*names, len(one), len(other), len(one) + len(other), x, y, one + other))
    rows.sort(key=lambda row: (-row[4], row[0], row[1], row[5], row[6]))
    return rows


HANDWRITTEN: dict[str, Callable[..., list[Row]]] = {
    "neighbourhood": neighbourhood,
    "neighbourhood-by-relation": neighbourhood,
    "neighbourhood-two-hops": two_hops,
    "path": path,
    "paths-shortest": paths_shortest,
    "paths-best": paths_best,
    "accusations": _accusations,
    "accusations-mutual": _mutual,
    "feuds": _feuds,
    "asylum": _asylum,
    "most-connected": _most_connected,
    "common-neighbours": _common_neighbours,
    "triangles": _triangles,
    "changes": _changes,
    "enemy-of-enemy": _enemy_of_enemy,
    "single-publisher": _single_publisher,
    "document": _document,
}
