"""Who stands in a slot: representatives, authors, members, unnamed groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("A spokesman for the Harbour Party praised Daniel Kest.", ("Harbour Party", "SUPPORTED", "Daniel Kest")),
        ("Ana Ruzhin's aides criticised Daniel Kest.", ("Ana Ruzhin", "CRITICIZED", "Daniel Kest")),
        ("A statement by the Harbour Party criticised Daniel Kest.", ("Harbour Party", "CRITICIZED", "Daniel Kest")),
        ("Ana Ruzhin condemned the policies of Daniel Kest.", ("Ana Ruzhin", "CRITICIZED", "Daniel Kest")),
        ("Members of the Harbour Party praised Daniel Kest.", ("Harbour Party", "SUPPORTED", "Daniel Kest")),
        ("Ana Ruzhin praised politicians like Daniel Kest.", ("Ana Ruzhin", "SUPPORTED", "Daniel Kest")),
        ("Ana Ruzhin accused Orsk, together with Daniel Kest, of lying.", ("Ana Ruzhin", "ACCUSED", "Daniel Kest")),
        ("Ana Ruzhin accused her partner, Daniel Kest, of theft.", ("Ana Ruzhin", "ACCUSED", "Daniel Kest")),
        (
            "The lawyer of Mayor Orsk, Ana Ruzhin, accused Daniel Kest of lying.",
            ("Ana Ruzhin", "ACCUSED", "Daniel Kest"),
        ),
        (
            "The spokesperson to Governor Orsk, Ana Ruzhin, praised Daniel Kest.",
            ("Ana Ruzhin", "SUPPORTED", "Daniel Kest"),
        ),
        ("The Harbour Party issued a letter criticising Daniel Kest.", ("Harbour Party", "CRITICIZED", "Daniel Kest")),
        ("Ana Ruzhin rejected any cooperation with Daniel Kest.", ("Ana Ruzhin", "REJECTED", "Daniel Kest")),
        (
            "The Republic of Ostland sent hundreds of soldiers against the Kingdom of Meridia.",
            ("Republic of Ostland", "MOBILIZED_AGAINST", "Kingdom of Meridia"),
        ),
    ],
)
def test_who_stands_in_a_slot(sentence: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]) -> None:
    assert wanted in {row[:3] for row in claims(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tidewater Council arrested Daniel Kest's brother.",
        "Ana Ruzhin met a critic of Daniel Kest.",
        "Ana Ruzhin accused Daniel Kest's voters of theft.",
        "Ana Ruzhin called half of Daniel Kest's supporters weak.",
        "Ana Ruzhin condemned a committee backed by Daniel Kest.",
    ],
)
def test_who_does_not(sentence: str, claims: Callable[..., list[Any]]) -> None:
    subjects = {"Tidewater Council", "Ana Ruzhin"}
    assert not [row for row in claims(sentence) if row.subject in subjects and row.object == "Daniel Kest"]


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("Peruvian miners attacked Daniel Kest.", "Peruvian miners", "PER"),
        ("Ana Ruzhin praised thousands of refugees in Chad.", "refugees in Chad", "TCD"),
        ("The Harbour Party killed 20 people in Chad.", "people", "TCD"),
        ("Norway released forty activists.", "activists", "NOR"),
        ("Peruvian miners said they would attack Daniel Kest.", "Peruvian miners", "PER"),
        ("Norway condemned the fires in Chad.", "fires", "TCD"),
        ("Norway rejected the figures.", "figures", "NOR"),
        ("The Harbour Militia killed two journalists.", "journalists", None),
    ],
)
def test_unnamed_groups_have_the_country_that_qualifies_them(
    sentence: str, name: str, country: str | None, extraction: Callable[..., Any]
) -> None:
    groups = {
        entity.name: entity.country for entity in extraction(sentence, collectives=True).entities if entity.collective
    }
    assert {found: code for found, code in groups.items() if name in found} == {
        found: country for found in groups if name in found
    }
    assert any(name in found for found in groups)


def test_unnamed_groups_are_nobody_unless_asked_for(extraction: Callable[..., Any]) -> None:
    found = extraction("Peruvian miners attacked Daniel Kest.")
    assert not [entity for entity in found.entities if entity.collective]


def test_who_was_somebodys_envoy_acts_for_nobody(claims: Callable[..., Any]) -> None:
    assert not [row for row in claims("Ana Ruzhin sued a former Norwegian diplomat.") if row.relation == "PROSECUTED"]


def test_those_who_back_a_thing_do_not_back_each_other(claims: Callable[..., Any]) -> None:
    names = {"Ana Ruzhin", "Daniel Kest"}
    rows = claims("Small committees supported by Ana Ruzhin and Daniel Kest had seized on it.")
    assert not [row for row in rows if {row.subject, row.object} == names]


def test_us_in_the_mouth_of_one_person_is_not_that_person(claims: Callable[..., Any]) -> None:
    rows = claims('"The Republic of Ostland attacked us," Ana Ruzhin said.')
    assert not [row for row in rows if row.relation == "ATTACKED" and row.object == "Ana Ruzhin"]


def test_a_quoted_label_that_praises_is_no_criticism(claims: Callable[..., Any]) -> None:
    rows = claims('Ana Ruzhin called Daniel Kest "one of the outstanding members of the Tidewater Council".')
    assert "CRITICIZED" not in {row.relation for row in rows}


def test_two_adjectives_before_one_noun_are_two_states(claims: Callable[..., list[Any]]) -> None:
    found = claims("The Kenyan and Brazilian governments accused Norway of spying.")
    assert {(row.subject, row.object) for row in found} == {("Kenya", "Norway"), ("Brazil", "Norway")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruzhin criticised the way Daniel Kest handled the storm.",
        "Ana Ruzhin criticised how Daniel Kest handled the storm.",
        "Ana Ruzhin, a nurse and a fierce critic of Daniel Kest, spoke on Monday.",
        "Daniel Kest slammed by Ana Ruzhin over levy",
    ],
)
def test_how_somebody_does_a_thing_is_his(sentence: str, claims: Callable[..., Any]) -> None:
    assert ("Ana Ruzhin", "CRITICIZED", "Daniel Kest") in {row[:3] for row in claims(sentence)}


def test_a_crackdown_in_a_country_is_its_own_an_attack_in_it_is_not(claims: Callable[..., Any]) -> None:
    assert [row[:3] for row in claims("Ana Ruzhin condemned the crackdown in Ostland.")] == [
        ("Ana Ruzhin", "CRITICIZED", "Ostland")
    ]
    assert not [row for row in claims("Ana Ruzhin condemned the bombing in Ostland.") if row.relation == "CRITICIZED"]
