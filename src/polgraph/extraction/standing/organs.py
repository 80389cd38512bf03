"""Bodies that are part of a state or of another body: "the Ostlandic Supreme Court", "Senate Committee on Harbours".

In: a parsed article and the link of an institution. Out: PART_OF candidates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import words
from polgraph.extraction.links import Link
from polgraph.extraction.names.nations import related_names
from polgraph.extraction.names.programmes import programme_claims
from polgraph.extraction.standing.tie import named, tie
from polgraph.extraction.syntax.tree import children, text_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from polgraph.extraction.links import Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["organ_claims"]

_COMMITTEES = {
    "committee",
    "subcommittee",
    "commission",
    "council",
    "department",
    "ministry",
    "faculty",
    "branch",
    "wing",
    "office",
    "bureau",
    "caucus",
}
_ARMS = {"arm", "division", "branch", "section", "organ", "part", "unit", "wing", "court", "agency", "service", "body"}
_PARENTS = {"parent", "company", "firm", "group", "owner", "operator", "publisher"}  # "X, the parent company of Y"
_HOLDINGS = {"subsidiary", "property"}
_PARTIES = {"party", "union", "broadcaster", "newspaper", "watchdog", "regulator"}  # "X, Ostland's largest party"
_ARM_REACH = 6
_LOCAL = {"county", "district", "city", "municipal", "borough", "town", "village", "magistrates", "fire", "school"}
_CHAMBERS = {"house", "senate", "parliament", "assembly"}
_POSSESSIVES = {"'s", "’s", "'", "’"}


def organ_claims(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the Ostlandic Supreme Court", "X's Interior Ministry", "the Senate of X", "Senate Committee on Y"."""
    name = doc[link.head]
    bodies: list[Link] = []
    before = resolution.by_token.get(link.start - 1) if link.start else None
    if before is not None and doc[before.head].dep_ in {"amod", "compound", "nmod", "poss"}:
        # "its NATO ally": the ally is its own, and the alliance none of its bodies
        aside = doc[before.head].dep_ == "poss" and doc[before.head].head.i >= link.end and before.form == "pronoun"
        bodies += [] if aside else [before]
    for child in children(name):
        nouns = [child] if child.dep_ in {"poss", "amod", "nmod"} else []
        if child.dep_ == "prep" and child.lower_ == "of":
            nouns = [pobj for pobj in children(child) if pobj.dep_ == "pobj"]
        for noun in nouns:
            body = resolution.at(noun)
            if body is not None and body is not link:
                bodies.append(body)
    after = link.end + (link.end + 1 < len(doc) and doc[link.end].lower_ == "of") if link.end < len(doc) else link.start
    if after > link.end and (body := resolution.by_token.get(after + (doc[after].lower_ == "the"))) is not None:
        bodies.append(body)
    for body in dict.fromkeys(bodies):
        entity = resolution.entities[body.entity]
        if body.entity != link.entity and entity.type == "Nation":
            if _is_organ_name(resolution.entities[link.entity].name) and not _is_abroad(doc, link):
                yield tie("PART_OF", link, body, "PART_OF:organ")
            elif (
                doc[body.head].dep_ in {"poss", "pobj"}
                and _is_public(resolution.entities[link.entity].name, owned=doc[body.head].dep_ == "poss")
                and doc[link.end - 1].lower_ not in words("institutions", "missions")
            ):
                yield tie("PART_OF", link, body, "PART_OF:possessed")
    if not bodies and _is_organ_name(resolution.entities[link.entity].name) and not _is_abroad(doc, link):
        yield from _nation_in_name(doc, link, resolution)
        yield from _nation_after_of(doc, link, resolution)
    yield from _arm_of(doc, link, resolution)
    yield from programme_claims(doc, link, resolution)
    parts = resolution.entities[link.entity].name.split()
    for position in range(1, len(parts)):
        if parts[position].casefold() in _COMMITTEES:
            whole = next((text for text in _openings(parts, position) if _is_body(text, resolution)), None)
            if whole is not None and whole not in words("institutions", "international"):
                parent = named("Institution", whole, resolution, (), gazetteer.organ_country(whole))
                yield tie("PART_OF", link, Link(link.start, link.end, link.head, parent, "name", 0.9), "PART_OF:name")
            break


def _openings(words: list[str], end: int) -> Iterator[str]:
    """As in "State Duma", "Senate": what may be the body in "Senate Harbours Committee", the longest first."""
    for stop in range(end, 0, -1):
        yield " ".join(words[:stop])


def _is_body(text: str, resolution: Resolution) -> bool:
    known = " " in text and entity_id("Institution", text) in resolution.entities
    return known or text.casefold() in _CHAMBERS or gazetteer.is_organ(text)


def _arm_of(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X, an arm of Y", "X, which is part of Y", "X, Y's own court", "X, a subsidiary of Y"."""
    index = link.end
    if index + 3 >= len(doc) or doc[index].text != ",":
        return
    index += 1
    if doc[index].lower_ == "which" and doc[index + 1].lemma_ == "be":
        index += 2
    first = index + (doc[index].lower_ == "the")
    owner = resolution.by_token.get(first)
    if owner is not None and doc[owner.end - 1].lower_ not in _POSSESSIVES and owner.form != "pronoun":
        index = owner.end + 1 if owner.end < len(doc) and doc[owner.end].lower_ in _POSSESSIVES else len(doc)
    elif owner is not None:
        index = owner.end
    end = min(index + _ARM_REACH, len(doc) - 2)
    while (
        index < end
        and doc[index].lower_ not in _ARMS | _HOLDINGS | _PARENTS | _PARTIES
        and (doc[index].pos_ in {"DET", "ADJ", "NOUN", "ADV"} or doc[index].text == "-")
    ):
        index += 1
    index += index < end and doc[index].lower_ == "parent" and doc[index + 1].lower_ in {"company", "firm", "group"}
    national = owner is not None and resolution.entities[owner.entity].type == "Nation"
    if index >= end or doc[index].lower_ not in _ARMS | _HOLDINGS | _PARENTS | (_PARTIES if national else set()):
        return
    body = owner
    if body is None and doc[index + 1].lower_ == "of":
        body = resolution.by_token.get(index + 2 + (doc[index + 2].lower_ == "the"))
        if body is not None and body.end < len(doc) and doc[body.end].lower_ in _POSSESSIVES:
            body = resolution.by_token.get(body.end + 1, body)
    if body is None or body.entity == link.entity:
        return
    if resolution.entities[body.entity].type == "Person" and doc[index].lower_ != "property":
        return
    if doc[index].lower_ in _PARENTS:
        parent = doc[index].lower_ not in {"company", "firm", "group"} or doc[index - 1].lower_ in {"parent", "holding"}
        if parent and resolution.entities[body.entity].type == "Institution":
            yield tie("CONTROLS", link, body, "CONTROLS:parent")
    elif doc[index].lower_ in _HOLDINGS:
        yield tie("CONTROLS", body, link, "CONTROLS:holding")
    else:
        yield tie("PART_OF", link, body, "PART_OF:arm")


def _nation_in_name(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the Ostlandic Supreme Court": the name itself begins with the nation."""
    for end in range(min(link.end - 1, link.start + 3), link.start, -1):
        place = gazetteer.place(text_of(doc, link.start, end))
        known = place.name if place is not None else _nation_of(text_of(doc, link.start, end), resolution)
        if place is None and known == text_of(doc, link.start, end) and _is_local(doc, link):
            return  # "the Tidewater Police Department": a town's name tells where it is
        if known is not None and (place is None or not place.capital):
            forms = (text_of(doc, link.start, end),)
            nation = named("Nation", known, resolution, forms, place.country if place else None)
            _call_short(doc, link, end, resolution)
            yield tie("PART_OF", link, Link(link.start, link.end, link.head, nation, "name", 0.9), "PART_OF:name")
            return


def _call_short(doc: Doc, link: Link, end: int, resolution: Resolution) -> None:
    """As in "the Ostlandic Foreign Ministry": one may call it the Foreign Ministry, where there is no other."""
    short = doc[end : link.end].text
    entity = resolution.entities[link.entity]
    taken = any(short in (other.name, *other.aliases) for other in resolution.entities.values())
    if link.end - end > 1 and not taken:
        resolution.revise(link.entity, aliases=tuple(sorted({*entity.aliases, short})))


def _nation_after_of(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the Senate of Ostland" where the whole is one name."""
    words = [token.lower_ for token in tokens_of(doc)[link.start : link.end]]
    if "of" in words and (
        known := _nation_of(text_of(doc, link.start + words.index("of") + 1, link.end).removeprefix("the "), resolution)
    ):
        nation = entity_id("Nation", known)
        yield tie("PART_OF", link, Link(link.start, link.end, link.head, nation, "name", 0.9), "PART_OF:name")


def _nation_of(text: str, resolution: Resolution) -> str | None:
    nations = (entity.name for entity in resolution.entities.values() if entity.type == "Nation")
    return next((name for name in nations if text == name or related_names(text, name)), None)


def _is_local(doc: Doc, link: Link) -> bool:
    """Tell a town's body by its name."""
    return any(doc[index].lower_ in _LOCAL for index in range(link.start, link.end)) or (
        text_of(doc, link.start, link.end).endswith("Police Department")
    )


def _is_abroad(doc: Doc, link: Link) -> bool:
    """As in "the Ostlandic embassy", "Ostland's police": in small letters no name of a body, but the nation at work."""
    last = doc[link.end - 1]
    return last.is_lower and last.lower_ in words("institutions", "plain_bodies")


def _is_public(name: str, *, owned: bool) -> bool:
    """As in "Ostland's Naval Staff", "Ostland's Harbour Party": no firm, no paper; "of" tells where a party is."""
    last = re.split(r" of | for ", name, maxsplit=1)[0].casefold().split()[-1]
    private = (
        words("institutions", "private")
        if owned
        else words("institutions", "joined") | words("institutions", "private")
    )
    return not {last, last + "s"} & private


def _is_organ_name(name: str) -> bool:
    own = {word.casefold() for word in name.split()}
    if own & {"congress", "council", "chamber", "chambers"} and own & words("institutions", "no_organs"):
        return False  # "the Ostland Labour Congress"
    if own & {"association", "union", "federation", "benevolent"}:
        return False  # "the Tavel Police Association"
    return bool(words("institutions", "state_organs") & own)
