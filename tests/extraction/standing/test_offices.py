"""Titles and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]

_NINTH = "U.S. Court of Appeals for the Ninth Circuit"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Speaker of the House James Holloway left.", ("James Holloway", "HOLDS_OFFICE", "House")),
        ("As a senator from Vermont, Laura Benton objected.", ("Laura Benton", "HOLDS_OFFICE", "Vermont")),
        ("Ohio's treasurer, Laura Benton, objected.", ("Laura Benton", "HOLDS_OFFICE", "Ohio")),
        (f"Judge Laura Benton of the {_NINTH} left.", ("Laura Benton", "HOLDS_OFFICE", _NINTH)),
        (
            "Laura Benton, a professor of law and public policy at Harvard University, objected.",
            ("Laura Benton", "HOLDS_OFFICE", "Harvard University"),
        ),
        (
            "Laura Benton, a chief of staff to President James Holloway, left.",
            ("Laura Benton", "ALLIED_WITH", "James Holloway"),
        ),
        (
            "Laura Benton, one of James Holloway's closest aides, left.",
            ("Laura Benton", "ALLIED_WITH", "James Holloway"),
        ),
        (
            "Laura Benton, head of Data Privacy at Harvard University, objected.",
            ("Laura Benton", "HOLDS_OFFICE", "Harvard University"),
        ),
        ("United States District Judge Laura Benton objected.", ("Laura Benton", "HOLDS_OFFICE", "United States")),
        (
            "The secretary of labor of Norway and former mayor of Tavel, Laura Benton, objected.",
            ("Laura Benton", "HOLDS_OFFICE", "Norway"),
        ),
        ("U.S. Attorney Rachel Holloway objected.", ("Rachel Holloway", "HOLDS_OFFICE", "United States")),
        ("Two Norwegians, Laura Benton and James Holloway, left.", ("James Holloway", "CITIZEN_OF", "Norway")),
        ("Laura Benton, a registered Democrat, objected.", ("Laura Benton", "MEMBER_OF", "Democrats")),
        ("Laura Benton, Labour MP for the north, objected.", ("Laura Benton", "MEMBER_OF", "Labour")),
    ],
)
def test_a_title_finds_its_body(sentence: str, expected: tuple[str, str, str], claims: Callable[..., Rows]) -> None:
    assert expected in [row[:3] for row in claims(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The pro-Norway councillor Laura Benton left.",
        "Laura Benton has been a consistent supporter of NATO.",
        "Laura Benton of the Harbour constituency left.",
        "In a Reuters interview Laura Benton smiled.",
        "Former state Rep. Laura Benton of Elba left.",
        "His weary wife by his side, James Holloway left.",
        "The Norwegian embassy closed.",
    ],
)
def test_what_is_no_tie(sentence: str, claims: Callable[..., Rows]) -> None:
    ties = {"HOLDS_OFFICE", "MEMBER_OF", "CITIZEN_OF", "PART_OF"}
    assert not [row for row in claims(sentence) if row.relation in ties]


def test_the_nominees_daughter_is_not_of_the_party(claims: Callable[..., Rows]) -> None:
    rows = claims("Laura Benton, the Republican presidential nominee's eldest daughter, left.")
    assert "MEMBER_OF" not in {row.relation for row in rows}


def test_a_surname_before_a_title_is_no_nationality(claims: Callable[..., Rows]) -> None:
    rows = claims(
        "Donald Holloway and Michael Benton agreed. “The president and our military are apart,” Benton, "
        "a top Holloway surrogate, said Thursday morning."
    )
    assert ("Michael Benton", "ALLIED_WITH", "Donald Holloway") in [row[:3] for row in rows]


def test_a_title_before_a_name_is_not_the_last_persons(claims: Callable[..., Rows]) -> None:
    rows = claims("Peru waited. Martin Adey, brother of President Peter Adey of Kenya, left.")
    assert {row.subject for row in rows if row.relation == "HOLDS_OFFICE"} == {"Peter Adey"}


def test_who_is_told_of_the_last_of_a_row(claims: Callable[..., Rows]) -> None:
    rows = claims("It lacked the skill of Martin Adey or Mara Tavel, who is now governor of Ohio.")
    assert {row.subject for row in rows if row.relation == "HOLDS_OFFICE"} == {"Mara Tavel"}


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Dana Kestrel, the member of parliament for Oxford East, spoke on Monday.", "Oxford East"),
        ("Norwegian National Security Adviser Dana Kestrel spoke on Monday.", "Norway"),
        ("Norwegian Assistant Secretary of State Dana Kestrel spoke on Monday.", "Norway"),
        ("Norwegian Opposition Leader Dana Kestrel spoke on Monday.", "Norway"),
        ("Tidewater Farmers Union (TFU) leader Dana Kestrel spoke on Monday.", "Tidewater Farmers Union"),
        ("UN Secretary-General Dana Kestrel on Monday spoke in Norway.", "UN"),
    ],
)
def test_posts_of_a_state_and_of_its_parts(sentence: str, body: str, claims: Callable[..., Any]) -> None:
    rows = claims(sentence)
    assert ("Dana Kestrel", body) in [(r.subject, r.object) for r in rows if r.relation == "HOLDS_OFFICE"]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Norway's Dana Kestrel and Peru's Ines Varga met on Monday.", "Norway"),
        ("Dana Kestrel joined the Tidewater Bank as chief economist.", "Tidewater Bank"),
        ("Dana Kestrel won the leadership of the Harbour Party in May.", "Harbour Party"),
        ("Dana Kestrel, with the Tidewater Institute, spoke on Monday.", "Tidewater Institute"),
        ("TFU Ohio chairwoman Dana Kestrel spoke on Monday. The TFU is small.", "TFU"),
        (
            "The leaders of the House Growers Caucus, Democrats Dana Kestrel of Ohio and Ines Varga of Utah, agreed.",
            "House Growers Caucus",
        ),
        ("The Harbour Party lost. Ines Varga met her former leader Dana Kestrel.", "Harbour Party"),
    ],
)
def test_posts_that_no_title_beside_the_body_tells(sentence: str, body: str, claims: Callable[..., Any]) -> None:
    rows = claims(sentence)
    assert ("Dana Kestrel", body) in [(r.subject, r.object) for r in rows if r.relation == "HOLDS_OFFICE"]


def test_a_rank_after_a_post_is_no_second_post(claims: Callable[..., Any]) -> None:
    rows = claims("Norwegian military spokesman Col. Dana Kestrel spoke on Monday.")
    assert not [row for row in rows if row.relation == "HOLDS_OFFICE"]


def test_what_a_minister_is_for_is_not_whose_he_is(claims: Callable[..., Any]) -> None:
    rows = claims("The Ministry of Foreign Affairs waited. Norway's Minister of Foreign Affairs Dana Kestrel left.")
    assert [(r.subject, r.object) for r in rows if r.relation == "HOLDS_OFFICE"] == [("Dana Kestrel", "Norway")]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Dana Kestrel quarrelled during her first year at the Tidewater Bank.", "Tidewater Bank"),
        ("During her time at the Tidewater Bank, Dana Kestrel quarrelled.", "Tidewater Bank"),
        ("Dana Kestrel spent ten years at the Tidewater Bank.", "Tidewater Bank"),
        ("Dana Kestrel's appointment to the Tidewater Court was late.", "Tidewater Court"),
        ("Norwegian Foreign Minister (then-Senator) Dana Kestrel quarrelled.", "Norway"),
    ],
)
def test_time_spent_in_a_post(sentence: str, body: str, claims: Callable[..., Any]) -> None:
    rows = claims(sentence)
    assert ("Dana Kestrel", body) in [(r.subject, r.object) for r in rows if r.relation == "HOLDS_OFFICE"]


def test_the_father_is_described_before_the_daughter(claims: Callable[..., Any]) -> None:
    rows = claims("The daughter of Peter Varga, the leader of Norway, Dana Kestrel ran in May.")
    assert ("Dana Kestrel", "Norway") not in [(r.subject, r.object) for r in rows]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The UN named Dana Kestrel as special envoy for Norway.", "UN"),
        ("Peru's visiting Norway envoy Dana Kestrel spoke on Monday.", "Peru"),
        ("The Harbour Bloc lost. Harbour Bloc Leader Dana Kestrel spoke on Monday.", "Harbour Bloc"),
        ("Dana Kestrel ran for mayor under the banner of the Harbour Party.", "Harbour Party"),
        ("The Tidewater Bank, whose director Dana Kestrel resigned, lost money.", "Tidewater Bank"),
    ],
)
def test_whose_a_post_is(sentence: str, body: str, claims: Callable[..., Any]) -> None:
    rows = claims(sentence)
    found = [(r.subject, r.object) for r in rows if r.relation == "HOLDS_OFFICE"]
    assert found == [("Dana Kestrel", body)]


def test_a_deputy_leader_is_no_deputy(claims: Callable[..., Any]) -> None:
    rows = claims("Labour's deputy leader has spoken. Dana Kestrel, Labour's deputy leader, was angry.")
    assert not [row for row in rows if row.relation == "MEMBER_OF"]


def test_a_politician_of_a_party_is_of_it(claims: Callable[..., Any]) -> None:
    rows = claims("Harbour Party politician Dana Kestrel spoke on Monday.")
    assert [(r.subject, r.object) for r in rows if r.relation == "MEMBER_OF"] == [("Dana Kestrel", "Harbour Party")]


def test_a_place_that_bears_somebodys_name_holds_no_office(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Tavel left. Police arrested a man of her gang in Norway's Tavel on Monday.")
    assert not [row for row in rows if row.relation == "HOLDS_OFFICE"]
