"""Mentions linked to entities: what coreference makes and everything after it reads.

A `Resolution` holds the entities of one article by id, and for every token of a mention the link it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from polgraph.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from polgraph.model import Entity

__all__ = ["THRESHOLD", "Link", "Resolution", "is_crowd_of_one"]

# a link that is less sure is not made: better open than wrong
THRESHOLD = 0.35


@dataclass(frozen=True, slots=True)
class Link:
    """A mention, tokens [start, end) with head `head`, that stands for the entity `entity` (an id)."""

    start: int
    end: int
    head: int
    entity: str
    form: Literal["name", "adjective", "nominal", "pronoun"]
    score: float


@dataclass(slots=True)
class Resolution:
    """Entities by id and the links to them, by token. Built once by `resolve`, read by everything after it.

    several: for what stands for several at once ("the two leaders", "they", "each other"), a mention of each.
    collectives: unnamed groups that a country qualifies are entities too.
    """

    doc: Doc
    entities: dict[str, Entity] = field(default_factory=dict)
    by_token: dict[int, Link] = field(default_factory=dict)
    collectives: bool = False
    several: dict[int, tuple[Link, ...]] = field(default_factory=dict)
    _by_start: dict[int, Link] = field(default_factory=dict)

    @property
    def links(self) -> list[Link]:
        """All links, in the order in which they were made."""
        return list(self._by_start.values())

    def add(self, link: Link) -> None:
        """Take a link unless one of its tokens has one already."""
        if any(index in self.by_token for index in range(link.start, link.end)):
            return
        self._by_start[link.start] = link
        for index in range(link.start, link.end):
            self.by_token[index] = link

    def widen(self, old: Link, new: Link) -> None:
        """Put `new` in the place of `old`, unless it would take the tokens of a third link."""
        if any(self.by_token.get(index, old) is not old for index in range(new.start, new.end)):
            return
        del self._by_start[old.start]
        for index in range(old.start, old.end):
            del self.by_token[index]
        self.add(new)

    def at(self, token: Token) -> Link | None:
        """Return the mention that `token` belongs to."""
        return self.by_token.get(token.i)

    def headed(self, token: Token) -> Link | None:
        """Return the mention whose head is `token`, or that `token` lies in while heading its own phrase."""
        link = self.by_token.get(token.i)
        if link is None or link.head == token.i:
            return link
        return link if link.start <= token.i < link.end and not (link.start <= token.head.i < link.end) else None

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in order of place, with character offsets into `text`."""
        found = []
        for link in sorted(self.links, key=lambda item: item.start):
            start, end = self.doc[link.start].idx, self.doc[link.end - 1].idx + len(self.doc[link.end - 1])
            found.append(
                Mention(
                    start=start,
                    end=end,
                    text=text[start:end],
                    type=self.entities[link.entity].type,
                    entity=link.entity,
                    form="name" if link.form == "adjective" else link.form,
                    score=link.score,
                )
            )
        return tuple(found)

    def revise(self, entity: str, *, aliases: tuple[str, ...] | None = None, country: str | None = None) -> None:
        """Give an entity other aliases, or a country."""
        known = self.entities[entity]
        self.entities[entity] = replace(
            known, aliases=known.aliases if aliases is None else aliases, country=country or known.country
        )


def is_crowd_of_one(token: Token, link: Link, resolution: Resolution) -> bool:
    """As in "they attack us", "our soldiers": one person who speaks for a crowd is not what is meant by it."""
    crowd = link.form == "pronoun" and token.lower_ in {"us", "our", "ours"}
    return crowd and resolution.entities[link.entity].type == "Person"
