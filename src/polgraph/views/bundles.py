"""Parallel claims gathered into the lines of a picture.

In: the graph. Out: one `Bundle` per subject, relation and object (ends in either order where the relation is
symmetric), the best attested first. Different relations between the same two stay different bundles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

__all__ = ["Bundle", "by_reports", "gather", "reports"]

_FIRMEST = ("asserted", "planned", "possible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """All claims of one relation between two entities.

    reports: how many documents make the claim, each counted once. claims: attributes of the edges, by date.
    """

    subject: str
    relation: str
    object: str
    claims: tuple[Mapping[str, Any], ...]
    reports: int

    @property
    def sign(self) -> int:
        """-1 hostile, 0 neutral, +1 friendly."""
        return RELATIONS[self.relation].sign

    @property
    def firmness(self) -> str | None:
        """The firmest modality in which any claim affirms it; None where all of them deny it."""
        found = {claim["modality"] for claim in self.claims}
        return next((modality for modality in _FIRMEST if modality in found), None)

    @property
    def denied(self) -> bool:
        """Whether any claim denies it."""
        return any(claim["modality"] == "negated" for claim in self.claims)

    @property
    def label(self) -> str:
        """The relation in words, with the number of reports where it is more than one."""
        words = RELATIONS[self.relation].label
        return f"{words} ×{self.reports}" if self.reports > 1 else words


def gather(graph: nx.MultiDiGraph) -> list[Bundle]:
    """Return the bundles of the graph, the most reported first, then by ends and relation."""
    groups: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for subject, object_, claim in graph.edges(data=True):
        relation = claim["relation"]
        ends = sorted((subject, object_)) if RELATIONS[relation].symmetric else (subject, object_)
        groups.setdefault((ends[0], relation, ends[1]), []).append(claim)
    bundles = [
        Bundle(
            subject=subject,
            relation=relation,
            object=object_,
            claims=tuple(sorted(claims, key=_by_date)),
            reports=reports(claims),
        )
        for (subject, relation, object_), claims in groups.items()
    ]
    return sorted(bundles, key=lambda bundle: (-bundle.reports, bundle.subject, bundle.object, bundle.relation))


def reports(claims: Sequence[Mapping[str, Any]]) -> int:
    """Count the documents that make these claims."""
    return len({claim["document"] for claim in claims})


def by_reports(graph: nx.MultiDiGraph) -> dict[str, int]:
    """Count the documents that say anything about each entity, and return the most reported first."""
    counts = {}
    for entity in graph:
        around = [*graph.out_edges(entity, data=True), *graph.in_edges(entity, data=True)]
        counts[entity] = reports([claim for _, _, claim in around])
    order = sorted(counts, key=lambda entity: (-counts[entity], graph.nodes[entity]["name"], entity))
    return {entity: counts[entity] for entity in order}


def _by_date(claim: Mapping[str, Any]) -> tuple[str, str, int, str]:
    day = claim.get("date") or claim.get("published") or "9999"
    return day, claim["document"], claim["start"], claim["id"]
