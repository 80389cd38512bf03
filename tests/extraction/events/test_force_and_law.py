"""Force, law and diplomacy as agencies write of them: whose deed, where, against whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = [
    (
        "an attack claimed in the next sentence",
        "A bomber attacked the Tidewater Bank on Monday. The Harbour Militia claimed responsibility.",
        ("Harbour Militia", "ATTACKED", "Tidewater Bank"),
    ),
    (
        "an attack by nobody, then by somebody",
        "The Tidewater Bank was hacked in May. The Harbour Militia said it was behind the attack.",
        ("Harbour Militia", "ATTACKED", "Tidewater Bank"),
    ),
    (
        "a strike carried out by somebody",
        "Daniel Kest died in a strike carried out by the Kingdom of Meridia.",
        ("Kingdom of Meridia", "ATTACKED", "Daniel Kest"),
    ),
    (
        "a charge that names the deed",
        "Piotr Lorne was arrested on suspicion of stabbing Daniel Kest.",
        ("Piotr Lorne", "ATTACKED", "Daniel Kest"),
    ),
    (
        "a murder with which somebody is charged",
        "Piotr Lorne was charged with the murder of Daniel Kest.",
        ("Piotr Lorne", "ATTACKED", "Daniel Kest"),
    ),
    (
        "guilty of a deed",
        "Piotr Lorne was found guilty of stabbing Daniel Kest.",
        ("Piotr Lorne", "ATTACKED", "Daniel Kest"),
    ),
    (
        "people tied to a state act for it",
        "Hackers linked to the Kingdom of Meridia attacked the Tidewater Bank.",
        ("Kingdom of Meridia", "ATTACKED", "Tidewater Bank"),
    ),
    (
        "a warning with a condition",
        "The Republic of Ostland warned that it would strike if the Kingdom of Meridia closed the canal.",
        ("Republic of Ostland", "THREATENED", "Kingdom of Meridia"),
    ),
    (
        "a suit that the parser hangs on the court",
        "The Harbour Party filed suit in federal court challenging the Republic of Ostland's law on ferries.",
        ("Harbour Party", "PROSECUTED", "Republic of Ostland"),
    ),
    (
        "a law stands for who made it",
        "The Tidewater Court ruled against the Republic of Ostland's ban on ferries.",
        ("Tidewater Court", "PROSECUTED", "Republic of Ostland"),
    ),
    (
        "what a court finds is its verdict",
        "The Tidewater Court ruled that the Harbour Party broke the law.",
        ("Tidewater Court", "PROSECUTED", "Harbour Party"),
    ),
    (
        "a court without a name at first",
        "An appeals court ruled against Daniel Kest on Friday. The Tidewater Appeals Court gave no reasons.",
        ("Tidewater Appeals Court", "PROSECUTED", "Daniel Kest"),
    ),
]


@pytest.mark.parametrize(("text", "row"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_does_what_to_whom(
    claims: Callable[..., list[tuple[str, ...]]], text: str, row: tuple[str, str, str]
) -> None:
    assert row in {found[:3] for found in claims(text)}


def test_another_court_is_not_the_one_described(claims: Callable[..., list[tuple[str, ...]]]) -> None:
    found = claims("An appeals court ruled against Daniel Kest. The Tidewater Supreme Court gave no reasons.")
    assert not [row for row in found if row[1] == "PROSECUTED"]


def test_an_attack_told_before_is_not_that_of_everybody(claims: Callable[..., list[tuple[str, ...]]]) -> None:
    found = claims("The Harbour Militia shelled the Tidewater Bank. Ana Ruzhin condemned the attack.")
    assert ("Ana Ruzhin", "ATTACKED", "Tidewater Bank") not in {row[:3] for row in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Tidewater Bank faces a lawsuit filed by Greenpeace.", "PROSECUTED"),
        ("The Tidewater Bank settled charges brought by Greenpeace.", "PROSECUTED"),
        ("The Tidewater Bank faces an inquiry opened by Greenpeace.", "INVESTIGATED"),
    ],
)
def test_who_brings_a_case_is_told_by_a_participle(text: str, wanted: str, claims: Callable[..., list[Any]]) -> None:
    rows = {(row.subject, row.relation, row.object) for row in claims(text)}
    assert ("Greenpeace", wanted, "Tidewater Bank") in rows


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruzhin was wanted by Norway for the poisoning of Daniel Kest.",
        "Two men wanted by Norway over the murder of Daniel Kest left.",
        "Peru lost a game since it won independence from Norway.",
        "Ana Ruzhin cut short a visit to Norway.",
        "Ana Ruzhin was arrested in Peru at the request of Norway.",
        "Norway has not confirmed the death of Daniel Kest.",
    ],
)
def test_what_looks_like_force_and_is_none(text: str, claims: Callable[..., list[Any]]) -> None:
    told = {"PROSECUTED", "DETAINED"}
    assert {row.relation for row in claims(text)} <= told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway sent two planes with tents to Peru.", {"AIDED"}),
        ("Norway sent a hospital ship to Peru.", set()),
        ("Norway sent troops to its northern province.", set()),
        ("Norway sent tanks to the border with Peru.", {"MOBILIZED_AGAINST"}),
    ],
)
def test_what_is_sent_and_where_tells_help_from_force(
    text: str, wanted: set[str], claims: Callable[..., list[Any]]
) -> None:
    assert {row.relation for row in claims(text)} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruzhin sold Norwegian secrets.",
        "Peru turned down a request for a rebel commander, Daniel Kest.",
        "Ana Ruzhin declared war on the Greenpeace affiliate.",
    ],
)
def test_whom_a_noun_only_touches_takes_no_part(text: str, claims: Callable[..., list[Any]]) -> None:
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Ruzhin says she is the victim of a vendetta by Daniel Kest.", "ACCUSED"),
        ("Ana Ruzhin called a strike against the reforms of Daniel Kest.", "PROTESTED_AGAINST"),
        ("Daniel Kest said he was robbed. Ana Ruzhin brushed aside the complaint.", "REJECTED"),
    ],
)
def test_complaints_and_strikes(text: str, wanted: str, claims: Callable[..., list[Any]]) -> None:
    assert {(row.subject, row.relation, row.object) for row in claims(text)} == {("Ana Ruzhin", wanted, "Daniel Kest")}


def test_whose_bid_it_is_is_who_would_join(claims: Callable[..., list[Any]]) -> None:
    rows = claims("Peru vetoed the bid of Norway to join the African Union.")
    assert "Peru" not in {row.subject for row in rows if row.relation == "MEMBER_OF"}
