"""The claims of a graph as plain objects, and rows grouped and sorted as a store would."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import networkx as nx


Row = tuple[Any, ...]
SYMMETRIC = {name for name, relation in RELATIONS.items() if relation.symmetric}


@dataclass(frozen=True)
class Claim:
    """An edge with its ends, and their names."""

    s: str
    o: str
    subject: str
    object: str
    data: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.data["id"])

    @property
    def relation(self) -> str:
        return str(self.data["relation"])

    @property
    def modality(self) -> str:
        return str(self.data["modality"])

    @property
    def sign(self) -> int:
        return int(self.data["sign"])

    @property
    def when(self) -> str | None:
        return self.data.get("date") or self.data.get("published")

    def get(self, name: str) -> Any:  # noqa: ANN401  attributes of any type
        return self.data.get(name)

    def touches(self, entity: str | None) -> bool:
        return entity is None or entity in (self.s, self.o)


def claims(graph: nx.MultiDiGraph) -> list[Claim]:
    found = [Claim(s, o, graph.nodes[s]["name"], graph.nodes[o]["name"], data) for s, o, data in graph.edges(data=True)]
    return sorted(found, key=lambda claim: claim.id)


def ordered(rows: Iterable[Row], *keys: int) -> list[Row]:
    """Sort by columns counted from 1, negative for descending; null is the greatest value."""
    result = list(rows)
    for key in reversed(keys):
        result.sort(key=_comparable(abs(key) - 1), reverse=key < 0)
    return result


def _comparable(place: int) -> Callable[[Row], Row]:
    return lambda row: (row[place] is None, row[place] if row[place] is not None else 0)


def grouped(
    found: Iterable[Claim], key: Callable[[Claim], Row]
) -> Iterator[tuple[Row, list[str], str | None, str | None]]:
    """Yield key, claim ids, first and last day of each group."""
    groups: dict[Row, list[Claim]] = defaultdict(list)
    for claim in found:
        groups[key(claim)].append(claim)
    for group, members in groups.items():
        days = [claim.when for claim in members if claim.when is not None]
        yield group, [claim.id for claim in members], min(days, default=None), max(days, default=None)


def name(graph: nx.MultiDiGraph, entity: str) -> str:
    return str(graph.nodes[entity]["name"])


def ends_in_order(claim: Claim) -> Row:
    if claim.s <= claim.o:
        return claim.subject, claim.object, claim.s, claim.o
    return claim.object, claim.subject, claim.o, claim.s


def between(graph: nx.MultiDiGraph, x: str, y: str) -> list[Claim]:
    return [claim for claim in claims(graph) if (claim.s, claim.o) in ((x, y), (y, x))]
