"""Whose an act is that is only named again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Rows = Callable[..., list[tuple[str, ...]]]


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Kest's remarks came at a dinner. The guests were silent.\n\nAna Ruzhin criticised the comments.",
        "Daniel Kest made crude remarks about nurses. The guests were silent.\n\nAna Ruzhin called the comment vile.",
        'Daniel Kest has closed the port.\n\n"This horrific decision will hurt us all," Ana Ruzhin said.',
        '"Daniel Kest crossed a line," Ana Ruzhin said. "That is totally unacceptable."',
        'Daniel Kest wants to sell the port.\n\nAna Ruzhin said: "What a shameful plan."',
        "Daniel Kest's harbour rules began on Monday. All was quiet.\n\nAna Ruzhin likened the rules to theft.",
        "Daniel Kest has called for a tax. Ana Ruzhin branded it a disgrace.",
        "Daniel Kest closed the port, with Ana Ruzhin describing it as a disgrace.",
        "Daniel Kest closed the port, a move that drew criticism from Ana Ruzhin.",
    ],
)
def test_a_judgement_of_an_act_named_again_is_of_whoever_did_it(
    claims: Callable[..., list[tuple[str, ...]]], text: str
) -> None:
    assert ("Ana Ruzhin", "CRITICIZED", "Daniel Kest") in [claim[:3] for claim in claims(text)]


def test_the_nearest_act_of_the_kind_counts_not_the_nearest_actor(claims: Rows) -> None:
    text = (
        "Daniel Kest made a speech in Ostwick on Monday. Piet Tavel slept through it.\n\n"
        "Ana Ruzhin said the speech was a disgrace."
    )
    found = [claim[:3] for claim in claims(text)]
    assert ("Ana Ruzhin", "CRITICIZED", "Daniel Kest") in found
    assert ("Ana Ruzhin", "CRITICIZED", "Piet Tavel") not in found


def test_a_thing_that_was_nobodys_is_nobodys_when_it_is_named_again(claims: Rows) -> None:
    text = "Daniel Kest walked to the bridge on Monday.\n\nAna Ruzhin said the bridge was a disgrace."
    assert not [claim for claim in claims(text) if claim[1] == "CRITICIZED"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The Harbour Party filed a lawsuit on Monday. It runs to nine pages.\n\nThe lawsuit accuses Daniel Kest.",
            ("Harbour Party", "ACCUSED", "Daniel Kest"),
        ),
        (
            "Ana Ruzhin sent a letter to the clerk on Monday.\n\nThe letter urged Daniel Kest to wait.",
            ("Ana Ruzhin", "URGED", "Daniel Kest"),
        ),
        (
            "A report by the Tidewater Institute came out. The report blamed Daniel Kest for the flood.",
            ("Tidewater Institute", "ACCUSED", "Daniel Kest"),
        ),
    ],
)
def test_who_issued_a_thing_speaks_through_it_later_too(claims: Rows, text: str, row: tuple[str, str, str]) -> None:
    assert row in [claim[:3] for claim in claims(text)]


def test_what_is_rejected_is_whose_motion_it_is(claims: Rows) -> None:
    rows = {row[:3] for row in claims("The Civic Front voted for Ana Ruzhin's motion. The Assembly rejected it.")}
    assert ("Assembly", "REJECTED", "Ana Ruzhin") in rows


@pytest.mark.parametrize(
    "text",
    [
        "The nominee, Daniel Kest, was ready. Pavel Orde said he was not. The nomination is opposed by Ana Ruzhin.",
        "Pavel Orde nominated Daniel Kest to the court in May. Ana Ruzhin opposes the nomination.",
    ],
)
def test_a_nomination_stands_for_the_nominee(text: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Ana Ruzhin", "REJECTED", "Daniel Kest") in [claim[:3] for claim in claims(text)]


def test_a_tax_is_not_of_whoever_spoke_before(claims: Callable[..., list[Any]]) -> None:
    found = claims("Pavel Orde spoke on Monday. Daniel Kest voted for the levy.")
    assert not [row for row in found if row.object == "Pavel Orde"]
