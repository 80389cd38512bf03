"""Whose opponent who is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def test_an_opponent_is_the_other_of_the_two_named_most(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        "Carl Benson will debate Anne Whitlock. Whitlock is ill. Benson said his opponent accused Tom Akers of fraud."
    )
    assert ("Anne Whitlock", "Tom Akers") in {(row.subject, row.object) for row in found if row.relation == "ACCUSED"}


def test_my_opponent_is_seen_from_who_speaks(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        'Carl Benson spoke of Anne Whitlock. Whitlock is ill. "My opponent accused Tom Akers of fraud," Benson said.'
    )
    assert ("Anne Whitlock", "Tom Akers") in {(row.subject, row.object) for row in found if row.relation == "ACCUSED"}


def test_of_three_alike_nobody_is_the_opponent(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        "Carl Benson, Anne Whitlock and Tom Akers spoke. Benson said his opponent accused Lyle Dunn of fraud."
    )
    assert not [row for row in found if row.relation == "ACCUSED"]


def test_somebody_with_an_opponent_competes_with_them(claims: Callable[..., list[Any]]) -> None:
    found = claims("Carl Benson spoke of Anne Whitlock. Benson then mocked his opponent.")
    assert {row.relation for row in found} == {"COMPETES_WITH", "CRITICIZED"}
    assert {row.object for row in found if row.relation == "CRITICIZED"} == {"Anne Whitlock"}
