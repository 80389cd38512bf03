from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from polgraph.errors import ReadingError
from polgraph.reading import Metadata, parse_date
from polgraph.reading.front_matter import parse_front_matter

_ONE_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40).map(
    lambda text: f"x{text}x"
)


def test_the_four_fields_are_read() -> None:
    text = "---\ntitle: A\ndate: 2024-05-01\npublisher: B\nurl: https://c.example/?a=1: 2\n---\nBody"
    metadata, start = parse_front_matter(text, "a.txt")
    assert metadata == Metadata(title="A", published=date(2024, 5, 1), publisher="B", url="https://c.example/?a=1: 2")
    assert text[start:] == "Body"


@pytest.mark.parametrize(
    "value", ['"Quoted: yes"', "'Quoted: yes'", "  Quoted: yes  "], ids=["double", "single", "spaces"]
)
def test_quotes_and_spaces_around_a_value_are_dropped(value: str) -> None:
    assert parse_front_matter(f"---\ntitle: {value}\n---\n", "a.txt")[0].title == "Quoted: yes"


def test_unknown_keys_lists_and_empty_values_are_passed_over() -> None:
    text = "---\nauthor: Nell Brask\ntitle:\ntags:\n  - politics\n- more\n\nTitle: The mill\n...\nBody"
    metadata, start = parse_front_matter(text, "a.txt")
    assert metadata == Metadata(title="The mill")
    assert text[start:] == "Body"


@pytest.mark.parametrize("text", ["Body", "", "----\ntitle: A\n---\n", "---\n\nVaro met Tallin.\n---\n", " ---\n---\n"])
def test_a_text_without_front_matter_begins_at_its_beginning(text: str) -> None:
    assert parse_front_matter(text, "a.txt") == (Metadata(), 0)


def test_an_empty_front_matter_says_nothing() -> None:
    assert parse_front_matter("---\n---\nBody", "a.txt") == (Metadata(), 8)


def test_a_front_matter_that_is_never_closed_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"a\.txt: line 1: the front matter is never closed"):
        parse_front_matter("---\ntitle: A\nVaro met Tallin.\n", "a.txt")


@pytest.mark.parametrize("value", ["soon", "2024-13-01", "2024-02-30", "03/04/2024", "x" * 500])
def test_a_bad_date_is_refused_with_file_and_line(value: str) -> None:
    with pytest.raises(ReadingError, match=r"a\.txt: line 3: “.{1,41}” is no date: write it as 2024-05-31"):
        parse_front_matter(f"---\ntitle: A\ndate: {value}\n---\nBody", "a.txt")


@pytest.mark.parametrize(
    "value",
    [
        "2024-05-01", "2024-05-01T23:59:00Z", "2024-05-01 10:00", "20240501", "1 May 2024", "May 1, 2024",
        "1 may 2024", "01.05.2024", "2024/05/01", "  1  May 2024 ",
    ],
)  # fmt: skip
def test_dates_are_read_in_the_forms_that_have_one_meaning(value: str) -> None:
    assert parse_date(value) == date(2024, 5, 1)


@given(title=_ONE_LINE, publisher=_ONE_LINE, day=st.dates(min_value=date(1000, 1, 1)), body=st.text())
def test_what_is_written_is_read_back_and_the_body_begins_where_it_begins(
    title: str, publisher: str, day: date, body: str
) -> None:
    text = f"---\ntitle: {title}\npublisher: {publisher}\ndate: {day.isoformat()}\n---\n{body}"
    metadata, start = parse_front_matter(text, "a.txt")
    assert metadata == Metadata(title=title, publisher=publisher, published=day)
    assert text[start:] == body


@given(st.text(st.sampled_from("-\n:a .\ufeff\"'")))
def test_any_text_is_taken_apart_or_refused(text: str) -> None:
    try:
        _, start = parse_front_matter(text, "a.txt")
    except ReadingError:
        return
    assert 0 <= start <= len(text)
