"""What an office is about and no name: "Minister of Foreign Affairs", "Defence Minister".

In: a stretch that may be a name. Out: whether it is a portfolio, or a title with its portfolio.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.syntax.tree import text_of, tokens_of
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["is_field", "is_portfolio"]

_OF = {"of", "for"}
_BETWEEN = {"and", "&", ",", "'s", "’s", "the"}


def is_field(word: str) -> bool:
    """Tell whether a word, in lower case, may say what an office is about or of which rank it is."""
    return word in words("titles", "ranks") or word in words("titles", "fields")


def is_portfolio(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a stretch is what a title is about: all of "Commissioner of Education" or what follows a title."""
    if end - start > 1 and is_person_noun(doc[end - 1].lower_) and _are_ranks(doc, start, end - 1):
        return True  # "City Councilwoman", "Deputy Majority Leader"
    titled = end - start > 2 and doc[start + 1].lower_ in _OF
    if titled and doc[start].lower_ in words("titles", "state_offices"):
        return _are_fields(doc, start + 2, end)
    if end - start == 1 and (is_field(doc[start].lower_) or _is_local(doc[start].lower_)) and end < len(doc):
        after = doc[end]
        if after.text[:1].isupper() and is_person_noun(after.lower_):
            return True
    last = start - 1 - (start > 0 and doc[start - 1].lower_ == "the")
    if last < 1 or doc[last].lower_ not in _OF or not is_person_noun(doc[last - 1].lower_):
        return False
    if doc[last - 1].lower_ in words("titles", "ministers") and (last == 1 or not is_field(doc[last - 2].lower_)):
        return gazetteer.place(text_of(doc, start, end)) is None  # "the defence minister of Norway"
    return _are_fields(doc, start, end)


def _is_local(word: str) -> bool:
    return word in words("titles", "local_ranks")


def _are_ranks(doc: Doc, start: int, end: int) -> bool:
    return all(
        token.lower_ in words("titles", "ranks") or _is_local(token.lower_) for token in tokens_of(doc)[start:end]
    )


def _are_fields(doc: Doc, start: int, end: int) -> bool:
    return all(is_field(token.lower_) or token.lower_ in _BETWEEN for token in tokens_of(doc)[start:end])
