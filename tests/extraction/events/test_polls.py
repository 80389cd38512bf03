"""Rivals by the figures that a sentence gives them."""

from __future__ import annotations

import pytest

from polgraph.extraction import extract
from polgraph.model import Document


def rivals(text: str) -> set[frozenset[str]]:
    found = extract(Document(id="poll", text=text, source="poll", body=(0, len(text))))
    names = {entity.id: entity.name for entity in found.entities}
    return {
        frozenset((names[claim.subject], names[claim.object]))
        for claim in found.claims
        if claim.relation == "COMPETES_WITH"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The survey found Ana Ruzhin with 45 percent and Daniel Kest with 41 percent.",
        "In the poll, 45 percent of voters backed Ana Ruzhin while 41 percent favoured Daniel Kest.",
        "Among voters under thirty, Ana Ruzhin has 52% to 38% for Daniel Kest.",
    ],
)
def test_figures_set_rivals_against_each_other(text: str) -> None:
    assert rivals(text) == {frozenset(("Ana Ruzhin", "Daniel Kest"))}


def test_three_with_figures_are_three_pairs() -> None:
    text = "The poll gave Ana Ruzhin 45 percent, Daniel Kest 41 percent and Otto Lund 6 percent."
    assert len(rivals(text)) == 3


def test_figures_that_are_no_votes_set_nobody_against_anybody() -> None:
    assert not rivals("Ana Ruzhin owns 45 percent of the mill and Daniel Kest owns 41 percent.")


@pytest.mark.parametrize(
    "text",
    [
        "Farmers prefer Ana Ruzhin to Daniel Kest.",
        "Most farmers would vote for Ana Ruzhin over Daniel Kest.",
        "Ana Ruzhin vs. Daniel Kest was the only debate of the year.",
    ],
)
def test_a_choice_sets_rivals_against_each_other(text: str) -> None:
    assert rivals(text) == {frozenset(("Ana Ruzhin", "Daniel Kest"))}
