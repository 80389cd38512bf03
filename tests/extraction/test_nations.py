"""States that no table knows, told by the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("The president of Velmara, Hanna Tavel, flew home.", "Velmara"),
        ("San Corvo's military attaché, Peter Ostrow, left.", "San Corvo"),
        ("The Velmara navy put to sea.", "Velmara"),
        ("Talks between Velmara and Norway failed. Velmara was sorry.", "Velmara"),
    ],
)
def test_a_state_is_told_by_what_only_states_have(
    text: str, nation: str, extraction: Callable[..., Extraction]
) -> None:
    assert nation in {entity.name for entity in extraction(text).entities if entity.type == "Nation"}


def test_the_field_of_a_minister_is_no_state(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Norwegian Finance Minister Hanna Tavel resigned.")
    assert {entity.name for entity in found.entities if entity.type == "Nation"} == {"Norway"}
