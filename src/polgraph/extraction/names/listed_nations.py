"""States and peoples of the gazetteer that the model left out or cut short: "Ghanaian soldiers shot".

In: a parsed article, its capitalised tokens and the names found so far. Out: further `NameSpan`s of nations, longer
than whatever nation stands in their place.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.gazetteer import place
from polgraph.extraction.lexicon import load
from polgraph.extraction.names.bounds import head_of
from polgraph.extraction.names.name import NameSpan
from polgraph.extraction.syntax.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

__all__ = ["listed_nations"]

_LONGEST = 5  # words of a state's name


def listed_nations(doc: Doc, capitals: Sequence[Token], taken: Mapping[int, NameSpan]) -> Iterator[NameSpan]:
    """Find capitalised words that the gazetteer knows as a state or its people and that no other name holds."""
    openings = _openings()
    end = 0
    for token in capitals:
        start = token.i
        if start < end or token.lower_ not in openings:
            continue
        for last in range(min(start + _LONGEST, len(doc)), start, -1):
            if not doc[last - 1].text[:1].isupper() or doc[last - 1].text == "'s":
                continue
            text = text_of(doc, start, last)
            known = place(text)
            if known is None or known.capital or (known.part and last - start == 1):
                continue
            if _is_free(doc, start, last, taken):
                adjective = last - start == 1 and doc[start].dep_ in {"amod", "compound", "nmod"}
                yield NameSpan(start, last, head_of(doc, start, last), text, "Nation", known.country, adjective)
            end = last
            break


def _is_free(doc: Doc, start: int, end: int, taken: Mapping[int, NameSpan]) -> bool:
    """Tell whether no name but shorter ones of nations stands there, and no capitalised word goes on with it."""
    held = [taken[index] for index in range(start, end) if index in taken]
    if any(span.type != "Nation" or span.end - span.start >= end - start for span in held):
        return False
    if held or end - start > 1:
        return True
    if doc[start].pos_ not in {"ADJ", "PROPN", "NOUN"} or doc[start].tag_ in {"NNS", "NNPS"}:
        return False  # a people is no state
    beside = [doc[index] for index in (start - 1, end) if 0 <= index < len(doc)]
    return not any(word.pos_ == "PROPN" or word.text == "-" for word in beside)


@cache
def _openings() -> frozenset[str]:
    """The first words of all names and forms of states."""
    forms = [form for name, entry in load("countries").items() for form in (name, *entry["forms"])]
    return frozenset(form.split()[0].casefold() for form in forms) - {"the"}
