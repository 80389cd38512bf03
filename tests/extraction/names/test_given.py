"""Given names that tell a gender."""

from __future__ import annotations

import pytest

from polgraph.extraction.names.given import given_name_gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Gerlinde Ruzhin", "f"), ("Zbigniew", "m"), ("ZOË TAVEL", "f"), ("Kim Ruzhin", None), ("Qqq Tavel", None)],
)
def test_the_first_word_of_a_name_tells_whether_a_man_or_a_woman_bears_it(name: str, gender: str | None) -> None:
    assert given_name_gender(name) == gender
