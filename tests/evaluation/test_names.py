from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from polgraph.evaluation.gold import GoldEntity
from polgraph.evaluation.names import Roster, bare


@pytest.mark.parametrize(
    ("name", "stripped"),
    [
        ("the Grey Union", "grey union"),
        ("former Vice President Ada Nwosu", "ada nwosu"),
        ("Mr. Holt’s", "holt"),
        ("the governors'", "governors"),
        ("Generali", "generali"),
        ("D’Arco-Lima, R. J.", "darcolima r j"),
        ("ＳＴＲＡＳＳＥ", "strasse"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_names_are_compared_without_what_does_not_belong_to_them(name: str, stripped: str) -> None:
    assert bare(name) == stripped


@given(st.text())
def test_any_text_can_be_a_name(name: str) -> None:
    assert bare(name) == bare(name).strip()


def roster(*names: str) -> Roster:
    return Roster([GoldEntity(id=name, type="Person", name=name, aliases=("the host",)) for name in names])


def test_a_surname_means_the_person_when_no_other_bears_it() -> None:
    names = roster("Ada Nwosu", "Ruben Holt", "Mira Holt")
    assert names.find("Nwosu") == "Ada Nwosu"
    assert names.find("Mrs Holt") == "?holt"


def test_a_shared_name_means_the_first_who_bears_it() -> None:
    assert roster("Ada Nwosu", "Ruben Holt").find("the host") == "Ada Nwosu"


def test_the_name_is_tried_before_the_aliases() -> None:
    names = roster("Ada Nwosu", "Ruben Holt")
    assert names.find("Holt", ["Ada Nwosu"]) == "Ruben Holt"
    assert names.find("Nobody", ["Somebody", "Ada Nwosu"]) == "Ada Nwosu"
    assert names.find("Nobody", ["Somebody"]) == "?nobody"
