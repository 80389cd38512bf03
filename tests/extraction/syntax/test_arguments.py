"""Subjects, objects and prepositional arguments in a parse tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from polgraph.extraction.events.acts import affected, governed_acts, is_duty, is_hostile
from polgraph.extraction.language import load, parse
from polgraph.extraction.syntax import arguments

if TYPE_CHECKING:
    from spacy.tokens import Token


def token(sentence: str, word: str) -> Token:
    return next(found for found in parse(sentence) if found.text == word)


def words(tokens: list[Token]) -> list[str]:
    return [found.text for found in tokens]


@pytest.mark.parametrize(
    ("sentence", "verb", "wanted"),
    [
        ("The council fired the clerk.", "fired", ["council"]),
        ("The council, which fired the clerk, met.", "fired", ["council"]),
        ("The council wants to fire the clerk.", "fire", ["council"]),
        ("The mayor urged the council to fire the clerk.", "fire", ["council"]),
        ("The mayor began a strike to protest against the council.", "protest", ["mayor"]),
        ("The mayor and the council fired the clerk.", "fired", ["mayor", "council"]),
        ("The council met and fired the clerk.", "fired", ["council"]),
        ("The clerk was fired by the council.", "fired", ["council"]),
        ("The clerk was fired.", "fired", []),
    ],
)
def test_agents(sentence: str, verb: str, wanted: list[str]) -> None:
    assert words(arguments.agents(token(sentence, verb))) == wanted


@pytest.mark.parametrize(
    ("sentence", "verb", "wanted"),
    [
        ("The council fired the clerk.", "fired", ["clerk"]),
        ("The clerk was fired by the council.", "fired", ["clerk"]),
        ("The clerk whom the council fired wept.", "fired", ["clerk"]),
        ("The court found the clerk guilty.", "found", ["clerk"]),
    ],
)
def test_patients(sentence: str, verb: str, wanted: list[str]) -> None:
    assert words(arguments.patients(token(sentence, verb))) == wanted


def test_the_first_of_several_prepositions_counts() -> None:
    verb = token("The council sent money to the mayor from the bank.", "sent")
    assert words(arguments.prepositional(verb, ("to|from",))) == ["mayor"]


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [("They staged a play.", "staged", "stage"), ("They began a hunger strike.", "strike", "walkout")],
)
def test_lemmas(sentence: str, word: str, lemma: str) -> None:
    assert arguments.lemma(token(sentence, word)) == lemma


def test_what_an_infinitive_acts_on() -> None:
    [act] = governed_acts(token("The council threatened to close the port of the mayor.", "threatened"))
    assert words(affected(act))[:2] == ["port", "mayor"]


@pytest.mark.parametrize(
    ("sentence", "verb", "hostile"),
    [
        ("They want to bomb the port.", "bomb", True),
        ("They want to impose sanctions on the port.", "impose", True),
        ("They want to lift sanctions on the port.", "lift", False),
        ("They want to help the port.", "help", False),
    ],
)
def test_what_is_hostile(sentence: str, verb: str, *, hostile: bool) -> None:
    assert is_hostile(token(sentence, verb)) is hostile


@pytest.mark.parametrize(
    ("sentence", "verb", "duty"),
    [
        ("He said the mayor must go.", "go", True),
        ("He demanded that the mayor go.", "go", True),
        ("He said the mayor has to go.", "has", True),
        ("He said the mayor went.", "went", False),
        ("He said the mayor must be fired.", "fired", False),
    ],
)
def test_what_is_a_duty(sentence: str, verb: str, *, duty: bool) -> None:
    assert is_duty(token(sentence, verb)) is duty


def test_a_word_that_the_parser_takes_both_ways_is_looked_at_once() -> None:
    rows = [
        ("Ruzhin", "NNP", "PROPN", "nsubj", 1),
        ("wrote", "VBD", "VERB", "ROOT", 1),
        ("letters", "NNS", "NOUN", "dobj", 1),
        ("calling", "VBG", "VERB", "acl", 2),
        ("for", "IN", "SCONJ", "mark", 7),  # the parser is at odds with itself: it marks what it also governs
        ("help", "NN", "NOUN", "pobj", 4),
        ("to", "TO", "PART", "aux", 7),
        ("rebuild", "VB", "VERB", "advcl", 3),
        ("ports", "NNS", "NOUN", "dobj", 7),
    ]
    texts, tags, pos, deps, heads = (list(column) for column in zip(*rows, strict=True))
    lemmas = ["Ruzhin", "write", "letter", "call", "for", "help", "to", "rebuild", "port"]
    doc = Doc(load().vocab, words=texts, tags=tags, pos=pos, deps=deps, heads=heads, lemmas=lemmas)
    assert words(arguments.subjects(doc[7])) == ["letters"]
