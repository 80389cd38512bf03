"""Quotation marks of six styles, nested, forgotten, and apostrophes that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from polgraph.extraction.speech.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_quotations(text)]


@pytest.mark.parametrize(
    "marks",
    [('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("''", "''"), ("``", "''"), ("‘", "’"), ("'", "'"), ("‹", "›")],
)
def test_marks_of_every_style_are_paired(marks: tuple[str, str]) -> None:
    opening, closing = marks
    text = f"She said {opening}we shall see{closing} and {opening}no more{closing}."
    assert quoted(text) == [f"{opening}we shall see{closing}", f"{opening}no more{closing}"]


@pytest.mark.parametrize(
    "text",
    [
        "The miners’ union and the dockers’ union don’t agree with Mr O’Brel.",
        "The miners' union and the dockers' union don't agree with Mr O'Brel.",
        "Back in the ’90s the crews called ’em ’cause they could.",
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    assert quoted(text) == []


def test_a_single_quotation_may_hold_apostrophes() -> None:
    assert quoted("He wrote ‘we don’t need the miners’ vote’ on the wall.") == ["‘we don’t need the miners’ vote’"]


def test_a_quotation_inside_another_is_one_level_deeper() -> None:
    text = "“I told him ‘not now’ and left,” she said."
    outer, inner = find_quotations(text)
    assert (outer.depth, inner.depth) == (0, 1)
    assert text[inner.start : inner.end] == "‘not now’"


def test_the_outer_mark_may_stand_apart_from_the_inner_one() -> None:
    assert quoted("\"They call it 'outreach,' \" he said.")[0] == "\"They call it 'outreach,' \""


def test_a_forgotten_closing_mark_spoils_one_paragraph_only() -> None:
    text = 'He said: "We go home.\n\n"We stay," said Brel.'
    assert '"We stay,"' in quoted(text)


def test_a_quotation_that_goes_on_in_the_next_paragraph_says_so() -> None:
    text = "“We waited.\n\n“Then we left,” said Brel."
    first, second = find_quotations(text)
    assert first.continued
    assert not second.continued


def test_inches_and_feet_are_no_quotation() -> None:
    assert quoted("The mast is 40' 6\" high.") == []


def test_only_the_given_part_of_the_text_is_read() -> None:
    text = 'title: "x"\n---\nShe said "yes".'
    assert [text[found.start : found.end] for found in find_quotations(text, text.index("She"))] == ['"yes"']


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„‚‹›`"))
def test_quotations_lie_in_the_text_in_order_and_nest_properly(text: str) -> None:
    found = find_quotations(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert found == sorted(found, key=lambda each: (each.start, -each.end))
    for first, second in pairwise(found):
        assert second.start >= first.end or second.end <= first.end
