"""Deeds summed up, named by somebody else's word, told of with a possessor; talks that a third leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

OSTLAND, MERIDIA = "Republic of Ostland", "Kingdom of Meridia"
RUZHIN, KEST = "Ana Ruzhin", "Daniel Kest"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The Kingdom of Meridia jailed Ana Ruzhin, a move condemned by the Republic of Ostland.",
            (OSTLAND, "CRITICIZED", MERIDIA),
        ),
        (
            "The Kingdom of Meridia jailed Ana Ruzhin in a step that the Republic of Ostland denounced.",
            (OSTLAND, "CRITICIZED", MERIDIA),
        ),
        (
            "The Republic of Ostland condemned what it called the Kingdom of Meridia's meddling.",
            (OSTLAND, "CRITICIZED", MERIDIA),
        ),
        (
            "The Republic of Ostland rejected what it described as interference by the Kingdom of Meridia.",
            (OSTLAND, "REJECTED", MERIDIA),
        ),
        ("The Republic of Ostland waived Daniel Kest's debt.", (OSTLAND, "AIDED", KEST)),
        ("The Republic of Ostland stripped Daniel Kest of his passport.", (OSTLAND, "SANCTIONED", KEST)),
        ("The Republic of Ostland severed its ties with the Kingdom of Meridia.", (OSTLAND, "SANCTIONED", MERIDIA)),
        (
            "The truce between Ana Ruzhin and Daniel Kest, brokered by the Republic of Ostland, held.",
            (OSTLAND, "MET_WITH", KEST),
        ),
        ("The Republic of Ostland threatened to begin deporting Daniel Kest.", (OSTLAND, "THREATENED", KEST)),
        ("The Republic of Ostland warned it might seek to jail Daniel Kest.", (OSTLAND, "THREATENED", KEST)),
        ("The Republic of Ostland does not recognise Daniel Kest as mayor.", (OSTLAND, "REJECTED", KEST)),
        ("The Tidewater Court dismissed a challenge brought by Ana Ruzhin.", ("Tidewater Court", "REJECTED", RUZHIN)),
        ("The Tidewater Court found Ana Ruzhin guilty of fraud.", ("Tidewater Court", "PROSECUTED", RUZHIN)),
        ("The Republic of Ostland granted Ana Ruzhin political asylum.", (OSTLAND, "OFFERED_ASYLUM_TO", RUZHIN)),
        (
            "The Tidewater Court ordered the Lantern Party dissolved.",
            ("Tidewater Court", "CALLED_FOR_ACTION_AGAINST", "Lantern Party"),
        ),
        (
            "The Lantern Party will move a no-confidence motion against Daniel Kest.",
            ("Lantern Party", "CALLED_FOR_ACTION_AGAINST", KEST),
        ),
        ("Ana Ruzhin in a phone call with Daniel Kest voiced concern.", (RUZHIN, "MET_WITH", KEST)),
        ("Ana Ruzhin and Daniel Kest accused one another of theft.", (KEST, "ACCUSED", RUZHIN)),
        (
            "The Republic of Ostland is seeking the extradition of Daniel Kest.",
            (OSTLAND, "CALLED_FOR_ACTION_AGAINST", KEST),
        ),
        (
            "The Lantern Party demanded that Ana Ruzhin step down.",
            ("Lantern Party", "CALLED_FOR_ACTION_AGAINST", RUZHIN),
        ),
    ],
)
def test_who_is_meant_by_a_deed(sentence: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]) -> None:
    assert wanted in {row[:3] for row in claims(sentence)}


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        (
            "The Kingdom of Meridia jailed Ana Ruzhin, a move condemned by the Republic of Ostland.",
            (OSTLAND, "CRITICIZED", RUZHIN),
        ),
        (
            "The Kingdom of Meridia says Ostland armed the Ember Front, which the Republic of Ostland denies.",
            (OSTLAND, "REJECTED", "Ember Front"),
        ),
        (
            "The Kingdom of Meridia accuses the Republic of Ostland of arming the Ember Front, a charge it denies.",
            (OSTLAND, "REJECTED", "Ember Front"),
        ),
    ],
)
def test_who_stands_next_to_a_deed_is_not_meant(
    sentence: str, unwanted: tuple[str, str, str], claims: Callable[..., list[Any]]
) -> None:
    assert unwanted not in {row[:3] for row in claims(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tidewater Court dismissed a challenge brought by Ana Ruzhin.",
        "The Tidewater Court denied a petition from Ana Ruzhin to reopen the case.",
    ],
)
def test_what_a_court_dismisses_was_not_brought_against_it(sentence: str, claims: Callable[..., list[Any]]) -> None:
    against = {row.relation for row in claims(sentence) if row.subject == RUZHIN}
    assert against.isdisjoint({"REJECTED", "PROSECUTED", "INVESTIGATED"})


def test_charges_that_are_thrown_out_are_not_brought(claims: Callable[..., list[Any]]) -> None:
    found = claims("The Tidewater Court threw out the charges against Daniel Kest.")
    assert {row[:3] for row in found} == {("Tidewater Court", "CONCEDED_TO", KEST)}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The Republic of Ostland will send troops to help the Kingdom of Meridia.",
            (OSTLAND, "AIDED", MERIDIA, "planned"),
        ),
        ("The Republic of Ostland had no plans to meet Daniel Kest.", (OSTLAND, "MET_WITH", KEST, "negated")),
        ("Ana Ruzhin has no intention of criticising Daniel Kest.", (RUZHIN, "CRITICIZED", KEST, "negated")),
    ],
)
def test_a_purpose_has_the_mood_of_what_is_done_for_it(
    sentence: str, wanted: tuple[str, str, str, str], claims: Callable[..., list[Any]]
) -> None:
    assert wanted in {row[:4] for row in claims(sentence)}


@pytest.mark.parametrize("party", [RUZHIN, KEST])
@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruzhin and Daniel Kest have signed a pact that the Lantern Party criticised.",
        "The Lantern Party criticised the pact between Ana Ruzhin and Daniel Kest.",
    ],
)
def test_a_pact_stands_for_who_made_it(sentence: str, party: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Lantern Party", "CRITICIZED", party) in {row[:3] for row in claims(sentence)}


def test_talks_with_leaders_of_two_are_none_between_the_two(claims: Callable[..., list[Any]]) -> None:
    found = claims("There will be talks with leaders of the Republic of Ostland and the Kingdom of Meridia.")
    assert "MET_WITH" not in {row.relation for row in found}


def test_those_who_lead_talks_together_do_not_talk_to_each_other(claims: Callable[..., list[Any]]) -> None:
    found = claims("The talks would be mediated by the Republic of Ostland and the Kingdom of Meridia.")
    assert "MET_WITH" not in {row.relation for row in found}
