"""A surname alone is the person, whatever bodies bear the name; a body's letters are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


def _named(found: Extraction) -> set[tuple[str, str]]:
    return {(entity.name, entity.type) for entity in found.entities}


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        (
            "Kest mocked Ana Ruzhin on Monday. The Kest campaign denied it. Ruzhin laughed at Kest.",
            "Kest",
            "Kest campaign",
        ),
        (
            "Harlow was cheered. The Harlow Foundation took gifts. Ana Ruzhin said Harlow had lied to her.",
            "Harlow",
            "Harlow Foundation",
        ),
        ("The Kest campaign struggles. Ana Ruzhin criticised Kest's campaign.", "Kest", "Kest campaign"),
    ],
)
def test_a_surname_is_no_short_form_of_the_campaign(
    text: str, person: str, body: str, extraction: Callable[..., Extraction]
) -> None:
    assert {(person, "Person"), (body, "Institution")} <= _named(extraction(text))


def test_the_father_is_not_the_junior(extraction: Callable[..., Extraction]) -> None:
    found = extraction("President Kest praised his son, Donald Kest Jr., who had accused Ana Ruzhin.")
    assert {("Kest", "Person"), ("Donald Kest Jr.", "Person")} <= _named(found)


def test_a_junior_is_known_by_his_surname(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Donald Kest Jr. spoke first. Kest said he was proud of Ana Ruzhin.")
    assert ("Kest", "Person") not in _named(found)


@pytest.mark.parametrize("text", ["Ana Ruzhin runs an NGO that sued Texas.", "A super PAC backed Ana Ruzhin in Texas."])
def test_letters_for_a_kind_of_body_name_none(text: str, extraction: Callable[..., Extraction]) -> None:
    assert not {name for name, kind in _named(extraction(text)) if kind == "Institution"}


def test_a_spokesman_after_his_company_is_a_person(claims: Callable[..., list[tuple[str, ...]]]) -> None:
    rows = claims("Tidewater Motors cut jobs. A spokesman for the company, Piet Ostrow, said it had no choice.")
    assert ("Piet Ostrow", "SPEAKS_FOR", "Tidewater Motors") in [row[:3] for row in rows]


def test_two_surnames_are_two_people(extraction: Callable[..., Extraction]) -> None:
    text = "Ana Ruzhin will face Daniel Kest in May. The bad blood between Ruzhin and Kest goes back years."
    assert _named(extraction(text)) == {("Ana Ruzhin", "Person"), ("Daniel Kest", "Person")}


def test_the_council_of_a_body_is_no_part_of_its_name(extraction: Callable[..., Extraction]) -> None:
    text = "Ana Ruzhin sits on the council of the Confederation of Tavel Rowing, which Daniel Kest accused."
    assert ("Confederation of Tavel Rowing", "Institution") in _named(extraction(text))
