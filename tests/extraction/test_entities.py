"""Names typed by the words beside them, and put together where the model cuts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


def _names(found: Extraction, kind: str) -> set[str]:
    return {entity.name for entity in found.entities if entity.type == kind}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tekluan, who chairs the Tidewater Council, was late.", "Tekluan"),
        ("The vote was lost, said Ruzhmani, director of the Tidewater Institute.", "Ruzhmani"),
        ("The council's envoy, Tekluan, was late.", "Tekluan"),
        ("Hanna ten Ostrow-Tavel was late.", "Hanna ten Ostrow-Tavel"),
        ("Salma bint Harun al-Tavel was late.", "Salma bint Harun al-Tavel"),
    ],
)
def test_a_person_is_told_by_the_company_of_the_name(
    text: str, name: str, extraction: Callable[..., Extraction]
) -> None:
    assert name in _names(extraction(text), "Person")


def test_a_weekday_is_no_part_of_a_court(extraction: Callable[..., Extraction]) -> None:
    assert _names(extraction("The Tidewater High Court on Monday freed Peter Ostrow."), "Institution") == {
        "Tidewater High Court"
    }


def test_a_body_is_known_without_its_state_too(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The Reserve Bank of Norway raised rates.")
    [bank] = [entity for entity in found.entities if entity.type == "Institution"]
    assert "Reserve Bank" in {bank.name, *bank.aliases}
