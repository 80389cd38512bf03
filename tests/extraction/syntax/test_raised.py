"""Second acts of a speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruzhin demanded that Mira Tavel reveal her sources and praised Daniel Kest.",
        'Ana Ruzhin replied that Mira Tavel was "entitled to her view" but praised Daniel Kest.',
        "Ana Ruzhin told reporters that Mira Tavel would testify, and praised Daniel Kest.",
        "Ana Ruzhin says Mira Tavel is unfit and praises Daniel Kest.",
        "Ana Ruzhin said that it was over and praised Daniel Kest.",
    ],
)
def test_who_spoke_before_acts_again(text: str, claims: Callable[..., list[Any]]) -> None:
    rows = [row[:5] for row in claims(text) if row.relation == "SUPPORTED" and row.object == "Daniel Kest"]
    assert rows == [("Ana Ruzhin", "SUPPORTED", "Daniel Kest", "asserted", None)]


def test_a_pronoun_for_whom_the_clause_is_about_shows_that_somebody_else_acts(claims: Callable[..., list[Any]]) -> None:
    rows = claims("Daniel Kest said Mira Tavel lied and called her a coward.")
    assert ("Daniel Kest", "CRITICIZED", "Mira Tavel") in {row[:3] for row in rows}


def test_a_second_act_of_the_same_kind_goes_on_with_the_clause(claims: Callable[..., list[Any]]) -> None:
    rows = claims("The report said that Mira Tavel lied to voters and praised Daniel Kest.")
    assert ("Mira Tavel", "SUPPORTED", "Daniel Kest") in {row[:3] for row in rows}
