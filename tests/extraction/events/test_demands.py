"""Demands for action against somebody, and that somebody act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Ana Ruzhin called for the arrest of Daniel Kest.", "arrest"),
        ("Ana Ruzhin called for Daniel Kest's deportation.", "deport"),
        ("Ana Ruzhin urged the Tidewater Council to arrest Daniel Kest.", "arrest"),
        ("Ana Ruzhin demanded Daniel Kest's resignation.", "resign"),
        ("Ana Ruzhin said that Daniel Kest should be deported.", "deport"),
        ("Ana Ruzhin said that Daniel Kest should resign.", "resign"),
        ("Ana Ruzhin accused Daniel Kest of theft and called for his deportation.", "deport"),
        ("Ana Ruzhin called for Daniel Kest to resign.", "resign"),
        ("Ana Ruzhin joined calls for Daniel Kest to resign.", "resign"),
        ("Daniel Kest defied calls from Ana Ruzhin to resign.", "resign"),
        ("Ana Ruzhin wants Daniel Kest impeached.", "impeach"),
        ("Ana Ruzhin wants Daniel Kest gone.", "remove"),
        ("Ana Ruzhin said that Daniel Kest should be in prison.", "jail"),
        ("Ana Ruzhin said that Daniel Kest must go.", "resign"),
        ("Ana Ruzhin urged the Tidewater Council to open an inquiry into Daniel Kest.", "investigate"),
        ("Ana Ruzhin called for a special prosecutor to investigate Daniel Kest.", "investigate"),
        ('"He should be in prison," Ana Ruzhin said of Daniel Kest.', "jail"),
        ('"Please arrest Daniel Kest at once," Ana Ruzhin told the crowd.', "arrest"),
    ],
)
def test_action_against_somebody(sentence: str, action: str, claims: Callable[..., list[Any]]) -> None:
    [row] = [row for row in claims(sentence) if row.relation == "CALLED_FOR_ACTION_AGAINST"]
    assert (row.subject, row.object, row.action, row.modality) == ("Ana Ruzhin", "Daniel Kest", action, "asserted")


def test_who_is_to_act_is_urged(claims: Callable[..., list[Any]]) -> None:
    found = claims("Ana Ruzhin urged the Tidewater Council to jail Daniel Kest.")
    assert ("Ana Ruzhin", "URGED", "Tidewater Council") in {row[:3] for row in found}


def test_who_is_called_for_is_who_would_act(claims: Callable[..., list[Any]]) -> None:
    found = claims("Ana Ruzhin called for the Tidewater Police to investigate Daniel Kest.")
    assert [row[0] for row in found if row.relation == "INVESTIGATED"] in ([], ["Tidewater Police"])


def test_who_is_told_to_do_something_is_urged(claims: Callable[..., list[Any]]) -> None:
    found = claims('"Go home and wait," Ana Ruzhin told Daniel Kest.')
    assert ("Ana Ruzhin", "URGED", "Daniel Kest") in {row[:3] for row in found}
    assert not claims('"Look, this is a long road," Ana Ruzhin told Daniel Kest.')


def test_a_condition_is_no_duty(claims: Callable[..., list[Any]]) -> None:
    assert not [
        row for row in claims("Should Daniel Kest lose, Ana Ruzhin said, she would go.") if row.relation == "URGED"
    ]
    inverted = "Should the quarrel with Daniel Kest get any worse, Ana Ruzhin suggested, she would go."
    assert not [row for row in claims(inverted) if row.relation == "URGED"]


def test_what_somebody_has_to_use_is_no_duty(claims: Callable[..., list[Any]]) -> None:
    words = '"We see the chance that Daniel Kest has to speak to farmers," Ana Ruzhin said.'
    assert not [row for row in claims(words) if row.relation == "URGED"]


def test_a_duty_without_a_speaker_is_nobodys_demand(claims: Callable[..., list[Any]]) -> None:
    assert not [row for row in claims("Daniel Kest must pay Ana Ruzhin by Monday.") if row.relation == "URGED"]


def test_whoever_is_to_resign_is_not_urged_as_well(claims: Callable[..., list[Any]]) -> None:
    assert not [row for row in claims("Ana Ruzhin called on Daniel Kest to resign.") if row.relation == "URGED"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruzhin demanded that Daniel Kest be kept away from the money.",
        "Ana Ruzhin wants Daniel Kest put on trial.",
        "Ana Ruzhin blamed the council for the walkout and called for Daniel Kest to be sacked.",
        "Daniel Kest should be put over the border, Ana Ruzhin said.",
    ],
)
def test_what_is_to_be_done_to_somebody_is_against_him(text: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Ana Ruzhin", "CALLED_FOR_ACTION_AGAINST", "Daniel Kest") in {row[:3] for row in claims(text)}


@pytest.mark.parametrize(
    "text", ["Ana Ruzhin demanded that Daniel Kest be freed.", "Ana Ruzhin wants Daniel Kest to be given a medal."]
)
def test_unless_it_is_a_favour(text: str, claims: Callable[..., list[Any]]) -> None:
    assert not [row for row in claims(text) if row.relation == "CALLED_FOR_ACTION_AGAINST"]


@pytest.mark.parametrize("fate", ["face trial", "be brought to justice", "stand trial"])
def test_who_is_to_undergo_something_has_it_done_to_him(fate: str, claims: Callable[..., list[Any]]) -> None:
    found = claims(f"Ana Ruzhin said that Daniel Kest should {fate}.")
    assert ("Ana Ruzhin", "CALLED_FOR_ACTION_AGAINST", "Daniel Kest") in {row[:3] for row in found}


def test_who_asks_whether_somebody_will_go_demands_nothing(claims: Callable[..., list[Any]]) -> None:
    found = claims("Ana Ruzhin asked Daniel Kest whether he would resign.")
    assert not [row for row in found if row.relation == "CALLED_FOR_ACTION_AGAINST"]
