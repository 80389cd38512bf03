"""What the titles of a phrase say of one person: a tie with the body, nation or person beside each.

In: the tokens of a phrase that describes a person, and the person's link. Out: tie candidates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.links import Link
from polgraph.extraction.standing.home import home_of
from polgraph.extraction.standing.office_relations import relation_of
from polgraph.extraction.standing.offices import offices_in
from polgraph.extraction.standing.tie import tie
from polgraph.extraction.standing.told_before import untold
from polgraph.extraction.titles import core, is_person_noun
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution
    from polgraph.extraction.predicates import Candidate
    from polgraph.extraction.standing.offices import Office
    from polgraph.model import Entity, Modality

__all__ = ["contiguous", "from_offices"]


def from_offices(  # noqa: PLR0913
    doc: Doc,
    tokens: list[int],
    link: Link,
    resolution: Resolution,
    modality: Modality = "asserted",
    employer: Link | None = None,
) -> Iterator[Candidate]:
    """Find the ties that the titles among `tokens` make for the person of `link`.

    employer: whose a post is that names no body of its own, as the bank in "the bank hired X as chief economist".
    """
    for office in offices_in(doc, tokens, resolution):
        if "kin" in office.kinds:
            office = replace(office, body=_bearer_of_the_name(office, link, resolution))  # noqa: PLW2901
        if not link.start <= office.at < link.end and office.at + 1 < len(doc) and doc[office.at + 1].tag_ == "POS":
            continue  # "the premier's ex"
        named = resolution.by_token.get(office.at + 1)
        if named is not None and named.start == office.at + 1 and _is_somebody_else(named, link, resolution):
            continue  # "brother of President Y"
        if employer is not None and office.by in {"for", "to"} and core(office.title) in words("titles", "sent"):
            office = replace(office, body=employer)  # noqa: PLW2901  "the UN named X as envoy for Y"
        home = home_of(doc, office, resolution)
        if home is not None:
            place = Link(office.at, office.at + 1, office.at, home, "nominal", 0.8)
            yield tie("HOLDS_OFFICE", link, place, "HOLDS_OFFICE:at home", office=office, modality=modality)
        elif office.body is None and employer is not None and _is_post(office, employer, resolution):
            office = replace(office, body=employer)  # noqa: PLW2901
        elif office.body is None or resolution.entities[office.body.entity].type == "Person":
            yield from untold(doc, office, link, modality)
        if office.body is None or office.body.entity == link.entity:
            continue
        yield from _nationality_before(doc, office, tokens, link, resolution)
        for holder in (office.body, *_second_parent(doc, office, resolution)):
            body = resolution.entities[holder.entity]
            relation = relation_of(office, body.type, body)
            if relation == "SPEAKS_FOR" and _is_staff(doc, office, holder, body):
                relation = "HOLDS_OFFICE"
            if relation in {"CITIZEN_OF", "SPEAKS_FOR"} and _is_about(doc, office, holder, body.type):
                continue
            if relation is not None and RELATIONS[relation].allows("Person", body.type):
                yield tie(relation, link, holder, f"{relation}:title", office=office, modality=modality)


def _is_somebody_else(named: Link, link: Link, resolution: Resolution) -> bool:
    person = named.form == "name" and resolution.entities[named.entity].type == "Person"
    return person and named.entity != link.entity


def _is_post(office: Office, employer: Link, resolution: Resolution) -> bool:
    """As in "hired X as economist", not in "took X in as a refugee"."""
    body = resolution.entities[employer.entity]
    return relation_of(replace(office, body=employer), body.type, body) == "HOLDS_OFFICE"


def _nationality_before(
    doc: Doc, office: Office, tokens: list[int], link: Link, resolution: Resolution
) -> Iterator[Candidate]:
    """As in "X, the Ostlandic owner of Y": the adjective tells the person's nation where the post is elsewhere."""
    if office.body is None or office.body.start < office.at:
        return
    index = office.at - len(office.title.split())
    while index in tokens and index not in resolution.by_token and doc[index].pos_ in {"ADJ", "NOUN"}:
        index -= 1
    nation = resolution.by_token.get(index) if index in tokens else None
    if nation is None or nation.form != "adjective" or (index > 0 and doc[index - 1].text == "-"):
        return
    if (
        resolution.entities[nation.entity].type == "Nation"
        and resolution.entities[office.body.entity].type == "Institution"
    ):
        yield tie("CITIZEN_OF", link, nation, "CITIZEN_OF:before office")


def _is_staff(doc: Doc, office: Office, holder: Link, body: Entity) -> bool:
    """As in "a lawyer at the Tidewater Bank", "Justice Department attorney": who works there pleads for others."""
    if body.type != "Institution" or office.title.casefold().split()[-1] not in words("titles", "counsel"):
        return False
    if holder.start < office.at:
        return gazetteer.is_organ(body.name)
    return doc[holder.start - 1 - (doc[holder.start - 1].lower_ == "the")].lower_ in {"with", "at"}


def _is_about(doc: Doc, office: Office, body: Link, kind: str) -> bool:
    """As in "an expert on Ostland", "an advocate for children in Ostland": the nation is no more than the matter."""
    if kind != "Nation" or body.start < office.at:
        return False
    noun = doc[body.head].head
    if doc[body.head].dep_ in {"compound", "nmod"} and noun.i >= body.end and not is_person_noun(noun.lower_):
        return True  # "the head of an Ohio hospital"
    article = doc[body.start - 1].lower_ == "the"
    return doc[body.start - 1 - article].lower_ in {"on", "about", "in", "to", "with"}


def _second_parent(doc: Doc, office: Office, resolution: Resolution) -> Iterator[Link]:
    """As in "the daughter of X and Y"."""
    if "kin" not in office.kinds or office.body is None or office.body.start < office.at:
        return
    after = office.body.end
    other = resolution.by_token.get(after + 1) if after + 1 < len(doc) and doc[after].lower_ == "and" else None
    if other is not None and resolution.entities[other.entity].type == "Person" and other.form == "name":
        yield other


def _bearer_of_the_name(office: Office, link: Link, resolution: Resolution) -> Link | None:
    """As in "his sister X Tavel", "the star's sister X Tavel": the one other Tavel of the article, if there is one."""
    if office.body is not None and office.body.form == "name":
        return office.body
    own = _surnames(resolution.entities[link.entity].name)
    found = [
        entity.id
        for entity in resolution.entities.values()
        if entity.type == "Person" and entity.id != link.entity and own & _surnames(entity.name)
    ]
    if len(found) == 1 and own:
        return Link(office.at, office.at + 1, office.at, found[0], "nominal", 0.8)
    return office.body


def _surnames(name: str) -> set[str]:
    """The words of a full name after the first that begin large or have a capital: "Ana al-Ruzhin-Tavel"."""
    parts = re.split(r"[\s-]+", name)
    return {word.casefold() for word in parts[1:] if len(word) > 3 and not word.islower()}


def contiguous(tokens: list[int], around: int, doc: Doc) -> list[int]:
    """Keep the unbroken run of indices around a head, up to a relative clause or to what describes another.

    As in "secretary of state, a move that ..." and "a critic of X, the governor of Y".
    """
    kept = [around]
    inside = set(tokens)
    for index in tokens:
        token = doc[index]
        if token.dep_ == "appos" and index > around and _describes_another(token, around):
            inside -= {inner.i for inner in token.subtree}
    index = around - 1
    while index in inside:
        kept.insert(0, index)
        index -= 1
    index = around + 1
    while index in inside and doc[index].lower_ not in {"who", "which", "whose", "where"}:
        kept.append(index)
        index += 1
    return kept


def _describes_another(token: Token, around: int) -> bool:
    if token.head.i == around:
        return token.pos_ == "NOUN" and not is_person_noun(token.lower_)
    return token.head.pos_ == "PROPN" and is_person_noun(token.lower_)
