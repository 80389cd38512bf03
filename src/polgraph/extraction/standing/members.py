"""Members named beside the others: "NATO member Turkey", "X, Y and other members of the EU", "X and other Y members".

In: a parsed article and the link of a nation or a person. Out: MEMBER_OF candidates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.standing.tie import tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["fellow_members", "member_states"]

_MEMBERS = {"member", "members"}
_PARTNERS = {"partner", "partners"}
_STATES = {"state", "states", "nation", "nations", "country", "countries"}
_SHOWING = {"including", "like", "especially", "particularly", "notably"}
_SHOWING_BY_TWO = {("such", "as"), ("among", "them")}
_BEFORE_MEMBERS = {"and", "a", "an", "other", "fellow", "both", "all", "two", "three", "founding"}
_REACH = 8  # tokens between the members and the first that is named
_EPITHETS, _DESCRIBING = 3, {"DET", "ADJ", "NOUN", "PROPN"}
_MOST = 12  # states or people of one row
_FELLOWS = {"members", "lawmakers", "legislators", "leaders", "politicians", "mps", "candidates", "activists"}


def member_states(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """Find the alliance that the words beside a nation's name make it a member of."""
    yield from _partners(doc, link, resolution)
    for body, states in (_before(doc, link, resolution), _after(doc, link, resolution), _shown(doc, link, resolution)):
        if body is not None and resolution.entities[body.entity].type == "Institution":
            yield from (tie("MEMBER_OF", state, body, "MEMBER_OF:member state") for state in states)


def fellow_members(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X, Y and other Harbour Party members", "X and other members of the Harbour Party"."""
    row = list(_row(doc, link, resolution))
    index = row[-1].end + (row[-1].end < len(doc) and doc[row[-1].end].text == ",")
    opening = [token.lower_ for token in doc[index : index + 3]]
    if opening[:1] != ["and"] or "other" not in opening[1:]:
        return
    index += opening.index("other") + 1
    body = resolution.by_token.get(index)
    if body is not None:
        noun = doc[body.end] if body.end < len(doc) else doc[body.end - 1]
        found = noun.lower_ in _FELLOWS
    else:
        found = index < len(doc) and doc[index].lower_ in _FELLOWS
        body = _of(doc, index, resolution) if found else None
    if found and body is not None and resolution.entities[body.entity].type == "Institution":
        yield from (tie("MEMBER_OF", person, body, "MEMBER_OF:fellow") for person in row)


def _before(doc: Doc, link: Link, resolution: Resolution) -> tuple[Link | None, list[Link]]:
    """As in "NATO member Turkey", "EU member states X and Y"."""
    index = link.start - 1
    index -= index > 0 and doc[index].text == ","
    index -= index > 0 and doc[index].lower_ in _STATES
    body = resolution.by_token.get(index - 1) if index > 0 and doc[index].lower_ in _MEMBERS else None
    if index > 0 and body is None and doc[index].lower_ in _MEMBERS:
        body = _possessor(doc, index, resolution)
    elif doc[link.start - 1].text == ",":
        return None, []
    if body is None or (body.start > 0 and doc[body.start - 1].text == "-"):
        return None, []  # "non-NATO member Ostland"
    return body, list(_row(doc, link, resolution))


def _possessor(doc: Doc, member: int, resolution: Resolution) -> Link | None:
    """As in "NATO's newest member, Ostland,"."""
    index = member - 1
    while index > 1 and doc[index].pos_ == "ADJ":
        index -= 1
    return resolution.by_token.get(index - 1) if index > 0 and doc[index].tag_ == "POS" else None


def _partners(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "NATO partner countries Norway and Turkey", "the EU partner Turkey"."""
    index = link.start - 1
    index -= index > 0 and doc[index].lower_ in _STATES
    body = resolution.by_token.get(index - 1) if index > 0 and doc[index].lower_ in _PARTNERS else None
    if body is not None and body.entity != link.entity and resolution.entities[body.entity].type == "Institution":
        yield from (
            tie("ALLIED_WITH", state, body, "ALLIED_WITH:partner state") for state in _row(doc, link, resolution)
        )


def _after(doc: Doc, link: Link, resolution: Resolution) -> tuple[Link | None, list[Link]]:
    """As in "Turkey, a NATO member,", "X, Y and other members of the EU"."""
    states = list(_row(doc, link, resolution))
    index = states[-1].end
    while index < len(doc) and (doc[index].text == "," or doc[index].lower_ in _BEFORE_MEMBERS):
        index += 1
    if index == states[-1].end or index + 1 >= len(doc):
        return None, []
    body = resolution.by_token.get(index)
    if body is not None:
        found = body.end < len(doc) and doc[body.end].lower_ in _MEMBERS
        return (body, states) if found else (None, [])
    index += doc[index].lower_ == "member" and doc[index + 1].lower_ in _STATES
    if index + 2 < len(doc) and doc[index].lower_ in _MEMBERS | _STATES and doc[index + 1].lower_ == "of":
        return resolution.by_token.get(index + 2 + (doc[index + 2].lower_ == "the")), states
    return None, []


def _shown(doc: Doc, link: Link, resolution: Resolution) -> tuple[Link | None, list[Link]]:
    """As in "NATO members such as X and Y", "EU countries, including X,", "members on the border, especially X"."""
    index = link.start - 1
    shown = doc[index].lower_ if index > 0 else ""
    if index > 0 and (doc[index - 1].lower_, shown) in _SHOWING_BY_TWO:
        index -= 1
    elif shown not in _SHOWING:
        return None, []
    for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
        token = doc[place]
        if token.lower_ in _MEMBERS | _STATES:
            first = place - (place > 0 and doc[place - 1].lower_ in _MEMBERS)
            body = resolution.by_token.get(first - 1) or _of(doc, place, resolution)
            states = token.lower_ in _STATES and first == place and not _joins(body, resolution)
            found = body is not None and not states and body.end <= index
            return (body, list(_row(doc, link, resolution))) if found else (None, [])
        if token.pos_ in {"VERB", "AUX"} or token.is_sent_start or token.text in {".", ";", ":"}:
            break
    return None, []


def _of(doc: Doc, place: int, resolution: Resolution) -> Link | None:
    """As in "members of the EU"."""
    if place + 2 >= len(doc) or doc[place + 1].lower_ != "of":
        return None
    return resolution.by_token.get(place + 2 + (doc[place + 2].lower_ == "the"))


def _joins(body: Link | None, resolution: Resolution) -> bool:
    """As in "EU countries", "NATO states": a union of states has them for members."""
    return body is not None and gazetteer.is_organ(resolution.entities[body.entity].name)


def _row(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Link]:
    """The nations, or the people, of a row that begins with one."""
    kind = resolution.entities[link.entity].type
    member: Link | None = link
    for _ in range(_MOST):
        if member is None or resolution.entities[member.entity].type != kind:
            return
        yield member
        index = member.end
        while index < len(doc) and doc[index].lower_ in {",", "and"}:
            index += 1
        for _ in range(_EPITHETS):  # "Ostland and the northern countries Meridia and Norway"
            if member.end < index < len(doc) and index not in resolution.by_token and doc[index].pos_ in _DESCRIBING:
                index += 1
        member = resolution.by_token.get(index) if index > member.end else None
