"""Descriptions that stand for a participant: "the US government", "the senator", "the party", "the country".

In: a parsed article and the names already linked. Out: nominal links in the resolution. A description is linked only
where one participant bears it: by an office named beside a person, by the head word of an institution's name, by the
nation named last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import load
from polgraph.extraction.links import Link, Resolution
from polgraph.extraction.titles import is_person_noun, kin, title_ending_at
from polgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

    from polgraph.extraction.names import NameSpan

__all__ = ["add_description", "is_open_description", "link", "title_window"]

_REACH = 120  # tokens between the sentence of a description and the name it stands for
_TITLE_LENGTH = 14  # tokens before a name that may be its title
_BEARERS = 20  # the last bearers of a title who count when it stands alone
_DEFINITE = {"the", "this", "that"}
_WINDOW_POS = {"NOUN", "PROPN", "ADJ", "ADV", "NUM", "VERB"}
_COUNTRY_WORDS = {"country", "nation", "republic", "kingdom", "state"}


def link(doc: Doc, names: Sequence[NameSpan], resolution: Resolution, *, collectives: bool = False) -> None:
    """Add nominal links to `resolution`; with `collectives` also entities for unnamed groups of a country."""
    _governments(doc, names, resolution, collectives=collectives)
    bearers = _title_bearers(doc, resolution)
    named = sorted(resolution.links, key=_start)
    for token in doc:
        if token.pos_ not in {"NOUN", "PROPN"} or token.i in resolution.by_token:
            continue
        if not _is_definite(token):
            continue
        _person_nominal(token, bearers, resolution)
        _institution_nominal(token, named, resolution)
    _late_names(doc, resolution)


def title_window(doc: Doc, start: int) -> range:
    """Return the tokens before a name at `start` that may hold its title: "former White House strategist" X."""
    first = start
    while first > max(0, start - _TITLE_LENGTH):
        token = doc[first - 1]
        joint = token.lower_ in {"'s", "’s", "of", "for", "and", "-", "'", "&"} and first < start
        if token.is_sent_end or token.is_space or not (token.pos_ in _WINDOW_POS or joint or token.text == "."):
            break
        if (token.pos_ == "VERB" and token.tag_ not in {"VBN", "VBG", "NN", "NNP"}) or doc[first].is_sent_start:
            break
        if token.text == "." and (first < 2 or len(doc[first - 2].text) > 4):
            break
        first -= 1
    while first < start and doc[first].lower_ in {"of", "for", "and", "'s", "-", "'"}:
        first += 1
    if first > 0 and first < start and doc[first - 1].tag_ == "PRP$":
        first -= 1
    return range(first, start)


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
            start, end = min(_phrase_start(head), span.start), max(head.i, span.end - 1) + 1
            if head.lemma_.lower() in _words("governments") or head.lower_ in _words("governments"):
                if name.dep_ != "pobj" or head.lemma_.lower() in {"government", "state", "regime"}:
                    _widen(doc, resolution, span.start, start, end, head.i, found.entity)
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
    words = [token.text_with_ws for token in doc[start:end] if token.pos_ not in {"DET", "NUM"}]
    name = "".join(words).strip()
    identifier = entity_id("Institution", name)
    resolution.entities.setdefault(
        identifier, Entity(id=identifier, type="Institution", name=name, country=country, collective=True)
    )
    _widen(doc, resolution, span.start, start, end, head.i, identifier)


def _phrase_start(head: Token) -> int:
    parts = [
        child.i
        for child in head.children
        if child.dep_ in {"det", "amod", "compound", "nummod", "poss", "nmod"} and child.i < head.i
    ]
    return min([head.i, *parts])


def _names_a_person(head: Token, resolution: Resolution) -> bool:
    """As in "Russian President X": the title goes with its name, it is no mention of the nation."""
    beside = [head.i + 1, *(child.i for child in head.children if child.dep_ == "appos")]
    if head.dep_ in {"appos", "attr"}:
        # "X, Ostland's minister", "X is Ostland's minister"
        holder = head.head if head.dep_ == "appos" else next(head.head.lefts, head)
        beside.append(holder.i)
    linked = [resolution.by_token[index].entity for index in beside if index in resolution.by_token]
    return any(resolution.entities[entity].type == "Person" for entity in linked)


def _title_bearers(doc: Doc, resolution: Resolution) -> dict[str, list[tuple[int, str]]]:
    """Titles that stand beside a person's name, each with the places and bearers."""
    bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for item in sorted(resolution.links, key=lambda other: other.start):
        if resolution.entities[item.entity].type != "Person" or item.form != "name":
            continue
        window = title_window(doc, item.start)
        heads = [doc[index] for index in window]
        name = doc[item.head]
        heads += [child for child in name.children if child.dep_ == "appos"]
        if name.dep_ == "appos":
            heads.append(name.head)
        if name.dep_ in {"nsubj", "nsubjpass"} and name.head.lemma_ == "be":
            heads += [child for child in name.head.children if child.dep_ == "attr"]
        for head in heads:
            titled = title_ending_at(doc, head.i)
            if titled is None or kin(head.lower_) or head.i in resolution.by_token:
                continue
            for word in {titled[1], head.lower_, head.lemma_.lower()}:
                bearers[word].append((item.start, item.entity))
    return bearers


def _person_nominal(token: Token, bearers: dict[str, list[tuple[int, str]]], resolution: Resolution) -> None:
    if not is_person_noun(token.lower_) or token.tag_ in {"NNS", "NNPS"} or token.dep_ in {"compound", "appos", "attr"}:
        return
    titled = title_ending_at(token.doc, token.i)
    wanted = titled[1] if titled else token.lower_
    known = bearers.get(wanted, [])
    before = known[
        max(0, bisect_right(known, token.i, key=_place) - _BEARERS) : bisect_right(known, token.i, key=_place)
    ]
    if not before or any(child.dep_ == "appos" for child in token.children):
        return
    people = {entity for _, entity in before}
    if any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children) and len(people) > 1:
        return
    _, entity = before[-1]
    score = 0.85 if len(people) == 1 else 0.5
    add_description(token, entity, score, resolution)


def _institution_nominal(token: Token, named: Sequence[Link], resolution: Resolution) -> None:
    word = token.lemma_.lower()
    if token.dep_ == "compound" or any(
        child.dep_ in {"compound", "poss", "nmod", "prep", "relcl"} for child in token.children
    ):
        return
    heads = load("institutions")["nominals"].get(word) or ([word] if gazetteer.is_institution_head(word) else None)
    nation = word in _COUNTRY_WORDS or word == "government"
    if heads is None and not nation:
        return
    for item in reversed(named[: bisect_left(named, token.i, key=_start)]):
        if token.sent.start - item.start >= _REACH:
            return
        entity = resolution.entities[item.entity]
        institution = entity.type == "Institution" and bool(_head_words(entity.name) & set(heads or ()))
        if institution or (nation and entity.type == "Nation"):
            resolution.add(Link(_phrase_start(token), token.i + 1, token.i, item.entity, "nominal", 0.6))
            return


@cache
def _head_words(name: str) -> frozenset[str]:
    """The words of an institution's name that say what it is: the first, the last, and the last before "of"."""
    words = name.casefold().split()
    heads = {words[0], words[-1]}
    heads |= {words[i - 1] for i in range(1, len(words)) if words[i] in {"of", "for", "on"}}
    return frozenset(heads)


def _place(bearer: tuple[int, str]) -> int:
    return bearer[0]


def _start(link: Link) -> int:
    return link.start


def _late_names(doc: Doc, resolution: Resolution) -> None:
    """As in "A top Meridian lawmaker has said ... . Ana Ruzhin, deputy chair of ..., floated": the lawmaker is she.

    The opening sentence speaks of one person by an indefinite description; the first person named after it for the
    first time, with an apposition that tells an office, is that person.
    """
    sentences = list(doc.sents)
    for number, sentence in enumerate(sentences[:3]):
        described = [
            token
            for token in sentence
            if token.dep_ in {"nsubj", "nsubjpass"}
            and token.i not in resolution.by_token
            and is_person_noun(token.lower_)
            and token.tag_ == "NN"
            and any(child.lower_ in {"a", "an"} for child in token.children)
            and not any(child.dep_ == "appos" for child in token.children)
        ]
        if len(described) != 1:
            continue
        for following in sentences[number + 1 : number + 4]:
            newcomer = _newcomer(doc, following, resolution)
            if newcomer is not None:
                add_description(described[0], newcomer, 0.6, resolution)
                break


def _newcomer(doc: Doc, sentence: Span, resolution: Resolution) -> str | None:
    """The person whom a sentence names for the first time and describes in an apposition."""
    for token in sentence:
        item = resolution.by_token.get(token.i)
        if (
            item is None
            or item.start != token.i
            or resolution.entities[item.entity].type != "Person"
            or item.form != "name"
        ):
            continue
        name = doc[item.head]
        is_first = min(other.start for other in resolution.links if other.entity == item.entity) == item.start
        described = any(child.dep_ == "appos" and title_ending_at(doc, child.i) for child in name.children)
        if is_first and described and name.dep_ in {"nsubj", "pobj", "dobj", "attr"}:
            return item.entity
    return None


def is_open_description(token: Token) -> bool:
    """Tell whether a token heads a definite description of one person ("the Ostland senator")."""
    return (
        token.tag_ == "NN"
        and is_person_noun(token.lower_)
        and not kin(token.lower_)
        and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"}
        and any(child.lower_ == "the" and child.dep_ == "det" for child in token.children)
        and not any(child.dep_ in {"appos", "relcl", "prep", "conj", "acl"} for child in token.children)
    )


def add_description(token: Token, entity: str, score: float, resolution: Resolution) -> Link:
    """Link a description; the words of it that are names of others keep their own links."""
    start = _phrase_start(token)
    while start < token.i and any(index in resolution.by_token for index in range(start, token.i)):
        start += 1
    made = Link(start, token.i + 1, token.i, entity, "nominal", score)
    resolution.add(made)
    return made


def _is_definite(token: Token) -> bool:
    return any(child.lower_ in _DEFINITE and child.dep_ == "det" for child in token.children)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("institutions")[key])
