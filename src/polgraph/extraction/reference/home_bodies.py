"""Bodies that every state or town has, named by their kind alone: "police said", "the army", "parliament voted".

In: a resolution that holds the names. Out: nominal links of such nouns to the body of that kind that the article names,
the last before, else the first after.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.links import Link
from polgraph.extraction.syntax.tree import children, lefts, text_of, tokens_of
from polgraph.extraction.titles import is_person_noun
from polgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution

__all__ = ["link_home_bodies"]

_SCORE = 0.7
_SURE = 0.9
_OWNED = {"amod", "compound", "nmod", "poss"}


def link_home_bodies(doc: Doc, resolution: Resolution) -> None:
    """Link "police", "the army" and their like to the body that is meant."""
    kinds = load("institutions")["home_bodies"]
    of_towns = words("institutions", "town_bodies")
    text = doc.text.casefold()
    if not any(word in text for word in (*kinds, *of_towns)):
        return
    found = []
    for token in tokens_of(doc):
        if token.lower_ in of_towns and token.i not in resolution.by_token:
            _link_of_capital(token, resolution)
        if token.lower_ in kinds and _is_bare(token, resolution):
            found.append(token)
    if not found:
        return
    mentions = _mentions(resolution)
    for token in found:
        entity = _meant(token, kinds[token.lower_], mentions, resolution)
        if entity is None and token.lower_ == "police":
            entity = entity_id("Institution", "police")
            resolution.entities.setdefault(entity, Entity(id=entity, type="Institution", name="police"))
            mentions[entity] = [token.i]
        if entity is not None:
            resolution.add(Link(token.i, token.i + 1, token.i, entity, "nominal", _SCORE))


def _link_of_capital(noun: Token, resolution: Resolution) -> None:
    """As in "a Nairobi court": the town that stands for its state elsewhere has a court of its own."""
    town = next((child for child in lefts(noun) if child.dep_ == "compound" and child.ent_type_ == "GPE"), None)
    known = gazetteer.place(town.text) if town is not None else None
    if town is None or known is None or not known.capital:
        return
    if any(index in resolution.by_token for index in range(town.i, noun.i)):
        return
    name = text_of(noun.doc, town.i, noun.i + 1)
    identifier = entity_id("Institution", name)
    resolution.entities.setdefault(
        identifier, Entity(id=identifier, type="Institution", name=name, country=known.country)
    )
    resolution.add(Link(town.i, noun.i + 1, noun.i, identifier, "name", _SURE))


def _is_bare(noun: Token, resolution: Resolution) -> bool:
    """Tell "the police" from "Tavel police", "riot police" and "police officers"."""
    if noun.i in resolution.by_token or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    part = noun.dep_ in _OWNED and not is_person_noun(noun.head.lower_)  # "police officers" are of the police
    if part or any(child.dep_ in _OWNED for child in lefts(noun)):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.text[:1].isupper():
        return False  # "the Inspector General of Police"
    return not any(child.dep_ == "prep" and child.lower_ in {"of", "in"} for child in children(noun))


def _mentions(resolution: Resolution) -> dict[str, list[int]]:
    mentions: dict[str, list[int]] = defaultdict(list)
    for link in resolution.links:
        if resolution.entities[link.entity].type == "Institution":
            mentions[link.entity].append(link.start)
    return mentions


def _meant(
    noun: Token, kinds: Sequence[str], mentions: Mapping[str, Sequence[int]], resolution: Resolution
) -> str | None:
    fitting = [entity for entity in mentions if _is_of(resolution.entities[entity].name, kinds)]
    before = {entity: max((at for at in mentions[entity] if at < noun.i), default=-1) for entity in fitting}
    last = max(fitting, key=lambda entity: before[entity], default=None)
    if last is None or (before[last] < 0 and len(fitting) > 1):
        return None
    return last


def _is_of(name: str, kinds: Sequence[str]) -> bool:
    parts = name.casefold().split()
    return any(parts[-len(kind.split()) :] == kind.split() for kind in kinds)
