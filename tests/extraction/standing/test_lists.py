"""People named in a row: what stands before the first holds for all, and each keeps its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


def _members(rows: Rows) -> set[tuple[str, str]]:
    return {(row.subject, row.object) for row in rows if row.relation == "MEMBER_OF"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Harbour Party's Ana Ruzhin and Piet Tavel abstained.",
            {("Ana Ruzhin", "Harbour Party"), ("Piet Tavel", "Harbour Party")},
        ),
        (
            "The winners were the Harbour Party's Ana Ruzhin, the Tidewater Alliance's Piet Tavel and Boris Ostrow.",
            {
                ("Ana Ruzhin", "Harbour Party"),
                ("Piet Tavel", "Tidewater Alliance"),
                ("Boris Ostrow", "Tidewater Alliance"),
            },
        ),
        (
            "Ana Ruzhin and Piet Tavel of respectively the Harbour Party and the Tidewater Alliance abstained.",
            {("Ana Ruzhin", "Harbour Party"), ("Piet Tavel", "Tidewater Alliance")},
        ),
    ],
)
def test_each_person_of_a_row_has_the_nearest_body(
    sentence: str, expected: set[tuple[str, str]], claims: Callable[..., Rows]
) -> None:
    assert _members(claims(sentence)) == expected


def test_a_camp_before_a_row_holds_for_everybody_in_it(claims: Callable[..., Rows]) -> None:
    rows = claims(
        "The harbourist camp won. Harbourist camp councillors Ana Ruzhin of the Tidewater Party, "
        "Peter Tavel of the Lodestar Party and Hanna Ostrow of the Mill Party kept their seats."
    )
    members = {person for person, camp in _members(rows) if camp.casefold() == "harbourist camp"}
    assert members == {"Ana Ruzhin", "Peter Tavel", "Hanna Ostrow"}
