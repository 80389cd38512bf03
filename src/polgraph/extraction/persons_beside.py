"""Whom a description beside a name means: "and rival X", "X, the Utah Democrat who", "X is the only Texan to".

In: a token of a parsed article and its resolution. Out: the link of the person, if there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.syntax.stand_ins import adherent, counted_among
from polgraph.extraction.syntax.tree import children, lefts
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from polgraph.extraction.links import Link, Resolution

__all__ = ["member_described", "name_after"]


def member_described(token: Token, link: Link, resolution: Resolution) -> Link | None:
    """Who somebody is that is described as one of a party or a country: "X, the Utah Democrat who", "a Texan who"."""
    among = counted_among(token) if token.tag_ == "NNPS" else None
    whom = among or adherent(token)
    if whom is None:
        return None
    described = resolution.at(whom)
    if described is None or resolution.entities[described.entity].type != "Person":
        return None
    known = among is not None or token.lower_ in words("anaphora", "party_members") or link.form == "adjective"
    return described if known or any(child.lower_ in {"a", "an"} for child in lefts(token)) else None


def name_after(token: Token, resolution: Resolution) -> Link | None:
    """As in "over the nominee, X, among", "and rival X", "the lawyer of Y, X, said": a name hung elsewhere.

    The parser often hangs it on a name before it.
    """
    doc = token.doc
    person = is_person_noun(token.lower_) or token.lower_ in words("support", "relational")
    if token.tag_ != "NN" or not person or token.i + 2 >= len(doc):
        return None
    after = _end_of_title(token, resolution)
    pause = doc[after].text == ","
    link = resolution.by_token.get(after + pause)
    if link is None or link.form != "name" or link.start != after + pause or link.end >= len(doc):
        return None
    closed = (not pause and after == token.i + 1) or (pause and doc[link.end].text in {",", "."})
    return link if closed and resolution.entities[link.entity].type == "Person" else None


def _end_of_title(noun: Token, resolution: Resolution) -> int:
    """The token after a title and whose it is: "the lawyer of Mayor Y"."""
    for child in children(noun):
        if child.dep_ == "prep" and child.i == noun.i + 1 and child.lower_ in {"of", "for", "to", "at"}:
            owner = next((link for pobj in children(child) if (link := resolution.headed(pobj)) is not None), None)
            if owner is not None and owner.form == "name" and owner.end < len(noun.doc) - 1:
                return owner.end
    return noun.i + 1
