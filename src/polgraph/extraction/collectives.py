"""Unnamed groups that a country qualifies, as entities of their own: "Rwandan rebels", "thousands of refugees in Chad".

In: a token in an argument slot that no mention fills, and a resolution that takes collectives. Out: a link to a new
`Institution` of that country, or None.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import load
from polgraph.extraction.links import Link
from polgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from polgraph.extraction.links import Resolution

__all__ = ["collective"]

_SCORE = 0.7
_DEPTH = 4
_WHERE = {
    "of",
    "in",
    "from",
    "at",
    "near",
    "for",
    "to",
    "on",
    "against",
    "with",
    "by",
    "into",
    "across",
    "inside",
    "outside",
    "around",
    "between",
}


def collective(token: Token, resolution: Resolution) -> Link | None:
    """Return a link to the group that `token` heads, made on the spot; None where no country qualifies it."""
    if not resolution.collectives or token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ"} or resolution.at(token):
        return None
    if token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"} or token.lemma_.lower() in _words("never_collective"):
        return None
    nation = next(_nations(token, resolution), None) or next(_scene(token, resolution), None)
    if nation is None:
        return None
    country = resolution.entities[nation.entity].country
    first = min(
        [token.i, *(c.i for c in token.children if c.dep_ in {"amod", "compound", "nmod", "poss"} and c.i < token.i)]
    )
    last = max(token.i + 1, nation.end) if nation.start > token.i and nation.start - token.i < 12 else token.i + 1
    name = " ".join(word.text for word in token.doc[first:last])
    identifier = entity_id("Institution", name)
    resolution.entities.setdefault(
        identifier, Entity(id=identifier, type="Institution", name=name, country=country, collective=True)
    )
    resolution.add(Link(token.i, token.i + 1, token.i, identifier, "nominal", _SCORE))
    return resolution.by_token[token.i]


def _nations(token: Token, resolution: Resolution, depth: int = _DEPTH) -> Iterator[Link]:
    """The nations that qualify a noun, the nearest first."""
    later = []
    for child in token.children:
        if child.dep_ in {"amod", "compound", "nmod", "poss"}:
            link = resolution.at(child)
            if link is not None and resolution.entities[link.entity].country:
                yield link
            later.append(child)
        elif child.dep_ == "prep" and child.lower_ in _WHERE:
            for pobj in child.children:
                if pobj.dep_ == "pobj":
                    link = resolution.at(pobj)
                    if link is not None and resolution.entities[link.entity].country:
                        yield link
                    later.append(pobj)
        elif child.dep_ in {"acl", "relcl"}:
            later.append(child)
        elif child.dep_ in {"prep", "prt", "advmod", "dobj"} and token.pos_ == "VERB":
            later.append(child)
    if depth:
        for inner in later:
            yield from _nations(inner, resolution, depth - 1)


def _scene(token: Token, resolution: Resolution) -> Iterator[Link]:
    """Where the clause takes place: "killed 20 people in Chad"."""
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if token.dep_ not in {"dobj", "nsubjpass", "conj", "nsubj"}:
        return
    for child in verb.children:
        if (
            child.dep_ == "prep"
            and child.lower_ in {"in", "near", "at", "outside", "across", "from"}
            and child.i > verb.i
        ):
            for pobj in child.children:
                link = resolution.at(pobj) if pobj.dep_ == "pobj" else None
                if link is not None and resolution.entities[link.entity].country:
                    yield link


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("participants")[key])
