"""Bodies of a state that are written small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction

Rows = list[Any]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The Norwegian foreign ministry denied the report.", "Norwegian foreign ministry"),
        ("Norway's foreign ministry denied the report.", "Norway's foreign ministry"),
        ("The Norwegian central bank denied the report.", "Norwegian central bank"),
        ("The Norwegian parliament voted on Monday.", "Norwegian parliament"),
        ("The Chicago police department denied the report.", "Chicago police department"),
    ],
)
def test_a_body_of_a_state_is_an_institution_of_it(sentence: str, body: str, claims: Callable[..., Rows]) -> None:
    assert [row[:2] for row in claims(sentence) if row.relation == "PART_OF"] == [(body, "PART_OF")]


def test_both_ways_of_saying_it_mean_one_body(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Norway's foreign ministry denied it. The Norwegian foreign ministry has denied it before.")
    assert len([entity for entity in found.entities if entity.type == "Institution"]) == 1


def test_two_states_have_two_ministries(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Norway's foreign ministry denied it. Spain's foreign ministry confirmed it.")
    assert len([entity for entity in found.entities if entity.type == "Institution"]) == 2


def test_any_bank_of_a_country_is_no_body_of_it(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The Norwegian bank closed early.")
    assert not [entity for entity in found.entities if entity.type == "Institution"]


def test_who_speaks_for_the_body_does_not_speak_for_the_state(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims("Ana Ruzhin, a spokeswoman for the Norwegian foreign ministry, denied it.")]
    assert ("Ana Ruzhin", "SPEAKS_FOR", "Norwegian foreign ministry") in rows
    assert ("Ana Ruzhin", "SPEAKS_FOR", "Norway") not in rows
