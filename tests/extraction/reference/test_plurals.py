"""Several behind one word: they, the two, each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


_WHO = {"B": "Carl Benson", "W": "Anne Whitlock", "A": "Tom Akers"}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Carl Benson and Anne Whitlock arrived. They accused Tom Akers of fraud.", "BA WA"),
        ("Carl Benson and Anne Whitlock, a dentist, said they would accuse Tom Akers of fraud.", "BA WA"),
        ("Carl Benson and Tom Akers spoke. Anne Whitlock accused them of fraud.", "WB WA"),
        ("Carl Benson and Tom Akers left. Later they met, and they accused Anne Whitlock of fraud.", "BW AW"),
        ("Carl Benson and Anne Whitlock accused each other of fraud.", "BW WB"),
        ("Carl Benson met Anne Whitlock. The two then accused Tom Akers of fraud.", "BA WA"),
        (
            "Carl Benson spoke on Monday. Anne Whitlock spoke on Friday. The two sides accused Tom Akers of fraud.",
            "BA WA",
        ),
        ("Carl Benson was joined by Anne Whitlock, and they accused Tom Akers of fraud.", "BA WA"),
        ("Voters heard Carl Benson and Anne Whitlock. They accused Tom Akers of fraud.", ""),
        ("Carl Benson or Anne Whitlock will win. They accused Tom Akers of fraud.", ""),
    ],
)
def test_a_plural_stands_for_all_of_them(text: str, rows: str, claims: Callable[..., list[Any]]) -> None:
    found = {(row.subject, row.object) for row in claims(text) if row.relation == "ACCUSED"}
    assert found == {(_WHO[one], _WHO[other]) for one, other in map(tuple, rows.split())}


def test_one_backed_by_two_is_backed_by_each(claims: Callable[..., list[Any]]) -> None:
    found = claims("Carl Benson was backed by Tom Akers and Anne Whitlock.")
    assert {(row.subject, row.object) for row in found} == {
        ("Tom Akers", "Carl Benson"),
        ("Anne Whitlock", "Carl Benson"),
    }


def test_both_parties_are_those_of_the_article(claims: Callable[..., list[Any]]) -> None:
    found = claims(
        "The Tide Party and the Harbour Party argued. Norway met Kenya. Both parties accused Tom Akers of fraud."
    )
    assert {row.subject for row in found if row.relation == "ACCUSED"} == {"Tide Party", "Harbour Party"}


@pytest.mark.parametrize(("side", "name"), [("latter", "Tom Akers"), ("former", "Carl Benson")])
def test_the_former_and_the_latter_are_of_the_two_just_named(
    side: str, name: str, claims: Callable[..., list[Any]]
) -> None:
    found = claims(f"Carl Benson met Tom Akers on Monday. The {side} accused Anne Whitlock of fraud.")
    assert {row.subject for row in found if row.relation == "ACCUSED"} == {name}


def test_who_speaks_is_not_they(claims: Callable[..., list[Any]]) -> None:
    found = claims('Tom Akers and Carl Benson met. "They accused Anne Whitlock of fraud," Akers said.')
    assert "Tom Akers" not in {row.subject for row in found if row.relation == "ACCUSED"}


@pytest.mark.parametrize(
    "text",
    [
        "The Justice Department was busy. Voters said they accused Anne Whitlock of fraud.",
        "Republicans cheered. People know what they want, and they accused Anne Whitlock of fraud.",
    ],
)
def test_people_without_a_name_are_they(text: str, claims: Callable[..., list[Any]]) -> None:
    assert not [row for row in claims(text) if row.relation == "ACCUSED"]


def test_who_acts_is_none_of_both(claims: Callable[..., list[Any]]) -> None:
    found = claims("Carl Benson met Anne Whitlock and Tom Akers. Carl Benson urged both leaders to wait.")
    urged = {row.object for row in found if row.relation == "URGED"}
    assert urged == {"Anne Whitlock", "Tom Akers"}


@pytest.mark.parametrize(
    "whom",
    ["them", "both", "both countries", "the two countries", "the countries", "the two governments"],
)
def test_several_are_objects_as_well_as_subjects(whom: str, claims: Callable[..., list[Any]]) -> None:
    rows = {row[:3] for row in claims(f"Norway and Denmark signed a treaty. Sweden accused {whom} of lying.")}
    assert rows >= {("Sweden", "ACCUSED", "Norway"), ("Sweden", "ACCUSED", "Denmark")}


@pytest.mark.parametrize("who", ["The unions", "Both unions", "The two organisations", "The groups"])
def test_a_plural_means_all_that_stood_side_by_side(who: str, claims: Callable[..., list[Any]]) -> None:
    text = f"The Harbour Union and the Dockers League called a strike. {who} accused Sweden of lying."
    rows = {row[:3] for row in claims(text)}
    assert rows >= {("Harbour Union", "ACCUSED", "Sweden"), ("Dockers League", "ACCUSED", "Sweden")}
