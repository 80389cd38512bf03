"""Bodies known by name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.extraction import gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Fine Gael", "IRL"),
        ("Golden Dawn", "GRC"),
        ("True Finns", "FIN"),
        ("Law and Justice", "POL"),
        ("Boko Haram", None),
        ("Lashkar-e-Taiba", None),
        ("Emily's List", None),
        ("Der Spiegel", None),
        ("Philip Morris", None),
    ],
)
def test_a_body_is_found_whatever_its_words_are(
    name: str, country: str | None, extraction: Callable[..., Extraction]
) -> None:
    entities = {entity.name: entity for entity in extraction(f"Ana Ruzhin accused {name} of lying.").entities}
    assert (entities[name].type, entities[name].country) == ("Institution", country)


def test_a_body_is_found_without_its_diacritics(extraction: Callable[..., Extraction]) -> None:
    entities = extraction("Fianna Fail accused Ana Ruzhin of lying.").entities
    assert ("Fianna Fail", "Institution") in {(entity.name, entity.type) for entity in entities}


def test_a_curly_apostrophe_is_an_apostrophe(extraction: Callable[..., Extraction]) -> None:
    entities = extraction("Ana Ruzhin accused Emily’s List of lying.").entities
    assert "Emily's List" in {entity.name for entity in entities}


@pytest.mark.parametrize("text", ["the Minister of Law and Justice, Ana Ruzhin", "the Tavel-Brookings Center"])
def test_a_part_of_another_name_is_no_body(text: str, extraction: Callable[..., Extraction]) -> None:
    names = {entity.name for entity in extraction(f"Ola Berg accused {text}, of lying.").entities}
    assert not names & {"Law and Justice", "Brookings"}


def test_no_listed_name_is_also_a_state_or_written_small() -> None:
    assert not [name for name in gazetteer.bodies() if gazetteer.place(name) is not None or name.islower()]
