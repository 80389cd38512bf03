"""Denials that do not say whose word they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_ROW = ("Daniel Kest", "REJECTED", "Ana Ruzhin")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruzhin accused Daniel Kest of theft. Kest denied the accusation.",
        "Ana Ruzhin accused Daniel Kest of theft. He has denied any wrongdoing.",
        "Ana Ruzhin accused Daniel Kest of theft, which he denies.",
        "Ana Ruzhin accused Daniel Kest of theft, a charge Kest denied.",
        "Ana Ruzhin accused Daniel Kest of theft. Kest denies taking the money.",
        "Daniel Kest has denied the allegations after Ana Ruzhin accused Kest of theft.",
    ],
)
def test_who_denies_an_accusation_rejects_what_the_accuser_said(text: str, claims: Callable[..., list[Any]]) -> None:
    assert _ROW in {row[:3] for row in claims(text)}


def test_a_denied_accusation_was_made(claims: Callable[..., list[Any]]) -> None:
    [row] = [row for row in claims("Daniel Kest denied Ana Ruzhin's allegations against him.") if row[1] == "ACCUSED"]
    assert (row.subject, row.modality) == ("Ana Ruzhin", "asserted")


def test_a_denial_without_an_accusation_rejects_nobody(claims: Callable[..., list[Any]]) -> None:
    assert not [row for row in claims("Ana Ruzhin praised Daniel Kest. Kest denied it.") if row[1] == "REJECTED"]


def test_what_is_denied_as_an_allegation_was_one(claims: Callable[..., list[Any]]) -> None:
    found = {row[:3] for row in claims("Ana Ruzhin said that Daniel Kest met the bankers. Kest denied the allegation.")}
    assert {("Ana Ruzhin", "ACCUSED", "Daniel Kest"), ("Daniel Kest", "REJECTED", "Ana Ruzhin")} <= found
