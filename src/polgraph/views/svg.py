"""The network as SVG, for print: the same looks as on the page, with a legend under it.

In: the graph. Out: one SVG text. Names that have no room are left out, the least attested first.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from polgraph.ontology import ENTITY_TYPES, RELATIONS
from polgraph.views.bundles import by_reports, gather
from polgraph.views.layout import positions
from polgraph.views.marks import Markup, Room, document, element, label, shape, short, text_width
from polgraph.views.style import DASHES, INK, MODALITY_LABELS, PAPER, SIGN_COLOURS, SIGN_LABELS, edge_width, node_radius
from polgraph.views.vis import bends

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from polgraph.views.bundles import Bundle
    from polgraph.views.layout import Positions

__all__ = ["render"]

_MARGIN = 80.0
_HEAD = 54.0
_FOOT = 70.0
_LEGEND = 780.0
_NAME, _RELATION = 12.5, 10.5  # sizes of type
_ALONG = (0.5, 0.4, 0.6, 0.32, 0.68)  # where on its line a relation is written, the first with room


def render(
    graph: nx.MultiDiGraph,
    *,
    title: str = "Who stands how to whom",
    left_out: str | None = None,
    places: Positions | None = None,
    rings: Sequence[float] = (),
) -> str:
    """Return the drawing. rings: radii of circles around the middle, for an ego network."""
    bundles = gather(graph)
    spots = places or positions(graph)
    radii = {entity: node_radius(count) for entity, count in by_reports(graph).items()}
    curves = {
        place: _curve(spots[bundle.subject], spots[bundle.object], bend)
        for place, (bundle, bend) in enumerate(zip(bundles, bends(bundles), strict=True))
    }
    reach = max(rings, default=0.0)
    left = min([-reach, *(x for x, _ in spots.values())]) - _MARGIN
    top = min([-reach, *(y for _, y in spots.values())]) - _MARGIN
    width = max([reach, *(x for x, _ in spots.values())]) + _MARGIN - left
    # the legend needs its width even under a small picture
    left, width = left - max(_LEGEND - width, 0) / 2, max(width, _LEGEND)
    height = max([reach, *(y for _, y in spots.values())]) + _MARGIN - top
    room = Room()
    names = _names(graph, spots, radii, room)
    for entity, (x, y) in spots.items():
        # no relation is written over a node; a name may be, where it is crowded
        room.block(x, y, 2 * radii[entity], 2 * radii[entity])
    parts = [
        *(element("circle", cx=0, cy=0, r=ring, fill="none", stroke="#dcd8cf") for ring in rings),
        *(_line(bundle, curves[place], radii) for place, bundle in enumerate(bundles)),
        *(
            shape(
                ENTITY_TYPES[graph.nodes[entity]["type"]].shape,
                *spots[entity],
                radii[entity],
                fill=ENTITY_TYPES[graph.nodes[entity]["type"]].colour,
                stroke=PAPER,
                stroke_width=2,
            )
            for entity in graph
        ),
        *(_relation(bundle, curves[place], room) for place, bundle in enumerate(bundles)),
        *names,
        _heading(title, left + 24, top - _HEAD + 34),
        _legend(left + 24, top + height + 14, left_out, width - 48),
    ]
    return document(parts, (left, top - _HEAD, width, height + _HEAD + _FOOT), title)


def _curve(start: tuple[float, float], end: tuple[float, float], bend: float) -> tuple[complex, complex, complex]:
    """Return start, control point and end of a quadratic curve; places as complex numbers."""
    one, other = complex(*start), complex(*end)
    return one, (one + other) / 2 + (other - one) * 1j * bend, other


def _at(curve: tuple[complex, complex, complex], t: float) -> complex:
    one, control, other = curve
    return (1 - t) ** 2 * one + 2 * t * (1 - t) * control + t**2 * other


def _line(bundle: Bundle, curve: tuple[complex, complex, complex], radii: Mapping[str, float]) -> Markup:
    if bundle.subject == bundle.object:
        return Markup()
    colour = SIGN_COLOURS[bundle.sign]
    width = edge_width(bundle.reports)
    dashes = DASHES.get(bundle.firmness or "")
    directed = not RELATIONS[bundle.relation].symmetric
    stop = _reach(curve, radii[bundle.object] + (width + 5 if directed else 0))
    points = [_at(curve, stop * step / 14) for step in range(15)]
    parts = [
        element(
            "path",
            d="M" + "L".join(f"{point.real:.1f} {point.imag:.1f}" for point in points),
            fill="none",
            stroke=colour,
            stroke_width=width,
            stroke_dasharray=" ".join(map(str, dashes)) if dashes else None,
        )
    ]
    if directed:
        parts.append(_arrow(points[-2], points[-1], width, colour))
    if bundle.denied:
        middle = _at(curve, 0.5)
        cross = f"M{middle.real - 5:.1f} {middle.imag - 5:.1f}l10 10m0 -10l-10 10"
        parts += [
            element("path", d=cross, stroke=stroke, stroke_width=thick, stroke_linecap="round")
            for stroke, thick in ((PAPER, 6), (INK, 2.2))
        ]
    return Markup("".join(parts))


def _reach(curve: tuple[complex, complex, complex], distance: float) -> float:
    """Return how far along the curve the rim of its target lies."""
    t = 1.0
    while t > 0.55 and abs(_at(curve, t) - curve[2]) < distance:  # noqa: PLR2004  never back beyond the middle
        t -= 0.01
    return t


def _arrow(tail: complex, tip: complex, width: float, colour: str) -> Markup:
    size = 5 + width
    turn = math.degrees(math.atan2((tip - tail).imag, (tip - tail).real))
    place = f"translate({tip.real:.1f} {tip.imag:.1f}) rotate({turn:.1f})"
    return element("path", d=f"M{size:g} 0L-2 {-size / 2:g}L-2 {size / 2:g}z", transform=place, fill=colour)


def _names(graph: nx.MultiDiGraph, spots: Positions, radii: Mapping[str, float], room: Room) -> list[Markup]:
    found = []
    for entity in sorted(graph, key=lambda entity: (-radii[entity], graph.nodes[entity]["name"], entity)):
        name = short(graph.nodes[entity]["name"], 40)
        x, y = spots[entity][0], spots[entity][1] + radii[entity] + 14
        if room.take(x, y - 4, text_width(name, _NAME), _NAME):
            found.append(label(name, x, y, font_size=_NAME, font_weight=600))
    return found


def _relation(bundle: Bundle, curve: tuple[complex, complex, complex], room: Room) -> Markup:
    width = text_width(bundle.label, _RELATION)
    for way in _ALONG:
        spot = _at(curve, way) + (14j if bundle.denied and way == _ALONG[0] else 0)
        if room.take(spot.real, spot.imag, width, _RELATION):
            return label(
                bundle.label,
                round(spot.real, 1),
                round(spot.imag + 3, 1),
                font_size=_RELATION,
                font_style="italic",
                fill=SIGN_COLOURS[bundle.sign],
            )
    return Markup()


def _heading(title: str, x: float, y: float) -> Markup:
    return element(
        "text",
        short(title, 90),
        x=x,
        y=y,
        font_size=20,
        font_weight=700,
        font_family="Georgia, Liberation Serif, serif",
    )


def _legend(x: float, y: float, left_out: str | None, width: float) -> Markup:
    start = x
    parts = []
    for kind in ENTITY_TYPES.values():
        parts += [
            shape(kind.shape, x + 6, y + 8, 6, fill=kind.colour),
            element("text", kind.name, x=x + 18, y=y + 12),
        ]
        x += 34 + text_width(kind.name, 12)
    for sign, words in SIGN_LABELS.items():
        parts += [_sample(x, y + 8, SIGN_COLOURS[sign]), element("text", words, x=x + 34, y=y + 12)]
        x += 50 + text_width(words, 12)
    for modality in (*DASHES, "negated"):
        words = MODALITY_LABELS[modality]
        parts += [_sample(x, y + 8, INK, modality), element("text", words, x=x + 34, y=y + 12)]
        x += 50 + text_width(words, 12)
    if left_out is not None:
        parts.append(
            element("text", short(left_out, int(width / 5.2)), x=start, y=y + 36, font_size=10.5, fill="#59636d")
        )
    return element("g", *parts, font_size=12)


def _sample(x: float, y: float, colour: str, modality: str = "asserted") -> Markup:
    dashes = DASHES.get(modality)
    line = element(
        "path",
        d=f"M{x:g} {y:g}h28",
        stroke=colour,
        stroke_width=2.5,
        stroke_dasharray=" ".join(map(str, dashes)) if dashes else None,
    )
    if modality != "negated":
        return line
    return Markup(line + element("path", d=f"M{x + 10:g} {y - 4:g}l8 8m0 -8l-8 8", stroke=INK, stroke_width=2))
