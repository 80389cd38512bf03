"""Standing ties: offices, membership, nationality, organs of a state, kin, ownership, spokespersons.

In: a parsed article and its resolution. Out: `Candidate`s. Titles are found where English puts them: before a name,
in an apposition, after "is" or "as"; the kind of the title noun decides the relation (`lexicon/titles.yaml`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.arguments import coordinated
from polgraph.extraction.bodies_after_names import body_after_name
from polgraph.extraction.factions import faction_claims
from polgraph.extraction.lexicon import words
from polgraph.extraction.links import Link
from polgraph.extraction.lists import people_lists
from polgraph.extraction.modality import modality_of
from polgraph.extraction.nationalities import nationality
from polgraph.extraction.nominals import title_window
from polgraph.extraction.office_relations import relation_of
from polgraph.extraction.offices import Office, offices_in
from polgraph.extraction.organs import organ_claims
from polgraph.extraction.parties import owned_party, party_in_brackets, party_of_person, party_tag, state_in_brackets
from polgraph.extraction.party_people import described_by_party, examples_of_party
from polgraph.extraction.series import begins_row, in_series, past_age
from polgraph.extraction.shared_titles import shared_title
from polgraph.extraction.tie import has_posts, tie
from polgraph.extraction.titles import kin
from polgraph.extraction.titles_before_comma import title_before_comma
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from polgraph.extraction.links import Resolution
    from polgraph.extraction.predicates import Candidate
    from polgraph.model import Modality

__all__ = ["tie_claims"]

_PHRASE_ENDS = {",", ".", ";", ":", '"', "(", ")"}
_COURTS = {"court", "tribunal", "bench", "chamber"}


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
            if link.form != "adjective":
                found += _predicated(doc, link, resolution)
                found += described_by_party(doc, link, resolution)
                found += _as_title(doc, link, resolution)
            if link.form == "nominal":
                found += _by_description(doc, link, resolution)
        elif entity.type == "Institution" and link.form == "name":
            found += organ_claims(doc, link, resolution)
            found += title_before_comma(doc, link, resolution)
            found += owned_party(doc, link, resolution)
            found += party_of_person(doc, link, resolution)
        if entity.type == "Institution" and link.form in {"name", "adjective"}:
            found += examples_of_party(doc, link, resolution)
    return [*found, *_listed(doc, resolution), *faction_claims(doc, resolution)]


def _before_name(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "former White House strategist X", "Republican senator X", "Meridian lawmaker X", "his wife X"."""
    window = list(title_window(doc, link.start))
    if window and window[0] > 0 and doc[window[0] - 1].dep_ == "poss" and doc[window[0] - 1].i in resolution.by_token:
        window.insert(0, window[0] - 1)
    yield from _from_offices(doc, window, link, resolution)
    bodies = [resolution.by_token[i] for i in window if i in resolution.by_token]
    titled = offices_in(doc, window, resolution)
    yield from _of_the_only_court(link, titled, resolution)
    for body in dict.fromkeys(bodies):
        entity = resolution.entities[body.entity]
        if any(office.body is body and relation_of(office, entity.type, entity) for office in titled):
            continue
        between = doc[body.end : link.start]
        if entity.type == "Institution" and body.form != "adjective" and len(between) and between[-1].pos_ == "NOUN":
            # "the Tidewater Senate clerk X": whatever a post is called
            if not titled and between[0].lower_ not in {"'s", "’s"}:
                yield tie("HOLDS_OFFICE", link, body, "HOLDS_OFFICE:unlisted title", office=_unlisted(between))
        elif entity.type == "Institution" and (
            (body.form == "adjective" and not titled) or (body.form == "adjective" and gazetteer.party(entity.name))
        ):
            # "Republican X", "the Harbour Party's X"
            yield tie("MEMBER_OF", link, body, "MEMBER_OF:before name")
        elif (
            entity.type == "Nation"
            and body.form == "adjective"
            and titled
            and not any(office.body is body for office in titled)
        ):
            yield tie("CITIZEN_OF", link, body, "CITIZEN_OF:before name")


def _of_the_only_court(link: Link, titled: list[Office], resolution: Resolution) -> Iterator[Candidate]:
    """As in "Judge X" alone: of the court that the article names, where it names one."""
    if not titled or titled[-1].body is not None or titled[-1].title.casefold().split()[-1] not in {"judge", "justice"}:
        return
    courts = [
        body
        for body in resolution.entities.values()
        if body.type == "Institution" and _COURTS & set(body.name.casefold().split())
    ]
    if len(courts) == 1:
        body = Link(titled[-1].at, titled[-1].at + 1, titled[-1].at, courts[0].id, "nominal", 0.7)
        yield tie("HOLDS_OFFICE", link, body, "HOLDS_OFFICE:only court", office=titled[-1])


def _listed(doc: Doc, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the Harbour Party's A and B", "A and B of respectively X and Y"."""
    for row in people_lists(doc, resolution):
        for member in row.members:
            if member.owner is not None:
                works = has_posts(resolution.entities[member.owner.entity].name)
                relation = "HOLDS_OFFICE" if works else "MEMBER_OF"
                yield tie(relation, member.link, member.owner, f"{relation}:possessive")
            if member.body is not None and not has_posts(resolution.entities[member.body.entity].name):
                yield tie("MEMBER_OF", member.link, member.body, "MEMBER_OF:name of")


def _unlisted(between: Span) -> Office:
    former = bool(between.start) and any(
        word.lower_ in {"former", "ex"} for word in between.doc[max(0, between.start - 4) : between.start]
    )
    return Office(between.text, frozenset({"office"}), between.end - 1, None, former)


def _from_offices(
    doc: Doc, tokens: list[int], link: Link, resolution: Resolution, modality: Modality = "asserted"
) -> Iterator[Candidate]:
    for office in offices_in(doc, tokens, resolution):
        if "kin" in office.kinds:
            office = replace(office, body=_bearer_of_the_name(office, link, resolution))  # noqa: PLW2901
        if office.body is None or office.body.entity == link.entity:
            continue
        body = resolution.entities[office.body.entity]
        relation = relation_of(office, body.type, body)
        if relation is None or not RELATIONS[relation].allows("Person", body.type):
            continue
        yield tie(relation, link, office.body, f"{relation}:title", office=office, modality=modality)


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
    words = re.split(r"[\s-]+", name)
    return {word.casefold() for word in words[1:] if len(word) > 3 and not word.islower()}


def _beside_name(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """Appositions after (or before) a name, "X of Y", "X, 54, the chairman of Y and a member of Z"."""
    name = doc[link.head]
    if begins_row(doc, link, resolution):
        return
    phrases: list[Token] = [child for child in name.children if child.dep_ == "appos"]
    if name.dep_ == "appos" and name.head.i < name.i and resolution.at(name.head) is None:
        phrases.append(name.head)
    for phrase in phrases:
        for part in coordinated(phrase):
            tokens = [t.i for t in part.subtree if not link.start <= t.i < link.end]
            tokens = _contiguous(tokens, part.i, doc)
            if not in_series(doc, tokens, part):
                yield from _from_offices(doc, tokens, link, resolution)
    yield from _comma_title(doc, link, resolution, {p.i for phrase in phrases for p in coordinated(phrase)})


def _comma_title(doc: Doc, link: Link, resolution: Resolution, seen: set[int]) -> Iterator[Candidate]:
    """As in "X, First Deputy Chairman of Y and a member of Z": the parser often hangs such a phrase elsewhere."""
    if link.end >= len(doc) or doc[link.end].text != ",":
        return
    start = end = past_age(doc, link.end) + 1
    while end < min(len(doc), link.end + 40) and not doc[end].is_sent_start:
        token = doc[end]
        finite = token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBN", "VBG", "NN"}
        if finite or token.text in _PHRASE_ENDS or token.lower_ in {"who", "which", "whose"}:
            break
        end += 1
    tokens = list(range(start, end))
    if not tokens or seen & set(tokens):
        return
    offices = offices_in(doc, tokens, resolution)
    if offices and offices[0].at - tokens[0] <= 8 and not in_series(doc, tokens, doc[offices[0].at]):
        yield from _from_offices(doc, tokens, link, resolution)


def _contiguous(tokens: list[int], around: int, doc: Doc) -> list[int]:
    """Keep the unbroken run of indices around a head, up to a relative clause."""
    kept = [around]
    inside = set(tokens)
    index = around - 1
    while index in inside:
        kept.insert(0, index)
        index -= 1
    index = around + 1
    while index in inside and doc[index].lower_ not in {"who", "which", "whose", "where"}:
        kept.append(index)
        index += 1
    return kept


def _predicated(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X is the chairman of Y", "X, who was a minister in Y", "X served as head of Y", "the owner of Y is X"."""
    for predicate in _predicates(doc[link.head], resolution):
        phrases: list[Token] = []
        if predicate.lemma_ in {"be", "become", "remain"}:
            phrases = [child for child in predicate.children if child.dep_ == "attr"]
            if doc[link.head] in phrases:
                phrases = [child for child in predicate.children if child.dep_ == "nsubj" and child.tag_ == "NN"]
        elif predicate.lemma_ in {"serve", "work", "act"}:
            phrases = [
                pobj
                for child in predicate.children
                if child.lower_ == "as"
                for pobj in child.children
                if pobj.dep_ == "pobj"
            ]
        for phrase in phrases:
            for part in coordinated(phrase):
                if part.pos_ not in {"NOUN", "PROPN"} or resolution.headed(part) is link:
                    continue
                tokens = _contiguous([t.i for t in part.subtree], part.i, doc)
                yield from _from_offices(doc, tokens, link, resolution, modality_of(predicate))


def _predicates(name: Token, resolution: Resolution) -> Iterator[Token]:
    """The verbs that say something of a name: its own, those joined to it, and those of "who" after the name."""
    bearer = name.head if name.dep_ == "appos" and resolution.at(name.head) is None else name
    verbs = [bearer.head] if bearer.dep_ in {"nsubj", "nsubjpass"} or name.dep_ == "attr" else []
    verbs += [
        child
        for child in name.children
        if child.dep_ == "relcl" and any(word.lower_ == "who" and word.dep_ == "nsubj" for word in child.children)
    ]
    for verb in verbs:
        yield verb
        for other in coordinated(verb)[1:]:
            if not any(word.dep_ in {"nsubj", "nsubjpass"} for word in other.children):
                yield other


def _as_title(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X was sworn in as prime minister of Y", "appointed X ambassador to Y", "X stays as minister"."""
    name = doc[link.head]
    verb = name.head
    if (
        verb.pos_ != "VERB"
        or name.dep_ not in {"nsubj", "nsubjpass", "dobj"}
        or verb.lemma_ not in words("titles", "installing")
    ):
        return
    passive = name.dep_ == "nsubjpass" or any(child.dep_ == "nsubjpass" for child in verb.children)
    if name.dep_ == "nsubj" and not passive and any(child.dep_ == "dobj" for child in verb.children):
        return
    phrases = [
        pobj for child in verb.children if child.lower_ == "as" for pobj in child.children if pobj.dep_ == "pobj"
    ]
    phrases += [child for child in verb.children if child.dep_ == "oprd" and child.pos_ in {"NOUN", "PROPN"}]
    for phrase in phrases:
        tokens = _contiguous([t.i for t in phrase.subtree], phrase.i, doc)
        yield from _from_offices(doc, tokens, link, resolution, modality_of(verb))


def _by_description(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "A top Meridian lawmaker", "the Ostland senator", "the Harbour Party nominee": the words themselves."""
    head = doc[link.head]
    tokens = _contiguous([t.i for t in head.subtree], head.i, doc)
    yield from _from_offices(doc, tokens, link, resolution)


def _siblings(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "the sisters X and Y", "X and Y are cousins": kin that needs no possessor."""
    name = doc[link.head]
    linked = [found for other in coordinated(name)[1:] if (found := resolution.at(other)) is not None]
    others = [other for other in linked if resolution.entities[other.entity].type == "Person"]
    nouns = [doc[link.start - 1]] if link.start else []
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        nouns += [child for child in name.head.children if child.dep_ == "attr"]
    for noun in nouns:
        if (
            noun.tag_ == "NNS"
            and (kind := kin(noun.lemma_))
            and not any(child.dep_ == "poss" for child in noun.children)
        ):
            for other in others:
                made = tie("RELATED_TO", link, other, "RELATED_TO:plural", modality=modality_of(noun.head))
                yield replace(made, kin=kind, trigger=noun.i)
