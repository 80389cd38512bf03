"""Who else fills a slot: what is coordinated with a noun, before it or beside it; owners and receivers.

In: a noun of a parsed article. Out: nouns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.syntax.forms import SUBJECTS
from polgraph.extraction.syntax.tree import children, lefts

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["companions", "coordinated", "possessors", "recipients", "sides", "singled_out"]

_ALONG = {"along", "together", "alongside"}
_FOCUS = {"especially", "particularly", "specifically", "notably", "mainly", "chiefly", "including"}


def coordinated(token: Token) -> list[Token]:
    """Return a noun and what is coordinated with it to its right: "A, B and C", "A, especially B"."""
    found = [token]
    for child in children(token):
        if child.i > token.i and (child.dep_ == "conj" or singled_out(child)):
            found += coordinated(child)
    return found


def singled_out(noun: Token) -> bool:
    """As in "the party, and especially X": the parser may take it for an apposition, or for a part of the verb."""
    if noun.pos_ not in {"PROPN", "NOUN"} or noun.dep_ not in {"appos", "conj"}:
        return False
    first = noun.left_edge
    return first.lower_ in _FOCUS or (first.dep_ == "cc" and first.nbor(1).lower_ in _FOCUS)


def sides(noun: Token) -> list[Token]:
    """Return the coordinated modifiers of one noun: the first two of "the Ostlandic and Meridian negotiators"."""
    pairs = [coordinated(child) for child in lefts(noun) if child.dep_ in {"amod", "compound", "nmod", "poss"}]
    return next((pair for pair in pairs if len(pair) > 1), [])


def companions(noun: Token) -> list[Token]:
    """Return who is in it too: "X, along with Y, ...", "accused X, together with Y and Z, ..."."""
    heads = [noun, noun.head] if noun.dep_ in {*SUBJECTS, "dobj"} else [noun]
    reach = noun.right_edge.i + 4 if noun.dep_ == "dobj" else max(noun.head.i, noun.i + 3)
    found = []
    for head in heads:
        for child in children(head):
            if child.dep_ != "prep" or not noun.i < child.i < reach:
                continue
            last = next((grand for grand in children(child) if grand.lower_ == "with"), child)
            along = last.i > 0 and last.lower_ == "with" and last.nbor(-1).lower_ in _ALONG
            if along or child.lower_ == "alongside" or (child.lower_ == "like" and _is_aside(child)):
                found += [other for pobj in children(last) if pobj.dep_ == "pobj" for other in coordinated(pobj)]
    return found


def _is_aside(preposition: Token) -> bool:
    """As in "X, like Y, voted for it", unlike "figures like Y"."""
    end = preposition.right_edge.i + 1
    return preposition.nbor(-1).text == "," and end < len(preposition.doc) and preposition.doc[end].text == ","


def possessors(noun: Token) -> list[Token]:
    """Return whose a noun is: "X's and Y's quarrel", "their plan"."""
    return [owner for child in children(noun) if child.dep_ == "poss" for owner in coordinated(child)]


def recipients(verb: Token) -> list[Token]:
    """Return the indirect objects that have no preposition: "granted X asylum"."""
    return [
        noun
        for child in children(verb)
        if child.dep_ == "dative" and child.pos_ != "ADP"
        for noun in coordinated(child)
    ]
