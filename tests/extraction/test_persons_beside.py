"""One of a party's people is somebody, not the party."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RUZHIN, KEST = "Ana Ruzhin", "Daniel Kest"


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Rep. Ana Ruzhin, the Ohio Republican who has overtaken Daniel Kest, spoke.", "COMPETES_WITH"),
        ("Rep. Ana Ruzhin, the lone Republican to criticize Daniel Kest, spoke.", "CRITICIZED"),
        ("Ana Ruzhin, the first Democrat to endorse Daniel Kest, spoke.", "SUPPORTED"),
        ("Rep. Ana Ruzhin, one of the Republicans who voted against Daniel Kest, spoke.", "REJECTED"),
        ("Ana Ruzhin is a Republican who has criticized Daniel Kest.", "CRITICIZED"),
        ("Ana Ruzhin, a Texan who has feuded with Daniel Kest, spoke.", "FEUDS_WITH"),
    ],
)
def test_a_member_described_acts_himself(sentence: str, relation: str, claims: Callable[..., list[Any]]) -> None:
    assert [row[:3] for row in claims(sentence) if row.object == KEST] == [(RUZHIN, relation, KEST)]
