"""Membership of parties: by letter, in brackets, by possession ("X (D-Ohio)", "X (Harbour Party)", "X's Compact").

In: a parsed article and a link. Out: MEMBER_OF candidates, and HOLDS_OFFICE in the state of a party letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.links import Link
from polgraph.extraction.reference.nominals import title_window
from polgraph.extraction.standing.offices import offices_in
from polgraph.extraction.standing.tie import has_posts, named, tie
from polgraph.extraction.syntax.tree import children, text_of
from polgraph.extraction.titles import is_person_noun, written_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["owned_party", "party_in_brackets", "party_of_person", "party_tag", "state_in_brackets"]

_PARTY_TAG = re.compile(
    r"[(,]\s?(?P<party>[RDI])\.?(?:\s?[-–,]\s?(?P<state>[A-Z][A-Za-z.]{0,15}(?:\s?[A-Z][a-z]*\.?)?))?\s?[),]"
)
_SEATS = {"senator", "representative", "governor", "congressman", "congresswoman", "lieutenant governor"}


def owned_party(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X's Harbour Party", "her Liberal Compact": the party is hers, and she is of it."""
    for child in children(doc[link.head]):
        owner = _owner(doc, child, resolution) if child.dep_ == "poss" else None
        if (
            owner is not None
            and resolution.entities[owner.entity].type == "Person"
            and not has_posts(text_of(doc, link.start, link.end))
            and not any(token.lower_ in {"'s", "’s", "team"} for token in doc[link.start : link.end])
        ):
            yield tie("MEMBER_OF", owner, link, "MEMBER_OF:owner")


def _owner(doc: Doc, possessor: Token, resolution: Resolution) -> Link | None:
    """Whose: of "X, whose Harbour Party" X."""
    if possessor.lower_ != "whose":
        return resolution.at(possessor)
    before = possessor.i - 1 - (possessor.i > 1 and doc[possessor.i - 1].text == ",")
    return resolution.by_token.get(before)


def party_of_person(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the Harbour Party of President X", "the Harbour Party, her party", "Y, the party that X belongs to"."""
    if has_posts(resolution.entities[link.entity].name):
        return
    index = link.end
    if index < len(doc) and doc[index].lower_ == "of":
        index += 1
        while index < len(doc) and index not in resolution.by_token and is_person_noun(doc[index].lower_):
            index += 1
        yield from _of(index, link, resolution, "MEMBER_OF:party of")
    elif index < len(doc) and doc[index].text == ",":
        owner = resolution.by_token.get(index + 1)
        if owner is not None:
            head = owner.end + (owner.end < len(doc) and doc[owner.end].lower_ in {"'s", "’s"})
            if head < len(doc) and doc[head].lower_ == "party":
                yield from _of(index + 1, link, resolution, "MEMBER_OF:her party")
    before = link.start - 1
    before -= before > 0 and doc[before].lower_ == "the"
    before -= before > 0 and doc[before].text == ","
    if before > 1 and doc[before].lower_ == "party" and doc[before - 1].tag_ == "POS":
        yield from _of(before - 2, link, resolution, "MEMBER_OF:her party")  # "X's party, Y,"
    if before > 0 and doc[before].lower_ == "party" and doc[before - 1].tag_ == "PRP$":
        yield from _of(before - 1, link, resolution, "MEMBER_OF:her party")
    if before > 1 and doc[before].lower_ == "party" and doc[before - 1].lower_ == "whose":
        owner = _owner(doc, doc[before - 1], resolution)  # "X, whose party, Y,"
        if owner is not None and resolution.entities[owner.entity].type == "Person":
            yield tie("MEMBER_OF", owner, link, "MEMBER_OF:her party")


def _of(index: int, link: Link, resolution: Resolution, rule: str) -> Iterator[Candidate]:
    person = resolution.by_token.get(index)
    if person is not None and resolution.entities[person.entity].type == "Person":
        yield tie("MEMBER_OF", person, link, rule)


def party_tag(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X (D-Ohio)", "X, R-N.Y.,": membership by letter and an office in the state."""
    if link.end >= len(doc) or doc[link.end].text not in {"(", ","}:
        return
    start = doc[link.end].idx
    after = doc[link.end : link.end + 10]
    tag = _PARTY_TAG.match(after.text)
    if tag is None:
        return
    last = next((t.i for t in after if t.idx + len(t) >= start + tag.end()), link.end)
    literal = tag["party"] + (f"-{tag['state']}" if tag["state"] else "")
    party = named("Institution", tag["party"], resolution, (literal,))
    yield tie("MEMBER_OF", link, Link(link.end, last + 1, last, party, "name", 0.9), "MEMBER_OF:party letter")
    place = gazetteer.state_of_letters(tag["state"]) if tag["state"] else None
    if place is not None:
        state = named("Nation", place.name, resolution, (tag["state"],), place.country)
        yield tie("HOLDS_OFFICE", link, Link(link.end, last + 1, last, state, "name", 0.8), "HOLDS_OFFICE:party letter")


def state_in_brackets(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Sen. X (Utah)", "Rep. X (Vt.)": a seat's state in brackets, where the sentence has told the party."""
    if link.end + 2 >= len(doc) or doc[link.end].text != "(":
        return
    close = next((i for i in range(link.end + 2, min(link.end + 5, len(doc))) if doc[i].text == ")"), None)
    place = gazetteer.state_of_letters(text_of(doc, link.end + 1, close)) if close is not None else None
    if close is None or place is None or not place.part:
        return
    offices = offices_in(doc, list(title_window(doc, link.start)), resolution)
    if offices and written_out(offices[-1].title).rsplit(" of ")[-1] in _SEATS | {"leader"}:
        state = named("Nation", place.name, resolution, (text_of(doc, link.end + 1, close),), place.country)
        body = Link(link.end + 1, close, link.end + 1, state, "name", 0.9)
        yield tie("HOLDS_OFFICE", link, body, "HOLDS_OFFICE:state in brackets", office=offices[-1])


def party_in_brackets(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X (Harbour Party)": how parliaments and lists name a member's party."""
    if link.end + 2 >= len(doc) or doc[link.end].text != "(":
        return
    body = resolution.by_token.get(link.end + 1)
    if body is not None and body.end < len(doc) and doc[body.end].text == ")":
        entity = resolution.entities[body.entity]
        if entity.type == "Institution" and not gazetteer.is_organ(entity.name):
            yield tie("MEMBER_OF", link, body, "MEMBER_OF:brackets")
