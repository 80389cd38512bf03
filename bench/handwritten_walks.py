"""What a careful programmer writes on NetworkX to walk from an entity: who is near, and which ways lead to another.

They use the adjacency of the graph directly and look at no claim twice without need. `handwritten.py` has the rest.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx

from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    Row = tuple[Any, ...]

__all__ = [
    "between",
    "days",
    "ids",
    "incident",
    "nearby",
    "neighbourhood",
    "path",
    "paths_best",
    "paths_shortest",
    "shortest",
    "two_hops",
    "when",
]

_RANK = {"asserted": 0, "planned": 1, "possible": 2, "negated": 3}
_SYMMETRIC = {name for name, relation in RELATIONS.items() if relation.symmetric}


def incident(graph: nx.MultiDiGraph, node: str) -> Iterator[tuple[str, bool, dict[str, Any]]]:
    """Yield neighbour, whether the node is the subject, and claim."""
    for other, edges in graph.succ[node].items():
        for claim in edges.values():
            yield other, True, claim
    for other, edges in graph.pred[node].items():
        if other != node:
            for claim in edges.values():
                yield other, False, claim


def between(graph: nx.MultiDiGraph, a: str, b: str) -> list[dict[str, Any]]:
    """Return the claims that join two entities."""
    claims = list(graph.succ[a].get(b, {}).values())
    return claims if a == b else claims + list(graph.pred[a].get(b, {}).values())


def when(claim: dict[str, Any]) -> str | None:
    """Return the day a claim is about, or else the day it was published."""
    return claim.get("date") or claim.get("published")


def days(claims: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    """Return the first and the last of these days."""
    known = [day for claim in claims if (day := when(claim)) is not None]
    return min(known, default=None), max(known, default=None)


def ids(claims: list[dict[str, Any]]) -> list[str]:
    """Return the ids in order."""
    return sorted(claim["id"] for claim in claims)


def nearby(graph: nx.MultiDiGraph, entity: str, hops: int) -> list[Row]:
    """Gather claims within reach by pair and relation, as `polgraph.graph.neighbourhood` does."""
    distance = nx.single_source_shortest_path_length(_Undirected(graph), entity, hops - 1)
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for node, far in distance.items():
        for other, forward, claim in incident(graph, node):
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
    claims = between(graph, a, b)
    return len(claims) if relations is None else sum(claim["relation"] in relations for claim in claims)


def neighbourhood(graph: nx.MultiDiGraph, entity: str, relations: list[str] | None = None) -> list[Row]:
    """Gather the claims of an entity by neighbour, relation, direction and modality."""
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for other, forward, claim in incident(graph, entity):
        relation = claim["relation"]
        if relations is None or relation in relations:
            direction = "both" if relation in _SYMMETRIC else "out" if forward else "in"
            groups[other, relation, direction, claim["modality"]].append(claim)
    rows = [
        (graph.nodes[other]["name"], relation, direction, modality, len(claims), *days(claims), other, ids(claims))
        for (other, relation, direction, modality), claims in groups.items()
    ]
    rows.sort(key=lambda row: (-row[4], row[0], row[7], *row[1:4]))
    return rows


def two_hops(graph: nx.MultiDiGraph, entity: str) -> list[Row]:
    """Gather the claims of an entity and of its neighbours."""
    near = dict.fromkeys((*graph.succ[entity], *graph.pred[entity]))
    seen: dict[str, tuple[str, str, dict[str, Any]]] = {}
    for node in near:
        for other, forward, claim in incident(graph, node):
            seen[claim["id"]] = (node, other, claim) if forward else (other, node, claim)
    groups: dict[Row, list[dict[str, Any]]] = defaultdict(list)
    for subject, target, claim in seen.values():
        hop = 1 if entity in (subject, target) else 2
        groups[hop, subject, claim["relation"], target, claim["modality"]].append(claim)
    name = graph.nodes
    rows = [
        (hop, name[s]["name"], relation, name[o]["name"], modality, len(claims), *days(claims), s, o, ids(claims))
        for (hop, s, relation, o, modality), claims in groups.items()
    ]
    rows.sort(key=lambda row: (row[0], -row[5], row[1], row[3], row[2], row[4], row[8], row[9]))
    return rows


def path(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    """Return the claims on the best attested of the shortest ways."""
    rows = []
    for way in shortest(graph, a, b)[:1]:
        for step, (x, y) in enumerate(pairwise(way), start=1):
            for s, o in ((x, y), (y, x)):
                for claim in graph.succ[s].get(o, {}).values():
                    said = claim["modality"], claim.get("speaker"), claim["quote"], claim["document"], when(claim)
                    names = graph.nodes[s]["name"], claim["relation"], graph.nodes[o]["name"]
                    rows.append((step, *names, *said, s, o, [claim["id"]]))
    rows.sort(key=lambda row: (row[0], row[-1]))
    return rows


def paths_shortest(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    """Return all shortest ways, each with its claims."""
    rows = []
    for way in shortest(graph, a, b):
        claims = ids([claim for x, y in pairwise(way) for claim in between(graph, x, y)])
        rows.append((len(way) - 1, [graph.nodes[node]["name"] for node in way], len(claims), way, claims))
    return rows


def paths_best(graph: nx.MultiDiGraph, a: str, b: str, k: int) -> list[Row]:
    """Return the k best ways of at most three steps."""
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
    begun = {x: claims for x, claims in near(a).items() if x != b}
    ways += (([a, x, b], begun[x] + goal[x]) for x in begun.keys() & goal.keys())
    if len(ways) < k:  # no way of three steps comes before one of two
        for x, to_x in begun.items():
            for y, to_y in near(x).items():
                if y in goal and y not in (a, b):
                    ways.append(([a, x, y, b], to_x + to_y + goal[y]))
    rows = [(len(way) - 1, [names[node]["name"] for node in way], total, way) for way, total in ways]
    return nsmallest(k, rows, key=lambda row: (row[0], -row[2], row[1], row[3]))
