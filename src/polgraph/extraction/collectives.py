"""Unnamed groups that a country qualifies, as entities of their own: "Rwandan rebels", "thousands of refugees in Chad".

In: a token in an argument slot that no mention fills, and a resolution that takes collectives. Out: a link to a new
`Institution` of that country, or None. The country stands in the noun phrase, else where the clause takes place; for
people of a state ("the opposition", "civilians") who have neither it is that of whoever acts on them, and unknown where
a named body without a country does, in a few sentences alone. So are things condemned, rejected or lifted: they have
the country that is named. Whoever was told of before ("my husband", later on "the newspaper") is no group.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.gazetteer import place
from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.links import Link
from polgraph.extraction.syntax.tree import children, tokens_of
from polgraph.extraction.titles import is_person_noun
from polgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from polgraph.extraction.links import Resolution

__all__ = ["collective", "country_of", "domestic", "nation", "only_country"]

_SCORE = 0.7
_DEPTH = 4
_LONGEST = 12  # words of a name
_MODIFIERS = {"amod", "compound", "nmod", "poss"}
_DEFINITE = {"the", "this", "that"}
_OPENING = 60  # tokens
_PLACES = {"GPE", "LOC", "FAC", "NORP"}


def collective(token: Token, resolution: Resolution) -> Link | None:
    """Return a link to the group that `token` heads, made on the spot; None where no country qualifies it."""
    if not _may_be_group(token, resolution):
        return None
    own = country_of(token, resolution)
    people = _is_people(token)
    found = (own, token.i + 1) if own else next(_countries(token, resolution, _DEPTH if people else 1), None)
    if found is None and people and not _is_told(token):
        found = next(_scene(token, resolution), None)
    return _made(token, found[0], found[1], resolution) if found is not None else None


def domestic(token: Token, country: str | None, resolution: Resolution, *, things: bool = False) -> Link | None:
    """Return a link to people of a state, or to things, where the other end of a claim is of `country`."""
    people = _is_people(token)
    if country is None and token.i > _OPENING:
        return None  # a whole article tells whose people they are, if they matter
    if (
        not _may_be_group(token, resolution)
        or (people and _is_told(token))
        or not (people or (things and country and token.pos_ == "NOUN"))
    ):
        return None
    return _made(token, country, token.i + 1, resolution)


def country_of(token: Token, resolution: Resolution) -> str | None:
    """Return the country of a mention, or that a place names; None for other words."""
    link = resolution.at(token)
    if link is not None:
        return resolution.entities[link.entity].country or _in_name(link, resolution)
    if token.ent_type_ not in _PLACES:
        return None
    found = place(token.text)
    return found.country if found is not None else None


def only_country(sentence: Span, resolution: Resolution, *, but: str | None = None) -> str | None:
    """Return the country of a sentence that names places or people of no other, except perhaps of `but`."""
    found = {country for token in sentence if token.ent_type_ and (country := country_of(token, resolution))} - {but}
    return found.pop() if len(found) == 1 else None


def nation(country: str | None, resolution: Resolution) -> str | None:
    """Return the id of the nation with this code, made where the article does not name it."""
    for entity in resolution.entities.values():
        if entity.type == "Nation" and entity.country == country and country is not None:
            return entity.id
    name = next(
        (name for name, row in load("countries").items() if row["country"] == country and not row.get("part")), None
    )
    if name is None:
        return None
    made = entity_id("Nation", name)
    resolution.entities[made] = Entity(id=made, type="Nation", name=name, country=country)
    return made


def _in_name(link: Link, resolution: Resolution) -> str | None:
    """Read the state in the name of a body: "the Ostlandic National Army"."""
    if resolution.entities[link.entity].type != "Institution":
        return None
    states = [
        found for word in tokens_of(resolution.doc)[link.start : link.end] if (found := place(word.text)) is not None
    ]
    return next((state.country for state in states if not state.capital and not state.part), None)


def _is_people(token: Token) -> bool:
    """Tell people and bodies from things, which are a group only of the country in their own words."""
    lemma = token.lemma_.lower()
    return lemma in _words("domestic") or is_person_noun(lemma) or token.lower_ in words("institutions", "collectives")


def _is_told(token: Token) -> bool:
    """Tell who was told of before: "my husband", and after the opening of an article "the newspaper"."""
    if token.tag_ not in {"NN", "NNP"}:
        return False
    own = {child.dep_: child for child in children(token)}
    if "poss" in own and own["poss"].tag_ == "PRP$":
        return True
    return "det" in own and own["det"].lower_ in _DEFINITE and token.sent.start > 0 and token.i > _OPENING


def _may_be_group(token: Token, resolution: Resolution) -> bool:
    return (
        resolution.collectives
        and token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"}
        and resolution.at(token) is None
        and token.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT"}
        and token.lemma_.lower() not in _words("never_collective")
    )


def _made(token: Token, country: str | None, end: int, resolution: Resolution) -> Link:
    first = min([token.i, *(c.i for c in children(token) if c.dep_ in _MODIFIERS and c.i < token.i)])
    last = end if token.i < end <= token.i + _LONGEST else token.i + 1
    name = " ".join(word.text for word in tokens_of(token.doc)[first:last])
    identifier = entity_id("Institution", name)
    resolution.entities.setdefault(
        identifier, Entity(id=identifier, type="Institution", name=name, country=country, collective=True)
    )
    resolution.add(Link(token.i, token.i + 1, token.i, identifier, "nominal", _SCORE))
    return resolution.by_token[token.i]


def _countries(token: Token, resolution: Resolution, depth: int) -> Iterator[tuple[str, int]]:
    """The countries that qualify a noun, the nearest first, each with the end of the words that say so."""
    later = []
    for child in children(token):
        if child.dep_ in _MODIFIERS:
            later.append(child)
        elif child.dep_ == "prep" and child.lower_ in _words("qualifying"):
            later += [pobj for pobj in children(child) if pobj.dep_ == "pobj"]
        elif child.dep_ in {"acl", "relcl", "appos"} or (
            token.pos_ == "VERB" and child.dep_ in {"prep", "prt", "dobj"}
        ):
            later.append(child)
    for inner in later:
        country = country_of(inner, resolution)
        if country:
            link = resolution.at(inner)
            yield country, link.end if link is not None else inner.i + 1
    if depth:
        for inner in later:
            yield from _countries(inner, resolution, depth - 1)


def _scene(token: Token, resolution: Resolution) -> Iterator[tuple[str, int]]:
    """Where the clause takes place: "killed 20 people in Chad"."""
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    for child in children(verb):
        if child.dep_ == "prep" and child.lower_ in _words("locating") and child.i > verb.i:
            for pobj in children(child):
                if pobj.dep_ == "pobj":
                    country = country_of(pobj, resolution)
                    if country:
                        yield country, token.i + 1
                    yield from ((found, token.i + 1) for found, _ in _countries(pobj, resolution, 1))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("participants")[key])
