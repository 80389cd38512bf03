"""Towns and counties that take part: "sued the city of Tavel", not "in the city of Tavel".

In: where a name begins in a parsed article. Out: whether it is a town's that acts or is acted on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["is_acting_town"]

_LOCATIVE = {"in", "at", "near", "outside", "around", "across", "from", "to", "into", "throughout"}


def is_acting_town(doc: Doc, start: int) -> bool:
    """As in "the city of" before a name, after no word that says where."""
    if start < 2 or doc[start - 1].lower_ != "of" or doc[start - 2].lower_ not in words("anaphora", "towns"):
        return False
    first = start - 3 - (start > 3 and doc[start - 3].lower_ == "the")
    return first < 0 or doc[first].lower_ not in _LOCATIVE
