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
    title = _title_end(doc, start, end)
    if title is not None:
        minister = doc[title - 1].lower_ in words("titles", "ministers")
        place = gazetteer.place(text_of(doc, title + 1, end).removeprefix("the "))
        return (minister and place is None) or _are_fields(doc, title + 1, end)
    after = doc[end] if end < len(doc) else None
    if after is not None and after.text[:1].isupper():
        ranked = is_field(doc[start].lower_) or _is_local(doc[start].lower_)
        if end - start == 1 and ranked and is_person_noun(after.lower_):
            return True
        if after.lower_ in words("titles", "ministers"):  # "Disarmament Minister", but "Norway Minister"
            return gazetteer.place(text_of(doc, start, end)) is None and not gazetteer.party(text_of(doc, start, end))
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


def _title_end(doc: Doc, start: int, end: int) -> int | None:
    """Where the title ends whose portfolio follows: the "of" of "Deputy Inspector General of Police"."""
    for index in range(start, end - 1):
        if doc[index].lower_ in _OF:
            return index if index > start and doc[index - 1].lower_ in words("titles", "state_offices") else None
        if not is_field(doc[index].lower_) and not is_person_noun(doc[index].lower_):
            return None
    return None


def _are_fields(doc: Doc, start: int, end: int) -> bool:
    return all(is_field(token.lower_) or token.lower_ in _BETWEEN for token in tokens_of(doc)[start:end])
