"""Bodies that a title names by their kind alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Orsk Teachers Association left. Union president Ana Ruzhin slept.",
            ("Ana Ruzhin", "HOLDS_OFFICE", "Orsk Teachers Association"),
        ),
        (
            "The Orsk School Board fired Daniel Kest. He was late, said board chair Ana Ruzhin.",
            ("Ana Ruzhin", "HOLDS_OFFICE", "Orsk School Board"),
        ),
        (
            "The Orsk School Board fired Daniel Kest. A board spokesman accused Tom Akers of theft.",
            ("Orsk School Board", "ACCUSED", "Tom Akers"),
        ),
        (
            "Orsk University fired Daniel Kest. Ana Ruzhin, university president, praised him.",
            ("Ana Ruzhin", "HOLDS_OFFICE", "Orsk University"),
        ),
    ],
)
def test_a_title_has_the_body_of_its_kind(
    text: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]
) -> None:
    assert wanted in {row[:3] for row in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Orsk School Board left. Union president Ana Ruzhin slept.",
        "Ana Ruzhin, union president, slept. The Orsk Teachers Association left. The Harbour Workers Union left.",
    ],
)
def test_no_body_of_its_kind_is_none(text: str, claims: Callable[..., list[Any]]) -> None:
    assert not [row for row in claims(text) if row.relation == "HOLDS_OFFICE"]


@pytest.mark.parametrize("who", ["Union leaders", "Officials at the union", "Union executives"])
def test_the_staff_act_for_the_body(who: str, claims: Callable[..., list[Any]]) -> None:
    rows = [row[:3] for row in claims(f"The Harbour Union called a strike. {who} accused Sweden of lying.")]
    assert ("Harbour Union", "ACCUSED", "Sweden") in rows
