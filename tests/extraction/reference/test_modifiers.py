"""Which of several the words before a description choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_MINISTERS = "Transport Minister Zora Dinev and Finance Minister Carl Benson met on Monday. "


@pytest.mark.parametrize(("title", "name"), [("finance", "Carl Benson"), ("transport", "Zora Dinev")])
def test_a_minister_is_the_one_of_the_field(title: str, name: str, claims: Callable[..., list[Any]]) -> None:
    found = claims(f"{_MINISTERS}The {title} minister accused Anne Whitlock of fraud.")
    assert {row.subject for row in found if row.relation == "ACCUSED"} == {name}


def test_the_appeals_court_is_no_district_court(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        "The U.S. Court of Appeals for the Ninth Circuit overruled the U.S. District Court. "
        "The appeals court criticized Anne Whitlock."
    )
    (row,) = [row for row in found if row.relation == "CRITICIZED"]
    assert row.subject == "U.S. Court of Appeals for the Ninth Circuit"


def test_the_nominee_of_a_party_is_who_the_article_says_is_of_it(claims: Callable[..., list[Any]]) -> None:
    found = claims("Republican Carl Benson spoke on Sunday. Anne Whitlock mocked the Republican nominee for president.")
    assert ("Anne Whitlock", "Carl Benson") in {(r.subject, r.object) for r in found if r.relation == "CRITICIZED"}


def test_who_is_the_nominee_of_one_party_is_not_that_of_another(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        "Carl Benson met Anne Whitlock. Benson is ill. The Republican nominee, Carl Benson, went home. "
        "The Democratic nominee accused Tom Akers of fraud."
    )
    assert "Carl Benson" not in {row.subject for row in found if row.relation == "ACCUSED"}


def test_a_rank_inside_a_description_hides_no_party(claims: Callable[..., list[Any]]) -> None:
    found = claims("Anne Whitlock spoke on Sunday. The Democratic presidential nominee accused Carl Benson of lying.")
    assert ("Anne Whitlock", "HOLDS_OFFICE") in {(row.subject, row.relation) for row in found}


def test_her_party_is_the_one_she_is_named_with(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        "The National Union won the vote. Rosalind Akers of the Civic Left said her party accused Carl Benson of fraud."
    )
    assert {row.subject for row in found if row.relation == "ACCUSED"} == {"Civic Left"}
