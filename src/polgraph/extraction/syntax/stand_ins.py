"""Words that stand for something else in the sentence: relative pronouns, numbers, "one of three who", "a move".

In: a token of a parsed article. Out: the noun or verb it stands for, if there is one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax.coordination import coordinated
from polgraph.extraction.syntax.relatives import relative_head
from polgraph.extraction.syntax.tree import children, lefts

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["adherent", "antecedent", "counted", "counted_among", "deed_before"]

_RELATIVES = {"who", "whom", "which", "that", "whose"}
_SINGULAR = {"NNP", "NN", "JJ"}
_LATE = {"dobj", "attr", "oprd", "conj", "pobj", "ccomp", "dep", "ROOT"}
_CLAUSES = 4  # that a relative pronoun is looked up through
_LOWER = {"xcomp", "ccomp", "advcl"}


def adherent(token: Token) -> Token | None:
    """As in "X, a Democrat who", "X is the only Texan to": one of a party's people is who he is beside, not the party.

    With "the" it may be a body all the same: "X's employer, the Pentagon".
    """
    if token.tag_ not in _SINGULAR or not any(child.lower_ in {"a", "an", "the"} for child in lefts(token)):
        return None
    if token.dep_ == "appos":
        return token.head
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        return next((child for child in children(token.head) if child.dep_ == "nsubj"), None)
    return None


def antecedent(token: Token) -> Token | None:
    """Return the noun before a relative pronoun, from whatever depth: "X, whom Y tried to oust", "with whom Y met"."""
    if token.lower_ not in _RELATIVES:
        return None
    if token.lower_ == "whose" and token.dep_ == "poss":
        verb = token.head  # "X, whose office sued Y"
    elif token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "dative"}:
        verb = token
    else:
        return None
    if verb.dep_ == "pobj":
        verb = verb.head
    clause = verb.head
    for _ in range(_CLAUSES):
        if clause.dep_ == "relcl":
            return relative_head(clause)
        if clause.dep_ != "conj" and (clause.dep_ not in _LOWER or clause.head.i < token.i):
            return None
        clause = clause.head
    return None


def counted_among(token: Token) -> Token | None:
    """As in "X is one of three candidates who", "X is among those who": of them all, X is the one we know."""
    if token.tag_ not in {"NNS", "NNPS"} or token.dep_ != "pobj" or token.head.lower_ not in {"of", "among"}:
        return None
    which = token.head.head
    if token.head.lower_ == "of" and which.lower_ == "one":
        if which.dep_ == "appos":
            return which.head  # "X, one of the Democrats who"
        which = which.head if which.dep_ in {"attr", "pobj"} else which
    if which.lemma_ != "be":
        return None
    return next((child for child in children(which) if child.dep_ == "nsubj"), None)


def counted(token: Token) -> list[Token]:
    """Return what a quantity counts: "hundreds of soldiers"."""
    return [
        noun
        for child in children(token)
        if child.dep_ == "prep" and child.lower_ == "of"
        for pobj in children(child)
        if pobj.dep_ == "pobj"
        for noun in coordinated(pobj)
    ]


def deed_before(token: Token) -> Token | None:
    """As in "X arrested Y, a move", "X arrested Y in a move": the verb of the deed that the noun sums up.

    Of a charge or a remark it is the verb by which it was made: "X said Y lied, a charge that".
    """
    if not any(child.lower_ in {"a", "an", "another"} for child in lefts(token)):
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "in":
        above = token.head.head
    elif token.dep_ in {"appos", "npadvmod"} or (token.dep_ in _LATE and _is_set_off(token)):
        above = token.head
    else:
        return None
    while above.pos_ not in {"VERB", "AUX"} and above.head.i != above.i:
        above = above.head
    if token.lemma_.lower() in _said():
        while above.dep_ in {"ccomp", "xcomp"} and above.head.pos_ == "VERB" and above.head.i < above.i:
            above = above.head
    return above if above.pos_ == "VERB" and above.i < token.i else None


def _is_set_off(noun: Token) -> bool:
    """As in "X called Y a liar, a remark that Z condemned": the parser may take the remark for an object."""
    first = noun.left_edge.i
    return first > 0 and noun.doc[first - 1].text in {",", "-", "--", "–", "—"}


@cache
def _said() -> frozenset[str]:
    return frozenset(load("support")["act_kinds"]["saying"]) | frozenset(load("support")["charges_made"])
