"""What is sent where: a hospital ship is no threat, and no state threatens its own soil.

In: the nouns of a predicate of sending. Out: whether they tell of help, whether a place is the sender's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax.tree import lefts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

__all__ = ["is_own_soil", "is_relief"]


def is_relief(nouns: Sequence[Token]) -> bool:
    """As in "sent a hospital ship", "sent relief planes"."""
    kinds = load("support")["relief"]
    return any(word.lower_ in kinds for noun in nouns for word in lefts(noun))


def is_own_soil(place: Token) -> bool:
    """As in "sent troops to its northern province of X": whose soil it is is told."""
    nouns = [place, place.head.head] if place.dep_ == "pobj" and place.head.lower_ == "of" else [place]
    return any(word.tag_ == "PRP$" for noun in nouns for word in lefts(noun))
