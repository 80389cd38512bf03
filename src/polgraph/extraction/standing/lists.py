"""People named in a row: "the Harbour Party's A and B", "deputies A of X, B of Y", "A and B of respectively X and Y".

In: an article's resolution. Out: `PeopleList`s: the members in order, each with the body that owns it or that it is
"of". What stands before the first holds for all; read by the tokens, for parsers hang long rows anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution

__all__ = ["ListedPerson", "PeopleList", "people_lists"]

_GLUE = {",", "and", ";", "or", "&"}
_POSSESSIVES = {"'s", "'", "’s", "’"}


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person in a row. owner: the body before "'s", the own or that of the one before. body: what follows "of"."""

    link: Link
    owner: Link | None
    body: Link | None


@dataclass(frozen=True, slots=True)
class PeopleList:
    """People in a row. start: the first token of the first member or of its owner. end: the token after the row."""

    start: int
    end: int
    members: tuple[ListedPerson, ...]


def people_lists(doc: Doc, resolution: Resolution) -> list[PeopleList]:
    """Find the rows of people in an article; one person alone is a row of one."""
    people = [
        link
        for link in sorted(resolution.links, key=lambda item: item.start)
        if link.form == "name" and resolution.entities[link.entity].type == "Person"
    ]
    rows: list[PeopleList] = []
    index = 0
    while index < len(people):
        row = _row_from(doc, people, index, resolution)
        rows.append(row)
        index += len(row.members)
    return rows


def _row_from(doc: Doc, people: Sequence[Link], first_index: int, resolution: Resolution) -> PeopleList:
    members: list[ListedPerson] = []
    owner = None
    start = end = people[first_index].start
    for index in range(first_index, len(people)):
        link = people[index]
        own = _owner(doc, link, resolution)
        first = own.start if own is not None else link.start
        if own is not None and doc[first - 1].lower_ == "the" and first:
            first -= 1
        if not members:
            start = first
        elif not _is_glue(doc, end, first):
            break
        owner = own or owner
        body, end = _body_after(doc, link.end, resolution)
        members.append(ListedPerson(link, owner, body))
    return PeopleList(start, end, _respectively(doc, end, members, resolution))


def _owner(doc: Doc, link: Link, resolution: Resolution) -> Link | None:
    if link.start < 2 or doc[link.start - 1].lower_ not in _POSSESSIVES:
        return None
    owner = resolution.by_token.get(link.start - 2)
    if owner is None or owner.form == "pronoun" or resolution.entities[owner.entity].type == "Person":
        return None
    return owner


def _is_glue(doc: Doc, start: int, end: int) -> bool:
    between = doc[start:end]
    return 0 < len(between) <= 3 and all(token.lower_ in _GLUE for token in between)


def _body_after(doc: Doc, index: int, resolution: Resolution) -> tuple[Link | None, int]:
    """The body in "of the X", "from X", "(X)" and the token after it."""
    if index + 1 >= len(doc) or doc[index].lower_ not in {"of", "from", "("}:
        return None, index
    inside = index + 2 if doc[index + 1].lower_ == "the" else index + 1
    body = resolution.by_token.get(inside)
    if body is None or resolution.entities[body.entity].type != "Institution":
        return None, index
    closed = doc[index].text == "(" and body.end < len(doc) and doc[body.end].text == ")"
    return body, body.end + closed


def _respectively(
    doc: Doc, index: int, members: list[ListedPerson], resolution: Resolution
) -> tuple[ListedPerson, ...]:
    """As in "A and B of respectively X and Y": each has its own."""
    following = [token.lower_ for token in tokens_of(doc)[index : index + 2]]
    if following not in (["of", "respectively"], ["from", "respectively"]):
        return tuple(members)
    bodies: list[Link] = []
    index += 2
    while index < len(doc) and (doc[index].lower_ in _GLUE | {"the"} or index in resolution.by_token):
        body = resolution.by_token.get(index)
        if body is not None:
            bodies.append(body)
        index = body.end if body is not None else index + 1
    first = max(0, len(members) - len(bodies))
    given = [ListedPerson(one.link, one.owner, body) for one, body in zip(members[first:], bodies, strict=False)]
    return (*members[:first], *given, *members[first + len(given) :])
