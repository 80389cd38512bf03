"""What a person decided about who is who. A decision is never changed; undoing it is noted beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Decision", "Kind", "told_apart"]

Kind = Literal["merge", "split", "rename"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One entry of the log.

    merge: `other` is `entity`. split: in `documents`, what is called `entity` is `other`, named `name` if given.
    rename: `entity` is named `name`. at: when, in UTC.
    """

    number: int
    kind: Kind
    entity: str
    other: str | None = None
    documents: tuple[str, ...] = ()
    name: str | None = None
    who: str | None = None
    at: str = ""
    why: str | None = None
    undone: bool = False


def told_apart(decisions: Iterable[Decision]) -> frozenset[frozenset[str]]:
    """Return the pairs that somebody split, or merged and thought better of: not to be suggested again."""
    return frozenset(
        frozenset({decision.entity, decision.other})
        for decision in decisions
        if decision.other is not None and decision.undone == (decision.kind == "merge")
    )
