"""The picture as pyvis describes it: nodes, edges and options for vis-network.

In: graph, bundles, layout. Out: the three as plain data. Of pyvis only the description is used; the page around it is
ours, because pyvis's own calls other servers and runs HTML that stands in a name.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from polgraph.ontology import ENTITY_TYPES, RELATIONS
from polgraph.views.bundles import by_reports
from polgraph.views.style import DASHES, SIGN_COLOURS, edge_width, node_radius

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    from polgraph.views.bundles import Bundle
    from polgraph.views.layout import Positions

__all__ = ["bends", "network"]

_BEND = 0.26  # how far apart the lines between the same two lie
_MANY = 1500  # above so many lines they are left out while the picture is being moved


def network(graph: nx.MultiDiGraph, bundles: Sequence[Bundle], places: Positions) -> dict[str, Any]:
    """Describe the picture to vis-network: nodes in the order of `by_reports`, edges in that of `bundles`.

    They are named by number, for vis-network keeps them in objects that an entity called "constructor" would break.
    """
    from pyvis.edge import Edge  # noqa: PLC0415  pyvis imports IPython, which takes most of a second
    from pyvis.network import Network  # noqa: PLC0415

    picture = Network(directed=True)
    picture.options = _options(len(bundles))
    weights = by_reports(graph)
    number = {entity: place for place, entity in enumerate(weights)}
    for entity, weight in weights.items():
        node = graph.nodes[entity]
        kind = ENTITY_TYPES[node["type"]]
        x, y = places[entity]
        picture.add_node(
            number[entity], label=node["name"], shape=kind.shape, color=kind.colour, size=node_radius(weight), x=x, y=y
        )
    for place, (bundle, bend) in enumerate(zip(bundles, bends(bundles), strict=True)):
        # not Network.add_edge, which searches a list of all nodes twice for every edge
        ends = number[bundle.subject], number[bundle.object]
        picture.edges.append(Edge(*ends, directed=True, id=place, **_line(bundle, bend)).options)
    return {"nodes": picture.nodes, "edges": picture.edges, "options": picture.options}


def _line(bundle: Bundle, bend: float) -> dict[str, Any]:
    options: dict[str, Any] = {
        "width": edge_width(bundle.reports),
        "color": SIGN_COLOURS[bundle.sign],
    }
    if bundle.firmness in DASHES:
        options["dashes"] = DASHES[bundle.firmness]
    if bend:
        options["smooth"] = {
            "enabled": True,
            "type": "curvedCW" if bend > 0 else "curvedCCW",
            "roundness": round(abs(bend), 3),
        }
    if RELATIONS[bundle.relation].symmetric:
        options["arrows"] = ""
    return options


def bends(bundles: Sequence[Bundle]) -> list[float]:
    """Tell how far each line bends so that those between the same two lie side by side; 0 is straight."""
    numbered = sorted(range(len(bundles)), key=lambda place: (_ends(bundles[place]), place))
    bend = [0.0] * len(bundles)
    for _, group in groupby(numbered, key=lambda place: _ends(bundles[place])):
        members = list(group)
        for rank, place in enumerate(members):
            aside = (rank - (len(members) - 1) / 2) * min(_BEND, 1.2 / len(members))
            # seen from the other end, right is left
            forward = (bundles[place].subject, bundles[place].object) == _ends(bundles[place])
            bend[place] = aside if forward else -aside
    return bend


def _ends(bundle: Bundle) -> tuple[str, str]:
    one, other = sorted((bundle.subject, bundle.object))
    return one, other


def _options(lines: int) -> dict[str, Any]:
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {"borderWidth": 2, "borderWidthSelected": 3, "chosen": False},
        "edges": {
            "smooth": False,
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
            "arrowStrikethrough": False,
            "hoverWidth": 1.5,
            "selectionWidth": 1.5,
            "selfReference": {"size": 22, "renderBehindTheNode": False},
        },
        "interaction": {
            "hover": True,
            "multiselect": False,
            "selectConnectedEdges": False,
            "hoverConnectedEdges": False,
            "keyboard": {"enabled": False},
            "hideEdgesOnDrag": lines > _MANY,
            "hideEdgesOnZoom": lines > _MANY,
            "zoomSpeed": 0.7,
        },
    }
