"""Groups without a name: kept where a country qualifies them, left out where they are somebody told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

STORY = (
    "The ferry to the islands was late again on Monday, and nobody at the pier could say when it would come. "
    "Old men sat on crates and spoke of the weather, of nets, of the price of diesel, and of the winter when the "
    "whole bay froze and the mail was brought over the ice on a sledge that two dogs drew from shore to shore. "
)


def _ends(claims: Callable[..., list[tuple[str, ...]]], text: str) -> set[str]:
    return {end for row in claims(text, collectives=True) for end in (row[0], row[2])}


def test_a_country_qualifies_a_group(claims: Callable[..., list[tuple[str, ...]]]) -> None:
    assert any("rebels" in end for end in _ends(claims, "Norwegian rebels attacked the Tidewater Bank."))


@pytest.mark.parametrize("whom", ["my husband", "the newspaper", "auditors"])
def test_in_an_article_whoever_no_country_qualifies_is_no_group(
    claims: Callable[..., list[tuple[str, ...]]], whom: str
) -> None:
    found = _ends(claims, f"{STORY}Ana Ruzhin accused {whom} of theft.")
    assert not any(whom.rpartition(" ")[2] in end for end in found)


def test_in_a_sentence_alone_it_is_one(claims: Callable[..., list[tuple[str, ...]]]) -> None:
    assert any("auditors" in end for end in _ends(claims, "Ana Ruzhin accused auditors of theft."))
