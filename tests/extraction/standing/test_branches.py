"""Bodies within bodies that each have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    ("sentence", "branch", "whole"),
    [
        ("The Justice Department's Civil Rights Division sued.", "Civil Rights Division", "Justice Department"),
        (
            "The Center for Harbour Studies at Harvard University published it.",
            "Center for Harbour Studies",
            "Harvard University",
        ),
    ],
)
def test_a_branch_is_part_of_the_whole(sentence: str, branch: str, whole: str, claims: Callable[..., Rows]) -> None:
    assert (branch, "PART_OF", whole) in [row[:3] for row in claims(sentence)]


def test_a_meeting_at_a_body_makes_no_part_of_it(claims: Callable[..., Rows]) -> None:
    rows = claims("The Harbour Institute at the White House presented its plan.")
    assert "PART_OF" not in {row.relation for row in rows}


def test_what_a_state_speaks_through_is_part_of_it(claims: Callable[..., Rows]) -> None:
    assert ("RT", "PART_OF", "Russia") in [row[:3] for row in claims("Russia's state broadcaster RT said so.")]


def test_an_arm_named_after_a_comma_is_part_of_its_owner(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims("The UN's refugee agency, UNHCR, protested.")]
    assert ("UNHCR", "PART_OF", "UN") in rows


def test_a_police_department_of_a_town_is_no_part_of_a_state(claims: Callable[..., Rows]) -> None:
    rows = claims("The Tidewater County Court ruled. Police searched Tidewater County.")
    assert "PART_OF" not in {row.relation for row in rows}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway's Harbour Party left the coalition on Monday.",
        "Norway's main opposition party, the Harbour Party, left on Monday.",
        "The Harbour Party, Norway's second-biggest opposition party, left on Monday.",
    ],
)
def test_a_party_is_one_of_its_nation(sentence: str, claims: Callable[..., Any]) -> None:
    rows = claims(sentence)
    assert ("Harbour Party", "Norway") in [(r.subject, r.object) for r in rows if r.relation == "PART_OF"]
