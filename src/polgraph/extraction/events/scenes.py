"""Where deeds on the unnamed take place: "killed two farmers at a mill in X".

In: nouns of a parsed article. Out: whether a name makes them somebody's, and the place that is named widest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

__all__ = ["is_named", "scenes"]


def is_named(noun: Token) -> bool:
    """Tell what a name marks as somebody's: "killed X in Y", "hit X positions in Y" is something done to X."""
    heads = [noun, *arguments.prepositional(noun, ("of",))]
    owners = [child for head in heads for child in children(head) if child.dep_ in {"compound", "poss", "nmod"}]
    return any(token.pos_ == "PROPN" or token.tag_ == "PRP$" for token in (*heads, *owners))


def scenes(places: Sequence[Token]) -> list[Token]:
    """The widest place named: "killed two farmers at a mill in X", "stormed a mill in X, Y"."""
    found = list(places)
    for place in found:
        found += arguments.prepositional(place, ("in|near|outside",))
        found += [child for child in children(place) if child.dep_ == "appos"]
    return found[-1:]
