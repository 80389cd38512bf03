"""Protests of unnamed groups that name nobody they are against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "sentence",
    [
        "Peruvian miners went on strike on Monday.",
        "Thousands of Peruvian students took to the streets.",
        "Peruvian farmers rioted on Sunday.",
        "Peruvian teachers staged a demonstration.",
    ],
)
def test_who_protests_at_home_protests_against_the_state(sentence: str, claims: Callable[..., list[Any]]) -> None:
    assert [(row.relation, row.object) for row in claims(sentence, collectives=True)] == [("PROTESTED_AGAINST", "Peru")]


@pytest.mark.parametrize(
    "sentence",
    ["Peruvian miners protested against Chile on Monday.", "Peruvian miners did not go on strike."],
)
def test_not_where_somebody_else_is_named_or_nobody_protests(sentence: str, claims: Callable[..., list[Any]]) -> None:
    assert not [row for row in claims(sentence, collectives=True) if row.object == "Peru"]


def test_not_unless_groups_are_asked_for(claims: Callable[..., list[Any]]) -> None:
    assert not claims("Peruvian miners went on strike on Monday.")
