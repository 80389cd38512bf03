"""Lemma and voice of a predicate."""

from __future__ import annotations

import pytest

from polgraph.extraction.language import parse
from polgraph.extraction.syntax.forms import is_passive, lemma


@pytest.mark.parametrize(
    ("sentence", "word", "wanted"),
    [
        ("The clerk was fired.", "fired", True),
        ("The clerk, fired by the council, wept.", "fired", True),
        ("The clerk was arrested and charged.", "charged", True),
        ("The mayor wants the clerk jailed.", "jailed", True),
        ("The council fired the clerk.", "fired", False),
    ],
)
def test_voice(sentence: str, word: str, *, wanted: bool) -> None:
    assert is_passive(next(token for token in parse(sentence) if token.text == word)) is wanted


@pytest.mark.parametrize(
    ("sentence", "word", "wanted"),
    [
        ("The miners began a hunger strike.", "strike", "walkout"),
        ("The mayor had harsh words for the clerk.", "words", "criticism"),
        ("The mayor had words with the clerk.", "words", "word"),
    ],
)
def test_a_compound_may_mean_something_else(sentence: str, word: str, wanted: str) -> None:
    assert lemma(next(token for token in parse(sentence) if token.text == word)) == wanted
