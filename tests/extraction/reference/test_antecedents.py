"""Pronouns and descriptions whose part in the clause tells that they mean somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Norway closed its border.", "Norway"),
        ("Tavel Cement, a Norwegian company, opened a plant.", "Tavel Cement"),
        ("The Supreme Court of Norway ruled on Monday.", "Supreme Court"),
    ],
)
def test_what_accuses_somebody_is_no_thing(before: str, who: str, claims: Callable[..., Rows]) -> None:
    rows = {row[:3] for row in claims(f"{before} It accused Sweden of lying.")}
    assert (who, "ACCUSED", "Sweden") in rows


@pytest.mark.parametrize("who", ["The ex-president", "The former president"])
def test_an_ex_president_was_one(who: str, claims: Callable[..., Rows]) -> None:
    rows = {row[:3] for row in claims(f"Former president Ola Berg was jailed. {who} accused Sweden of lying.")}
    assert ("Ola Berg", "ACCUSED", "Sweden") in rows


def test_the_judges_are_their_court(claims: Callable[..., Rows]) -> None:
    rows = {row[:3] for row in claims("The High Court ruled on Monday. The judges accused Sweden of lying.")}
    assert ("High Court", "ACCUSED", "Sweden") in rows
