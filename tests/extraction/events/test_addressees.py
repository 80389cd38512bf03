"""Whom words are said to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        '"You people have spent three years lying to us," Ana Ruzhin told Mira Tavel.',
        'In an open letter to Mira Tavel, Ana Ruzhin wrote: "You have betrayed the people who elected you."',
        'Ana Ruzhin launched a tirade against Mira Tavel. "You lied to us," she said.',
    ],
)
def test_you_is_whoever_is_spoken_to(text: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Ana Ruzhin", "ACCUSED", "Mira Tavel") in {row[:3] for row in claims(text)}


def test_an_order_is_given_to_whom_it_names(claims: Callable[..., list[Any]]) -> None:
    rows = claims('"Do your job, Mira Tavel," Ana Ruzhin said.')
    assert ("Ana Ruzhin", "URGED", "Mira Tavel") in {row[:3] for row in rows}
