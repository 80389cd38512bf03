"""A name as it stands in an article, before anyone knows whose it is."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NameSpan"]


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name: tokens [start, end) of the Doc, its head token, its type and its country where the name tells it.

    text: the name without article and possessive. type is None for a name that is no participant (a law, a place).
    adjective: a demonym or party word that qualifies something else ("Russian", "Republican").
    """

    start: int
    end: int
    head: int
    text: str
    type: str | None
    country: str | None = None
    adjective: bool = False
