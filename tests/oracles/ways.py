"""Paths, by trying every sequence of entities."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from oracles.claims import Claim, Row, claims, name, ordered
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import networkx as nx


def _ways(graph: nx.MultiDiGraph, a: str, b: str, most: int, relations: Collection[str]) -> Iterator[list[str]]:
    """Yield every simple path of at most `most` steps."""
    near: dict[str, set[str]] = defaultdict(set)
    for claim in claims(graph):
        if claim.relation in relations and claim.s != claim.o:
            near[claim.s].add(claim.o)
            near[claim.o].add(claim.s)
    between = set(graph) - {a, b}
    for length in range(1, most + 1) if a != b else ():
        for inner in permutations(sorted(between), length - 1):
            way = [a, *inner, b]
            if all(y in near[x] for x, y in pairwise(way)):
                yield way


def _on(graph: nx.MultiDiGraph, way: Sequence[str], relations: Collection[str]) -> list[Claim]:
    pairs = [{x, y} for x, y in pairwise(way)]
    return [claim for claim in claims(graph) if {claim.s, claim.o} in pairs and claim.relation in relations]


def _shortest(graph: nx.MultiDiGraph, a: str, b: str, relations: Collection[str], most: int) -> list[list[str]]:
    ways = list(_ways(graph, a, b, most, relations))
    least = min(map(len, ways), default=0)
    rows: list[Row] = [
        (-len(_on(graph, way, relations)), [name(graph, node) for node in way], way)
        for way in ways
        if len(way) == least
    ]
    return [row[2] for row in sorted(rows)]


def _steps(graph: nx.MultiDiGraph, a: str, b: str, relations: Collection[str]) -> list[Row]:
    rows = []
    for way in _shortest(graph, a, b, relations, 6)[:1]:
        for step, ends in enumerate(pairwise(way), start=1):
            for claim in _on(graph, ends, relations):
                said = claim.modality, claim.get("speaker"), claim.get("quote"), claim.get("document"), claim.when
                rows.append((step, claim.subject, claim.relation, claim.object, *said, claim.s, claim.o, [claim.id]))
    return rows


def path(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    return _steps(graph, a, b, RELATIONS)


def path_hostile(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    return _steps(graph, a, b, [name for name, relation in RELATIONS.items() if relation.sign < 0])


def path_friendly(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    return _steps(graph, a, b, [name for name, relation in RELATIONS.items() if relation.sign > 0])


def _way_rows(graph: nx.MultiDiGraph, a: str, b: str, most: int) -> list[Row]:
    rows = []
    for way in _shortest(graph, a, b, RELATIONS, most):
        ids = [claim.id for claim in _on(graph, way, RELATIONS)]
        rows.append((len(way) - 1, [name(graph, node) for node in way], len(ids), way, ids))
    return rows


def paths_shortest(graph: nx.MultiDiGraph, a: str, b: str) -> list[Row]:
    return _way_rows(graph, a, b, 6)


def paths_through(graph: nx.MultiDiGraph, a: str, b: str, through: str) -> list[Row]:
    return [
        *((1, *row) for row in _way_rows(graph, a, through, 4)),
        *((2, *row) for row in _way_rows(graph, through, b, 4)),
    ]


def paths_best(graph: nx.MultiDiGraph, a: str, b: str, k: int, avoid: str | None = None) -> list[Row]:
    if avoid in (a, b):
        return []
    rows = [
        (len(way) - 1, [name(graph, node) for node in way], len(_on(graph, way, RELATIONS)), way)
        for way in _ways(graph, a, b, 3, RELATIONS)
        if avoid not in way
    ]
    return ordered(rows, 1, -3, 2, 4)[:k]
