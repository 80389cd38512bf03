"""Who does it where the sentence puts him elsewhere: after the verb, before the comma, under another deed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RUZHIN, KEST, ORDE = "Ana Ruzhin", "Daniel Kest", "Pavel Orde"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ana Ruzhin went so far as to call Daniel Kest a liar.", (RUZHIN, "ACCUSED", KEST, "asserted")),
        ("Long a critic of Daniel Kest, Ana Ruzhin voted for the bill.", (RUZHIN, "CRITICIZED", KEST, "asserted")),
        ("Also backing Daniel Kest is Ana Ruzhin.", (RUZHIN, "SUPPORTED", KEST, "asserted")),
        ("Stung by criticism from Ana Ruzhin, Daniel Kest apologized.", (RUZHIN, "CRITICIZED", KEST, "asserted")),
        ("Ana Ruzhin ended her speech with an attack on Daniel Kest.", (RUZHIN, "CRITICIZED", KEST, "asserted")),
        ("Ana Ruzhin, like Pavel Orde, has criticized Daniel Kest.", (ORDE, "CRITICIZED", KEST, "asserted")),
        ("Ana Ruzhin was among the first to condemn Daniel Kest.", (RUZHIN, "CRITICIZED", KEST, "asserted")),
        ("Ana Ruzhin could not resist taking a swipe at Daniel Kest.", (RUZHIN, "CRITICIZED", KEST, "asserted")),
        ("Ana Ruzhin made no secret of her dislike for Daniel Kest.", (RUZHIN, "CRITICIZED", KEST, "asserted")),
        ("Instead of attacking Daniel Kest, Ana Ruzhin praised Pavel Orde.", (RUZHIN, "CRITICIZED", KEST, "negated")),
        ("Ana Ruzhin, rather than attack Daniel Kest, praised Pavel Orde.", (RUZHIN, "CRITICIZED", KEST, "negated")),
    ],
)
def test_who_does_it_and_whether(
    sentence: str, wanted: tuple[str, str, str, str], claims: Callable[..., list[Any]]
) -> None:
    assert wanted in [row[:4] for row in claims(sentence)]
