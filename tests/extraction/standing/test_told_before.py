"""Posts whose body an earlier sentence has told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


def _ties(rows: Rows, relation: str) -> list[tuple[str, str]]:
    return [(row.subject, row.object) for row in rows if row.relation == relation]


@pytest.mark.parametrize(
    ("before", "sentence", "body"),
    [
        ("The Tidewater Party was angry.", "Its friends left, with co-leader Dana Kestrel last.", "Tidewater Party"),
        ("The Harbour Court met on Friday.", "Magistrate Dana Kestrel refused the request.", "Harbour Court"),
        ("The Tidewater Senate met.", "Deputy Speaker Dana Kestrel refused the request.", "Tidewater Senate"),
        ("The Tidewater Bank lost money.", "Chief Executive Dana Kestrel blamed the rain.", "Tidewater Bank"),
    ],
)
def test_a_post_is_held_in_the_body_of_its_kind_that_was_named_last(
    before: str, sentence: str, body: str, claims: Callable[..., Rows]
) -> None:
    assert ("Dana Kestrel", body) in _ties(claims(f"{before} {sentence}"), "HOLDS_OFFICE")


def test_of_two_courts_it_is_the_one_named_last(claims: Callable[..., Rows]) -> None:
    rows = claims("The Harbour Court agreed. The Tidewater Court did not. Judge Dana Kestrel refused the request.")
    assert _ties(rows, "HOLDS_OFFICE") == [("Dana Kestrel", "Tidewater Court")]


def test_lawyers_of_a_court_are_no_court(claims: Callable[..., Rows]) -> None:
    rows = claims("The Tidewater Court Bar Association objected. Judge Dana Kestrel refused the request.")
    assert _ties(rows, "HOLDS_OFFICE") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruzhin wants a vote in May, spokesman Dana Kestrel said on Friday.",
        "Ana Ruzhin was away on Monday. A vote is likely in May, spokeswoman Dana Kestrel said.",
    ],
)
def test_a_spokesman_speaks_for_who_his_words_are_about(text: str, claims: Callable[..., Rows]) -> None:
    assert _ties(claims(text), "SPEAKS_FOR") == [("Dana Kestrel", "Ana Ruzhin")]


def test_a_lawyer_without_a_client_has_the_one_of_the_sentence(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin is fighting the order with the help of attorney Dana Kestrel.")
    assert _ties(rows, "SPEAKS_FOR") == [("Dana Kestrel", "Ana Ruzhin")]


def test_whose_spokesman_he_is_may_be_told_without_a_name(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin was away on Monday, the mission's spokesman, Dana Kestrel, said.")
    assert _ties(rows, "SPEAKS_FOR") == []


def test_a_union_leader_leads_the_union_named_last(claims: Callable[..., Rows]) -> None:
    rows = claims("The Tidewater Dockers Union has struck. Union leader Dana Kestrel objected.")
    assert _ties(rows, "HOLDS_OFFICE") == [("Dana Kestrel", "Tidewater Dockers Union")]


def test_who_opens_a_sentence_may_be_described_first(claims: Callable[..., Rows]) -> None:
    rows = claims("A former mayor of Tulsa, Dana Kestrel objected.")
    assert _ties(rows, "HOLDS_OFFICE") == [("Dana Kestrel", "Tulsa")]


def test_a_presidential_spokesman_speaks_for_the_president(claims: Callable[..., list[Any]]) -> None:
    rows = claims(
        "Dana Kestrel met Ana Ruzhin in Peru. President Oleg Tavel was late. "
        "Presidential spokesman Piet Lorne mocked Dana Kestrel."
    )
    assert ("Piet Lorne", "Oleg Tavel") in {(row[0], row[2]) for row in rows if row[1] == "SPEAKS_FOR"}
