"""GraphML: for yEd, Gephi, igraph, NetworkX."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from polgraph.exports.flat import flatten

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["render"]


def render(graph: nx.MultiDiGraph) -> bytes:
    """Return the graph as a GraphML file; edges are known by the ids of their claims."""
    from networkx.readwrite.graphml import write_graphml_xml  # noqa: PLC0415  networkx is slow to load

    file = BytesIO()
    # the writer on lxml sorts nothing and needs lxml; this one is always there
    write_graphml_xml(flatten(graph), file, named_key_ids=True, edge_id_from_attribute="id")
    return file.getvalue()
