"""Keep the most telling part of a graph that is too large to be read.

Measure: an entity tells as much as its lines together, and a line tells `log2(1 + reports) * confidence * kind`, where
reports is the number of documents that make the claim, confidence that of its surest claim, and kind 1 for an event and
½ for a standing tie such as an office or a nationality. The entities that tell most are kept, with every line between
them; one that this leaves without a line goes too.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from polgraph.ontology import RELATIONS
from polgraph.views.bundles import gather
from polgraph.views.subgraph import only_claims

if TYPE_CHECKING:
    from collections.abc import Collection

    import networkx as nx

    from polgraph.views.bundles import Bundle

__all__ = ["READABLE", "telling", "trim"]

READABLE = 200  # entities on one page


def trim(
    graph: nx.MultiDiGraph, *, limit: int = READABLE, always: Collection[str] = ()
) -> tuple[nx.MultiDiGraph, str | None]:
    """Return the graph, or its most telling part and a sentence on what was left out. always: entities to keep."""
    if len(graph) <= limit:
        return graph, None
    bundles = gather(graph)
    worth = dict.fromkeys(graph, 0.0)
    for bundle in bundles:
        for end in {bundle.subject, bundle.object}:
            worth[end] += telling(bundle)
    ranked = sorted(graph, key=lambda entity: (entity not in always, -worth[entity], entity))
    chosen = set(ranked[:limit])
    kept = only_claims(
        graph,
        (
            claim["id"]
            for bundle in bundles
            if bundle.subject in chosen and bundle.object in chosen
            for claim in bundle.claims
        ),
        always=always,
    )
    return kept, (
        f"{len(graph) - len(kept):,} of {len(graph):,} entities and "
        f"{graph.number_of_edges() - kept.number_of_edges():,} of {graph.number_of_edges():,} claims are left out. "
        "Kept are the entities with the most and best attested claims (articles that report a claim, its confidence; "
        "events count twice as much as offices and other ties). polgraph view --all shows everything."
    )


def telling(bundle: Bundle) -> float:
    """Say how much a line tells: see the module's measure."""
    surest = max(float(claim["confidence"]) for claim in bundle.claims)
    return math.log2(1 + bundle.reports) * surest * (0.5 if RELATIONS[bundle.relation].tie else 1.0)
