"""A person's campaign is a body where it acts or has people, and one body however it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hanna Tavel's campaign accused Peter Ostrow of lying. The Tavel campaign went on.",
            ("Tavel campaign", "ACCUSED", "Peter Ostrow"),
        ),
        (
            "Mika Penz is now the chairman of Ms. Tavel's presidential campaign.",
            ("Mika Penz", "HOLDS_OFFICE", "Tavel's presidential campaign"),
        ),
        (
            "Hanna Tavel was late. Her campaign accused Peter Ostrow of lying.",
            ("Hanna Tavel's campaign", "ACCUSED", "Peter Ostrow"),
        ),
    ],
)
def test_a_campaign_that_acts_is_a_body(text: str, expected: tuple[str, str, str], claims: Callable[..., Rows]) -> None:
    assert expected in [row[:3] for row in claims(text)]


def test_what_one_campaigns_with_is_ones_own(claims: Callable[..., Rows]) -> None:
    rows = claims("Peter Ostrow criticised Hanna Tavel's campaign.")
    assert ("Peter Ostrow", "CRITICIZED", "Hanna Tavel") in [row[:3] for row in rows]


def test_a_campaign_spokeswoman_speaks_for_the_only_campaign(claims: Callable[..., list[Any]]) -> None:
    found = claims("The Benson campaign was silent. Mia Torres, a campaign spokeswoman, did not respond.")
    assert ("Mia Torres", "SPEAKS_FOR", "Benson campaign") in {(r.subject, r.relation, r.object) for r in found}


def test_without_a_campaign_its_staff_is_nobodys(claims: Callable[..., list[Any]]) -> None:
    assert not claims("Mia Torres, a campaign spokeswoman, did not respond.")


@pytest.mark.parametrize("team", ["The Ostrow team", "Ostrow's camp"])
def test_a_team_is_the_campaign_where_there_is_one(team: str, claims: Callable[..., Rows]) -> None:
    rows = claims(f"Peter Ostrow spoke. The Ostrow campaign was silent. {team} accused Hanna Tavel of theft.")
    assert ("Ostrow campaign", "ACCUSED", "Hanna Tavel") in [row[:3] for row in rows]


def test_a_campaign_is_not_somebody_elses(claims: Callable[..., Rows]) -> None:
    rows = claims("The Kest campaign struggles. Hanna Tavel named Ana Ruzhin head of her campaign. Her campaign grows.")
    assert "Kest campaign" not in {row[2] for row in rows}


def test_staff_of_a_person_are_not_of_another_campaign(claims: Callable[..., Rows]) -> None:
    text = "The Tavel campaign laughed. Corey Penz, who was fired as Kest's campaign manager, praised Daniel Kest."
    assert ("Corey Penz", "HOLDS_OFFICE", "Tavel campaign") not in [row[:3] for row in claims(text)]
