"""Which ids of different articles are one entity without anybody's decision.

In: the (id, type, name) that articles gave. Out: id → the id that stands for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from polgraph.identity.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Set as AbstractSet

__all__ = ["link"]


def link(forms: Iterable[tuple[str, str, str]], documents_of: Callable[[str], AbstractSet[str]]) -> dict[str, str]:
    """Join ids of one type that share a folded name, and map each id to the shortest of its group.

    Two ids that stand in one article stay apart, whatever their names: extraction read that article and told them
    apart. documents_of: the articles an id stands in.
    """
    ids: set[str] = set()
    sharing: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for identity, kind, name in forms:
        ids.add(identity)
        sharing[kind, fold(name)].add(identity)
    group = {identity: {identity} for identity in ids}
    places: dict[str, AbstractSet[str]] = {}
    for _, same in sorted((key, same) for key, same in sharing.items() if len(same) > 1):
        first, *others = sorted(same, key=_shortest)
        for other in others:
            _join(group, places, first, other, documents_of)
    return {identity: min(members, key=_shortest) for identity, members in group.items()}


def _join(
    group: dict[str, set[str]],
    places: dict[str, AbstractSet[str]],
    one: str,
    other: str,
    documents_of: Callable[[str], AbstractSet[str]],
) -> None:
    if group[one] is group[other]:
        return
    for identity in group[one] | group[other]:
        if identity not in places:
            places[identity] = documents_of(identity)
    here = set().union(*(places[identity] for identity in group[one]))
    there = set().union(*(places[identity] for identity in group[other]))
    if here & there:
        return
    both = group[one] | group[other]
    for identity in both:
        group[identity] = both


def _shortest(identity: str) -> tuple[int, str]:
    return len(identity), identity
