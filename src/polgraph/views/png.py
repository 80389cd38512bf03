"""A drawing as PNG: SVG text in, the bytes of a PNG file out, without a browser."""

from __future__ import annotations

from functools import cache

from polgraph.errors import MissingExtra, ViewError
from polgraph.views.marks import FONT, element

__all__ = ["render"]

_MOST = 20_000  # pixels a side; larger ones take gigabytes


def render(svg: str, *, zoom: float = 2.0) -> bytes:
    """Return the drawing as PNG, `zoom` pixels to each of its own."""
    if not _finds_fonts():
        raise ViewError(
            "no font is installed, so a PNG would have no words: install one (fonts-dejavu-core on Debian), "
            "or write SVG with --format svg"
        )
    return _draw(svg, zoom)


def _draw(svg: str, zoom: float, *, fonts: bool = True) -> bytes:
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415  three megabytes that only PNG needs
    except ImportError:
        raise MissingExtra("PNG needs resvg_py: pip install resvg_py, or write SVG with --format svg") from None
    try:
        return bytes(svg_to_bytes(svg_string=svg, zoom=zoom, skip_system_fonts=not fonts))
    except ValueError as error:
        raise ViewError(f"the drawing cannot be made a PNG ({error}): draw less, or write SVG") from error


@cache
def _finds_fonts() -> bool:
    """Tell whether letters are drawn at all."""
    word = element(
        "svg",
        element("text", "M", y=12),
        xmlns="http://www.w3.org/2000/svg",
        width=16,
        height=16,
        font_family=FONT,
    )
    return _draw(word, 1) != _draw(word, 1, fonts=False)
