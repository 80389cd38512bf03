"""Whom a clause with "who" is about, where the parser hangs it on the nearest noun.

In: the verb of a relative clause. Out: the noun before it that can be somebody: of "the mayor's rival for the
nomination, who had asked" the rival, of "the leader of Ostland, who had asked" the leader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.syntax.tree import children
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["relative_head"]

_THINGS = {"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "LAW", "MONEY", "WORK_OF_ART", "PRODUCT"}
_BODIES = {"ORG"}
_DEPTH = 4


def relative_head(verb: Token) -> Token:
    """Return the noun that a relative clause is about; with "who" somebody, if there is anybody near."""
    first = verb.head
    if first.dep_ == "pobj" and first.head.lower_ == "of" and any(child.dep_ == "case" for child in children(first)):
        return first.head.head  # "a friend of X's who": the friend
    if not any(child.lower_ == "who" for child in children(verb)) or _can_be_somebody(first):
        return first
    noun = first
    for _ in range(_DEPTH):
        if noun.dep_ == "pobj" and noun.head.dep_ == "prep":
            noun = noun.head.head
        elif noun.dep_ in {"conj", "compound", "nmod", "appos"}:
            noun = noun.head
        else:
            return first
        if noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
            return first
        if _can_be_somebody(noun):
            return first if _is_one(verb) and noun.tag_ == "NNS" else noun
    return first


def _is_one(verb: Token) -> bool:
    """As in "allies of X, who leads the party": not the allies."""
    return "VBZ" in {verb.tag_, *(child.tag_ for child in children(verb) if child.dep_ in {"aux", "auxpass"})}


def _can_be_somebody(noun: Token) -> bool:
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in _THINGS | _BODIES
    return noun.pos_ != "NOUN" or noun.tag_ == "NNS" or is_person_noun(noun.lower_)
