"""When a claim holds: the expression that its predicate governs, read against the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from polgraph.extraction.dates import date_of, read_date
from polgraph.extraction.language import parse

FRIDAY = date(2025, 6, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday", ("2025-06-06", "day")),
        ("last Friday", ("2025-05-30", "day")),
        ("Monday morning", ("2025-06-02", "day")),
        ("next Tuesday", ("2025-06-10", "day")),
        ("yesterday", ("2025-06-05", "day")),
        ("earlier this week", ("2025-06-02", "week")),
        ("last month", ("2025-05-01", "month")),
        ("earlier this month", ("2025-06-01", "month")),
        ("two years ago", ("2023-01-01", "year")),
        ("12 March", ("2025-03-12", "day")),
        ("March 12", ("2025-03-12", "day")),
        ("March 2018", ("2018-03-01", "month")),
        ("October", ("2024-10-01", "month")),
        ("Friday, September 9, 2016", ("2016-09-09", "day")),
        ("2014", ("2014-01-01", "year")),
    ],
)
def test_an_expression_is_read_against_the_day_of_publication(text: str, expected: tuple[str, str]) -> None:
    assert read_date(text, FRIDAY) == expected


@pytest.mark.parametrize("text", ["three years", "a 26-year-old", "the 1990s", "weekly", "some time"])
def test_lengths_of_time_and_ages_are_no_dates(text: str) -> None:
    assert read_date(text, FRIDAY) is None


def test_a_weekday_of_something_planned_lies_ahead() -> None:
    assert read_date("Monday", FRIDAY, ahead=True) == ("2025-06-09", "day")


def test_without_a_day_of_publication_only_full_dates_are_read() -> None:
    assert (read_date("Friday", None), read_date("3 June 2020", None)) == (None, ("2020-06-03", "day"))


def test_the_predicate_takes_the_date_of_its_own_clause() -> None:
    doc = parse("On Tuesday Ana Ruzhin said that the guard had arrested Piet Tavel on Sunday.")
    said, arrested = (next(t for t in doc if t.text == word) for word in ("said", "arrested"))
    assert date_of(said, "asserted", FRIDAY) == ("2025-06-03", "day")
    assert date_of(arrested, "asserted", FRIDAY) == ("2025-06-01", "day")
