"""Words that name a party only sometimes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction

Rows = list[Any]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Conservative MP John Tavel resigned.", ("John Tavel", "MEMBER_OF", "Conservatives")),
        ("Libertarian John Tavel polled nine percent.", ("John Tavel", "MEMBER_OF", "Libertarians")),
        ("Liberal Democrat leader John Tavel resigned.", ("John Tavel", "HOLDS_OFFICE", "Liberal Democrats")),
        ("The Socialist leader John Tavel won the vote.", ("John Tavel", "HOLDS_OFFICE", "Socialists")),
    ],
)
def test_before_a_politician_such_a_word_is_a_party(
    sentence: str, expected: tuple[str, str, str], claims: Callable[..., Rows]
) -> None:
    assert expected in [row[:3] for row in claims(sentence)]


@pytest.mark.parametrize("sentence", ["Conservative estimates put the loss at nine.", "Liberal helpings were served."])
def test_at_the_head_of_a_sentence_it_may_be_a_plain_word(sentence: str, extraction: Callable[..., Extraction]) -> None:
    assert not extraction(sentence).entities
