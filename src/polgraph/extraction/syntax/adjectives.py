"""Whom an adjective is said of.

In: an adjective or a participle that stands for one. Out: the tokens of who is it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["holders"]


def holders(adjective: Token) -> list[Token]:
    """Return whom an adjective is said of: "X is critical of Y", "a senator critical of Y"."""
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in children(adjective)):
        return arguments.subjects(adjective)
    if adjective.dep_ in {"acomp", "attr", "oprd", "conj", "xcomp", "ccomp"} and adjective.head.pos_ in {
        "VERB",
        "AUX",
        "ADJ",
    }:
        verb = adjective.head
        while verb.pos_ == "ADJ" and verb.head.i != verb.i:
            verb = verb.head
        return arguments.subjects(verb)
    if adjective.dep_ in {"amod", "acl", "relcl", "advcl"}:
        if adjective.head.pos_ in {"NOUN", "PROPN"}:
            return arguments.coordinated(adjective.head)
        return arguments.subjects(adjective.head)
    return arguments.subjects(adjective) if adjective.tag_ in {"VBN", "VBG"} else []
