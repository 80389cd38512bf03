"""Rivals, allies and critics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("The bill was backed by rivals Ana Ruzhin and Daniel Kest.", "COMPETES_WITH"),
        ("Former allies Ana Ruzhin and Daniel Kest have parted.", "ALLIED_WITH"),
        ("A flap between old allies Ana Ruzhin and Daniel Kest over taxes grew.", "FEUDS_WITH"),
        (
            "The spat between the Ruzhin and Kest campaigns goes on. Ana Ruzhin and Daniel Kest are silent.",
            "FEUDS_WITH",
        ),
    ],
)
def test_two_named_side_by_side_are_each_others(sentence: str, relation: str, claims: Callable[..., Rows]) -> None:
    assert relation in {row.relation for row in claims(sentence)}


def test_a_threat_that_says_to_whom_is_to_nobody_else(claims: Callable[..., Rows]) -> None:
    rows = claims("Daniel Kest resigned following Ana Ruzhin's threat to shut down the Lantern Institute.")
    assert [row.object for row in rows if row.relation == "THREATENED"] == ["Lantern Institute"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruzhin and Daniel Kest sparred over rows that have divided their supporters.",
        "Police in Norway fired tear gas at supporters of Ana Ruzhin.",
    ],
)
def test_supporters_without_a_name_support_for_nobody_else(sentence: str, claims: Callable[..., Rows]) -> None:
    assert "SUPPORTED" not in {row.relation for row in claims(sentence)}
