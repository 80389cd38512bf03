"""Pieces of SVG: elements whose texts and attributes are escaped, and room for labels.

What an article says gets into a picture only through `element`.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from polgraph.exports.flat import writable
from polgraph.views.style import INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FONT", "Markup", "Room", "document", "element", "label", "shape", "short", "text_width"]

FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
_NARROW, _WIDE = frozenset("iljtfrI.,:;'|![]() "), frozenset("mwMWQOGDCAHNU@%—")


class Markup(str):
    """SVG that is made already, so that `element` takes it as it is."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str | float | None) -> Markup:
    """Return an element; children are elements or text, and text and attributes are escaped here.

    Underscores in names of attributes stand for hyphens, a trailing one is dropped; None leaves an attribute out.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(child if isinstance(child, Markup) else escape(writable(child)) for child in children)
    return Markup(f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>")


def document(
    children: Iterable[str], box: tuple[float, float, float, float], title: str, *, role: str = "img"
) -> Markup:
    """Return the whole drawing; box is left, top, width, height. role: "group" where parts of it can be chosen."""
    left, top, width, height = (round(side, 1) for side in box)
    return element(
        "svg",
        element("title", title),
        element("rect", x=left, y=top, width=width, height=height, fill=PAPER),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{left} {top} {width} {height}",
        width=width,
        height=height,
        font_family=FONT,
        font_size=12,
        fill=INK,
        role=role,
        aria_label=title,
    )


def label(text: str, x: float, y: float, **attributes: str | float | None) -> Markup:
    """Return text with a halo, so that it can be read over lines."""
    halo: dict[str, str | float | None] = {
        "paint_order": "stroke",
        "stroke": PAPER,
        "stroke_width": 3.5,
        "stroke_linejoin": "round",
        "text_anchor": "middle",
        "x": x,
        "y": y,
    }
    return element("text", text, **(halo | attributes))


def shape(kind: str, x: float, y: float, radius: float, **attributes: str | float | None) -> Markup:
    """Return a node of one of the vocabulary's shapes."""
    if kind == "square":
        return element("rect", x=x - radius, y=y - radius, width=2 * radius, height=2 * radius, **attributes)
    if kind == "diamond":
        corners = f"M{x:g} {y - radius:g}L{x + radius:g} {y:g}L{x:g} {y + radius:g}L{x - radius:g} {y:g}z"
        return element("path", d=corners, **attributes)
    return element("circle", cx=x, cy=y, r=radius, **attributes)


def text_width(text: str, size: float) -> float:
    """Estimate how wide a text is: near enough to keep labels apart, with no font at hand."""
    return size * sum(0.3 if letter in _NARROW else 0.84 if letter in _WIDE else 0.56 for letter in text)


def short(text: str, most: int) -> str:
    """Return at most so many characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


class Room:
    """Which part of the picture is taken by labels."""

    def __init__(self, cell: tuple[float, float] = (12.0, 8.0)) -> None:
        self._cell = cell
        self._taken: set[tuple[int, int]] = set()

    def take(self, x: float, y: float, width: float, height: float) -> bool:
        """Take a box around a point, if nothing of it is taken yet."""
        across, along = self._cell
        columns = range(int((x - width / 2) // across), int((x + width / 2) // across) + 1)
        rows = range(int((y - height / 2) // along), int((y + height / 2) // along) + 1)
        wanted = {(column, row) for column in columns for row in rows}
        if wanted & self._taken:
            return False
        self._taken |= wanted
        return True

    def block(self, x: float, y: float, width: float, height: float) -> None:
        """Take what is left of a box, for something that is drawn in any case."""
        across, along = self._cell
        for column in range(int((x - width / 2) // across), int((x + width / 2) // across) + 1):
            for row in range(int((y - height / 2) // along), int((y + height / 2) // along) + 1):
                self._taken.add((column, row))


def _value(value: str | float) -> str:
    return writable(value) if isinstance(value, str) else f"{value:.6g}"
