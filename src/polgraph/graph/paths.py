"""What leads from one entity to another: the k best simple paths, each step with its claims.

Steps go with or against a claim. Shorter paths come first; among those of one length the one that rests on more
claims; then the names on the way decide, and then the ids, so that the same graph always gives the same answer.

The search is exact. Distances to the goal and, per length, the most claims that can still be gathered are worked
out first, and only as far as needed; a best-first search led by both then meets the paths in their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from polgraph.graph.filters import Filter
from polgraph.graph.neighbours import Hop, hops_between, require

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    import networkx as nx

__all__ = ["Path", "paths"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A way from the first of `nodes` to the last.

    steps: for each pair of neighbours all that joins them, one `Hop` per relation and direction, the best attested
    first. evidence: how many claims it rests on.
    """

    nodes: tuple[str, ...]
    steps: tuple[tuple[Hop, ...], ...]

    @property
    def hops(self) -> tuple[Hop, ...]:
        """The best attested hop of each step."""
        return tuple(step[0] for step in self.steps)

    @property
    def evidence(self) -> int:
        """How many claims stand on the way."""
        return sum(len(hop.claims) for step in self.steps for hop in step)


def paths(  # noqa: PLR0913  each narrows the question, all by name
    graph: nx.MultiDiGraph,
    a: str,
    b: str,
    *,
    max_hops: int = 4,
    k: int = 1,
    relations: Collection[str] | None = None,
    sign: int | None = None,
    modalities: Collection[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    through: str | None = None,
    avoid: Collection[str] = (),
) -> list[Path]:
    """Return the `k` best simple paths of at most `max_hops` steps between two entities (ids).

    modalities: `STATED` keeps denied claims off the way. through: an entity that must lie on the way.
    avoid: entities that must not.
    """
    for entity in (a, b, *([through] if through is not None else ()), *avoid):
        require(graph, entity)
    passes = Filter.of(relations=relations, sign=sign, modalities=modalities, since=since, until=until)
    closed = frozenset(avoid)
    if a == b or a in closed or b in closed or through in closed:
        return []
    adjacent = _adjacency(graph, passes, closed)
    found: list[Path] = []
    for nodes in _best_first(graph, adjacent, a, b, max_hops):
        if through is not None and through not in nodes:
            continue
        steps = tuple(
            tuple(hops_between(graph, source, target, passes, depth=depth))
            for depth, (source, target) in enumerate(pairwise(nodes), start=1)
        )
        found.append(Path(nodes=nodes, steps=steps))
        if len(found) == k:
            break
    return found


def _adjacency(graph: nx.MultiDiGraph, passes: Filter, closed: frozenset[str]) -> Callable[[str], Mapping[str, int]]:
    """Return a function that tells a node's neighbours with the number of claims to each, and remembers it."""
    known: dict[str, dict[str, int]] = {}
    test = None if passes.passes_all else passes

    def adjacent(node: str) -> Mapping[str, int]:
        counts = known.get(node)
        if counts is None:
            counts = known[node] = {}
            for side in (graph.succ[node], graph.pred[node]):
                for other, edges in side.items():
                    if other == node or other in closed:
                        continue
                    claims = len(edges) if test is None else sum(map(test, edges.values()))
                    if claims:
                        counts[other] = counts.get(other, 0) + claims
        return counts

    return adjacent


def _best_first(
    graph: nx.MultiDiGraph, adjacent: Callable[[str], Mapping[str, int]], a: str, b: str, max_hops: int
) -> Iterator[tuple[str, ...]]:
    """Yield the simple paths in order: length, most claims, names, ids."""
    shortest = _distance(adjacent, a, b, max_hops)
    if shortest is None:
        return
    for length in range(shortest, max_hops + 1):
        yield from _of_length(graph, adjacent, a, b, length)


def _of_length(
    graph: nx.MultiDiGraph, adjacent: Callable[[str], Mapping[str, int]], a: str, b: str, length: int
) -> Iterator[tuple[str, ...]]:
    gain = _gains(adjacent, a, b, length)
    if a not in gain[length]:
        return
    name = graph.nodes

    # the bound never falls short of what a path can still gather, and a longer prefix never sorts before a shorter
    # one that leads to the same place, so what is popped complete is next in order
    heap: list[tuple[int, tuple[str, ...], tuple[str, ...], int]] = [
        (-gain[length][a], (name[a]["name"],), (a,), 0),
    ]
    while heap:
        _, spelled, nodes, gathered = heappop(heap)
        left = length - len(nodes) + 1
        if not left:
            yield nodes
            continue
        ahead = gain[left - 1]
        for other, claims in adjacent(nodes[-1]).items():
            if other in ahead and other not in nodes:
                total = gathered + claims
                heappush(heap, (-(total + ahead[other]), (*spelled, name[other]["name"]), (*nodes, other), total))


def _gains(adjacent: Callable[[str], Mapping[str, int]], a: str, b: str, length: int) -> list[dict[str, int]]:
    """Return, per number of steps left, the nodes from where `b` can be reached and the most claims on the way.

    Only nodes that `a` reaches in the steps before are asked, so that neither end's whole surroundings are.
    """
    reached: list[set[str]] = [{a}]
    half = (length + 1) // 2
    for _ in range(half):
        reached.append({other for node in reached[-1] for other in adjacent(node)} - {a, b})
    gain: list[dict[str, int]] = [{b: 0}]
    for left in range(1, length + 1):
        done = length - left
        layer: dict[str, int] = {}
        for node, most in gain[-1].items():
            for other, claims in adjacent(node).items():
                if other in (a, b) and not (other == a and done == 0):
                    continue
                if done <= half and done > 0 and other not in reached[done]:
                    continue
                if done == 0 and other != a:
                    continue
                total = most + claims
                if total > layer.get(other, -1):
                    layer[other] = total
        gain.append(layer)
    return gain


def _distance(adjacent: Callable[[str], Mapping[str, int]], a: str, b: str, max_hops: int) -> int | None:
    """Return how many steps `b` is from `a`, looking from both ends, the smaller ring first."""
    rings = {a}, {b}
    seen = {a}, {b}
    for steps in range(1, max_hops + 1):
        side = 0 if len(rings[0]) <= len(rings[1]) else 1
        grown = {other for node in rings[side] for other in adjacent(node)} - seen[side]
        if grown & seen[1 - side]:
            return steps
        seen[side].update(grown)
        rings = (grown, rings[1]) if side == 0 else (rings[0], grown)
        if not grown:
            return None
    return None
