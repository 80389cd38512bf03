"""Nouns that say how one stands to another: "her rival", "a critic of X", "old allies X and Y".

In: such a noun. Out: the tokens of who is it ("bearers") and of to whom.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from polgraph.extraction.gazetteer import party
from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bearers", "relational_roles"]

_MODIFIERS = {"amod", "compound", "nmod"}


def relational_roles(noun: Token, *, mutual: bool) -> dict[str, list[Token]]:
    """Return who is somebody's rival (SUBJ) and whose (OBJ), where no preposition says it.

    mutual: two who are named together are each other's.
    """
    related, named = _related(noun), bearers(noun)
    if mutual and not related and noun.tag_ == "NNS":
        both = [bearer for first in named for bearer in arguments.coordinated(first)]
        return {"SUBJ": both, "OBJ": both}  # "old rivals X and Y"
    # "their supporters": not each of them the other's
    theirs = any(owner.lower_ == "their" for owner in related)
    return {"SUBJ": named or ([] if theirs else [noun]), "OBJ": related}


def bearers(noun: Token) -> list[Token]:
    """Who is "her rival": the name beside it, or the subject of "is"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in {"of", "among"}:
        several = noun.head.head
        if noun.head.lower_ == "among" and several.lemma_ == "be":
            return arguments.subjects(several)
        if several.lower_ in {"one", "some", "many", "most", "all", "none", "several"}:
            return [several.head] if several.dep_ == "appos" else bearers(several)  # "X, one of Y's critics"
    if noun.dep_ == "oprd" or (noun.dep_ == "pobj" and noun.head.lower_ == "as"):
        # "emerged as a critic of Y", "is known as one", "considers X an ally of Y"
        verb = noun.head if noun.dep_ == "oprd" else noun.head.head
        ends = arguments.patients(verb) or arguments.subjects(verb) if verb.pos_ in {"VERB", "AUX"} else []
        return [end for end in ends if end.i != noun.i]
    beside = [child for child in children(noun) if child.dep_ == "appos"]
    # "his nominee for the court, X": the parser may hang X on the court
    beside += [
        child
        for other in arguments.prepositional(noun, ("for|to|as|in",))
        for child in children(other)
        if child.dep_ == "appos" and child.pos_ == "PROPN"
    ]
    if noun.dep_ in {"appos", "compound"} and (noun.head.pos_ == "PROPN" or noun.head.is_title):
        beside.append(noun.head)
    first = noun.head if noun.dep_ == "conj" else noun  # "is a farmer and a critic of Y"
    if first.dep_ in {"attr", "acomp"}:
        beside += arguments.subjects(first.head)
    if first.i != noun.i and first.dep_ == "appos" and first.head.pos_ == "PROPN":
        beside.append(first.head)  # "X, a nurse and a critic of Y"
    return beside or _opening(noun) or _name_after(noun)


def _opening(noun: Token) -> list[Token]:
    """As in "Long a critic of Y, X voted for the bill": the subject that the description opens on."""
    end = noun.right_edge.i + 1
    if noun.dep_ not in {"advcl", "nsubj", "npadvmod", "dep"} or end >= len(noun.doc) or noun.doc[end].text != ",":
        return []
    return [child for child in children(noun.head) if child.dep_ == "nsubj" and child.i > end and child.pos_ == "PROPN"]


def _name_after(noun: Token) -> list[Token]:
    """As in "and Republican rival Ana Ruzhin", "their rival, Ana Ruzhin": the name that the parser hung elsewhere."""
    rest = noun.doc[noun.i + 1 : noun.sent.end]
    pause = bool(rest) and rest[0].text == ","
    name = list(takewhile(lambda token: token.pos_ == "PROPN", rest[1:] if pause else rest))
    if pause and name and name[-1].i + 1 < len(noun.doc) and name[-1].nbor(1).pos_ in {"VERB", "AUX"}:
        return []  # "stood by her rival, Ana Ruzhin said"
    return name[-1:]


def _related(noun: Token) -> list[Token]:
    """To whom somebody is a rival: "her rival Y", "X's rival, Y", "X and Republican rival Y", "a Ruzhin rival"."""
    named = noun.head if noun.dep_ in {"compound", "appos"} and noun.head.pos_ == "PROPN" else noun
    found = arguments.possessors(noun) or arguments.possessors(named) or _named_modifiers(noun)
    joined = next((token for token in (noun, named) if token.dep_ == "conj" and token.head.pos_ == "PROPN"), None)
    found = found or ([joined.head] if joined is not None else [])
    if not found and named.i != noun.i and arguments.lemma(noun) in _words("counterparts"):
        # "endorsed former rival Y": the rival of who endorsed
        verb = named.head.head if named.dep_ == "pobj" else named.head
        found = arguments.agents(verb) if named.dep_ in {"dobj", "pobj"} and verb.pos_ == "VERB" else []
    return found


def _named_modifiers(noun: Token) -> list[Token]:
    """As in "a Ruzhin supporter": whose, unless it says which party somebody is of."""
    return [
        child for child in children(noun) if child.dep_ in _MODIFIERS and child.tag_ == "NNP" and not party(child.text)
    ]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("support")[key])
