"""Whose an act is that is only named again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Kest's remarks came at a dinner. The guests were silent.\n\nAna Ruzhin criticised the comments.",
        "Daniel Kest made crude remarks about nurses. The guests were silent.\n\nAna Ruzhin called the comment vile.",
        'Daniel Kest has closed the port.\n\n"This horrific decision will hurt us all," Ana Ruzhin said.',
        '"Daniel Kest crossed a line," Ana Ruzhin said. "That is totally unacceptable."',
        'Daniel Kest wants to sell the port.\n\nAna Ruzhin said: "What a shameful plan."',
    ],
)
def test_a_judgement_of_an_act_named_again_is_of_whoever_did_it(
    claims: Callable[..., list[tuple[str, ...]]], text: str
) -> None:
    assert ("Ana Ruzhin", "CRITICIZED", "Daniel Kest") in [claim[:3] for claim in claims(text)]


def test_the_nearest_act_of_the_kind_counts_not_the_nearest_actor(claims: Callable[..., list[tuple[str, ...]]]) -> None:
    text = (
        "Daniel Kest made a speech in Ostwick on Monday. Piet Tavel slept through it.\n\n"
        "Ana Ruzhin said the speech was a disgrace."
    )
    found = [claim[:3] for claim in claims(text)]
    assert ("Ana Ruzhin", "CRITICIZED", "Daniel Kest") in found
    assert ("Ana Ruzhin", "CRITICIZED", "Piet Tavel") not in found
