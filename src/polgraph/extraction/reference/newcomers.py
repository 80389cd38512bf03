"""Who is described in the opening and named later, by another word or by none: "A minister quit. Ana Ruzhin said".

In: a parsed article and the names already linked. Out: nominal links in the resolution. News introduces a person once:
who is named for the first time with no word on who it is was described before; who is named with a title may be the
one described by a word of the same kind.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load, words
from polgraph.extraction.reference.anaphors import GENDERED
from polgraph.extraction.reference.nominals import add_description, title_window
from polgraph.extraction.syntax.tree import children, tokens_of
from polgraph.extraction.titles import gender, honorifics, is_person_noun, written_out

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

    from polgraph.extraction.links import Link, Resolution

__all__ = ["link_newcomers"]

_OPENING = 3  # sentences
_LATEST = 5  # sentences after the description
_PHRASE = 9  # tokens of an apposition
_SUBJECTS = {"nsubj", "nsubjpass"}
_TOWARDS = {"by", "against", "with", "from", "to", "for", "of", "on", "at", "over"}
_ARTICLES = {"a", "an", "the", "another"}
_SURE, _LIKELY = 0.65, 0.55


def link_newcomers(doc: Doc, resolution: Resolution, sentences: Sequence[Span], firsts: Mapping[str, int]) -> None:
    """Link the descriptions of the opening to the people who are named after them for the first time."""
    for number, sentence in enumerate(sentences[:_OPENING]):
        described = [token for token in sentence if _describes(token, resolution)]
        if not described:
            continue
        # the subject is who the article is about
        described.sort(key=lambda token: (token.dep_ not in _SUBJECTS, token.i))
        people = list(_newcomers(doc, sentences[number + 1 : number + 1 + _LATEST], firsts, resolution))
        borne = Counter(noun for _, nouns in people for noun in nouns)
        for link, nouns in people:
            fitting = [
                token
                for token in described
                if borne[written_out(token.text)] <= 1 and _may_be(token, link, nouns, firsts, resolution)
            ]
            if fitting:
                add_description(fitting[0], link.entity, _SURE if nouns else _LIKELY, resolution)
                described.remove(fitting[0])
            elif not nouns:
                break  # who is named without a word is somebody told of otherwise


def _describes(token: Token, resolution: Resolution) -> bool:
    """A noun for one person, without a name beside it, that has a place in its clause."""
    return (
        token.tag_ in {"NN", "NNP"}
        and token.i not in resolution.by_token
        and is_person_noun(token.lower_)
        and (token.lower_ not in words("anaphora", "no_people") or _is_head_of(token))
        and (token.dep_ in {*_SUBJECTS, "dobj", "poss"} or (token.dep_ == "pobj" and token.head.lower_ in _TOWARDS))
        and _is_one(token, resolution)
        and not any(child.dep_ == "appos" for child in children(token))
        and not _is_named_after(token, resolution)
    )


def _is_named_after(noun: Token, resolution: Resolution) -> bool:
    """As in "the minister for roads and ports, X": the parser may hang the name elsewhere."""
    doc = noun.doc
    for index in range(noun.i + 1, min(noun.i + _PHRASE, noun.sent.end - 1)):
        if doc[index].text == ",":
            link = resolution.by_token.get(index + 1)
            return link is not None and resolution.entities[link.entity].type == "Person"
        if doc[index].pos_ in {"VERB", "AUX", "PUNCT"}:
            return False
    return False


def _is_head_of(noun: Token) -> bool:
    """Tell "the head of the mission" from a head."""
    return any(child.dep_ == "prep" and child.lower_ == "of" for child in children(noun))


def _is_one(noun: Token, resolution: Resolution) -> bool:
    """Tell "a judge", "the union's judge" and "Tavel's mayor" from "his aide" and "no judge"."""
    for child in children(noun):
        if child.dep_ == "det" and child.i < noun.i:
            return child.lower_ in _ARTICLES
        if child.dep_ == "poss":
            link = resolution.at(child)
            named = link is not None and resolution.entities[link.entity].type != "Person"
            return named or (link is None and child.tag_ in {"NN", "NNS"})
    return False


def _newcomers(
    doc: Doc, following: Sequence[Span], firsts: Mapping[str, int], resolution: Resolution
) -> Iterator[tuple[Link, frozenset[str]]]:
    """Yield the people named for the first time, each with the nouns that say who it is."""
    for sentence in following:
        for token in sentence:
            link = resolution.by_token.get(token.i)
            if link is None or link.start != token.i or link.form != "name" or firsts[link.entity] != link.start:
                continue
            if resolution.entities[link.entity].type == "Person":
                yield link, frozenset(_nouns_beside(doc, link))


def _nouns_beside(doc: Doc, link: Link) -> Iterator[str]:
    name = doc[link.head]
    near = [doc[index] for index in title_window(doc, link.start)]
    for child in children(name):
        if child.dep_ in {"appos", "relcl", "acl"}:
            near += tokens_of(doc)[child.left_edge.i : min(child.right_edge.i + 1, child.left_edge.i + _PHRASE)]
    if name.dep_ in {"appos", "attr"}:
        near += [name.head, *children(name.head)]
    for token in near:
        if token.lower_.rstrip(".") not in _honorifics() and is_person_noun(token.lower_):
            yield written_out(token.text)
        elif token.lower_ in words("titles", "stand_in_ranks"):
            yield token.lower_
    if any(token.dep_ == "poss" and is_person_noun(token.head.lower_) for token in near):
        yield "somebody's"


def _may_be(
    described: Token, link: Link, nouns: Collection[str], firsts: Mapping[str, int], resolution: Resolution
) -> bool:
    """Tell whether somebody new may be the one described."""
    word = written_out(described.text)
    own = gender(described.lower_) or _gender_after(described)
    other = gender(resolution.entities[link.entity].name.split()[0])
    if own is not None and other is not None and own != other:
        return False
    if _is_definite(described) and _is_known(described, firsts, resolution):
        return False
    if _is_one_of_a_state(described):
        return False
    if not nouns:
        return True
    ranks = {child.lower_ for child in children(described)} & words("titles", "stand_in_ranks")
    if not ranks - words("titles", "former") <= set(nouns):
        return False
    return word in nouns or any(word in alike and not alike.isdisjoint(nouns) for alike in _alike())


def _gender_after(described: Token) -> str | None:
    """As in "the minister received us in his kitchen": what the next pronoun of the sentence says."""
    after = tokens_of(described.doc)[described.i + 1 : described.sent.end]
    pronouns = (token.lower_ for token in after if token.tag_ in {"PRP", "PRP$"})
    return next((GENDERED[word] for word in pronouns if word in GENDERED), None)


def _is_one_of_a_state(noun: Token) -> bool:
    """As in "the president", "the Prime Minister": everybody knows who that is without being told."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    known = written_out(noun.text) in words("titles", "national") or before in {"prime", "first"}
    return known or (noun.is_title and before == "the")


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ == "the" for child in children(noun))


def _is_known(described: Token, firsts: Mapping[str, int], resolution: Resolution) -> bool:
    """Tell whether somebody is named before whom "the minister" may mean; in its own sentence by the very word."""
    start, word = described.sent.start, written_out(described.text)
    for entity, at in firsts.items():
        if at >= described.i or resolution.entities[entity].type != "Person":
            continue
        if at < start or word in _nouns_beside(described.doc, resolution.by_token[at]):
            return True
    return False


@cache
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in load("anaphora")["alike_titles"])


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(word.casefold() for word in honorifics())
