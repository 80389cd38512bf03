"""What stands at the ends of a name and is no part of it: articles, honorifics, quantities, marks.

In: a stretch of a parsed article that the model takes for a name. Out: the stretch without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.titles import honorifics, is_person_noun, kin

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["trimmed"]

_AUXILIARIES = {
    "Will",
    "May",
    "Can",
    "Did",
    "Does",
    "Do",
    "Has",
    "Had",
    "Is",
    "Was",
    "Should",
    "Would",
    "Could",
    "Might",
}
_FOLLOWERS = {
    "critics",
    "opponents",
    "supporters",
    "members",
    "officials",
    "leaders",
    "residents",
    "followers",
    "allies",
}
_TRIMMED = {
    "the",
    "a",
    "an",
    "of",
    "'s",
    '"',
    "'",
    "''",
    "``",
    "ex",
    "-",
    "no",
    "most",
    "some",
    "many",
    "all",
    "several",
    "other",
    "such",
    "both",
    "this",
    "that",
    "its",
    "their",
    "his",
    "her",
    "our",
}
_SAINTS = {"St", "Saint"}  # of a town's or a house's name: "St. Tavel"
_OF_SOMETHING = 3  # tokens of "council of Tavel"
_QUANTITIES = {"all", "no", "most", "some", "many", "several", "other", "such", "both", "our"}


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Cut off what is no part of the name: articles, honorifics, titles, marks."""
    if 1 < start < end - 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in {"pro", "anti"}:
        start += 1  # "pro-Ostland Harbour Party": the model begins the name at Ostland
    while end - start > 3 and doc[start].lower_ in {"pro", "anti"} and doc[start + 1].text == "-":
        start += 3
    while start < end and _opens_nothing(doc, start, end):
        start += 1
    start = _after_common_noun(doc, start, end)
    while start < end and (
        doc[end - 1].lower_ in {"'s", "'", '"', "''", "``", "’s", ",", ".", ":", ";"}
        or doc[end - 1].is_space
        or doc[end - 1].text in {"(", ")", "-", "$", "£", "€"}
        or (doc[end - 1].is_lower and doc[end - 1].pos_ in {"ADP", "SCONJ", "CCONJ", "DET", "PRON", "AUX"})
    ):
        end -= 1
    return start, end


def _after_common_noun(doc: Doc, start: int, end: int) -> int:
    """As in "council of the Confederation of Tides": a body of what is named begins in lower case."""
    common = doc[start].is_lower and doc[start].pos_ == "NOUN"
    if end - start < _OF_SOMETHING or not common or doc[start + 1].lower_ != "of":
        return start
    first = start + 2 + (doc[start + 2].lower_ == "the")
    return first if first < end and doc[first].text[:1].isupper() else start


def _opens_nothing(doc: Doc, start: int, end: int) -> bool:
    token = doc[start]
    follows = end - start > 1
    if (
        (token.lower_ in _TRIMMED and not (token.lower_ in _QUANTITIES and _is_title_word(token)))
        or token.is_space
        or token.text[0].isdigit()
        or (token.is_punct and not token.text[0].isalnum())
    ):
        return True
    if not follows:
        return False
    if token.lower_ in words("names", "calendar") and doc[start + 1].lower_ == "the":
        return True
    if token.is_sent_start and token.text in _AUXILIARIES and doc[token.sent.end - 1].text == "?":
        return True
    honoured = token.text.rstrip(".") in honorifics() and token.text.rstrip(".") not in _SAINTS
    return honoured or _is_crowd_of(doc, start, end)


def _is_title_word(token: Token) -> bool:
    """As in "the All Citizens Congress": the name itself begins so."""
    return token.text.istitle() and not token.is_sent_start and token.pos_ == "PROPN"


def _is_crowd_of(doc: Doc, start: int, end: int) -> bool:
    """As in "Farmers of the Milk Cooperative" at the head of a sentence: members of a body, not a part of its name."""
    token = doc[start]
    return (
        bool(token.is_sent_start)
        and end - start > 2
        and doc[start + 1].lower_ == "of"
        and (doc[start + 2].lower_ == "the" or token.lower_ in _FOLLOWERS)
        and token.tag_ in {"NNS", "NNPS"}
        and (
            is_person_noun(token.lower_)
            or token.lower_ in _FOLLOWERS
            or token.lower_ in words("institutions", "collectives")
        )
        and kin(token.lower_.removesuffix("s")) is None
        and token.lower_ != "friends"
    )
