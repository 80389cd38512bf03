"""From a token in an argument slot to the entities that it stands for.

In: a token and the article's resolution. Out: `Participant`s. A slot may be filled by a mention, by a relative pronoun,
by people who act for a body ("the ministry's spokesman"), or, as a target, by a thing that stands for its author
("X's plan").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.arguments import coordinated
from polgraph.extraction.lexicon import load
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from polgraph.extraction.links import Link, Resolution

__all__ = ["Participant", "participants"]


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity in a slot: the tokens [start, end) that prove it and how sure the link is."""

    entity: str
    start: int
    end: int
    score: float


def participants(token: Token, resolution: Resolution, *, target: bool) -> list[Participant]:
    """Return who stands in a slot; `target` also accepts the author or owner of the thing that stands there."""
    link = resolution.headed(token)
    if link is not None and link.form != "adjective":
        return [_participant(link)]
    apposed = [child for child in token.children if child.dep_ == "appos"]
    for child in apposed:
        found = resolution.headed(child)
        if found is not None and found.form != "adjective":
            return [_participant(found)]
    if (
        token.lower_ in {"who", "which", "that"}
        and token.dep_ in {"nsubj", "nsubjpass", "dobj"}
        and token.head.dep_ == "relcl"
    ):
        return participants(token.head.head, resolution, target=target)
    if token.pos_ == "PRON" or token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "VERB"}:
        return []
    lemma = token.lemma_.lower()
    if token.pos_ == "NUM" or lemma in _words("quantities"):
        return [p for inner in _of(token) for p in participants(inner, resolution, target=target)]
    for example in _examples(token):
        found = resolution.headed(example)
        if found is not None and found.form != "adjective":
            return [p for noun in coordinated(example) for p in participants(noun, resolution, target=target)]
    if lemma in _words("representatives"):
        return _beside(token, resolution, 0.75, types={"Institution", "Nation", "Person"})
    if target and not is_person_noun(lemma) and lemma not in _words("never_for_author"):
        return _beside(token, resolution, 0.7, types=None)
    return []


def _participant(link: Link) -> Participant:
    return Participant(link.entity, link.start, link.end, link.score)


def _of(token: Token) -> list[Token]:
    return [
        noun
        for child in token.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for pobj in child.children
        if pobj.dep_ == "pobj"
        for noun in coordinated(pobj)
    ]


def _examples(token: Token) -> list[Token]:
    """ "figures like X", "sites such as X": the examples are named."""
    return [
        pobj
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in {"like", "as", "including"}
        for pobj in child.children
        if pobj.dep_ == "pobj"
    ]


def _beside(token: Token, resolution: Resolution, weight: float, types: set[str] | None) -> list[Participant]:
    """The mention that qualifies a noun: "X's plan", "the X plan", "a plan by X", "the policies of X"."""
    found: list[Participant] = []
    for child in token.children:
        nouns: list[Token] = []
        if child.dep_ in {"poss", "compound", "nmod", "amod"}:
            nouns = coordinated(child) if child.dep_ == "poss" else [child]
        elif child.dep_ == "prep" and child.lower_ in {"of", "by", "from", "for"}:
            nouns = [noun for pobj in child.children if pobj.dep_ == "pobj" for noun in coordinated(pobj)]
        for noun in nouns:
            link = resolution.at(noun)
            if link is None:
                if child.dep_ == "prep" and noun.pos_ == "NOUN" and types is None:
                    found += [p for p in _beside(noun, resolution, weight * 0.9, types)]
                continue
            if types is None or resolution.entities[link.entity].type in types:
                found.append(Participant(link.entity, link.start, link.end, link.score * weight))
    return found


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("participants")[key])
