"""The ego network: one entity in the middle, the others in rings around it by how many hops away they are.

In: the graph and the entity. Out: places for every node, and the radii of the rings. In the first ring friends stand on
one side and foes on the other; further out everybody stands near those who lead there.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    from polgraph.views.layout import Positions

__all__ = ["places"]

_RING = 230.0
_ROOM = 96.0  # pixels along a ring for each entity


def places(graph: nx.MultiDiGraph, entity: str) -> tuple[Positions, list[float]]:
    """Place the entities in rings; what no way leads to stands on the outermost."""
    import networkx as nx  # noqa: PLC0415  loaded by whoever made the graph

    depth = nx.single_source_shortest_path_length(graph.to_undirected(as_view=True), entity)
    outermost = max(depth.values(), default=0) + 1
    rings: dict[int, list[str]] = {}
    for node in graph:
        rings.setdefault(depth.get(node, outermost), []).append(node)
    spots: Positions = {entity: (0, 0)}
    angles: dict[str, float] = {}
    radii: list[float] = []
    radius = 0.0
    for ring in sorted(rings)[1:]:
        wanted = {node: _wanted(graph, node, entity, angles, ring) for node in rings[ring]}
        order = sorted(wanted, key=lambda node: (wanted[node], graph.nodes[node]["name"], node))
        radius = max(radius + _RING, len(order) * _ROOM / (2 * math.pi))
        radii.append(radius)
        for node, angle in zip(order, _spread([wanted[node] for node in order], _ROOM / radius, ring), strict=True):
            angles[node] = angle
            spots[node] = round(radius * math.sin(angle)), round(-radius * math.cos(angle))
    return spots, radii


def _spread(wanted: Sequence[float], gap: float, ring: int) -> list[float]:
    """Return an angle from the top for each, near the wanted one where there is room, else evenly spread."""
    angles: list[float] = []
    for angle in wanted:
        angles.append(max(angle, angles[-1] + gap) if angles else angle)
    if ring == 1 or angles[-1] > angles[0] + 2 * math.pi - gap:
        return [2 * math.pi * (rank + 0.5) / len(wanted) for rank in range(len(wanted))]
    return angles


def _wanted(graph: nx.MultiDiGraph, node: str, entity: str, angles: dict[str, float], ring: int) -> float:
    """Say where along its ring a node would stand: by sign in the first, near its neighbours in the others."""
    if ring == 1:
        both = [
            claim
            for ends in ((entity, node), (node, entity))
            for claim in graph.get_edge_data(*ends, default={}).values()
        ]
        return -sum(float(claim["sign"]) for claim in both) / len(both)
    edges = [*graph.out_edges(node), *graph.in_edges(node)]
    near = [angles[end] for end in {end for edge in edges for end in edge} if end in angles]
    if not near:
        return 0.0
    # the mean of directions, not of numbers: a little left and a little right of the top is the top
    mean = math.atan2(sum(map(math.sin, near)), sum(map(math.cos, near)))
    return mean % (2 * math.pi)
