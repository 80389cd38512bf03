"""Where each entity stands: computed once, before the page is written.

In: the graph. Out: id → (x, y) in pixels at scale 1. The same graph gives the same picture, and one that has gained
a few claims gives nearly the same: nothing is random, each entity starts where those near it would go by directions
derived from their ids, and the forces that follow only unfold that. Communities are drawn together (LinLog) before
they spread out. Unconnected parts are laid out each for itself and set side by side.
"""

from __future__ import annotations

import math
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from polgraph.views.forces import make_room, start, unfold

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    from numpy.typing import NDArray

    _Array: TypeAlias = NDArray[np.float64]

__all__ = ["Positions", "positions"]

Positions: TypeAlias = dict[str, tuple[int, int]]

_SPACING = 120.0  # pixels between neighbours that have room
_BOX = (104.0, 52.0)  # room for a node with its label below
_STEPS = 150
_SHAPE = 1.15  # width over height of the room that a page has for it


def positions(graph: nx.MultiDiGraph) -> Positions:
    """Place every node."""
    import networkx as nx  # noqa: PLC0415  loaded by whoever made the graph

    parts = sorted(
        (sorted(part) for part in nx.weakly_connected_components(graph)), key=lambda part: (-len(part), part[0])
    )
    placed = _pack([_place(graph, part) for part in parts])
    return {
        node: (round(x), round(y))
        for part, places in zip(parts, placed, strict=True)
        for node, (x, y) in zip(part, places.tolist(), strict=True)
    }


def _place(graph: nx.MultiDiGraph, part: Sequence[str]) -> _Array:
    """Lay out one connected part around its own middle."""
    towards = np.array([_direction(node) for node in part])
    if len(part) == 1:
        return np.zeros((1, 2))
    index = {node: place for place, node in enumerate(part)}
    weights: dict[tuple[int, int], int] = {}
    for subject, object_ in graph.edges(part):
        one, other = sorted((index[subject], index[object_]))
        if one != other:
            weights[one, other] = weights.get((one, other), 0) + 1
    ends = np.array(sorted(weights), dtype=np.intp).T
    pull = np.array([1 + math.log2(weights[pair]) for pair in sorted(weights)])
    places = unfold(start((ends[0], ends[1]), pull, towards), (ends[0], ends[1]), pull, _STEPS)
    lengths = np.hypot(*(places[ends[0]] - places[ends[1]]).T)
    # a small picture has room for what is written on its lines
    spacing = _SPACING * (1 + 0.8 * max(0.0, 1 - len(graph) / 60))
    # of thousands nobody reads all names at once: less room for each, and their communities stay visible
    share = min(max(1200 / len(part), 0.35), 1.0)
    return make_room(places * (spacing / float(np.median(lengths))), (_BOX[0] * share, _BOX[1] * share))


def _direction(node: str) -> tuple[float, float]:
    """Derive a point of the unit circle from an id."""
    digest = blake2b(node.encode("utf8", "surrogatepass"), digest_size=8).digest()
    angle = 2 * math.pi * int.from_bytes(digest, "big") / 2**64
    return math.cos(angle), math.sin(angle)


def _pack(parts: Sequence[_Array]) -> list[_Array]:
    """Set the parts side by side in rows, the largest first, so that the whole is shown as large as can be."""
    boxes = [(places.max(0) - places.min(0)) + np.array(_BOX) * 1.3 for places in parts]
    widths = sorted({float(sum(box[0] for box in boxes[: count + 1])) for count in range(min(len(boxes), 12))})
    corners = max((_rows(boxes, width) for width in widths), key=lambda corners: _size(boxes, corners), default=[])
    packed = [places - places.min(0) + corner for places, corner in zip(parts, corners, strict=True)]
    if not packed:
        return []
    whole = np.concatenate(packed)
    centre = (whole.max(0) + whole.min(0)) / 2
    return [places - centre for places in packed]


def _rows(boxes: Sequence[_Array], width: float) -> list[_Array]:
    """Return the corner of each box, in rows of at most this width, each row set around its middle."""
    rows: list[list[int]] = [[]]
    used = 0.0
    for place, box in enumerate(boxes):
        if rows[-1] and used + float(box[0]) > max(width, float(boxes[0][0])) + 1:
            rows.append([])
            used = 0.0
        rows[-1].append(place)
        used += float(box[0])
    corners = [np.zeros(2) for _ in boxes]
    y = 0.0
    for row in rows:
        height = max(float(boxes[place][1]) for place in row)
        x = 0.0
        for place in row:
            corners[place] = np.array((x, y + (height - float(boxes[place][1])) / 2))
            x += float(boxes[place][0])
        y += height
    return corners


def _size(boxes: Sequence[_Array], corners: Sequence[_Array]) -> float:
    """Say how large it is shown on a screen of the usual shape."""
    ends = np.max([corner + box for corner, box in zip(corners, boxes, strict=True)], axis=0)
    return round(float(min(_SHAPE / ends[0], 1 / ends[1])), 9)
