"""Rows of people and posts: "X, a clerk of the court, two drivers and the consul of Y" are several people.

In: the tokens after a name. Out: whether what follows its comma is the next in a row, and no word about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Link, Resolution

__all__ = ["begins_row", "in_series", "past_age"]

_REACH = 40
_ENDS = {".", ";", ":", '"', "(", ")"}
_ARTICLES = {"a", "an"}
_POSSESSIVES = {"'s", "’s"}


def begins_row(doc: Doc, link: Link, resolution: Resolution) -> bool:
    """As in "X, a tuner of pianos and the consul of Y", "X, Y and a former consul of Z": a row that X is first of."""
    if link.end >= len(doc) or doc[link.end].text != ",":
        return False
    parts = _parts(doc, past_age(doc, link.end))
    if not parts:
        return False
    first, *others = (start for _, start in parts)
    seps = [sep for sep, _ in parts[1:]]
    one_of = doc[first].lower_ == "one" and first + 1 < len(doc) and doc[first + 1].lower_ == "of"
    if _is_person(first, resolution) or (doc[first].tag_ == "CD" and not one_of):
        return True
    opening = _determiner(doc, first, others[0] if others else first + 6)
    in_row = _after_person(doc, link, resolution)
    for sep, start in zip(seps, others, strict=True):
        determiner = _determiner(doc, start, start + 6)
        if sep == "," and opening in {"a", "the"} and determiner == "a":
            return True
        if sep == "and" and opening == "a" and determiner == "the":
            return True
        if sep == "and" and in_row and opening and determiner:
            return True
    return False


def past_age(doc: Doc, comma: int) -> int:
    """Return the comma after an age that stands between commas, or the comma given: "X, 45, director of Y"."""
    if comma + 2 < len(doc) and doc[comma].text == "," and doc[comma + 1].text.isdigit() and doc[comma + 2].text == ",":
        return comma + 2
    return comma


def in_series(doc: Doc, tokens: list[int], noun: Token) -> bool:
    """As in "X, a clerk of the court, two drivers and a choir": somebody else stands next in the row."""
    if noun.tag_ in {"NNS", "NNPS"}:
        return True
    after = tokens[-1] + 1
    return (
        doc[tokens[0]].lower_ in {"a", "an", "the"}
        and after + 1 < len(doc)
        and doc[after].text == ","
        and (doc[after + 1].lower_ in {"a", "an"} or doc[after + 1].tag_ == "CD")
    )


def _parts(doc: Doc, comma: int) -> list[tuple[str, int]]:
    """What separates the phrases after a name, and where each begins; up to the verb of the sentence."""
    found = [(",", comma + 1)]
    index = comma + 1
    while index < min(len(doc) - 1, comma + _REACH) and not doc[index].is_sent_start:
        token = doc[index]
        finite = token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBN", "VBG", "NN"}
        if finite or token.text in _ENDS or token.lower_ in {"who", "which", "whose"}:
            break
        if token.text == "," or token.lower_ == "and":
            sep = "and" if token.lower_ == "and" or doc[index + 1].lower_ == "and" else ","
            index += 1 if token.text == "," and doc[index + 1].lower_ == "and" else 0
            found.append((sep, index + 1))
        index += 1
    return [(sep, start) for sep, start in found if start < len(doc) and doc[start].pos_ not in {"VERB", "AUX"}]


def _determiner(doc: Doc, start: int, end: int) -> str:
    """Tell "a" (also a number, and a possessor before the name's own) from "the"; empty where there is none."""
    token = doc[start]
    if token.lower_ in _ARTICLES or token.tag_ == "CD":
        return "a"
    if token.lower_ == "the":
        return "the"
    owned = token.pos_ in {"NOUN", "PROPN"}
    return (
        "a"
        if owned and any(word.lower_ in _POSSESSIVES for word in tokens_of(doc)[start : min(end, start + 5)])
        else ""
    )


def _is_person(index: int, resolution: Resolution) -> bool:
    link = resolution.by_token.get(index) or resolution.by_token.get(index + 1)
    return (
        link is not None
        and link.start in {index, index + 1}
        and link.form == "name"
        and resolution.entities[link.entity].type == "Person"
        and (link.start == index or resolution.doc[index].text.rstrip(".") in {"Mr", "Ms", "Mrs", "Dr"})
        and not any(word.lower_ in _POSSESSIVES for word in tokens_of(resolution.doc)[link.end - 1 : link.end + 1])
    )


def _after_person(doc: Doc, link: Link, resolution: Resolution) -> bool:
    index = link.start - 1
    if index > 1 and doc[index].text.rstrip(".") in {"Mr", "Ms", "Mrs", "Dr"}:
        index -= 1
    before = resolution.by_token.get(index - 1) if index > 1 and doc[index].lower_ in {",", "and"} else None
    return before is not None and resolution.entities[before.entity].type == "Person"
