"""Phrases that judge in somebody's mouth: "X's hypocrisy", "the lies of X", "X's reckless plan", "this cruel ruling".

In: the noun or adjective that judges. Out: the tokens that say whose the thing is; of a thing of nobody's the thing
itself, which may be somebody ("this corrupt council") or point back at what somebody did ("such shameful remarks").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from polgraph.model import Entity

__all__ = ["is_verdict", "judged", "written"]

_NEGATIONS = {"no", "any", "not", "never", "without", "neither", "if", "whether"}
_PLACES = {"GPE", "LOC", "DATE", "FAC"}


def judged(word: Token) -> list[Token]:
    """Return whom or what a noun or an adjective before a noun judges; nothing where it is only asked or denied."""
    if word.pos_ == "NOUN":
        return [] if _is_only_alleged(word) else _owners(word)
    first = word.head if word.dep_ == "conj" else word
    thing = first.head
    if first.dep_ != "amod" or thing.pos_ not in {"NOUN", "PROPN"} or first.i > thing.i or _is_only_alleged(thing):
        return []
    return _owners(thing) or [thing]


def is_verdict(judging: Token, source: Entity) -> bool:
    """Tell a court or a judge who rules: what they say that somebody did is their verdict."""
    if source.type == "Institution":
        return bool(set(source.name.casefold().split()) & words("support", "courts"))
    said = judging.head if judging.dep_ == "ccomp" else judging
    return source.type == "Person" and arguments.lemma(said) == "rule"


def written(word: Token) -> str:
    """Return the key of a word in the lexicon: a noun's lemma, an adjective as it stands, with what a hyphen joins."""
    if word.pos_ == "NOUN":
        return arguments.lemma(word)
    first = word.i
    doc = word.doc
    while (
        first > 1 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_ and not doc[first - 2].whitespace_
    ):
        first -= 2
    return doc[first : word.i + 1].text.lower()


def _owners(noun: Token) -> list[Token]:
    """Whose a fault, a merit or a deed is: "X's", "the X plan", "of X", "by X", "that X announced"."""
    found = arguments.possessors(noun)
    found = found or [
        child
        for child in children(noun)
        if child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN" and child.ent_type_ not in _PLACES
    ]
    found = found or arguments.prepositional(noun, ("by|from",))
    return found or ([] if _is_done_to(noun) else arguments.prepositional(noun, ("of",)))


def _is_done_to(noun: Token) -> bool:
    """Tell what "of" leads to the sufferer of: "the betrayal of X"."""
    lemma = noun.lemma_.lower()
    return lemma in words("participants", "done_to") or lemma in words("support", "done_to_owner")


def _is_only_alleged(noun: Token) -> bool:
    """As in "no evidence of X's lies", "no hypocrisy of X's", "accused of X's crimes"."""
    if any(child.lower_ in _NEGATIONS for child in children(noun) if child.i < noun.i):
        return True
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return above.i != noun.i and above.lemma_.lower() in words("support", "alleging")
