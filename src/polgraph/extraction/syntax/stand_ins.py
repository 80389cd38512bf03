"""Words that stand for something else in the sentence: relative pronouns, numbers, "one of three who", "a move".

In: a token of a parsed article. Out: the noun or verb it stands for, if there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.syntax.coordination import coordinated
from polgraph.extraction.syntax.relatives import relative_head
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["adherent", "antecedent", "counted", "counted_among", "deed_before"]


def adherent(token: Token) -> Token | None:
    """As in "X, a Democrat who": one of a party's people is who he is beside, not the party."""
    if token.dep_ != "appos" or token.tag_ != "NNP" or not any(c.lower_ in {"a", "an"} for c in children(token)):
        return None
    return token.head


def antecedent(token: Token) -> Token | None:
    """Return the noun before a relative pronoun."""
    if token.lower_ in {"who", "which", "that"} and token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        verb = token.head
        if verb.dep_ == "conj":
            verb = verb.head
        if verb.dep_ == "relcl":
            return relative_head(verb)
    if token.lower_ == "whose" and token.dep_ == "poss":
        # "X, whose office sued Y"
        verb = token.head.head
        return verb.head if verb.dep_ == "relcl" else None
    return None


def counted_among(token: Token) -> Token | None:
    """As in "X is one of three candidates who", "X is among those who": of them all, X is the one we know."""
    if token.tag_ != "NNS" or token.dep_ != "pobj" or token.head.lower_ not in {"of", "among"}:
        return None
    which = token.head.head
    if token.head.lower_ == "of" and which.lower_ == "one":
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
    """As in "X arrested Y, a move", "X arrested Y in a move": the verb of the deed that the noun sums up."""
    if not any(child.lower_ in {"a", "an", "another"} for child in children(token)):
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "in":
        above = token.head.head
    elif token.dep_ in {"appos", "npadvmod"}:
        above = token.head
    else:
        return None
    while above.pos_ not in {"VERB", "AUX"} and above.head.i != above.i:
        above = above.head
    return above if above.pos_ == "VERB" and above.i < token.i else None
