"""What a predicate looks like: its lemma, its voice, its auxiliaries.

In: a token of a parsed article. Out: words and truth values, with what tagger and lemmatiser get wrong put right.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["has_auxiliary", "has_modal", "is_passive", "lemma", "repairs"]


def lemma(token: Token) -> str:
    """Return the lemma in lower case, or a better word.

    For verbs that the lemmatiser gets wrong ("stag" of "staged") the right one; for compounds that mean something
    else ("hunger strike") a word that means it.
    """
    found = token.lemma_.lower()
    if token.pos_ == "VERB":
        return repairs("lemmas").get(found, found)
    compounds = repairs("compounds")
    if found in _compound_heads():
        for child in token.lefts:
            if f"{child.lower_} {found}" in compounds:
                return compounds[f"{child.lower_} {found}"]
    if found in repairs("relationships")["nouns"]:
        return _kind_of_relationship(token) or found
    return found


def _kind_of_relationship(noun: Token) -> str | None:
    """What "frosty relations", "relations are frosty" and "relations soured" amount to."""
    table = repairs("relationships")
    words = {child.lower_ for child in noun.lefts}
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        words |= {noun.head.lemma_.lower(), noun.head.lower_}
        words |= {child.lower_ for child in noun.head.children if child.dep_ in {"acomp", "advmod", "attr", "oprd"}}
    elif noun.dep_ == "dobj":
        words.add(noun.head.lemma_.lower())
    return next((kind for kind in ("feud", "friendship") if words & set(table[kind])), None)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, finite ("was accused") or reduced ("a man accused of")."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ == "nsubj" for child in verb.children):
        return verb.dep_ == "ccomp" and not has_auxiliary(verb)  # "wants him jailed"
    if verb.dep_ == "acl" or (verb.dep_ in {"advcl", "amod", "ROOT"} and not has_auxiliary(verb)):
        return True
    # a coordinated participle shares its auxiliary: "was arrested and charged"
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not has_auxiliary(verb) and is_passive(verb.head)


def has_auxiliary(verb: Token) -> bool:
    """Tell whether a verb has an auxiliary of its own."""
    return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def has_modal(verb: Token) -> bool:
    """Tell whether a verb has a modal of its own."""
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)


@cache
def _compound_heads() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in repairs("compounds"))


@cache
def repairs(key: str) -> dict[str, str]:
    """Return a table of `support.yaml`."""
    repairs: dict[str, str] = load("support")[key]
    return repairs
