"""What an utterance does by its first words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Shame on Daniel Kest,", "CRITICIZED"),
        ("How dare Daniel Kest lecture us,", "CRITICIZED"),
        ("Kudos to Daniel Kest for his courage,", "SUPPORTED"),
        ("Thank you, Daniel Kest, for coming,", "SUPPORTED"),
        ("Step down, Daniel Kest,", "CALLED_FOR_ACTION_AGAINST"),
    ],
)
def test_the_first_words_tell_what_is_done(words: str, relation: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Ana Ruzhin", relation, "Daniel Kest") in {row[:3] for row in claims(f'"{words}" Ana Ruzhin wrote.')}


def test_an_outcry_without_a_name_hits_whoever_is_told(claims: Callable[..., list[Any]]) -> None:
    rows = claims('"Resign now," Ana Ruzhin told Daniel Kest.')
    assert ("Ana Ruzhin", "CALLED_FOR_ACTION_AGAINST", "Daniel Kest") in {row[:3] for row in rows}


def test_an_outcry_without_a_name_hits_whoever_was_attacked_just_before(claims: Callable[..., list[Any]]) -> None:
    rows = claims('Ana Ruzhin went after Daniel Kest. "Resign, you ghoul," she wrote.')
    assert ("Ana Ruzhin", "CALLED_FOR_ACTION_AGAINST", "Daniel Kest") in {row[:3] for row in rows}


def test_the_same_words_in_the_voice_of_the_article_are_nobodys(claims: Callable[..., list[Any]]) -> None:
    assert not claims("Shame on Daniel Kest.")
