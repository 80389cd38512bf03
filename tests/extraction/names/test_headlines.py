"""Names in headlines of title case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction

BELOW = "The mayor, Ana Tavel, criticised Daniel Kest on Friday. Tavel said Kest had lied."


@pytest.mark.parametrize(
    "headline",
    [
        "Ana Tavel Unloads on Daniel Kest Over Her Levy: 'Does He Think We Sleep?'",
        "Ana Tavel Slams Daniel Kest, Demands Apology",
        "WATCH: Daniel Kest Squirms as Ana Tavel Grills Him on Ferry Debts",
    ],
)
def test_a_headline_makes_no_verb_a_part_of_a_name(headline: str, extraction: Callable[..., Extraction]) -> None:
    found = extraction(f"{headline}\n\n{BELOW}")
    assert {entity.name for entity in found.entities if entity.type == "Person"} == {"Ana Tavel", "Daniel Kest"}


def test_a_row_of_names_stays(extraction: Callable[..., Extraction]) -> None:
    found = extraction(f"{BELOW}\n\nAna Ruzhin, President, Eagle Heritage League")
    assert "Ana Ruzhin" in {entity.name for entity in found.entities}


def test_a_headline_over_a_sentence_of_capitals_is_cut_down_too(
    extraction: Callable[..., Extraction],
) -> None:
    found = extraction("Ruzhin Calls Tavel ‘A Liar’ In Speech\n\nAna Ruzhin met Piet Tavel.")
    assert {entity.name for entity in found.entities} == {"Ana Ruzhin", "Piet Tavel"}
