"""Who stands near an entity: the claims within so many hops, gathered by pair and relation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from polgraph.errors import UnknownEntity
from polgraph.graph.filters import Filter, claim_order
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import networkx as nx

    _Adjacency = Mapping[str, Mapping[str, Mapping[str, Mapping[str, Any]]]]

__all__ = ["Direction", "Hop", "adjacency", "hops_between", "neighbourhood", "require"]

Direction = Literal["out", "in", "both"]


class Hop(NamedTuple):
    """All claims of one relation that join two entities, seen from `source`.

    direction: "out" where `source` is the subject, "in" where it is the object, "both" where the relation is
    symmetric. claims: attributes of the edges, firmest and surest first. depth: which step of the
    walk this is, 1 for the first.
    """

    source: str
    relation: str
    target: str
    direction: Direction
    claims: tuple[Mapping[str, Any], ...]
    depth: int = 1


def neighbourhood(  # noqa: PLR0913  each narrows the question, all by name
    graph: nx.MultiDiGraph,
    entity: str,
    *,
    hops: int = 1,
    relations: Collection[str] | None = None,
    sign: int | None = None,
    modalities: Collection[str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Hop]:
    """Return what joins the entities at most `hops` steps from `entity` (an id); steps go with or against a claim.

    Nearest first, then the best attested, then by name. A claim between two entities of the same distance belongs
    to it as soon as the walk goes on from them.
    """
    require(graph, entity)
    passes = Filter.of(relations=relations, sign=sign, modalities=modalities, since=since, until=until)
    succ, pred = adjacency(graph)
    name = graph.nodes
    depth = {entity: 0}
    found: list[Hop] = []
    frontier = [entity]
    for distance in range(1, hops + 1):
        ring: list[str] = []
        begun = set(frontier)
        frontier.sort(key=lambda node: (name[node]["name"], node))
        for source in frontier:
            begun.discard(source)
            for target in {**succ[source], **pred[source]}:
                # nearer ones have had their turn, and so have those before us in the ring
                if depth.get(target, distance) < distance and target not in begun and target != source:
                    continue
                step = hops_between(graph, source, target, passes, depth=distance)
                if not step:
                    continue
                found += step
                if target not in depth:
                    depth[target] = distance
                    ring.append(target)
        frontier = ring
    found.sort(
        key=lambda hop: (
            hop.depth,
            -len(hop.claims),
            name[hop.source]["name"],
            name[hop.target]["name"],
            hop.relation,
            hop.direction,
            hop.source,
            hop.target,
        )
    )
    return found


def hops_between(graph: nx.MultiDiGraph, source: str, target: str, passes: Filter, *, depth: int = 1) -> list[Hop]:
    """Return the claims between two neighbours, one `Hop` per relation and direction, the best attested first."""
    succ, pred = adjacency(graph)
    groups: dict[tuple[str, Direction], list[Mapping[str, Any]]] = {}
    sides: list[tuple[Direction, Mapping[str, Mapping[str, Any]]]] = [("out", succ[source].get(target, _NONE))]
    if source != target:
        sides.append(("in", pred[source].get(target, _NONE)))
    everything = passes.passes_all
    for direction, edges in sides:
        for claim in edges.values():
            if everything or passes(claim):
                relation = claim["relation"]
                key = relation, "both" if relation in _SYMMETRIC else direction
                if key in groups:
                    groups[key].append(claim)
                else:
                    groups[key] = [claim]
    hops = []
    for (relation, direction), claims in groups.items():
        if len(claims) > 1:
            claims.sort(key=claim_order)
        hops.append(Hop(source, relation, target, direction, tuple(claims), depth))
    if len(hops) > 1:
        hops.sort(key=lambda hop: (-len(hop.claims), hop.relation, hop.direction))
    return hops


def adjacency(graph: nx.MultiDiGraph) -> tuple[_Adjacency, _Adjacency]:
    """Return successors and predecessors as plain dicts, as NetworkX's own algorithms use them.

    The public views wrap every look into an object, which takes longer than the look.
    """
    return graph._succ, graph._pred  # type: ignore[attr-defined]  # noqa: SLF001  see above


def require(graph: nx.MultiDiGraph, entity: str) -> None:
    """Raise UnknownEntity where the graph has no such id."""
    if entity not in graph:
        raise UnknownEntity(f"no entity has the id {entity!r}: `polgraph.graph.resolve` finds it by its name")


_NONE: Mapping[str, Mapping[str, Any]] = {}
_SYMMETRIC = frozenset(name for name, relation in RELATIONS.items() if relation.symmetric)
