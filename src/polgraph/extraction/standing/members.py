"""States that belong to an alliance: "NATO member Turkey", "X, Y and other members of the EU".

In: a parsed article and the link of a nation. Out: MEMBER_OF candidates.
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

__all__ = ["member_states"]

_MEMBERS = {"member", "members"}
_PARTNERS = {"partner", "partners"}
_STATES = {"state", "states", "nation", "nations", "country", "countries"}
_SHOWING = {"including", "like", "especially", "particularly", "notably"}
_SHOWING_BY_TWO = {("such", "as"), ("among", "them")}
_BEFORE_MEMBERS = {"and", "a", "an", "other", "fellow", "both", "all", "two", "three", "founding"}
_REACH = 8  # tokens between the members and the first that is named
_MOST = 12  # states of one row


def member_states(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """Find the alliance that the words beside a nation's name make it a member of."""
    yield from _partners(doc, link, resolution)
    for body, states in (_before(doc, link, resolution), _after(doc, link, resolution), _shown(doc, link, resolution)):
        if body is not None and resolution.entities[body.entity].type == "Institution":
            yield from (tie("MEMBER_OF", state, body, "MEMBER_OF:member state") for state in states)


def _before(doc: Doc, link: Link, resolution: Resolution) -> tuple[Link | None, list[Link]]:
    """As in "NATO member Turkey", "EU member states X and Y"."""
    index = link.start - 1
    index -= index > 0 and doc[index].lower_ in _STATES
    body = resolution.by_token.get(index - 1) if index > 0 and doc[index].lower_ in _MEMBERS else None
    if body is None or (body.start > 0 and doc[body.start - 1].text == "-"):
        return None, []  # "non-NATO member Ostland"
    return body, list(_row(doc, link, resolution))


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
    """The nations of a row that begins with one."""
    state: Link | None = link
    for _ in range(_MOST):
        if state is None or resolution.entities[state.entity].type != "Nation":
            return
        yield state
        index = state.end
        while index < len(doc) and doc[index].lower_ in {",", "and"}:
            index += 1
        state = resolution.by_token.get(index) if index > state.end else None
