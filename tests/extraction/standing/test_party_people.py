"""People whom the name of a party describes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


@pytest.mark.parametrize(
    "sentence",
    [
        "John Tavel, a Republican, objected.",
        "John Tavel, 61, a Republican, objected.",
        "John Tavel, a prominent Utah Republican, objected.",
        "Sen. John Tavel, Republican of Utah, objected.",
        "Senator John Tavel, a Republican from Utah, objected.",
        "John Tavel, a Republican senator from Utah, objected.",
        "John Tavel is a Republican.",
        "Nobody knew that John Tavel had been a registered Republican since spring.",
        "Republican senators, including Ana Ruzhin and John Tavel, objected.",
        "Republicans Ana Ruzhin and John Tavel objected.",
        "John Tavel, the Republican governor of Utah, objected.",
        "John Tavel, governor of Utah and a Republican, objected.",
        "John Tavel, the No. 2 Republican in the Senate, objected.",
        "Several Republicans, including Ana Ruzhin and John Tavel, objected.",
    ],
)
def test_a_party_beside_a_name_tells_membership(sentence: str, claims: Callable[..., Rows]) -> None:
    assert ("John Tavel", "MEMBER_OF", "Republicans") in [row[:3] for row in claims(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sen. John Tavel, a Utah Republican, objected.",
        "Sen. John Tavel, Republican of Utah, objected.",
        "Gov. John Tavel, a Republican from Utah, objected.",
    ],
)
def test_the_state_beside_the_party_is_where_the_seat_is(sentence: str, claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims(sentence)]
    assert ("John Tavel", "HOLDS_OFFICE", "Utah") in rows
    assert ("John Tavel", "CITIZEN_OF", "Utah") not in rows


def test_a_post_in_a_party_is_no_mere_membership(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims("John Tavel, a Republican strategist, objected.")]
    assert ("John Tavel", "HOLDS_OFFICE", "Republicans") in rows
    assert ("John Tavel", "MEMBER_OF", "Republicans") not in rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Members of the Harbour Party, among them Martin Adey and Mara Tavel, walked out.",
        "Lawmakers from the Harbour Party, including Martin Adey and Mara Tavel, walked out.",
        "Republicans have said the same thing, including Martin Adey and Mara Tavel.",
    ],
)
def test_who_is_shown_among_members_is_one(sentence: str, claims: Callable[..., Rows]) -> None:
    assert {row.subject for row in claims(sentence) if row.relation == "MEMBER_OF"} == {"Martin Adey", "Mara Tavel"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Republicans have attacked several rivals, including Martin Adey.",
        "Republicans met Senator Mara Tavel, including Martin Adey.",
    ],
)
def test_who_is_shown_among_others_is_no_member(sentence: str, claims: Callable[..., Rows]) -> None:
    assert not [row for row in claims(sentence) if row.relation == "MEMBER_OF" and row.subject == "Martin Adey"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ines Varga accused Dana Kestrel of being a Democrat.",
        "Dana Kestrel was accused of being a Democrat.",
        "House Minority Leader Dana Kestrel, Ohio Democrat, objected.",
        "Two Democrats, Ines Varga of Ohio and Dana Kestrel of Utah, objected.",
        "Democrats Ines Varga of Ohio and Dana Kestrel of Utah objected.",
    ],
)
def test_who_is_called_one_of_a_party_is_of_it(sentence: str, claims: Callable[..., Any]) -> None:
    rows = claims(sentence)
    assert ("Dana Kestrel", "Democrats") in [(r.subject, r.object) for r in rows if r.relation == "MEMBER_OF"]
