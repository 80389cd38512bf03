"""Who against whom: a row per subject, a column per object, in each cell the signed sum of what is reported.

In: the graph. Out: one SVG text. Each article that reports a friendly claim adds one, a hostile one takes one away,
neutral and denied claims count nothing; symmetric relations count both ways. Shown are the entities that tell most
(`trim`), ordered so that those who are on good terms with the same others stand together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from polgraph.ontology import RELATIONS
from polgraph.views.bundles import gather
from polgraph.views.charts import QUIET, RULE, frame, mark, numbered
from polgraph.views.marks import Markup, element, short, text_width
from polgraph.views.style import SIGN_COLOURS
from polgraph.views.trim import trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    from polgraph.views.bundles import Bundle

__all__ = ["MOST", "render"]

MOST = 40  # rows and columns that can be read
_CELL, _TOP = 26.0, 84.0


def render(graph: nx.MultiDiGraph, *, title: str = "Who against whom", limit: int | None = MOST) -> str:
    """Return the drawing of at most `limit` entities."""
    bundles = gather(graph)
    kept = {
        end for bundle in gather(trim(graph, limit=limit or len(graph))[0]) for end in (bundle.subject, bundle.object)
    }
    numbers: dict[tuple[str, str], list[int]] = {}
    for number, bundle, _ in numbered(bundles):
        if bundle.subject in kept and bundle.object in kept:
            for ends in _both_ways(bundle):
                numbers.setdefault(ends, []).append(number)
    sums = _sums(bundles)
    order = _order(sorted(kept), sums)
    names = {entity: short(graph.nodes[entity]["name"], 30) for entity in order}
    margin = max((text_width(name, 12) for name in names.values()), default=0.0) + 34
    corner = margin, _TOP + margin * 0.72
    place = {entity: rank for rank, entity in enumerate(order)}
    strongest = max((abs(sums.get(ends, 0)) for ends in numbers), default=0) or 1
    parts = [*_heads(order, names, corner)]
    for (subject, object_), claims in sorted(numbers.items(), key=lambda cell: (place[cell[0][0]], place[cell[0][1]])):
        total = sums.get((subject, object_), 0)
        words = f"{graph.nodes[subject]['name']} → {graph.nodes[object_]['name']}: {_signed(total)}"
        x, y = corner[0] + place[object_] * _CELL, corner[1] + place[subject] * _CELL
        parts.append(mark(words, claims, *_cell(x, y, total, strongest)))
    left = f" The {len(order)} of {len(graph)} entities that tell most are shown." if len(order) < len(graph) else ""
    note = f"Row towards column: friendly minus hostile reports; neutral and denied claims count nothing.{left}"
    size = max(corner[0] + len(order) * _CELL + margin * 0.5, 660.0), corner[1] + len(order) * _CELL + 30
    return frame(title, note, size, parts)


def _both_ways(bundle: Bundle) -> list[tuple[str, str]]:
    there = (bundle.subject, bundle.object)
    return [there, there[::-1]] if RELATIONS[bundle.relation].symmetric and there[0] != there[1] else [there]


def _sums(bundles: Sequence[Bundle]) -> dict[tuple[str, str], int]:
    sums: dict[tuple[str, str], int] = {}
    for bundle in bundles:
        reports = len({claim["document"] for claim in bundle.claims if claim["modality"] != "negated"})
        for ends in _both_ways(bundle):
            sums[ends] = sums.get(ends, 0) + bundle.sign * reports
    return sums


def _order(entities: Sequence[str], sums: dict[tuple[str, str], int]) -> list[str]:
    """Order by the leading direction of the signed sums, which sets camps apart."""
    if len(entities) < 3:  # noqa: PLR2004  nothing to order
        return list(entities)
    place = {entity: rank for rank, entity in enumerate(entities)}
    table = np.zeros((len(entities), len(entities)))
    for (one, other), total in sums.items():
        if one in place and other in place:
            table[place[one], place[other]] += total
            table[place[other], place[one]] += total
    values, vectors = np.linalg.eigh(table)
    leading = vectors[:, int(np.argmax(np.abs(values)))]
    # of a vector and its negative, the one whose first large part is positive
    if leading[int(np.argmax(np.abs(leading)))] < 0:
        leading = -leading
    rank = np.round(leading, 6)
    return sorted(entities, key=lambda entity: (float(rank[place[entity]]), entity))


def _heads(order: Sequence[str], names: dict[str, str], corner: tuple[float, float]) -> list[Markup]:
    left, top = corner
    parts = []
    side = len(order) * _CELL
    for rank, entity in enumerate(order):
        x, y = left + (rank + 0.5) * _CELL, top + (rank + 0.5) * _CELL
        parts += [
            element(
                "path",
                d=f"M{left:g} {top + rank * _CELL:g}h{side:g}M{left + rank * _CELL:g} {top:g}v{side:g}",
                stroke=RULE,
            ),
            element("text", names[entity], x=left - 10, y=y + 4, text_anchor="end", font_size=12),
            element("text", names[entity], transform=f"translate({x + 4:g} {top - 8:g}) rotate(-50)", font_size=12),
            # nobody stands to themselves
            element("rect", x=x - _CELL / 2, y=y - _CELL / 2, width=_CELL, height=_CELL, fill=RULE, opacity=0.5),
        ]
    return parts


def _cell(x: float, y: float, total: int, strongest: int) -> list[Markup]:
    sign = (total > 0) - (total < 0)
    opacity = 0.25 + 0.75 * abs(total) / strongest if sign else 0.12
    ink = "#ffffff" if opacity > 0.6 else "#1d2328"  # noqa: PLR2004  readable on either
    return [
        element(
            "rect",
            x=x + 1,
            y=y + 1,
            width=_CELL - 2,
            height=_CELL - 2,
            rx=2,
            fill=SIGN_COLOURS[sign],
            fill_opacity=round(opacity, 2),
        ),
        element(
            "text",
            _signed(total),
            x=x + _CELL / 2,
            y=y + _CELL / 2 + 4,
            text_anchor="middle",
            font_size=11,
            fill=ink if sign else QUIET,
        ),
    ]


def _signed(total: int) -> str:
    return f"+{total}" if total > 0 else f"−{-total}" if total < 0 else "0"
