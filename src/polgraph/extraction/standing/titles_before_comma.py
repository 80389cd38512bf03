"""Titles that a comma parts from the name: "the president of Y, X,", "whose director, X,", "his sister, the cellist X".

In: a parsed article and the link of a person's name. Out: tie candidates. The parser often sees a row there, so the
phrase is read by its tokens.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.standing.office_relations import relation_of
from polgraph.extraction.standing.office_ties import from_offices
from polgraph.extraction.standing.offices import offices_in
from polgraph.extraction.standing.tie import tie
from polgraph.extraction.syntax.tree import text_of
from polgraph.extraction.titles import is_person_noun, written_out
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate
    from polgraph.extraction.standing.offices import Office

__all__ = ["title_before_comma", "whose_title"]

_REACH = 14  # tokens before a comma that may be the title of the name after it
_BETWEEN = 4  # tokens between the comma and the name: "the cellist", "Colonel"
_BREAKS = {",", ".", ";", ":", '"', "(", ")"}
_INSIDE = {"ADJ", "NOUN", "PROPN", "NUM", "ADV"}
_POSSESSIVES = {"'s", "’s", "'", "’", "-"}


def title_before_comma(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the president of Y, X," and "Y, whose director, X,"."""
    comma = _comma(doc, link, resolution)
    if comma is None:
        return
    start = comma
    while start > max(0, comma - _REACH) and not doc[start].is_sent_start:
        before = doc[start - 1]
        if before.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ"} or before.text in _BREAKS or before.is_space:
            break
        start -= 1
    person = resolution.by_token.get(start - 2) if start > 1 and doc[start - 1].text == "," else None
    opens = doc[start].lower_ in {"the", "a", "an"}
    if opens and person is not None and person.form == "name" and resolution.entities[person.entity].type == "Person":
        return  # "the daughter of Y, the leader of Z, X": Y leads
    if start > 1 and doc[start - 1].lower_ == "and":
        yield from _title_before_and(doc, link, start - 1, resolution)
    offices = offices_in(doc, list(range(start, comma)), resolution)
    if len(offices) != 1 or doc[offices[0].at].tag_ in {"NNS", "NNPS"}:
        return
    start = _phrase_start(doc, offices[0], start, resolution)
    [office] = offices_in(doc, list(range(start, comma)), resolution) or offices
    if doc[start].lower_ == "whose":
        owner = _antecedent(doc, start, resolution)
        office = replace(office, body=owner)
    elif doc[start].tag_ == "PRP$" and "kin" in office.kinds and doc[office.at + 1].pos_ == "ADP":
        return  # "His wife by his side, X spoke"
    elif not (
        doc[start].lower_ == "the"
        or doc[start].tag_ == "PRP$"
        or start in resolution.by_token
        or (doc[start].lower_ in {"a", "an"} and _is_apposed(doc, link, doc[office.at], doc[start]))
    ):
        return
    if office.body is None and doc[office.at].text[:1].isupper() and doc[start].lower_ == "the":
        yield from from_offices(doc, list(range(start, comma)), link, resolution)
    yield from _party(doc, link, range(start, office.at), resolution)
    if office.body is None or office.body.entity == link.entity:
        return
    body, kind = resolution.entities[office.body.entity], resolution.entities[link.entity].type
    relation = relation_of(office, body.type, body)
    if (
        relation is not None
        and RELATIONS[relation].allows(kind, body.type)
        and (kind == "Person" or relation == "CONTROLS")
    ):
        yield tie(relation, link, office.body, f"{relation}:title before comma", office=office)


def whose_title(doc: Doc, window: list[int], link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Y, whose sister X is a judge", "Y, whose chairman X"."""
    if not window or window[0] == 0 or doc[window[0] - 1].lower_ != "whose":
        return
    owner = _antecedent(doc, window[0] - 1, resolution)
    for office in offices_in(doc, window, resolution)[-1:]:
        if owner is None or office.body is not None or owner.entity == link.entity:
            continue
        body = resolution.entities[owner.entity]
        relation = relation_of(replace(office, body=owner), body.type, body)
        if relation is not None and RELATIONS[relation].allows("Person", body.type):
            yield tie(relation, link, owner, f"{relation}:whose", office=replace(office, body=owner))


def _is_apposed(doc: Doc, link: Link, title: Token, first: Token) -> bool:
    """As in "A spokesman for Y, X, said", "A former mayor of Y, X said": the parser may take X for a name of Y."""
    if first.is_sent_start and doc[link.head].dep_ == "nsubj":
        return True
    closed = link.end < len(doc) and doc[link.end].text == ","
    return closed and title.dep_ in {"nsubj", "nsubjpass"} and doc[link.head].dep_ == "appos"


def _title_before_and(doc: Doc, link: Link, joint: int, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the secretary of Y and former mayor of Z, X,": the first of two posts of one person."""
    start = joint
    while start > max(0, joint - _REACH) and not doc[start].is_sent_start:
        before = doc[start - 1]
        if before.pos_ not in _INSIDE | {"DET", "ADP", "PART", "PUNCT"} or before.text in _BREAKS or before.is_space:
            break
        start -= 1
    held = [resolution.by_token[at] for at in range(start, joint) if at in resolution.by_token]
    if any(resolution.entities[other.entity].type == "Person" for other in held):
        return
    for office in offices_in(doc, list(range(start, joint)), resolution)[-1:]:
        if office.body is None or doc[office.at].tag_ in {"NNS", "NNPS"} or not office.kinds & {"office", "speaks"}:
            continue
        body = resolution.entities[office.body.entity]
        relation = relation_of(office, body.type, body)
        if relation == "HOLDS_OFFICE" and resolution.entities[link.entity].type == "Person":
            yield tie(relation, link, office.body, "HOLDS_OFFICE:title before comma", office=office)


def _party(doc: Doc, link: Link, tokens: range, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the Republican governor of Y, X,": the party that qualifies a post which is none of its own."""
    title = written_out(doc[tokens.stop].text)
    if title in words("titles", "party_posts") or resolution.entities[link.entity].type != "Person":
        return
    found = [resolution.by_token[index] for index in tokens if index in resolution.by_token]
    for party in dict.fromkeys(found):
        if gazetteer.party(text_of(doc, party.start, party.end)) and party.form == "adjective":
            yield tie("MEMBER_OF", link, party, "MEMBER_OF:title before comma")


def _comma(doc: Doc, link: Link, resolution: Resolution) -> int | None:
    """The comma before a name and what may stand between: an honorific, a second description.

    None where the name opens a description of its own: "Governor X, Y's running mate,".
    """
    if link.end < len(doc) and doc[link.end].lower_ in _POSSESSIVES:
        return None
    index = link.start - 1
    while index > max(0, link.start - 1 - _BETWEEN) and doc[index].text != ",":
        token = doc[index]
        title = is_person_noun(token.lower_) or token.pos_ in {"NOUN", "ADJ", "PROPN", "DET"} or token.text == "."
        if not title or index in resolution.by_token or token.is_sent_start:
            return None
        index -= 1
    return index if index > 0 and doc[index].text == "," else None


def _phrase_start(doc: Doc, office: Office, first: int, resolution: Resolution) -> int:
    """The first token of the phrase whose head is the title: its determiner or whose it is."""
    start = office.at
    while start > first:
        before = doc[start - 1]
        if before.pos_ == "DET" or before.tag_ in {"PRP$", "WP$"}:
            return start - 1
        if before.pos_ not in _INSIDE and before.text not in _POSSESSIVES and before.i not in resolution.by_token:
            return start
        start -= 1
    return start


def _antecedent(doc: Doc, whose: int, resolution: Resolution) -> Link | None:
    """Whose: of "the Council of Ostland, whose" the council."""
    index = whose - 1 - (doc[whose - 1].text == ",")
    owner = resolution.by_token.get(index)
    if owner is not None and owner.start > 1 and doc[owner.start - 1].lower_ == "of":
        return resolution.by_token.get(owner.start - 2, owner)
    return owner
