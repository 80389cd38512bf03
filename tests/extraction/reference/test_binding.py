"""Whom a pronoun cannot stand for by its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        'Tom Akers met Carl Benson. "Quarrels pass," he said, adding that Benson accused Anne Whitlock of fraud.',
        "Tom Akers met Carl Benson. He said that Benson accused Anne Whitlock of fraud.",
    ],
)
def test_who_is_named_in_what_he_says_is_not_he(text: str, claims: Callable[..., list[Any]]) -> None:
    (accused,) = [row for row in claims(text) if row.relation == "ACCUSED"]
    assert (accused.subject, accused.speaker) == ("Carl Benson", "Tom Akers")


def test_who_is_named_in_another_clause_may_be_he(claims: Callable[..., list[Any]]) -> None:
    found = claims("Carl Benson is ill. He accused Tom Akers of fraud, and Benson will sue.")
    assert ("Carl Benson", "Tom Akers") in {(row.subject, row.object) for row in found if row.relation == "ACCUSED"}


def test_whom_one_speaks_to_is_not_he(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        '"That was wrong," Carl Benson said in an interview with Tom Akers. "He accused Anne Whitlock of fraud."'
    )
    assert "Tom Akers" not in {row.subject for row in found if row.relation == "ACCUSED"}


def test_for_his_part_points_ahead(claims: Callable[..., list[Any]]) -> None:
    found = claims("George Akers spoke on Monday. For his part, Carl Benson accused Anne Whitlock of fraud.")
    assert {row.subject for row in found if row.relation == "ACCUSED"} == {"Carl Benson"}


def test_his_or_her_is_nobodys(claims: Callable[..., list[Any]]) -> None:
    found = claims("Carl Benson spoke to Anne Whitlock. A judge should not be attacked over his or her rulings.")
    assert not [row for row in found if row.relation == "ATTACKED"]


def test_no_speaker_is_she_behind_her_title_either(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        "Anne Whitlock will go home to Kenya. The Norwegian premier, Clara Benson, went further.\n\n"
        "“Norway could give her asylum tomorrow. We have a spare room.”\n\nIt rained."
    )
    [offer] = [row for row in found if row.relation == "OFFERED_ASYLUM_TO"]
    assert (offer.subject, offer.object, offer.speaker) == ("Norway", "Anne Whitlock", "Clara Benson")


def test_a_description_is_nobody_who_stands_above_it(claims: Callable[..., list[Any]]) -> None:
    text = "Senator Tom Akers met Senator Carl Benson. Akers said that the senator had lied."
    assert ("Tom Akers", "Tom Akers") not in [(row.subject, row.object) for row in claims(text)]
    assert all(row.object != "Tom Akers" for row in claims(text) if row.relation in {"ACCUSED", "CRITICIZED"})


def test_who_denies_a_charge_is_who_was_accused(claims: Callable[..., list[Any]]) -> None:
    rows = claims("Norway accused Turkey of spying on the Lantern Front, a charge it denies.")
    assert ("Turkey", "REJECTED", "Norway") in [row[:3] for row in rows]


def test_whom_a_president_phones_is_not_he(claims: Callable[..., list[Any]]) -> None:
    rows = claims("Norway was ready. Its president, Carl Benson, phoned the president of Peru on Monday.")
    assert ("Carl Benson", "HOLDS_OFFICE", "Peru") not in [row[:3] for row in rows]


def test_the_opposition_and_a_coalition_partner_are_nobody_in_particular(claims: Callable[..., list[Any]]) -> None:
    rows = claims(
        "Premier Carl Benson of Norway lost a coalition partner on Monday. Anne Whitlock met Tom Akers. "
        "The opposition accused Carl Benson of theft, and a coalition partner praised Tom Akers."
    )
    assert not {row.relation for row in rows} & {"ACCUSED", "SUPPORTED"}


def test_two_towns_are_no_countries(claims: Callable[..., list[Any]]) -> None:
    rows = claims("The firm has shops in Toronto and Vancouver. The two countries have quarrelled for years.")
    assert not [row for row in rows if row.relation == "FEUDS_WITH"]
