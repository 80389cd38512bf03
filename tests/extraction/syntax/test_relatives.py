"""Whom a clause with "who" is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Kest's main rival for the nomination, Ana Ruzhin, who had asked Ivo Marren to wait, lost.",
        "The governor, Ana Ruzhin, a Democrat who had urged Ivo Marren to wait, spoke on Monday.",
        "Ana Ruzhin, the president of Ostland, who had urged Ivo Marren to wait, spoke on Monday.",
    ],
)
def test_who_is_somebody(text: str, claims: Callable[..., list[Any]]) -> None:
    assert [row[0] for row in claims(text) if row.relation == "URGED"] == ["Ana Ruzhin"]
