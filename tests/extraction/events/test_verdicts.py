"""Phrases that judge in somebody's mouth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Rows = Callable[..., list[tuple[str, ...]]]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ('"The voters are tired of Daniel Kest\'s lies," Ana Ruzhin said.', "ACCUSED"),
        ("Ana Ruzhin said that the hypocrisy of Daniel Kest knew no end.", "CRITICIZED"),
        ('"We shall undo Daniel Kest\'s ill-conceived harbour plan," Ana Ruzhin said.', "CRITICIZED"),
        ('"We have all heard Daniel Kest\'s baseless claims," Ana Ruzhin said.', "REJECTED"),
        ('"We shall remember Daniel Kest\'s courage," Ana Ruzhin said.', "SUPPORTED"),
    ],
)
def test_a_phrase_judges_whose_it_is(claims: Rows, text: str, relation: str) -> None:
    assert any(claim[:3] == ("Ana Ruzhin", relation, "Daniel Kest") for claim in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Kest's lies were read out to Ana Ruzhin.",
        '"There is no evidence of Daniel Kest\'s lies," Ana Ruzhin said.',
        '"The betrayal of Daniel Kest hurt him," Ana Ruzhin said.',
    ],
)
def test_what_nobody_holds_against_anybody_judges_nobody(
    claims: Callable[..., list[tuple[str, ...]]], text: str
) -> None:
    assert not [claim for claim in claims(text) if claim[1] in {"ACCUSED", "CRITICIZED"} and claim[2] == "Daniel Kest"]


def test_what_a_judge_rules_that_somebody_did_is_a_verdict(claims: Callable[..., list[Any]]) -> None:
    found = claims("Judge Ana Ruzhin ruled that the Harbour Party had broken the law.")
    assert ("Ana Ruzhin", "PROSECUTED", "Harbour Party") in {row[:3] for row in found}
