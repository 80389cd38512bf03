"""What the charts have in common: claims known by number, marks that lead to their claims, a frame.

A chart is an SVG text whose marks carry the numbers of the claims they stand for, so that the page can show the
sentences behind each. `numbered` fixes the numbers: page/core.js counts the same claims in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polgraph.views.marks import Markup, document, element, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from polgraph.views.bundles import Bundle

__all__ = ["QUIET", "RULE", "frame", "mark", "numbered"]

QUIET, RULE = "#59636d", "#dcd8cf"
_SERIF = "Georgia, Liberation Serif, serif"


def numbered(bundles: Sequence[Bundle]) -> list[tuple[int, Bundle, Mapping[str, Any]]]:
    """Return (number, bundle, claim) for every claim."""
    pairs = [(bundle, claim) for bundle in bundles for claim in bundle.claims]
    return [(number, bundle, claim) for number, (bundle, claim) in enumerate(pairs)]


def mark(words: str, claims: Iterable[int], *shapes: Markup) -> Markup:
    """Return shapes that stand for claims; words: what a screen reader says and the page puts above the sentences."""
    return element(
        "g",
        element("title", words),
        *shapes,
        class_="mark",
        role="button",
        tabindex=0,
        aria_label=words,
        data_claims=" ".join(map(str, claims)),
    )


def frame(title: str, note: str, size: tuple[float, float], parts: Iterable[Markup]) -> str:
    """Return the drawing with its heading and, below that, a note on how to read it."""
    width, height = size
    heading = element(
        "text", short(title, 80), class_="heading", x=24, y=38, font_size=20, font_weight=700, font_family=_SERIF
    )
    return document(
        [heading, element("text", note, x=24, y=58, font_size=11.5, fill=QUIET), *parts],
        (0, 0, width, height),
        title,
        role="group",
    )
