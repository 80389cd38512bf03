from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from polgraph.evaluation.attribution import attribution_tallies, misquoted
from polgraph.evaluation.gold import GoldAttribution
from polgraph.evaluation.tallies import Tally
from polgraph.model import Document, Quote

if TYPE_CHECKING:
    from collections.abc import Callable

    Documents = Callable[..., Document]


def said(*content: tuple[int, int], by: tuple[int, int] | None = (0, 3)) -> GoldAttribution:
    return GoldAttribution(source=() if by is None else (by,), content=content)


def quote(start: int, end: int, by: tuple[int, int] | None = (0, 3)) -> Quote:
    source: dict[str, Any] = {} if by is None else {"speaker_start": by[0], "speaker_end": by[1], "speaker_text": "Ada"}
    return Quote(start=start, end=end, **source)


def found_and_right(gold: list[GoldAttribution], *quotes: Quote) -> tuple[float, float]:
    counted = attribution_tallies(gold, quotes)
    return counted["content"].right, counted["attribution"].right


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (10, 30, 1),
        (10, 20, 1),  # half of the union
        (10, 19, 0),
        (0, 40, 1),
        (0, 41, 0),
        (20, 40, 0),  # ten shared of thirty
    ],
)
def test_content_is_found_where_half_of_the_union_is_shared(start: int, end: int, found: int) -> None:
    assert found_and_right([said((10, 30))], quote(start, end)) == (found, found)


def test_content_in_pieces_is_measured_without_what_lies_between() -> None:
    # twenty characters of gold, thirty predicted, all twenty shared
    assert found_and_right([said((10, 20), (30, 40))], quote(10, 40)) == (1, 1)


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [((0, 3), (2, 8), 1), ((0, 3), (3, 8), 0), ((0, 3), None, 0), (None, (0, 3), 0), (None, None, 1)],
)
def test_the_speaker_is_right_where_the_sources_overlap_or_both_have_none(
    gold: tuple[int, int] | None, predicted: tuple[int, int] | None, right: int
) -> None:
    assert found_and_right([said((10, 30), by=gold)], quote(10, 30, predicted)) == (1, right)


def test_a_quote_serves_one_attribution() -> None:
    assert found_and_right([said((10, 30)), said((10, 30))], quote(10, 30)) == (1, 1)


def test_each_attribution_takes_what_overlaps_it_most() -> None:
    assert found_and_right([said((10, 30))], quote(10, 28, None), quote(10, 29)) == (1, 1)


def test_an_attribution_without_content_is_not_looked_for() -> None:
    counted = attribution_tallies([said(), said((10, 30))], [quote(40, 50)])
    assert counted["content"] == Tally(1, 1, 0, 0)


def test_what_is_wrong_is_listed_in_the_order_of_the_text(document: Documents) -> None:
    gold = [said((4, 19), by=(0, 3)), said((36, 50), by=(0, 9)), said((60, 70), by=None)]
    wrong = misquoted(document(), gold, [quote(36, 50, (20, 25)), quote(52, 55)])
    assert [(mistake.kind, mistake.source, mistake.found) for mistake in wrong] == [
        ("missing", "Ada", None),
        ("speaker", "Ada Nwosu", "Ada"),
        ("extra", None, "Ada"),
        ("missing", None, None),
    ]
    assert wrong[0].content == document().text[4:19]
