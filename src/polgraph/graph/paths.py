"""What leads from one entity to another: the k best simple paths, each step with its claims.

Steps go with or against a claim. Shorter paths come first; among those of one length the one that rests on more
claims; then the names on the way decide, and then the ids, so that the same graph always gives the same answer.

The search is exact. For each length, rings around both ends tell who may stand at which place, and from the goal
backwards the most claims that can still be gathered; a best-first search led by that meets the paths in their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from polgraph.graph.filters import Filter
from polgraph.graph.neighbours import Hop, adjacency, hops_between, require

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence, Set as AbstractSet

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
    search = _Search(graph, passes, closed)
    found: list[Path] = []
    for nodes in search.best_first(a, b, max_hops):
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


class _Search:
    """Neighbours and numbers of claims under one filter, remembered for as long as a search lasts."""

    def __init__(self, graph: nx.MultiDiGraph, passes: Filter, closed: frozenset[str]) -> None:
        self._succ, self._pred = adjacency(graph)
        self._nodes = graph.nodes
        self._passes = None if passes.passes_all else passes
        self._closed = closed
        self._near: dict[str, AbstractSet[str]] = {}

    def best_first(self, a: str, b: str, max_hops: int) -> Iterator[tuple[str, ...]]:
        """Yield the simple paths in order: length, most claims, names, ids."""
        forward, backward = [frozenset({a})], [frozenset({b})]
        ends = frozenset({a, b})
        for length in range(1, max_hops + 1):
            # a claim joins the two sides, so their rings reach as far as all steps but one
            while len(forward) + len(backward) - 1 < length:
                rings = forward if self._cost(forward[-1]) <= self._cost(backward[-1]) else backward
                rings.append(frozenset().union(*map(self._neighbours, rings[-1])) - ends)
            if not (forward[-1] and backward[-1]):
                return
            places = self._places(forward, backward, length)
            if all(places):
                yield from self._of_length(places)

    def _places(
        self, forward: Sequence[AbstractSet[str]], backward: Sequence[AbstractSet[str]], length: int
    ) -> list[AbstractSet[str]]:
        """Return, for each place on a way of that length, who may stand there."""
        last = min(len(forward), length) - 1
        places: list[AbstractSet[str]] = [*forward[: last + 1], *backward[: length - last][::-1]]
        for place in range(last, -1, -1):
            places[place] = self._beside(places[place], places[place + 1])
        for place in range(last + 1, length + 1):
            places[place] = self._beside(places[place], places[place - 1])
        return places

    def _beside(self, nodes: AbstractSet[str], others: AbstractSet[str]) -> AbstractSet[str]:
        """Return those of `nodes` that are neighbours of one of the others, in the cheapest of three ways."""
        around, around_others = self._cost(nodes), self._cost(others)
        if len(nodes) * len(others) <= min(around, around_others):
            return frozenset(node for node in nodes if any(self._claims(node, other) for other in others))
        if around_others < around:
            return nodes & frozenset().union(*map(self._neighbours, others))
        return frozenset(node for node in nodes if not others.isdisjoint(self._neighbours(node)))

    def _of_length(self, places: Sequence[AbstractSet[str]]) -> Iterator[tuple[str, ...]]:
        name = self._nodes
        length = len(places) - 1
        # for each place, the most claims on the rest of the way
        gains: list[dict[str, int]] = [dict.fromkeys(places[-1], 0)]
        for place in range(length - 1, -1, -1):
            ahead = gains[-1]
            gains.append(
                {
                    node: max(
                        self._claims(node, other) + ahead[other] for other in ahead.keys() & self._neighbours(node)
                    )
                    for node in places[place]
                    if not ahead.keys().isdisjoint(self._neighbours(node))
                }
            )
        gains.reverse()
        # the bound never falls short of what a path can still gather, and a longer prefix never sorts before a
        # shorter one that leads to the same place, so what is popped complete is next in order
        heap: list[tuple[int, tuple[str, ...], tuple[str, ...], int]] = [
            (-gain, (name[node]["name"],), (node,), 0) for node, gain in gains[0].items()
        ]
        while heap:
            _, spelled, nodes, gathered = heappop(heap)
            if len(nodes) > length:
                yield nodes
                continue
            ahead = gains[len(nodes)]
            for other in ahead.keys() & self._neighbours(nodes[-1]):
                if other not in nodes:
                    total = gathered + self._claims(nodes[-1], other)
                    bound = -(total + ahead[other])
                    heappush(heap, (bound, (*spelled, name[other]["name"]), (*nodes, other), total))

    def _neighbours(self, node: str) -> AbstractSet[str]:
        near = self._near.get(node)
        if near is None:
            near = self._succ[node].keys() | self._pred[node].keys()
            near -= self._closed
            near.discard(node)
            if self._passes is not None:
                near = {other for other in near if self._claims(node, other)}
            self._near[node] = near
        return near

    def _claims(self, node: str, other: str) -> int:
        sides = self._succ[node].get(other, ()), self._pred[node].get(other, ())
        if self._passes is None:
            return len(sides[0]) + len(sides[1])
        return sum(self._passes(claim) for side in sides if side for claim in side.values())

    def _cost(self, nodes: AbstractSet[str]) -> int:
        return sum(len(self._succ[node]) + len(self._pred[node]) for node in nodes)
