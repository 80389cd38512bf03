"""What a clause forbids or leaves open for a pronoun in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Pavel Orde spoke. Daniel Kest refused to vote, putting him at odds with Ana Ruzhin.",
            ("Daniel Kest", "FEUDS_WITH", "Ana Ruzhin"),
        ),
        (
            "Pavel Orde spoke. Daniel Kest met Ana Ruzhin, telling him to go.",
            ("Daniel Kest", "URGED", "Pavel Orde"),
        ),
        (
            "Ana Ruzhin called Daniel Kest a liar, prompting Pavel Orde to come to his defense.",
            ("Pavel Orde", "SUPPORTED", "Daniel Kest"),
        ),
    ],
)
def test_an_outcome_may_be_about_the_subject_itself(
    text: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]
) -> None:
    assert wanted in [row[:3] for row in claims(text)]


def test_two_in_apposition_do_it_to_each_other(claims: Callable[..., list[Any]]) -> None:
    found = claims("The two senators, Ana Ruzhin and Daniel Kest, criticised each other on Monday.")
    assert {(row.subject, row.object) for row in found} == {
        ("Ana Ruzhin", "Daniel Kest"),
        ("Daniel Kest", "Ana Ruzhin"),
    }


def test_who_says_so_is_not_he_of_whom_he_speaks(claims: Callable[..., list[Any]]) -> None:
    rows = claims(
        "Carl Benson ended a fine career on Monday. Tom Akers, who sacked him, met reporters at noon. "
        "“He stole the money,” he said."
    )
    assert ("Tom Akers", "ACCUSED", "Carl Benson") in [row[:3] for row in rows]


def test_an_apposition_that_names_nobody_leaves_a_description_open(claims: Callable[..., list[Any]]) -> None:
    text = "Governor Tom Akers met Anne Whitlock. Anne Whitlock thanked the governor, an old friend from school."
    assert ("Anne Whitlock", "SUPPORTED", "Tom Akers") in [row[:3] for row in claims(text)]


def test_the_government_of_somebody_is_his(claims: Callable[..., list[Any]]) -> None:
    rows = claims("Anne Whitlock met Tom Akers in Peru. Norway accused the government of Tom Akers of theft.")
    assert ("Norway", "ACCUSED", "Tom Akers") in [row[:3] for row in rows]
