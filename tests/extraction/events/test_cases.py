"""Official acts without an agent, where somebody has just done the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        "The Tidewater Court sentenced Ana Ruzhin to a year in prison. Daniel Kest was sentenced to three years.",
        "Daniel Kest was sentenced to three years after the Tidewater Court sentenced Ana Ruzhin.",
    ],
)
def test_who_did_the_same_does_it_again(text: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Tidewater Court", "PROSECUTED", "Daniel Kest") in {row[:3] for row in claims(text)}


def test_another_act_is_nobodys(claims: Callable[..., list[Any]]) -> None:
    text = "The Tidewater Court sentenced Ana Ruzhin to a year in prison. Daniel Kest was arrested on Friday."
    assert not [row for row in claims(text) if row.object == "Daniel Kest"]
