"""Descriptions of the opening whose bearers are named later by another word, or with none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A former minister has accused Daniel Kest of lying. Ana Ruzhin, who lost her seat in May, wrote a book.",
            ("Ana Ruzhin", "ACCUSED", "Daniel Kest"),
        ),
        (
            "Daniel Kest has criticised the country's main opposition leader. Ana Ruzhin left the hall on Friday.",
            ("Daniel Kest", "CRITICIZED", "Ana Ruzhin"),
        ),
        (
            "The head of the Harbour Union has sued Daniel Kest. Ana Ruzhin said the mayor owed her a boat.",
            ("Ana Ruzhin", "PROSECUTED", "Daniel Kest"),
        ),
        (
            "A lawmaker has criticised Daniel Kest. Senator Ana Ruzhin said that the levy was late.",
            ("Ana Ruzhin", "CRITICIZED", "Daniel Kest"),
        ),
    ],
)
def test_who_is_named_without_the_word(
    text: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]
) -> None:
    assert wanted in {row[:3] for row in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        # somebody of another trade
        "A minister has criticised Daniel Kest. Lawyer Ana Ruzhin was late.",
        # the one whom everybody knows
        "The president has criticised Daniel Kest. Ana Ruzhin was late.",
        # who is named before the minister
        "Tom Akers met Daniel Kest. The minister criticised Daniel Kest. Ana Ruzhin was late.",
        # the minister is named at once
        "The minister for roads and ports, Tom Akers, criticised Daniel Kest. Ana Ruzhin was late.",
    ],
)
def test_who_is_not(text: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Ana Ruzhin", "CRITICIZED", "Daniel Kest") not in {row[:3] for row in claims(text)}


def test_who_has_a_kitchen_of_his_own_is_no_woman(claims: Callable[..., list[Any]]) -> None:
    text = "The transport minister of Norway received us in his kitchen. Susan Kestrel accused Norway of fraud."
    assert not [row for row in claims(text) if row.subject == "Susan Kestrel" and row.relation == "HOLDS_OFFICE"]
