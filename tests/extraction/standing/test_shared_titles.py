"""Titles in the plural before several people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sens. Ana Ruzhin of Utah and John Tavel of Oregon objected.", ("John Tavel", "HOLDS_OFFICE", "Oregon")),
        ("Ministers Ana Ruzhin of Norway and John Tavel of Spain met.", ("John Tavel", "HOLDS_OFFICE", "Spain")),
        ("The Norwegian ministers Ana Ruzhin and John Tavel met.", ("John Tavel", "HOLDS_OFFICE", "Norway")),
        ("The Norwegian ministers Ana Ruzhin and John Tavel met.", ("Ana Ruzhin", "HOLDS_OFFICE", "Norway")),
    ],
)
def test_everybody_in_the_row_bears_the_title(
    sentence: str, expected: tuple[str, str, str], claims: Callable[..., Rows]
) -> None:
    assert expected in [row[:3] for row in claims(sentence)]


def test_no_citizenship_is_read_from_the_state_of_a_seat(claims: Callable[..., Rows]) -> None:
    rows = claims("Sens. Ana Ruzhin of Utah and John Tavel of Oregon objected.")
    assert not [row for row in rows if row.relation == "CITIZEN_OF"]


@pytest.mark.parametrize(
    ("sentence", "relation", "body"),
    [
        ("Vermont's two senators, Laura Benton and James Holloway, objected.", "HOLDS_OFFICE", "Vermont"),
        (
            "Three members of the Tidewater Committee, Mila Tern, Laura Benton and James Holloway, objected.",
            "MEMBER_OF",
            "Tidewater Committee",
        ),
    ],
)
def test_a_plural_title_before_a_comma_is_that_of_all(
    sentence: str, relation: str, body: str, claims: Callable[..., Rows]
) -> None:
    rows = [row[:3] for row in claims(sentence)]
    assert ("Laura Benton", relation, body) in rows
    assert ("James Holloway", relation, body) in rows


def test_two_bodies_and_two_people_belong_in_order(claims: Callable[..., Rows]) -> None:
    rows = claims("The presidents of Kenya and Peru, Ana Karad and Martin Adey, met.")
    found = {(row.subject, row.object) for row in rows if row.relation == "HOLDS_OFFICE"}
    assert found == {("Ana Karad", "Kenya"), ("Martin Adey", "Peru")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dana Kestrel and Ines Varga, directors of the Tidewater Bank, objected.",
        "Peter Tavel, Ines Varga and Dana Kestrel, directors of the Tidewater Bank, objected.",
        "Dana Kestrel — director of the Tidewater Bank — objected.",
    ],
)
def test_a_title_after_a_row_or_a_dash(sentence: str, claims: Callable[..., Any]) -> None:
    found = [(row.subject, row.object) for row in claims(sentence) if row.relation == "HOLDS_OFFICE"]
    assert ("Dana Kestrel", "Tidewater Bank") in found


def test_the_next_row_has_a_title_of_its_own(claims: Callable[..., Any]) -> None:
    rows = claims("Labour senators Ines Varga and Dana Kestrel, and Greens senators Peter Tavel and Ola Berg, spoke.")
    assert ("Dana Kestrel", "Greens") not in [(row.subject, row.object) for row in rows]
