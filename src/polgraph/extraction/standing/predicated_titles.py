"""Titles that a verb gives: "X is the chairman of Y", "X served as head of Y", "X was sworn in as minister of Y".

In: a parsed article and the link of a person. Out: tie candidates with the modality of the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.standing.office_ties import contiguous, from_offices
from polgraph.extraction.standing.successions import as_phrases
from polgraph.extraction.standing.tie import has_posts, tie
from polgraph.extraction.syntax.arguments import coordinated
from polgraph.extraction.syntax.forms import lemma
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["as_title", "as_whom", "predicated", "said_to_be", "tenure_at"]


# who fills posts that are none of its own
_FILLING = {
    "parliament",
    "senate",
    "assembly",
    "congress",
    "council",
    "house",
    "court",
    "duma",
    "ministry",
    "chamber",
    "cabinet",
    "government",
    "diet",
    "bundestag",
    "lords",
    "commons",
}
_DURING = {"in", "during", "after", "before", "throughout", "since", "for"}


def predicated(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X is the chairman of Y", "X, who was a minister in Y", "X served as head of Y", "the owner of Y is X"."""
    for predicate in _predicates(doc[link.head], resolution):
        phrases: list[Token] = []
        if predicate.lemma_ in {"be", "become", "remain"}:
            phrases = [child for child in children(predicate) if child.dep_ == "attr"]
            if doc[link.head] in phrases:
                phrases = [child for child in children(predicate) if child.dep_ == "nsubj" and child.tag_ == "NN"]
        elif predicate.lemma_ in {"serve", "work", "act"}:
            phrases = [
                pobj
                for child in children(predicate)
                if child.lower_ == "as"
                for pobj in children(child)
                if pobj.dep_ == "pobj"
            ]
        for phrase in phrases:
            for part in coordinated(phrase):
                if part.pos_ not in {"NOUN", "PROPN"} or resolution.headed(part) is link:
                    continue
                tokens = contiguous([t.i for t in part.subtree], part.i, doc)
                yield from from_offices(doc, tokens, link, resolution, modality_of(predicate))


def _predicates(name: Token, resolution: Resolution) -> Iterator[Token]:
    """The verbs that say something of a name: its own, those joined to it, and those of "who" after the name."""
    bearer = name.head if name.dep_ == "appos" and resolution.at(name.head) is None else name
    verbs = [bearer.head] if bearer.dep_ in {"nsubj", "nsubjpass"} or name.dep_ == "attr" else []
    verbs += [
        child
        for owner in ((name, _first_of_row(name)) if name.dep_ == "conj" else (name,))
        for child in children(owner)
        if child.dep_ == "relcl"
        and any(word.lower_ == "who" and word.dep_ == "nsubj" for word in children(child))
        and _last_before(child, owner).i == name.i
    ]
    verbs += said_to_be(name)
    for verb in verbs:
        yield verb
        for other in coordinated(verb)[1:]:
            if not any(word.dep_ in {"nsubj", "nsubjpass"} for word in children(other)):
                yield other


def said_to_be(name: Token) -> list[Token]:
    """As in "accused X of being a Republican", "X was accused of being one": the verb of what X is said to be."""
    if name.dep_ not in {"dobj", "nsubjpass"} or name.head.pos_ != "VERB":
        return []
    return [
        being
        for preposition in children(name.head)
        if preposition.dep_ == "prep" and preposition.lower_ in {"of", "for"}
        for being in children(preposition)
        if being.dep_ == "pcomp" and being.lower_ in {"being", "having"}
    ]


def _first_of_row(name: Token) -> Token:
    while name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head
    return name


def _last_before(clause: Token, name: Token) -> Token:
    """As in "X or Y, who is minister": one person is meant, the one next to the clause."""
    row = [one for one in coordinated(name) if one.i < clause.i]
    return row[-1] if len(row) > 1 and clause.tag_ != "VBP" else name


def as_title(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X was sworn in as prime minister of Y", "appointed X ambassador to Y", "X stays as minister"."""
    name = doc[link.head]
    if name.head.lemma_ == "join" and name.dep_ == "nsubj":
        yield from _joining(doc, link, resolution)
        return
    title = name.head if name.dep_ in {"nmod", "compound"} and name.head.i >= link.end else None
    verb = name.head if title is None else title.head  # "named X finance minister": the parser may see one name
    if (
        verb.pos_ != "VERB"
        or name.dep_ not in {"nsubj", "nsubjpass", "dobj", "oprd", "nmod", "compound"}
        or verb.lemma_ not in words("titles", "installing")
        or lemma(verb) in words("titles", "succeeding")
    ):
        return
    passive = name.dep_ == "nsubjpass" or any(child.dep_ == "nsubjpass" for child in children(verb))
    things = [child for child in children(verb) if child.dep_ == "dobj"]
    posts = all(thing.lemma_ in words("titles", "tenures") for thing in things)  # "lost her job as minister"
    if name.dep_ == "nsubj" and not passive and things and not posts:
        return
    phrases = as_phrases(verb) + _infinitives(verb)
    phrases += [child for child in children(verb) if child.dep_ == "oprd" and child.pos_ in {"NOUN", "PROPN"}]
    if title is not None and title.dep_ == "dobj":
        phrases.append(title)
    employer = _employer(verb, link, resolution)
    # whoever may be sacked as minister is one
    mood = "asserted" if lemma(verb) in words("titles", "removing") else modality_of(verb)
    for phrase in phrases:
        if phrase.i == link.head:
            continue
        tokens = contiguous([t.i for t in phrase.subtree if title is None or t.i >= link.end], phrase.i, doc)
        yield from from_offices(doc, tokens, link, resolution, mood, employer)


def _joining(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X joined the Tidewater Bank as chief economist"."""
    verb = doc[link.head].head
    bodies = [found for child in children(verb) if child.dep_ == "dobj" and (found := resolution.headed(child))]
    for phrase in as_phrases(verb) if bodies else ():
        tokens = contiguous([t.i for t in phrase.subtree], phrase.i, doc)
        yield from from_offices(doc, tokens, link, resolution, modality_of(verb), bodies[0])


def _infinitives(verb: Token) -> list[Token]:
    """The titles in "picked X to be its leader", "was promoted to head of Y"."""
    found = [
        noun
        for child in children(verb)
        if child.dep_ in {"xcomp", "ccomp"} and child.lemma_ in {"be", "become"} and child.tag_ == "VB"
        for noun in children(child)
        if noun.dep_ == "attr"
    ]
    if verb.lemma_ in {"promote", "elevate"}:
        found += [
            noun for child in children(verb) if child.lower_ == "to" for noun in children(child) if noun.dep_ == "pobj"
        ]
    return found


def _employer(verb: Token, link: Link, resolution: Resolution) -> Link | None:
    """Who gives or takes the post: a party or a firm its own, a nation one of state; a parliament only fills it."""
    actors = [child for child in children(verb) if child.dep_ == "nsubj"]
    actors += [noun for child in children(verb) if child.lower_ == "by" for noun in children(child)]
    for actor in actors:
        found = resolution.headed(actor)
        if found is None or found.entity == link.entity:
            continue
        entity = resolution.entities[found.entity]
        organ = _FILLING & set(entity.name.casefold().split())
        if entity.type == "Nation" or (entity.type == "Institution" and not organ):
            return found
    return None


def as_whom(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "as a senator from Ohio, X voted": before the subject only the subject can be meant."""
    name = doc[link.head]
    if name.dep_ not in {"nsubj", "nsubjpass"}:
        return
    for child in children(name.head):
        if child.i >= link.start:
            return
        for noun in _roles(child):
            tokens = contiguous([t.i for t in noun.subtree], noun.i, doc)
            yield from from_offices(doc, tokens, link, resolution)


def _roles(preposition: Token) -> Iterator[Token]:
    """The title in "as a senator from Ohio", "in her role as chair of X", "during his time as minister of Y"."""
    if preposition.dep_ != "prep":
        return
    inside = [preposition]
    if preposition.lower_ in _DURING:
        nouns = [noun for noun in children(preposition) if noun.lemma_ in words("titles", "tenures")]
        inside = [child for noun in nouns for child in children(noun)]
    for child in inside:
        if child.lower_ == "as" and child.dep_ == "prep":
            for noun in children(child):
                if noun.dep_ == "pobj" and noun.tag_ in {"NN", "NNP"}:
                    yield noun


def tenure_at(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "her first year at the Tidewater Bank", "X's time in the Senate"."""
    whose = doc[link.head]
    if whose.dep_ != "poss" or whose.head.lemma_ not in words("titles", "tenures"):
        return
    for preposition in children(whose.head):
        inside = preposition.lower_ in {"in", "with", "on"} and whose.head.lemma_ not in {"role", "position", "work"}
        if preposition.dep_ != "prep" or not (preposition.lower_ == "at" or inside):
            continue
        for noun in children(preposition):
            body = resolution.headed(noun) if noun.dep_ == "pobj" else None
            if body is None or body.form == "pronoun" or resolution.entities[body.entity].type != "Institution":
                continue
            if has_posts(resolution.entities[body.entity].name):
                yield tie("HOLDS_OFFICE", link, body, "HOLDS_OFFICE:time at")
