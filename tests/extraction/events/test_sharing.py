"""Who shares in what is done: companions, examples, those who join, those whom others set against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RUZHIN, KEST, TAVEL = "Ana Ruzhin", "Daniel Kest", "Ines Tavel"


@pytest.mark.parametrize(
    ("sentence", "relation", "subjects"),
    [
        ("Ana Ruzhin, along with Ines Tavel, has praised Daniel Kest.", "SUPPORTED", {RUZHIN, TAVEL}),
        ("Ana Ruzhin, together with Ines Tavel, praised Daniel Kest.", "SUPPORTED", {RUZHIN, TAVEL}),
        (
            "A number of mayors, among them Ana Ruzhin and Ines Tavel, mocked Daniel Kest.",
            "CRITICIZED",
            {RUZHIN, TAVEL},
        ),
        ("Ana Ruzhin joined Ines Tavel in criticising Daniel Kest.", "CRITICIZED", {RUZHIN, TAVEL}),
    ],
)
def test_companions_do_it_too(
    sentence: str, relation: str, subjects: set[str], claims: Callable[..., list[Any]]
) -> None:
    assert {row.subject for row in claims(sentence) if row.relation == relation and row.object == KEST} == subjects


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Ana Ruzhin mocked her rivals, including Daniel Kest and Ines Tavel.", "CRITICIZED"),
        ("Ana Ruzhin met separately with Daniel Kest and with Ines Tavel.", "MET_WITH"),
    ],
)
def test_each_of_several_is_an_object(sentence: str, relation: str, claims: Callable[..., list[Any]]) -> None:
    assert {row.object for row in claims(sentence) if row.relation == relation} == {KEST, TAVEL}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("The vote put Ana Ruzhin at odds with Daniel Kest.", "FEUDS_WITH"),
        ("The recount pitted Ana Ruzhin against Daniel Kest.", "COMPETES_WITH"),
        ("A poll showed Ana Ruzhin with a narrow lead over Daniel Kest.", "COMPETES_WITH"),
        ("A poll puts Ana Ruzhin ahead of Daniel Kest.", "COMPETES_WITH"),
    ],
)
def test_something_else_sets_two_against_each_other(
    sentence: str, relation: str, claims: Callable[..., list[Any]]
) -> None:
    assert (RUZHIN, relation, KEST) in {row[:3] for row in claims(sentence)}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Ana Ruzhin, in an attack on Daniel Kest, said that rents would rise.", "CRITICIZED"),
        ("In a speech attacking Daniel Kest, Ana Ruzhin spoke of rents.", "CRITICIZED"),
        ("In a swipe at Daniel Kest, Ana Ruzhin spoke of rents.", "CRITICIZED"),
        ("Ana Ruzhin suggested that Daniel Kest was lying.", "ACCUSED"),
    ],
)
def test_who_speaks_acts_through_the_words(sentence: str, relation: str, claims: Callable[..., list[Any]]) -> None:
    assert (RUZHIN, relation, KEST) in {row[:3] for row in claims(sentence)}


def test_neither_of_two_did_it(claims: Callable[..., list[Any]]) -> None:
    found = claims("Neither Ana Ruzhin nor Ines Tavel has endorsed Daniel Kest.")
    assert {row[:4] for row in found} >= {
        (RUZHIN, "SUPPORTED", KEST, "negated"),
        (TAVEL, "SUPPORTED", KEST, "negated"),
    }


def test_what_is_yet_to_be_done_was_not_done(claims: Callable[..., list[Any]]) -> None:
    assert (RUZHIN, "SUPPORTED", KEST, "negated") in {
        row[:4] for row in claims("Ana Ruzhin has yet to endorse Daniel Kest.")
    }


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("After months of mocking Daniel Kest, Ana Ruzhin resigned.", (RUZHIN, "CRITICIZED", KEST)),
        ("Ana Ruzhin is the latest in a string of mayors to mock Daniel Kest.", (RUZHIN, "CRITICIZED", KEST)),
        ("Ana Ruzhin endorsed former rival Daniel Kest.", (KEST, "COMPETES_WITH", RUZHIN)),
        ("The survey gives Ana Ruzhin a narrow lead over Daniel Kest.", (RUZHIN, "COMPETES_WITH", KEST)),
        ("Ana Ruzhin voted against confirming Daniel Kest.", (RUZHIN, "REJECTED", KEST)),
        ("The Harbour Party attacked Daniel Kest over the levy.", ("Harbour Party", "CRITICIZED", KEST)),
    ],
)
def test_who_does_it_stands_farther_off(
    sentence: str, row: tuple[str, str, str], claims: Callable[..., list[Any]]
) -> None:
    assert row in {found[:3] for found in claims(sentence)}


def test_without_negates_only_what_it_governs(claims: Callable[..., list[Any]]) -> None:
    found = claims("Without praising Ines Tavel, Ana Ruzhin criticised Daniel Kest.")
    assert {row[:4] for row in found} == {
        (RUZHIN, "CRITICIZED", KEST, "asserted"),
        (RUZHIN, "SUPPORTED", TAVEL, "negated"),
    }


def test_an_aide_is_not_whom_he_serves(claims: Callable[..., list[Any]]) -> None:
    assert (RUZHIN, "DISMISSED", KEST) not in {row[:3] for row in claims("Ana Ruzhin fired Daniel Kest's strategist.")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Daniel Kest responded to Ana Ruzhin's criticism.",
        "Despite criticism from Ana Ruzhin, Daniel Kest stayed.",
    ],
)
def test_who_answers_what_is_said_was_meant(sentence: str, claims: Callable[..., list[Any]]) -> None:
    assert (RUZHIN, "CRITICIZED", KEST) in {row[:3] for row in claims(sentence)}


def test_talks_of_two_with_a_third_are_none_between_the_two(claims: Callable[..., list[Any]]) -> None:
    found = claims("Ana Ruzhin and Ines Tavel began long negotiations with Daniel Kest over the levy.")
    assert {row[:3] for row in found if row.relation == "MET_WITH"} == {
        (RUZHIN, "MET_WITH", KEST),
        (TAVEL, "MET_WITH", KEST),
    }
