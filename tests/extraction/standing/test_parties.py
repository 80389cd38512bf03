"""Party letters and states in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction

Rows = list[Any]


@pytest.mark.parametrize("tag", ["(D-Vt.)", "(D-VT)", "(D., Vt.)", "(D–Vt.)"])
def test_a_party_tag_gives_a_party_and_a_seat(tag: str, claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims(f"Sen. John Tavel {tag} objected.")]
    assert ("John Tavel", "MEMBER_OF", "D") in rows
    assert ("John Tavel", "HOLDS_OFFICE", "Vermont") in rows


def test_a_party_tag_is_no_name(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Rep. John Tavel (D-N.Y.) objected.")
    assert {entity.name for entity in found.entities if entity.type == "Institution"} == {"D"}


@pytest.mark.parametrize("state", ["Utah", "Ky.", "Vt."])
def test_a_state_in_brackets_is_where_the_seat_is(state: str, claims: Callable[..., Rows]) -> None:
    rows = claims(f"Sen. John Tavel ({state}) objected.")
    assert [row.relation for row in rows] == ["HOLDS_OFFICE"]


def test_a_party_named_after_whose_it_is(claims: Callable[..., Rows]) -> None:
    rows = claims("Oleg Ruzhin's party, the Harbour Party, lost ten seats.")
    assert [row[:3] for row in rows if row.relation == "MEMBER_OF"] == [("Oleg Ruzhin", "MEMBER_OF", "Harbour Party")]


def test_a_seat_may_be_held_for_a_party(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin, who sits in the Assembly for the Civic Left, left.")
    assert {row.object for row in rows if row.relation == "MEMBER_OF"} == {"Assembly", "Civic Left"}


@pytest.mark.parametrize("party", ["the Harbour Party", "the Union of Free Growers"])
def test_a_party_named_after_whose(party: str, claims: Callable[..., Rows]) -> None:
    rows = claims(f"Oleg Ruzhin, whose party, {party}, won the vote, met Ana Tavel.")
    found = [row[:3] for row in rows if row.relation == "MEMBER_OF"]
    assert found == [("Oleg Ruzhin", "MEMBER_OF", party.removeprefix("the "))]


def test_an_ally_by_treaty_makes_no_alliance_a_part_of_a_state(claims: Callable[..., Rows]) -> None:
    rows = claims("Norway said it stood by its NATO ally.")
    assert not [row for row in rows if row.relation == "PART_OF"]


def test_who_is_moved_from_a_state_need_not_be_of_it(claims: Callable[..., Rows]) -> None:
    rows = claims("Norway sought the extradition of Ana Ruzhin from Peru.")
    assert not [row for row in rows if row.relation == "CITIZEN_OF"]
