"""Who leaves an office that the verb does not name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        "Ostland's defence minister, Ana Ruzhin, resigned on Wednesday after a scandal.",
        "Ana Ruzhin, president of Ostland, stepped down in May.",
        "Ana Ruzhin, president of Ostland, left office in May.",
        "Ana Ruzhin, the president of Ostland, tendered her resignation.",
        "Ana Ruzhin is president of Ostland. Her resignation surprised the town.",
    ],
)
def test_who_resigns_leaves_the_body_of_the_office(text: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Ana Ruzhin", "LEFT", "Ostland") in {row[:3] for row in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruzhin, president of Ostland, left the room.",
        "Ana Ruzhin, president of Ostland, stepped out.",
        "Daniel Kest called on Ana Ruzhin, president of Ostland, to resign.",
        "Ana Ruzhin, president of Ostland, should step down, Daniel Kest said.",
    ],
)
def test_who_is_only_to_go_has_left_nothing(text: str, claims: Callable[..., list[Any]]) -> None:
    assert not [row for row in claims(text) if row.relation == "LEFT"]


def test_what_the_sentence_names_is_what_is_left(claims: Callable[..., list[Any]]) -> None:
    found = claims("Ana Ruzhin, president of Ostland, resigned from the Harbour Party.")
    assert [row.object for row in found if row.relation == "LEFT"] == ["Harbour Party"]
