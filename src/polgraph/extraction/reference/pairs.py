"""Two at once: "the two leaders", "the couple", "both companies" after a sentence that names just two.

In: a parsed article and its resolution. Out: for the head of such a description, the two entities it stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.syntax.tree import children
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Link, Resolution

__all__ = ["link_pairs"]

_REACH = 3  # sentences
_PEOPLE = {"couple", "newlyweds", "spouses", "men", "women"}
_PLURALS = {"NNS", "NNPS"}


def link_pairs(doc: Doc, resolution: Resolution) -> None:
    """Find the pairs of an article and keep them in `resolution.pairs`."""
    known = words("anaphora", "pairs")
    sentences: list[tuple[int, int]] | None = None
    for token in doc:
        if token.lower_ not in known:
            continue
        head = _head(token)
        if head is None or head.i in resolution.by_token:
            continue
        sentences = sentences or [(sentence.start, sentence.end) for sentence in doc.sents]
        pair = _named_before(head, _types(head), sentences, resolution)
        if pair is not None:
            resolution.pairs[head.i] = pair


def _head(token: Token) -> Token | None:
    """The head of "the two leaders", "both leaders", "the couple", "the two"; None for other twos."""
    word = token.lower_
    if word in {"two", "both"}:
        noun = token.head
        if token.dep_ in {"nummod", "det", "predet", "amod"} and noun.i > token.i and noun.tag_ in _PLURALS:
            bare = any(child.dep_ in {"relcl", "prep", "acl"} for child in children(noun))
            definite = word == "both" or any(child.lower_ in {"the", "these", "those"} for child in children(noun))
            return noun if definite and not bare else None
        alone = word == "both" and token.pos_ == "PRON" and not any(children(token))
        articled = word == "two" and token.i > 0 and token.nbor(-1).lower_ == "the"
        return token if (alone or articled) and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} else None
    articled = any(child.lower_ == "the" for child in children(token))
    return token if articled and not any(child.dep_ == "prep" for child in children(token)) else None


def _types(head: Token) -> set[str]:
    word, lemma = head.lower_, head.lemma_.lower()
    if word in _PEOPLE or (is_person_noun(lemma) and lemma not in words("anaphora", "pairs_of_any")):
        return {"Person"}
    if lemma in words("anaphora", "countries"):
        return {"Nation"}
    if lemma in load("institutions")["nominals"] or gazetteer.is_institution_head(lemma):
        return {"Institution"}
    if lemma in words("anaphora", "pairs_of_any") | {"two", "both", "pair", "duo"}:
        return {"Person", "Nation", "Institution"}
    return set()


def _named_before(
    head: Token, types: set[str], sentences: list[tuple[int, int]], resolution: Resolution
) -> tuple[Link, Link] | None:
    """The only two of one type that the nearest sentence with names names, pronouns included."""
    at = next(number for number, (_, end) in enumerate(sentences) if head.i < end)
    for number in range(at, max(-1, at - _REACH), -1):
        start, end = sentences[number]
        found: dict[str, Link] = {}
        for index in range(start, min(end, head.i)):
            link = resolution.by_token.get(index)
            if link is not None and link.form != "adjective" and resolution.entities[link.entity].type in types:
                found.setdefault(link.entity, link)
        for kind in ("Person", "Nation", "Institution"):
            pair = [link for link in found.values() if resolution.entities[link.entity].type == kind]
            if len(pair) == 2:
                return pair[0], pair[1]
        if len(found) > 1:
            return None
    return None
