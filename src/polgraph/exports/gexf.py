"""GEXF 1.2: for Gephi."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from polgraph.exports.flat import flatten

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["render"]


def render(graph: nx.MultiDiGraph) -> bytes:
    """Return the graph as a GEXF file; edges are known by the ids of their claims and labelled with the relation."""
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415  networkx is slow to load

    flat = flatten(graph)
    for _, _, claim in flat.edges(data=True):
        claim["label"] = claim["relation"]
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(flat)
    for meta in writer.xml.iter():
        # the day of writing would make two files of one graph differ
        meta.attrib.pop("lastmodifieddate", None)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
