"""Towns and counties that take part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Ruzhin sued the city of Orsk. The City rejected the claim.", ("Ana Ruzhin", "PROSECUTED", "Orsk")),
        (
            "Ana Ruzhin met the mayor. She sued the city of Orsk. The City criticised her.",
            ("Orsk", "CRITICIZED", "Ana Ruzhin"),
        ),
        (
            "Orsk County Circuit Judge Omar King accused Ana Ruzhin of theft.",
            ("Omar King", "HOLDS_OFFICE", "Orsk County"),
        ),
        ("Oru Sanga Governor Ana Ruzhin fired Daniel Kest.", ("Ana Ruzhin", "HOLDS_OFFICE", "Oru Sanga")),
        ("Judge Omar King accused some Tavel City Council members.", ("Omar King", "ACCUSED", "Tavel City Council")),
    ],
)
def test_a_town_takes_part(text: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]) -> None:
    assert wanted in {row[:3] for row in claims(text)}


def test_where_something_happens_is_no_part_of_it(claims: Callable[..., list[Any]]) -> None:
    assert not claims("Ana Ruzhin was late in the city of Orsk.")


def test_the_city_of_a_capital_is_no_state(claims: Callable[..., list[Any]]) -> None:
    rows = {row[:3] for row in claims("The city of Ottawa sued Ana Ruzhin.")}
    assert ("Ottawa", "PROSECUTED", "Ana Ruzhin") in rows
