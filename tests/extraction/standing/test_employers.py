"""Whose a post is that names no body of its own, and what adjectives before an office say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


def _ties(rows: Rows, *relations: str) -> set[tuple[str, str, str]]:
    return {(row.subject, row.relation, row.object) for row in rows if row.relation in relations}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Party picked Peter Tavel to be its leader.",
        "The Harbour Party elected Peter Tavel leader.",
        "The Harbour Party ousted Peter Tavel as leader.",
        "Peter Tavel was fired by the Harbour Party as leader.",
        "Peter Tavel lost his job as leader of the Harbour Party.",
        "Peter Tavel took office as leader of the Harbour Party.",
        "Peter Tavel was promoted to leader of the Harbour Party.",
    ],
)
def test_who_fills_a_post_has_it(sentence: str, claims: Callable[..., Rows]) -> None:
    assert _ties(claims(sentence), "HOLDS_OFFICE") == {("Peter Tavel", "HOLDS_OFFICE", "Harbour Party")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway took Peter Tavel in as a refugee.",
        "The Senate confirmed Peter Tavel as an ambassador.",
        "The Harbour Party described Peter Tavel as a leader.",
    ],
)
def test_who_shelters_confirms_or_describes_somebody_gives_no_post(sentence: str, claims: Callable[..., Rows]) -> None:
    assert _ties(claims(sentence), "HOLDS_OFFICE", "CITIZEN_OF") == set()


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Peter Tavel, the Kenyan owner of the Tidewater Bank, left.", "CONTROLS"),
        ("Peter Tavel, the Kenyan president of the Tidewater Bank, left.", "HOLDS_OFFICE"),
        ("Peter Tavel, a Kenyan member of the Tidewater Bank, left.", "HOLDS_OFFICE"),
    ],
)
def test_an_adjective_before_an_office_elsewhere_is_the_persons(
    sentence: str, relation: str, claims: Callable[..., Rows]
) -> None:
    rows = claims(sentence)
    assert ("Peter Tavel", "CITIZEN_OF", "Kenya") in _ties(rows, "CITIZEN_OF")
    assert {row.subject for row in rows if row.relation != "CITIZEN_OF"} == {"Peter Tavel"}
    assert relation == "HOLDS_OFFICE" or _ties(rows, relation)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter Tavel, the Tidewater Agency's coordinator in Kenya, left.",
        "Peter Tavel, the Tidewater Agency's special envoy for Kenya, left.",
    ],
)
def test_where_somebody_works_does_not_employ_him(sentence: str, claims: Callable[..., Rows]) -> None:
    assert _ties(claims(sentence), "HOLDS_OFFICE", "CITIZEN_OF") == {
        ("Peter Tavel", "HOLDS_OFFICE", "Tidewater Agency")
    }


def test_two_halves_of_an_adjective_are_two_nations(claims: Callable[..., Rows]) -> None:
    rows = claims("British-Iranian aid worker Mara Tavel was arrested.")
    assert {row.object for row in rows if row.relation == "CITIZEN_OF"} == {"United Kingdom", "Iran"}


def test_an_age_may_stand_before_the_word_for_a_people(claims: Callable[..., Rows]) -> None:
    rows = claims("Peter Tavel, a 34-year-old Kenyan, was arrested.")
    assert _ties(rows, "CITIZEN_OF") == {("Peter Tavel", "CITIZEN_OF", "Kenya")}
