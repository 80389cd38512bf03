"""Descriptions that hold the name they stand for: "the US government".

In: a parsed article and the names already linked. Out: nominal links in the resolution. Descriptions that point back
at somebody are linked in anaphora.py, those that point ahead in cataphora.py.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.links import Link, Resolution
from polgraph.extraction.reference.anaphors import phrase_start
from polgraph.extraction.syntax.tree import children, lefts, tokens_of
from polgraph.extraction.titles import is_person_noun, kin
from polgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.names.name import NameSpan

__all__ = ["add_description", "link", "title_window"]

_BRACKET = 6  # tokens of a bracket inside a title
_TITLE_LENGTH = 14  # tokens before a name that may be its title
_WINDOW_POS = {"NOUN", "PROPN", "ADJ", "ADV", "NUM", "VERB"}


def link(doc: Doc, names: Sequence[NameSpan], resolution: Resolution, *, collectives: bool = False) -> None:
    """Add nominal links to `resolution`; with `collectives` also entities for unnamed groups of a country."""
    _governments(doc, names, resolution, collectives=collectives)


def title_window(doc: Doc, start: int) -> range:
    """Return the tokens before a name at `start` that may hold its title: "former White House strategist" X."""
    first = start
    while first > max(0, start - _TITLE_LENGTH):
        token = doc[first - 1]
        if token.text == ")" and (opening := _bracket(doc, first - 1, start)) is not None:
            first = opening  # "Tidewater Union (TU) leader X", "Vice President (then-Senator) X"
            continue
        joint = token.lower_ in {"'s", "’s", "of", "for", "and", "-", "'", "&"} and first < start
        joint = joint or (token.lower_ == "the" and first < start and _is_named_post(doc, first - 1))
        if token.is_sent_end or token.is_space or not (token.pos_ in _WINDOW_POS or joint or token.text == "."):
            break
        verb = token.pos_ == "VERB" and token.tag_ not in {"VBN", "VBG", "NN", "NNP"} and not token.is_upper
        if (verb and (first != start or kin(token.lower_) is None)) or doc[first].is_sent_start:
            break  # no verb: "to daughter X"
        if token.text == "." and (first < 2 or len(doc[first - 2].text) > 4):
            break
        first -= 1
    while first < start and doc[first].lower_ in {"of", "for", "and", "'s", "-", "'"}:
        first += 1
    if first > 0 and first < start and doc[first - 1].tag_ == "PRP$":
        first -= 1
    return range(first, start)


def _bracket(doc: Doc, end: int, name: int) -> int | None:
    """Where the short bracket that ends at a token inside a title opens."""
    for index in range(end - 2, max(1, end - _BRACKET), -1):
        if doc[index].text == "(":
            abbreviation = index == end - 2 and doc[end - 1].is_upper
            before = doc[index - 1].pos_ in {"NOUN", "PROPN"} and is_person_noun(doc[index - 1].lower_)
            return index if (abbreviation and end + 1 < name) or (before and end + 1 == name) else None
    return None


def _is_named_post(doc: Doc, article: int) -> bool:
    """As in "Speaker of the House X": the article stands inside a title with capitals."""
    if article < 2 or doc[article - 1].lower_ != "of":
        return False
    return doc[article - 2].text[:1].isupper() and is_person_noun(doc[article - 2].lower_)


def _governments(doc: Doc, names: Sequence[NameSpan], resolution: Resolution, *, collectives: bool) -> None:
    """As in "US government", "Russian authorities": the nation; "Rwandan rebels": a collective of it."""
    for span in names:
        found = resolution.by_token.get(span.start)
        if found is None or span.type != "Nation":
            continue
        name = doc[span.head]
        heads = [name.head] if name.dep_ in {"amod", "compound", "poss", "nmod"} else []
        if name.dep_ == "pobj" and name.head.lower_ in {"of", "from", "in"}:
            heads = [name.head.head]
        for head in heads:
            if head.pos_ not in {"NOUN", "PROPN"} or head.i in resolution.by_token or _names_a_person(head, resolution):
                continue
            start, end = min(phrase_start(head), span.start), max(head.i, span.end - 1) + 1
            if head.lemma_.lower() in _words("governments") or head.lower_ in _words("governments"):
                if name.dep_ != "pobj" or head.lemma_.lower() in {"government", "state", "regime"}:
                    _widen(doc, resolution, span.start, start, end, head.i, found.entity)
            elif name.dep_ == "pobj" and name.head.lower_ == "of" and head.lower_ in words("anaphora", "towns"):
                _widen(doc, resolution, span.start, start, end, head.i, found.entity)  # "the city of Tavel"
            elif collectives and (head.lower_ in _words("collectives") or head.lemma_.lower() in _words("collectives")):
                _collective(doc, resolution, span, start, end, head, found.entity)


def _widen(doc: Doc, resolution: Resolution, name_start: int, start: int, end: int, head: int, entity: str) -> None:  # noqa: PLR0913
    old = resolution.by_token[name_start]
    if not doc[start].is_punct:
        resolution.widen(old, Link(start, end, head, entity, "nominal", 0.9))


def _collective(  # noqa: PLR0913
    doc: Doc, resolution: Resolution, span: NameSpan, start: int, end: int, head: Token, nation: str
) -> None:
    country = resolution.entities[nation].country
    parts = [token.text_with_ws for token in tokens_of(doc)[start:end] if token.pos_ not in {"DET", "NUM"}]
    name = "".join(parts).strip()
    identifier = entity_id("Institution", name)
    resolution.entities.setdefault(
        identifier, Entity(id=identifier, type="Institution", name=name, country=country, collective=True)
    )
    _widen(doc, resolution, span.start, start, end, head.i, identifier)


def _names_a_person(head: Token, resolution: Resolution) -> bool:
    """As in "Russian President X": the title goes with its name, it is no mention of the nation."""
    beside = [head.i + 1, *(child.i for child in children(head) if child.dep_ == "appos")]
    if head.dep_ in {"appos", "attr"}:
        # "X, Ostland's minister", "X is Ostland's minister"
        holder = head.head if head.dep_ == "appos" else next(iter(lefts(head.head)), head)
        beside.append(holder.i)
    linked = [resolution.by_token[index].entity for index in beside if index in resolution.by_token]
    return any(resolution.entities[entity].type == "Person" for entity in linked)


def add_description(token: Token, entity: str, score: float, resolution: Resolution) -> Link:
    """Link a description; the words of it that are names of others keep their own links."""
    start = phrase_start(token)
    while start < token.i and any(index in resolution.by_token for index in range(start, token.i)):
        start += 1
    made = Link(start, token.i + 1, token.i, entity, "nominal", score)
    resolution.add(made)
    return made


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("institutions")[key])
