"""Owners by possessive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    "sentence",
    [
        "John Tavel's company, Tidewater Industries, closed.",
        "John Tavel's real estate company Tidewater Industries closed.",
        "John Tavel said that his company, Tidewater Industries, would close.",
        "John Tavel closed Tidewater Industries, his company.",
    ],
)
def test_ones_company_is_ones_own(sentence: str, claims: Callable[..., Rows]) -> None:
    assert ("John Tavel", "CONTROLS", "Tidewater Industries") in [row[:3] for row in claims(sentence)]


def test_ones_university_is_not(claims: Callable[..., Rows]) -> None:
    assert not [
        row for row in claims("John Tavel's employer, Tidewater University, closed.") if row.relation == "CONTROLS"
    ]


def test_whose_client_a_body_is_pleads_for_it(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims("James Holloway left. Mr. Holloway's client, Tidewater Energy, objected.")]
    assert ("James Holloway", "SPEAKS_FOR", "Tidewater Energy") in rows


def test_a_parent_company_owns_its_daughter(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims("Tidewater Industries, the parent company of Harbour Radio, objected.")]
    assert ("Tidewater Industries", "CONTROLS", "Harbour Radio") in rows


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("The Tidewater Bank is in the hands of Dana Kestrel.", "Dana Kestrel"),
        ("The Tidewater Bank, the property of Dana Kestrel, lost money.", "Dana Kestrel"),
        ("Dana Kestrel has a controlling stake in the Tidewater Bank.", "Dana Kestrel"),
        ("Norway's state oil company, Tidewater Oil, lost money.", "Norway"),
    ],
)
def test_who_has_a_body_in_other_words(sentence: str, owner: str, claims: Callable[..., Any]) -> None:
    assert owner in [row.subject for row in claims(sentence) if row.relation == "CONTROLS"]


def test_a_lawyer_speaks_for_the_client_he_names(claims: Callable[..., list[Any]]) -> None:
    rows = claims("Piet Lorne, a lawyer, said his client, Oleg Tavel, would wait.")
    assert ("Piet Lorne", "SPEAKS_FOR", "Oleg Tavel") in [row[:3] for row in rows]
