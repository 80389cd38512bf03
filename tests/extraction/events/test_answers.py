"""Requests that are told by their answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        "The Tidewater Court threw out a request by Ana Ruzhin.",
        "The Tidewater Court granted the application of Ana Ruzhin.",
        "The Tidewater Court turned down Ana Ruzhin's plea.",
        "Ana Ruzhin's petition was rejected by the Tidewater Court.",
    ],
)
def test_whose_request_is_answered_asked(text: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Ana Ruzhin", "URGED", "Tidewater Court") in {row[:3] for row in claims(text)}


def test_what_is_no_request_was_not_asked(claims: Callable[..., list[Any]]) -> None:
    found = claims("The Tidewater Court rejected Ana Ruzhin's account.")
    assert not [row for row in found if row.relation == "URGED"]


def test_a_request_for_bail_demands_nothing(claims: Callable[..., list[Any]]) -> None:
    rows = claims("The High Court refused Ana Ruzhin's request for bail.")
    assert not [row for row in rows if row.relation == "URGED"]
