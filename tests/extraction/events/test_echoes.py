"""Who does as somebody else does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "Daniel Kest endorsed Mira Tavel"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}, as did Gov. Ana Ruzhin.",
        f"{HEAD}, and so did Ana Ruzhin.",
        f"{HEAD} on Friday. So did Ana Ruzhin, who met her last week.",
        f"{HEAD} on Friday. Ana Ruzhin did the same.",
        f"{HEAD} on Friday. Ana Ruzhin followed suit.",
    ],
)
def test_who_did_likewise_did_it_too(text: str, claims: Callable[..., list[Any]]) -> None:
    assert ("Ana Ruzhin", "SUPPORTED", "Mira Tavel", "asserted") in {row[:4] for row in claims(text)}


def test_each_of_several_did_it(claims: Callable[..., list[Any]]) -> None:
    rows = claims("Daniel Kest condemned Mira Tavel's words, as have former Govs. Ana Ruzhin and Lena Holt.")
    assert {row.subject for row in rows if row.relation == "CRITICIZED"} == {"Daniel Kest", "Ana Ruzhin", "Lena Holt"}


def test_neither_repeats_what_was_not_done(claims: Callable[..., list[Any]]) -> None:
    rows = claims("Daniel Kest has not endorsed Mira Tavel, and neither has Ana Ruzhin.")
    assert ("Ana Ruzhin", "SUPPORTED", "Mira Tavel", "negated") in {row[:4] for row in rows}


def test_as_before_a_reason_is_no_echo(claims: Callable[..., list[Any]]) -> None:
    rows = claims("Daniel Kest endorsed Mira Tavel as Ana Ruzhin did nothing.")
    assert not [row for row in rows if row.subject == "Ana Ruzhin"]
