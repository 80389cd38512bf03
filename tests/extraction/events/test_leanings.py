"""Whom something is for or against by a prefix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

MET = "Ana Ruzhin met Daniel Kest. "


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Ana Ruzhin's anti-Kest speeches went on.", ("Ana Ruzhin", "CRITICIZED", "Daniel Kest")),
        ("Ines Tavel, a pro-Ruzhin mayor, spoke.", ("Ines Tavel", "SUPPORTED", "Ana Ruzhin")),
        ("The anti-Ruzhin group Harbour Voices was silent.", ("Harbour Voices", "CRITICIZED", "Ana Ruzhin")),
    ],
)
def test_for_or_against_by_prefix(sentence: str, row: tuple[str, str, str], claims: Callable[..., list[Any]]) -> None:
    assert row in {found[:3] for found in claims(MET + sentence)}


def test_what_is_against_somebody_is_not_theirs(claims: Callable[..., list[Any]]) -> None:
    found = claims(MET + "Ana Ruzhin's anti-Kest speeches angered the Harbour Party.")
    assert ("Harbour Party", "CRITICIZED", "Daniel Kest") not in {row[:3] for row in found}


def test_a_camp_is_no_stance(claims: Callable[..., list[Any]]) -> None:
    found = claims("The Republic of Ostland is large. Ines Tavel, a pro-Ostland deputy, spoke.")
    assert not [row for row in found if row.relation == "SUPPORTED"]
