"""How things look, said once for the page, the SVG and the charts: colours by sign, widths, sizes, dashes.

Entity shapes and colours come from the vocabulary. Edges are coloured by sign alone: nobody keeps the colours of
thirty-five relations in mind, and the relation is written on the line.
"""

from __future__ import annotations

import math

__all__ = [
    "DASHES",
    "INK",
    "MODALITY_LABELS",
    "PAPER",
    "SIGN_COLOURS",
    "SIGN_LABELS",
    "WIDTH",
    "edge_width",
    "node_radius",
]

# vermilion, slate and teal stay apart for readers who cannot tell red from green
SIGN_COLOURS = {-1: "#c0392b", 0: "#6f7d8c", 1: "#0f7f74"}
SIGN_LABELS = {-1: "hostile", 0: "neutral", 1: "friendly"}
MODALITY_LABELS = {"asserted": "stated", "possible": "possible", "planned": "planned", "negated": "denied"}
# lengths of dash and gap for a line none of whose claims is stated as a fact
DASHES = {"possible": (3, 5), "planned": (11, 5)}
WIDTH = {"base": 1.4, "step": 1.3, "most": 9.0}
PAPER, INK = "#fbfaf7", "#1d2328"


def edge_width(reports: int) -> float:
    """Width of a line that so many documents report, in pixels at scale 1."""
    return round(min(WIDTH["base"] + WIDTH["step"] * math.log2(max(reports, 1)), WIDTH["most"]), 2)


def node_radius(reports: int) -> float:
    """Radius of an entity whose claims so many documents report: the area grows with the number."""
    return round(min(8.0 + 2.6 * math.sqrt(max(reports, 0)), 34.0), 2)
