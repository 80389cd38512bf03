"""Letters to the editor, signed below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]

LETTERS = """Should Kest go? Readers write.

Daniel Kest should resign. He lied to the council.

{dash}Ana Ruzhin, Tavel

I support Daniel Kest.

He has my vote.

{dash}Piet Tavel
"""


def test_a_letter_is_its_signers(claims: Callable[..., Rows]) -> None:
    rows = [row[:3] for row in claims(LETTERS.format(dash="— "))]
    assert ("Ana Ruzhin", "ACCUSED", "Daniel Kest") in rows
    assert ("Piet Tavel", "SUPPORTED", "Daniel Kest") in rows


def test_two_names_on_lines_of_their_own_are_signatures(claims: Callable[..., Rows]) -> None:
    assert ("Ana Ruzhin", "ACCUSED", "Daniel Kest") in [row[:3] for row in claims(LETTERS.format(dash=""))]


def test_one_name_on_a_line_of_its_own_is_none(claims: Callable[..., Rows]) -> None:
    rows = claims("Daniel Kest leads again.\n\nDaniel Kest should resign. He lied to the council.\n\nAna Ruzhin\n")
    assert "ACCUSED" not in {row.relation for row in rows}
