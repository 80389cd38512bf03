"""Bodies that every state has, called by their kind alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kenyan police searched the hall on Monday. Later police arrested Daniel Kest.",
            ("Kenyan police", "DETAINED", "Daniel Kest"),
        ),
        (
            "Kenyan police searched the hall on Monday. Later police officers arrested Daniel Kest.",
            ("Kenyan police", "DETAINED", "Daniel Kest"),
        ),
        ("Police arrested Daniel Kest on Monday.", ("police", "DETAINED", "Daniel Kest")),
    ],
)
def test_the_body_of_that_kind(text: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]) -> None:
    assert wanted in {row[:3] for row in claims(text)}


def test_another_police(claims: Callable[..., list[Any]]) -> None:
    text = "Kenyan police searched the hall on Monday. Riot police in Norway arrested Daniel Kest."
    assert ("Kenyan police", "DETAINED", "Daniel Kest") not in {row[:3] for row in claims(text)}


def test_the_court_of_a_capital_is_no_state(claims: Callable[..., list[Any]]) -> None:
    found = claims("A Oslo court convicted Daniel Kest on Monday.")
    assert ("Oslo court", "PROSECUTED", "Daniel Kest") in {row[:3] for row in found}


def test_a_bloc_of_so_many_nations_is_no_camp(extraction: Callable[..., Any]) -> None:
    found = extraction("The European Union met on Monday. The 27-nation bloc urged Daniel Kest to wait.")
    assert {entity.name for entity in found.entities} == {"European Union", "Daniel Kest"}
