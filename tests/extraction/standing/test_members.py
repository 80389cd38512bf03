"""States in alliances, people in parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO member Turkey closed the strait.",
        "Turkey, a NATO member, closed the strait.",
        "NATO member states Norway and Turkey closed the strait.",
        "Norway, Turkey and other members of NATO closed the strait.",
        "Norway and Turkey, both members of NATO, closed the strait.",
        "NATO members such as Norway and Turkey closed the strait.",
        "NATO members on the coast, especially Norway and Turkey, closed the strait.",
        "Members of NATO, among them Turkey, closed the strait.",
    ],
)
def test_a_state_is_told_to_be_a_member(sentence: str, claims: Callable[..., Rows]) -> None:
    assert ("Turkey", "MEMBER_OF", "NATO") in [row[:3] for row in claims(sentence)]


def test_the_countries_of_a_union_are_its_members(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims("Several EU countries, including Poland and Hungary, refused.")]
    assert ("Hungary", "MEMBER_OF", "EU") in rows


def test_examples_of_something_else_are_no_members(claims: Callable[..., Rows]) -> None:
    rows = claims("NATO members refused on Monday. They wait for partners such as Sweden.")
    assert "MEMBER_OF" not in {row.relation for row in rows}


def test_a_state_outside_is_no_member(claims: Callable[..., Rows]) -> None:
    assert not [row for row in claims("Non-NATO member Sweden closed the strait.") if row.relation == "MEMBER_OF"]


def test_a_partner_state_is_an_ally(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims("NATO partner countries Sweden and Austria closed the strait.")]
    assert ("Sweden", "ALLIED_WITH", "NATO") in rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruzhin and other Harbour Party members were arrested.",
        "Daniel Kest, Ana Ruzhin and several other Harbour Party lawmakers walked out.",
        "Ana Ruzhin and other members of the Harbour Party were arrested.",
    ],
)
def test_who_is_named_beside_the_other_members_is_one(sentence: str, claims: Callable[..., Rows]) -> None:
    assert ("Ana Ruzhin", "MEMBER_OF", "Harbour Party") in [row[:3] for row in claims(sentence)]


@pytest.mark.parametrize("sentence", ["NATO's newest member, Norway, agreed.", "Norway's membership in NATO is safe."])
def test_members_told_by_a_possessive(sentence: str, claims: Callable[..., Any]) -> None:
    assert ("Norway", "NATO") in [(r.subject, r.object) for r in claims(sentence) if r.relation == "MEMBER_OF"]


def test_members_with_a_description_between_them(claims: Callable[..., Any]) -> None:
    rows = claims("NATO members on the border, especially Poland and the Baltic countries Estonia and Latvia, agreed.")
    assert {r.subject for r in rows if r.relation == "MEMBER_OF"} == {"Poland", "Estonia", "Latvia"}
