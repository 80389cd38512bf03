"""Titles that a comma parts from the name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("A spokesman for the Taliban, Karim Assaf, declined.", ("Karim Assaf", "SPEAKS_FOR", "Taliban")),
        (
            "The head of Norway's presidential office, Daniel Kest, met Ana Ruzhin.",
            ("Daniel Kest", "MET_WITH", "Ana Ruzhin"),
        ),
        (
            "Daniel Kest, leader of the Norwegian group Lantern Front, spoke on Friday.",
            ("Daniel Kest", "HOLDS_OFFICE", "Lantern Front"),
        ),
        ("Kenya's junior Disarmament Minister Daniel Kest resigned.", ("Daniel Kest", "HOLDS_OFFICE", "Kenya")),
        ("Kenya's Deputy Inspector General of Police Daniel Kest resigned.", ("Daniel Kest", "HOLDS_OFFICE", "Kenya")),
        ("Interim President Daniel Kest took office in Kenya.", ("Daniel Kest", "HOLDS_OFFICE", "Kenya")),
        (
            "Minister of Territorial Administration Daniel Kest said the truce would hold in Kenya.",
            ("Daniel Kest", "HOLDS_OFFICE", "Kenya"),
        ),
    ],
)
def test_whose_title_it_is(sentence: str, row: tuple[str, str, str], claims: Callable[..., Rows]) -> None:
    assert row in [found[:3] for found in claims(sentence)]
