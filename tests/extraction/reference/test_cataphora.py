"""Descriptions of the opening whose names come later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A federal judge criticised Governor Ana Ruzhin on Friday. U.S. District Judge Daniel Kest read it out.",
            ("Daniel Kest", "CRITICIZED", "Ana Ruzhin"),
        ),
        (
            "Ana Ruzhin was criticised by a federal judge on Friday. Judge Daniel Kest read it out.",
            ("Daniel Kest", "CRITICIZED", "Ana Ruzhin"),
        ),
        (
            "The mayor criticised the police chief on Friday. Mayor Ana Ruzhin said Chief Daniel Kest was late.",
            ("Ana Ruzhin", "CRITICIZED", "Daniel Kest"),
        ),
        (
            "The union president sued the school board. Ana Ruzhin, union president, met the Tavel School Board.",
            ("Ana Ruzhin", "PROSECUTED", "Tavel School Board"),
        ),
        (
            "The teachers' union sued the school board. The Tavel Teachers Association met the Tavel School Board.",
            ("Tavel Teachers Association", "PROSECUTED", "Tavel School Board"),
        ),
        (
            "The city council rebuked Ana Ruzhin on Monday. Tavel City Council voted by nine to two.",
            ("Tavel City Council", "CRITICIZED", "Ana Ruzhin"),
        ),
    ],
)
def test_who_is_named_later(text: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]) -> None:
    assert wanted in {row[:3] for row in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        # another president
        "The president criticised Daniel Kest. Union president Ana Ruzhin was late.",
        # two who may be meant
        "A senator criticised Daniel Kest. Senator Ana Ruzhin met Senator Tom Akers.",
        # the party of whose members the sentence speaks
        "The party criticised Daniel Kest. Ana Ruzhin of the Harbour Party was late.",
        # another court
        "An appeals court criticised Daniel Kest. Ana Ruzhin wrote to the Supreme Court.",
    ],
)
def test_who_is_not(text: str, claims: Callable[..., list[Any]]) -> None:
    assert not [row for row in claims(text) if row.relation == "CRITICIZED"]
