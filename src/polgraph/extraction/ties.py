"""Standing ties: offices, membership, nationality, organs of a state, kin, ownership, spokespersons.

In: a parsed article and its resolution. Out: `Candidate`s. Titles are found where English puts them: before a name,
in an apposition, after "is" or "as"; the kind of the title noun decides the relation (`lexicon/titles.yaml`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.reference.nominals import title_window
from polgraph.extraction.standing.bodies_after_names import body_after_name, is_elected_there
from polgraph.extraction.standing.branches import arm_before_comma, body_of_state, branch_of
from polgraph.extraction.standing.factions import faction_claims
from polgraph.extraction.standing.home import at_home
from polgraph.extraction.standing.lists import people_lists
from polgraph.extraction.standing.members import fellow_members, member_states
from polgraph.extraction.standing.nationalities import nationality
from polgraph.extraction.standing.office_relations import relation_of
from polgraph.extraction.standing.office_ties import contiguous, from_offices
from polgraph.extraction.standing.offices import offices_in
from polgraph.extraction.standing.organs import organ_claims
from polgraph.extraction.standing.ownership import client_of, owned_body
from polgraph.extraction.standing.parties import (
    owned_party,
    party_in_brackets,
    party_of_person,
    party_tag,
    state_in_brackets,
)
from polgraph.extraction.standing.party_people import described_by_party, examples_of_party, member_by_word
from polgraph.extraction.standing.predicated_titles import as_title, as_whom, predicated, tenure_at
from polgraph.extraction.standing.series import begins_row, in_series, past_age
from polgraph.extraction.standing.shared_titles import shared_title
from polgraph.extraction.standing.successions import same_office, successions
from polgraph.extraction.standing.tie import has_posts, tie
from polgraph.extraction.standing.titles_before_comma import title_before_comma, whose_title
from polgraph.extraction.standing.told_before import told_before
from polgraph.extraction.syntax.arguments import coordinated
from polgraph.extraction.syntax.tree import children
from polgraph.extraction.titles import kin, title_ending_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["tie_claims"]

_PHRASE_ENDS = {",", ".", ";", ":", '"', "(", ")"}
_QUOTES = {'"', "”", "“", "''"}


def tie_claims(doc: Doc, resolution: Resolution) -> list[Candidate]:
    """Find the ties that titles, appositions and names state."""
    found: list[Candidate] = []
    for link in sorted(resolution.links, key=lambda item: item.start):
        entity = resolution.entities[link.entity]
        if entity.type == "Person":
            if link.form == "name":
                found += _before_name(doc, link, resolution)
                found += shared_title(doc, link, resolution)
                found += party_tag(doc, link, resolution)
                found += body_after_name(doc, link, resolution)
                found += nationality(doc, link, resolution)
                found += party_in_brackets(doc, link, resolution)
                found += state_in_brackets(doc, link, resolution)
                found += _siblings(doc, link, resolution)
                found += _beside_name(doc, link, resolution)
                found += title_before_comma(doc, link, resolution)
                found += fellow_members(doc, link, resolution)
            if link.form != "adjective":
                found += predicated(doc, link, resolution)
                found += described_by_party(doc, link, resolution)
                found += as_title(doc, link, resolution)
                found += client_of(doc, link, resolution)
                found += as_whom(doc, link, resolution)
                found += tenure_at(doc, link, resolution)
                found += successions(doc, link, resolution)
                found += same_office(doc, link, found, resolution)
            if link.form == "nominal":
                found += _by_description(doc, link, resolution)
                found += member_by_word(doc, link, resolution)
        elif entity.type == "Institution" and link.form == "name":
            found += organ_claims(doc, link, resolution)
            found += branch_of(doc, link, resolution)
            found += body_of_state(doc, link, resolution)
            found += arm_before_comma(doc, link, resolution)
            found += title_before_comma(doc, link, resolution)
            found += owned_party(doc, link, resolution)
            found += owned_body(doc, link, resolution)
            found += party_of_person(doc, link, resolution)
        elif entity.type == "Nation" and link.form == "name":
            found += member_states(doc, link, resolution)
        if entity.type == "Institution" and link.form in {"name", "adjective"}:
            found += examples_of_party(doc, link, resolution)
    found = told_before(doc, found, resolution)
    return [*at_home(found, resolution), *_listed(doc, resolution), *faction_claims(doc, resolution)]


def _before_name(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "former White House strategist X", "Republican senator X", "Meridian lawmaker X", "his wife X"."""
    window = _own_title(doc, list(title_window(doc, link.start)), resolution)
    if window and window[0] > 0 and doc[window[0] - 1].dep_ == "poss" and doc[window[0] - 1].i in resolution.by_token:
        window.insert(0, window[0] - 1)
    yield from from_offices(doc, window, link, resolution)
    yield from whose_title(doc, window, link, resolution)
    bodies = [resolution.by_token[i] for i in window if i in resolution.by_token]
    titled = offices_in(doc, window, resolution)
    for body in dict.fromkeys(bodies):
        entity = resolution.entities[body.entity]
        if any(office.body is body and relation_of(office, entity.type, entity) for office in titled):
            continue
        if entity.type == "Institution" and body.form == "adjective" and (not titled or gazetteer.party(entity.name)):
            # "Republican X", "the Harbour Party's X"
            yield tie("MEMBER_OF", link, body, "MEMBER_OF:before name")
        elif (
            entity.type == "Nation"
            and body.form == "adjective"
            and titled
            and not any(office.body is body for office in titled)
            and body.end not in resolution.by_token  # "the Ohio TFU chief": the union is of Ohio
        ):
            yield tie("CITIZEN_OF", link, body, "CITIZEN_OF:before name")


def _own_title(doc: Doc, window: list[int], resolution: Resolution) -> list[int]:
    """Leave out who stands before: "minister X and" before senator Y, "sister of" before senator Y."""
    for position in range(len(window) - 1, 0, -1):
        index = window[position]
        if doc[index].lower_ in {"of", "to", "for"} and not any(
            i in resolution.by_token for i in window[position + 1 :]
        ):
            continue
        if doc[index].lower_ == "and" and any(_is_person(i, resolution) for i in window[:position]):
            return window[position + 1 :]
        if (
            doc[index].lower_ in {"of", "to", "for"}
            and title_ending_at(doc, index - 1)
            and title_ending_at(doc, window[-1])
        ):
            return window[position + 1 :]
    return window


def _is_person(index: int, resolution: Resolution) -> bool:
    link = resolution.by_token.get(index)
    return link is not None and resolution.entities[link.entity].type == "Person"


def _listed(doc: Doc, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the Harbour Party's A and B", "A and B of respectively X and Y"."""
    for row in people_lists(doc, resolution):
        for member in row.members:
            if member.owner is not None and not _is_place(doc[member.link.head]):
                owner = resolution.entities[member.owner.entity]
                works = owner.type == "Nation" or has_posts(owner.name)  # "Ostland's A met Norway's B"
                relation = "HOLDS_OFFICE" if works else "MEMBER_OF"
                yield tie(relation, member.link, member.owner, f"{relation}:possessive")
            if member.body is None:
                continue
            body = resolution.entities[member.body.entity].name
            if not has_posts(body) and not is_elected_there(doc, member.link, body, resolution):
                yield tie("MEMBER_OF", member.link, member.body, "MEMBER_OF:name of")


def _is_place(name: Token) -> bool:
    """As in "in Ostland's Tavel", whoever else bears the name."""
    return name.dep_ == "pobj" and name.head.lower_ in words("participants", "locating")


def _beside_name(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """Appositions after (or before) a name, "X of Y", "X, 54, the chairman of Y and a member of Z"."""
    name = doc[link.head]
    if begins_row(doc, link, resolution):
        return
    phrases: list[Token] = [child for child in children(name) if child.dep_ == "appos"]
    before = doc[name.head.i : name.i] if name.dep_ == "appos" and resolution.at(name.head) is None else ()
    if before and all(token.text not in _QUOTES for token in before):  # else who has just spoken
        phrases.append(name.head)
    for phrase in phrases:
        for part in coordinated(phrase):
            tokens = [t.i for t in part.subtree if not link.start <= t.i < link.end]
            tokens = contiguous(tokens, part.i, doc)
            if not in_series(doc, tokens, part) and not _is_person(part.i + 1, resolution):
                yield from from_offices(doc, tokens, link, resolution)
    yield from _comma_title(doc, link, resolution, {p.i for phrase in phrases for p in coordinated(phrase)})


def _comma_title(doc: Doc, link: Link, resolution: Resolution, seen: set[int]) -> Iterator[Candidate]:
    """As in "X, First Deputy Chairman of Y and a member of Z": the parser often hangs such a phrase elsewhere."""
    if link.end >= len(doc) or not (doc[link.end].text == "," or _is_dash(doc, link.end)):
        return
    start = end = past_age(doc, link.end) + 1
    if start < len(doc) and doc[start].lower_ in {"and", "but", "or"}:
        return  # the title of somebody else, as in "X, and minister Y"
    while end < min(len(doc), link.end + 40) and not doc[end].is_sent_start:
        token = doc[end]
        finite = token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBN", "VBG", "NN"}
        if finite or token.text in _PHRASE_ENDS or token.lower_ in {"who", "which", "whose"} or _is_dash(doc, end):
            break
        end += 1
    tokens = list(range(start, end))
    if not tokens or seen & set(tokens):
        return
    offices = offices_in(doc, tokens, resolution)
    if offices and offices[0].at - tokens[0] <= 8 and not in_series(doc, tokens, doc[offices[0].at]):
        yield from from_offices(doc, tokens, link, resolution)


def _is_dash(doc: Doc, index: int) -> bool:
    """As in "X - the chairman of Y - said": no hyphen."""
    return doc[index].text in {"-", "--"} and bool(doc[index].whitespace_) and bool(doc[index - 1].whitespace_)


def _by_description(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "A top Meridian lawmaker", "the Ostland senator", "the Harbour Party nominee": the words themselves."""
    head = doc[link.head]
    tokens = contiguous([t.i for t in head.subtree], head.i, doc)
    yield from from_offices(doc, tokens, link, resolution)


def _siblings(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the sisters X and Y", "X and Y are cousins": kin that needs no possessor."""
    name = doc[link.head]
    linked = [found for other in coordinated(name)[1:] if (found := resolution.at(other)) is not None]
    others = [other for other in linked if resolution.entities[other.entity].type == "Person"]
    nouns = [doc[link.start - 1]] if link.start else []
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        nouns += [child for child in children(name.head) if child.dep_ == "attr"]
    for noun in nouns:
        if (
            noun.tag_ == "NNS"
            and (kind := kin(noun.lemma_))
            and not any(child.dep_ == "poss" for child in children(noun))
        ):
            for other in others:
                made = tie("RELATED_TO", link, other, "RELATED_TO:plural", modality=modality_of(noun.head))
                yield replace(made, kin=kind, trigger=noun.i)
