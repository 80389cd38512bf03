"""What a careful programmer writes on NetworkX for one question each: the same rows, no more and no less.

The peers of `bench/queries.py`. They use the adjacency of the graph directly and look at no claim twice without need.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx

from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Row = tuple[Any, ...]

__all__ = ["HANDWRITTEN", "nearby", "shortest"]

_RANK = {"asserted": 0, "planned": 1, "possible": 2, "negated": 3}
_SYMMETRIC = {name for name, relation in RELATIONS.items() if relation.symmetric}


def _incident(graph: nx.MultiDiGraph, node: str) -> Iterator[tuple[str, bool, dict[str, Any]]]:
    """Yield neighbour, whether the node is the subject, and claim."""
    for other, edges in graph.succ[node].items():
        for claim in edges.values():
            yield other, True, claim
    for other, edges in graph.pred[node].items():
        if other != node:
            for claim in edges.values():
                yield other, False, claim


def _between(graph: nx.MultiDiGraph, a: str, b: str) -> list[dict[str, Any]]:
    claims = list(graph.succ[a].get(b, {}).values())
    return claims if a == b else claims + list(graph.pred[a].get(b, {}).values())


def _when(claim: dict[str, Any]) -> str | None:
    return claim.get("date") or claim.get("published")


def _days(claims: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    days = [day for claim in claims if (day := _when(claim)) is not None]
    return min(days, default=None), max(days, default=None)


def _ids(claims: list[dict[str, Any]]) -> list[str]:
    return sorted(claim["id"] for claim in claims)


def nearby(graph: nx.MultiDiGraph, entity: str, hops: int) -> list[Row]:
    """Gather claims within reach by pair and relation, as `polgraph.graph.neighbourhood` does."""
    distance = nx.single_source_shortest_path_length(_Undirected(graph), entity, hops - 1)
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for node, far in distance.items():
        for other, forward, claim in _incident(graph, node):
            beyond = distance.get(other, hops)
            if beyond > far or (beyond == far and (node < other or node == other)):
                direction = "both" if claim["relation"] in _SYMMETRIC else "out" if forward else "in"
                groups[far + 1, node, other, claim["relation"], direction].append(claim)
    rows = [(*key, sorted(claims, key=_firmest)) for key, claims in groups.items()]
    names = graph.nodes
    rows.sort(key=lambda row: (row[0], -len(row[5]), names[row[1]]["name"], names[row[2]]["name"], *row[3:5]))
    return rows


def _firmest(claim: dict[str, Any]) -> Row:
    return _RANK[claim["modality"]], -claim["confidence"], claim["document"], claim["start"], claim["id"]


class _Undirected(dict[str, Any]):
    """As little of an undirected view as a breadth-first search needs, without copying the graph."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        super().__init__()
        self._graph = graph
        self.adj = self
        self._adj = self

    def __missing__(self, node: str) -> dict[str, None]:
        near = self[node] = dict.fromkeys((*self._graph.succ[node], *self._graph.pred[node]))
        return near

    def __contains__(self, node: object) -> bool:
        return node in self._graph

    def __len__(self) -> int:
        return len(self._graph)

    def is_directed(self) -> bool:
        return False


def shortest(
    graph: nx.MultiDiGraph, a: str, b: str, most: int = 6, relations: set[str] | None = None
) -> list[list[str]]:
    """Find all shortest ways by a breadth-first search from one end, the best attested first."""
    if a == b:
        return []
    parents: dict[str, list[str]] = {a: []}
    ring = [a]
    for _ in range(most):
        reached: dict[str, list[str]] = {}
        for node in ring:
            near = dict.fromkeys((*graph.succ[node], *graph.pred[node]))
            for other in near:
                if other not in parents and (relations is None or _weight(graph, node, other, relations)):
                    reached.setdefault(other, []).append(node)
        parents |= reached
        ring = list(reached)
        if b in reached or not ring:
            break
    if b not in parents:
        return []
    ways = [[b]]
    while ways[0][-1] != a:
        ways = [[*way, parent] for way in ways for parent in parents[way[-1]]]
    names = graph.nodes
    found = [way[::-1] for way in ways]
    found.sort(
        key=lambda way: (
            -sum(_weight(graph, x, y, relations) for x, y in pairwise(way)),
            [names[node]["name"] for node in way],
            way,
        )
    )
    return found


def _weight(graph: nx.MultiDiGraph, a: str, b: str, relations: set[str] | None) -> int:
    between = _between(graph, a, b)
    return len(between) if relations is None else sum(claim["relation"] in relations for claim in between)


def _neighbourhood(graph: nx.MultiDiGraph, entity: str, relations: list[str] | None = None) -> list[Row]:
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for other, forward, claim in _incident(graph, entity):
        relation = claim["relation"]
        if relations is None or relation in relations:
            direction = "both" if relation in _SYMMETRIC else "out" if forward else "in"
            groups[other, relation, direction, claim["modality"]].append(claim)
    rows = [
        (graph.nodes[other]["name"], relation, direction, modality, len(claims), *_days(claims), other, _ids(claims))
        for (other, relation, direction, modality), claims in groups.items()
    ]
    rows.sort(key=lambda row: (-row[4], row[0], row[7], *row[1:4]))
    return rows


def _two_hops(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    near = dict.fromkeys((*graph.succ[entity], *graph.pred[entity]))
    seen: dict[str, tuple[str, str, dict[str, Any]]] = {}
    for node in near:
        for other, forward, claim in _incident(graph, node):
            seen[claim["id"]] = (node, other, claim) if forward else (other, node, claim)
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for subject, target, claim in seen.values():
        hop = 1 if entity in (subject, target) else 2
        groups[hop, subject, claim["relation"], target, claim["modality"]].append(claim)
    name = graph.nodes
    rows = [
        (hop, name[s]["name"], relation, name[o]["name"], modality, len(claims), *_days(claims), s, o, _ids(claims))
        for (hop, s, relation, o, modality), claims in groups.items()
    ]
    rows.sort(key=lambda row: (row[0], -row[5], row[1], row[3], row[2], row[4], row[8], row[9]))
    return rows


def _path(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    rows = []
    for way in shortest(graph, a, b)[:1]:
        for step, (x, y) in enumerate(pairwise(way), start=1):
            for s, o in ((x, y), (y, x)):
                for claim in graph.succ[s].get(o, {}).values():
                    said = claim["modality"], claim.get("speaker"), claim["quote"], claim["document"], _when(claim)
                    names = graph.nodes[s]["name"], claim["relation"], graph.nodes[o]["name"]
                    rows.append((step, *names, *said, s, o, [claim["id"]]))
    rows.sort(key=lambda row: (row[0], row[-1]))
    return rows


def _paths_shortest(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    rows = []
    for way in shortest(graph, a, b):
        ids = _ids([claim for x, y in pairwise(way) for claim in _between(graph, x, y)])
        rows.append((len(way) - 1, [graph.nodes[node]["name"] for node in way], len(ids), way, ids))
    return rows


def _paths_best(graph: nx.MultiDiGraph, a: str, b: str, k: int) -> list[Row]:
    counts: dict[str, dict[str, int]] = {}

    def near(node: str) -> dict[str, int]:
        if node not in counts:
            found: dict[str, int] = defaultdict(int)
            for side in (graph.succ[node], graph.pred[node]):
                for other, edges in side.items():
                    found[other] += len(edges)
            found.pop(node, None)
            counts[node] = found
        return counts[node]

    goal = near(b)
    rows: list[Row] = []
    names = graph.nodes
    ways: list[tuple[list[str], int]] = [([a, b], near(a)[b])] if b in near(a) else []
    for x, to_x in near(a).items():
        if x == b:
            continue
        if x in goal:
            ways.append(([a, x, b], to_x + goal[x]))
        for y, to_y in near(x).items():
            if y in goal and y not in (a, b):
                ways.append(([a, x, y, b], to_x + to_y + goal[y]))
    rows = [(len(way) - 1, [names[node]["name"] for node in way], total, way) for way, total in ways]
    return nsmallest(k, rows, key=lambda row: (row[0], -row[2], row[1], row[3]))


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
        (name[s]["name"], name[o]["name"], modality, len(claims), *_days(claims), s, o, _ids(claims))
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
        (name[s]["name"], name[o]["name"], modality, len(claims), *_days(claims), s, o, _ids(claims))
        for (s, o, modality), claims in groups.items()
    ]
    rows.sort(key=lambda row: (-row[3], row[0], row[1], row[2], row[6], row[7]))
    return rows


def _asylum(graph: nx.MultiDiGraph) -> list[Row]:
    name = graph.nodes
    rows = []
    for subject, target, claim in _of_relation(graph, "OFFERED_ASYLUM_TO"):
        said = claim["modality"], claim.get("speaker"), claim["quote"], claim["document"], _when(claim)
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
        there, back = _ids(_between(graph, a, node)), _ids(_between(graph, b, node))
        rows.append((graph.nodes[node]["name"], len(there), len(back), len(there) + len(back), node, there + back))
    rows.sort(key=lambda row: (-row[3], row[0], row[4]))
    return rows


def _triangles(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    near = sorted({*graph.succ[entity], *graph.pred[entity]} - {entity})
    around = {node: {*graph.succ[node], *graph.pred[node]} for node in near}
    own = {node: _between(graph, entity, node) for node in near}
    signs = {node: sum(claim["sign"] for claim in claims) for node, claims in own.items()}
    name = graph.nodes
    rows = []
    for x in near:
        for y in around[x].intersection(near):
            if x < y:
                side = _between(graph, x, y)
                total = len(own[x]) + len(own[y]) + len(side)
                between = sum(claim["sign"] for claim in side)
                rows.append((name[x]["name"], name[y]["name"], signs[x], signs[y], between, total, x, y))
    rows.sort(key=lambda row: (-row[5], row[0], row[1], row[6], row[7]))
    return rows


def _changes(graph: nx.MultiDiGraph, day: str) -> list[Row]:
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for s, o, claim in graph.edges(data=True):
        if s != o and claim["modality"] != "negated" and _when(claim) is not None:
            groups[min(s, o), max(s, o)].append(claim)
    rows = []
    for (x, y), claims in groups.items():
        before = sum(claim["sign"] for claim in claims if (_when(claim) or "") < day)
        after = sum(claim["sign"] for claim in claims if (_when(claim) or "") >= day)
        if before * after < 0:
            names = graph.nodes[x]["name"], graph.nodes[y]["name"]
            rows.append((*names, before, after, len(claims), x, y, _ids(claims)))
    rows.sort(key=lambda row: (-row[4], row[0], row[1], row[5], row[6]))
    return rows


def _enemy_of_enemy(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    def hostile(node: str) -> Iterator[tuple[str, dict[str, Any]]]:
        for other, _, claim in _incident(graph, node):
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
            rows.append((*names, publishers.pop(), len(claims), s, o, _ids(claims)))
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
    "neighbourhood": _neighbourhood,
    "neighbourhood-by-relation": _neighbourhood,
    "neighbourhood-two-hops": _two_hops,
    "path": _path,
    "paths-shortest": _paths_shortest,
    "paths-best": _paths_best,
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
