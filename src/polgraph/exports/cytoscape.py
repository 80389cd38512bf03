"""Cytoscape JSON (CX's older, simpler brother): for Cytoscape and Cytoscape.js."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["render"]


def render(graph: nx.MultiDiGraph) -> bytes:
    """Return the graph as `{"elements": {"nodes": [...], "edges": [...]}}`; lists stay lists."""
    elements = {
        "nodes": [_element(node, id=entity) for entity, node in graph.nodes(data=True)],
        "edges": [
            _element(claim, id=key, source=subject, target=object_)
            for subject, object_, key, claim in graph.edges(keys=True, data=True)
        ],
    }
    return json.dumps({"elements": elements}, indent=1, ensure_ascii=True).encode()


def _element(attributes: dict[str, Any], **named: str) -> dict[str, Any]:
    return {"data": {**attributes, **named}}
