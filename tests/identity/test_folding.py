from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from polgraph.identity import fold, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ANA VARO", "Ana Varo"),
        ("José Łuna", "Jose Luna"),
        ("Søren Ærø", "Soren Aero"),
        ("Jean-Luc Brel", "Jean Luc  Brel"),
        ("O’Hara", "OHara"),
        ("U.S.A.", "USA"),
        ("St. Orlo", "St Orlo"),
        ("Straße", "STRASSE"),
        ("Ян Орлов", "ян орлов"),
    ],
)
def test_case_diacritics_and_punctuation_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Ana Varo", "Ana Vero"), ("J. Okafor", "JO Kafor"), ("कि", "का")])
def test_letters_do(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_name_of_punctuation_stays_itself() -> None:
    assert fold("!!!") == "!!!"
    assert words("!!!") == ("!!!",)


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
