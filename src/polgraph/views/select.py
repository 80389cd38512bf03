"""Which part of the graph a picture shows.

In: the graph and what was asked for (`Wanted`). Out: `Chosen`, a graph of the same make that holds only the claims
asked for and the entities they join, with what the page should say about the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from polgraph.errors import ViewError
from polgraph.graph import neighbourhood, paths
from polgraph.graph.filters import Filter
from polgraph.views.bundles import gather
from polgraph.views.subgraph import only_claims
from polgraph.views.trim import READABLE, trim

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

__all__ = ["Chosen", "Wanted", "choose"]

_WAYS = 3  # as many ways from A to B as stay apart in a picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to draw; entities are ids.

    around, hops: an entity and how far from it. ends: the two ends of a path. claims: ids of claims, as a query gave
    them. limit: at how many entities to stop, None for no end.
    """

    around: str | None = None
    hops: int = 1
    ends: tuple[str, str] | None = None
    claims: frozenset[str] | None = None
    relations: frozenset[str] | None = None
    sign: int | None = None
    since: str | None = None
    until: str | None = None
    min_reports: int = 1
    limit: int | None = READABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is drawn. left_out: a sentence on what is not. begin: what the page opens with (page/state.js)."""

    graph: nx.MultiDiGraph
    left_out: str | None = None
    begin: Mapping[str, Any] = field(default_factory=dict)


def choose(graph: nx.MultiDiGraph, wanted: Wanted) -> Chosen:
    """Choose the part of the graph that is wanted."""
    chosen = graph if wanted.claims is None else only_claims(graph, wanted.claims)
    chosen = _filtered(chosen, wanted)
    always: tuple[str, ...] = ()
    begin: dict[str, Any] = {}
    if wanted.ends is not None:
        one, other = always = wanted.ends
        chosen = _between(chosen, one, other, wanted.hops)
        begin = {"route": {"from": one, "to": other, "turn": 0}}
    elif wanted.around is not None:
        always = (wanted.around,)
        chosen = _around(chosen, wanted.around, wanted.hops)
        begin = {"selected": {"entity": wanted.around}}
    silent = [entity for entity, degree in chosen.degree() if not degree and entity not in always]
    if silent:
        chosen = only_claims(chosen, (key for _, _, key in chosen.edges(keys=True)), always=always)
    if not len(chosen):
        raise ViewError("nothing is left to draw: no claim was found, or none that passes the conditions")
    kept, left_out = trim(chosen, limit=wanted.limit or len(chosen), always=always)
    return Chosen(graph=kept, left_out=_sentences(left_out, len(silent)), begin=begin)


def _sentences(left_out: str | None, silent: int) -> str | None:
    if not silent:
        return left_out
    who = (
        "One entity about which nothing is claimed is"
        if silent == 1
        else (f"{silent:,} entities about which nothing is claimed are")
    )
    return " ".join(filter(None, (left_out, f"{who} not drawn.")))


def _filtered(graph: nx.MultiDiGraph, wanted: Wanted) -> nx.MultiDiGraph:
    passes = Filter.of(relations=wanted.relations, sign=wanted.sign, since=wanted.since, until=wanted.until)
    always = () if wanted.around is None else (wanted.around,)
    kept = graph
    if not passes.passes_all:
        kept = only_claims(
            graph, (key for _, _, key, claim in graph.edges(keys=True, data=True) if passes(claim)), always=always
        )
    if wanted.min_reports > 1:
        often = [bundle for bundle in gather(kept) if bundle.reports >= wanted.min_reports]
        kept = only_claims(kept, (claim["id"] for bundle in often for claim in bundle.claims), always=always)
    return kept


def _around(graph: nx.MultiDiGraph, entity: str, hops: int) -> nx.MultiDiGraph:
    """Keep the entities at most so many hops away, and every claim that joins two of them."""
    near = {entity}
    for hop in neighbourhood(graph, entity, hops=hops):
        near |= {hop.source, hop.target}
    inside = (key for _, object_, key in graph.out_edges(near, keys=True) if object_ in near)
    return only_claims(graph, inside, always=[entity])


def _between(graph: nx.MultiDiGraph, one: str, other: str, max_hops: int) -> nx.MultiDiGraph:
    """Keep the best ways from one entity to the other, with all that joins two neighbours on them."""
    found = paths(graph, one, other, max_hops=max_hops, k=_WAYS) if one in graph and other in graph else []
    if not found:
        raise ViewError(
            f"no path of at most {max_hops} hops leads from {one} to {other}: "
            "allow more with --hops, or ask with fewer conditions"
        )
    return only_claims(
        graph, (claim["id"] for path in found for step in path.steps for hop in step for claim in hop.claims)
    )
