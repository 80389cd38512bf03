"""Unknown names, told by their company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


@pytest.mark.parametrize(
    "text",
    [
        "Zarvo said on Tuesday that it would leave the talks with Norway.",
        "Members of Zarvo marched on Norway's embassy.",
        "Zarvo leader Piet Holm accused Norway of lying.",
        "Zarvo fighters attacked a Norwegian village.",
        "Zarvo won 34 seats in Norway's parliament.",
        "Zarvo and its allies accused Norway of lying.",
        "Zarvo was outlawed by Norway.",
        "Norway seized Zarvo's headquarters.",
        "Ola Berg (Zarvo) accused Norway of lying.",
    ],
)
def test_a_body_is_told_by_what_only_a_body_has_or_does(text: str, extraction: Callable[..., Extraction]) -> None:
    types = {entity.name: entity.type for entity in extraction(f"{text} Norway accused Zarvo of lying.").entities}
    assert types["Zarvo"] == "Institution"


def test_somebody_named_in_full_stays_a_person(extraction: Callable[..., Extraction]) -> None:
    text = "Peter Zarvo accused Norway of lying. A Zarvo candidate and Zarvo's headquarters criticised Norway."
    types = {entity.name: entity.type for entity in extraction(text).entities}
    assert types["Peter Zarvo"] == "Person"
    assert "Zarvo" not in types


@pytest.mark.parametrize("name", ["Volodymyr Tavelenko", "Yoweri Tavel", "Narendra Ruzh"])
def test_a_first_name_of_any_continent_makes_a_person(name: str, extraction: Callable[..., Extraction]) -> None:
    entities = extraction(f"{name} accused Norway of lying. Norway criticised {name}.").entities
    assert (name, "Person") in {(entity.name, entity.type) for entity in entities}
