"""What an office is about is no name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "office",
    [
        "Minister of Foreign Affairs",
        "Minister of the Interior",
        "Minister for Women’s Affairs",
        "Minister of Public Works",
        "Commissioner of Education",
        "Secretary of the Treasury",
    ],
)
def test_the_field_of_an_office_is_no_body(office: str, claims: Callable[..., list[Any]]) -> None:
    found = {(row.subject, row.relation, row.object) for row in claims(f"Tom Akers, Kenya’s {office}, was ill.")}
    assert found == {("Tom Akers", "HOLDS_OFFICE", "Kenya")}


def test_a_body_may_be_named_for_a_field(claims: Callable[..., list[Any]]) -> None:
    found = claims("Tom Akers, head of the Public Works Authority, was ill.")
    assert {(row.relation, row.object) for row in found} == {("HOLDS_OFFICE", "Public Works Authority")}
