"""What is a short form of a name, and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


def test_the_house_is_not_the_white_house(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Carl Benson hopes to win the House. The White House was silent.")
    assert {"House", "White House"} <= {entity.name for entity in found.entities}


def test_a_creed_is_no_armed_group(extraction: Callable[..., Extraction]) -> None:
    text = "Radical Islamic preachers were heard. The Islamic State has lost ground."
    found = extraction(text)
    assert [mention.text for mention in found.mentions] == ["Islamic State"]


@pytest.mark.parametrize("town", ["St. Louis", "St. Petersburg"])
def test_a_town_keeps_its_saint(town: str, extraction: Callable[..., Extraction]) -> None:
    found = extraction(f"Carl Benson will debate Tom Akers, Jr., in {town} on Monday.")
    assert {entity.name for entity in found.entities} == {"Carl Benson", "Tom Akers", town}


def test_a_surname_in_a_headline_is_no_university(extraction: Callable[..., Extraction]) -> None:
    text = (
        "With two months to go, Trump still ducks on taxes.\n\nDonald Trump has released nothing. "
        "Trump University is under investigation. Trump is silent.\n"
    )
    found = extraction(text)
    (first, *_) = (mention for mention in found.mentions if mention.text == "Trump")
    assert first.entity == "person:donald-trump"


def test_letters_in_brackets_are_the_body_before_them(claims: Callable[..., list[Any]]) -> None:
    found = claims("Carl Benson left the Prairie Alliance (PA). PA leader Anne Whitlock accused Benson of fraud.")
    assert ("Anne Whitlock", "HOLDS_OFFICE", "Prairie Alliance") in {row[:3] for row in found}


def test_a_house_keeps_its_saint(claims: Callable[..., list[Any]]) -> None:
    found = claims("Saint Martin Hospital chief executive Anne Whitlock accused Carl Benson of fraud.")
    assert ("Anne Whitlock", "HOLDS_OFFICE", "Saint Martin Hospital") in {row[:3] for row in found}


@pytest.mark.parametrize("longer", ["Bar Association", "Judges Society"])
def test_a_court_is_not_the_association_named_after_it(longer: str, claims: Callable[..., list[Any]]) -> None:
    found = claims(f"The High Court {longer} met on Monday. The High Court fined Anne Whitlock.")
    assert ("High Court", "SANCTIONED", "Anne Whitlock") in {row[:3] for row in found}
