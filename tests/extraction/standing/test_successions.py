"""One office, two bearers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


def _offices(rows: Rows) -> set[tuple[str, str]]:
    return {(row.subject, row.object) for row in rows if row.relation == "HOLDS_OFFICE"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruzhin succeeded Peter Tavel as leader of the Harbour Party.",
        "Ana Ruzhin, who replaced Peter Tavel as leader of the Harbour Party, waited.",
        "Peter Tavel was replaced by Ana Ruzhin as leader of the Harbour Party.",
        "Ana Ruzhin took over from Peter Tavel as leader of the Harbour Party in May.",
        "Members chose Ana Ruzhin to succeed Peter Tavel as leader of the Harbour Party.",
        "Ana Ruzhin was chosen to replace Peter Tavel as leader of the Harbour Party.",
    ],
)
def test_a_title_holds_for_whoever_comes_and_whoever_goes(sentence: str, claims: Callable[..., Rows]) -> None:
    rows = claims(sentence)
    assert _offices(rows) == {("Ana Ruzhin", "Harbour Party"), ("Peter Tavel", "Harbour Party")}


def test_whoever_has_gone_held_it_formerly(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin succeeded Peter Tavel as leader of the Harbour Party.")
    assert {(row.subject, row.former) for row in rows if row.relation == "HOLDS_OFFICE"} == {
        ("Ana Ruzhin", None),
        ("Peter Tavel", True),
    }


def test_without_a_title_both_hold_the_office_just_spoken_of(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin was sworn in as prime minister of Norway on Friday. She succeeds Peter Tavel.")
    assert _offices(rows) == {("Ana Ruzhin", "Norway"), ("Peter Tavel", "Norway")}


def test_whoever_may_be_replaced_holds_the_office_all_the_same(claims: Callable[..., Rows]) -> None:
    rows = claims("Ana Ruzhin could replace Peter Tavel as governor of Ohio.")
    found = {(row.subject, row.modality) for row in rows if row.relation == "HOLDS_OFFICE"}
    assert found == {("Ana Ruzhin", "possible"), ("Peter Tavel", "asserted")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Turkey's president, Ana Ruzhin, named Peter Tavel deputy prime minister.",
        "Turkey's president, Ana Ruzhin, named Peter Tavel as her finance minister.",
        "If Ana Ruzhin, Turkey's president, sacks Peter Tavel as transport minister, the coalition breaks.",
        "Turkey's president, Ana Ruzhin, appointed Mara Kest to succeed Peter Tavel as foreign minister.",
        "Peter Tavel was Turkey's trade minister. Mara Kest, who replaced Peter Tavel as trade minister, left Peru.",
    ],
)
def test_who_governs_gives_the_nation_of_those_he_appoints(sentence: str, claims: Callable[..., Rows]) -> None:
    assert ("Peter Tavel", "Turkey") in _offices(claims(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "In her role as chair of the Tidewater Commission, Ana Ruzhin said nothing.",
        "During her time as chair of the Tidewater Commission, Ana Ruzhin said nothing.",
        "Ana Ruzhin resigned as chair of the Tidewater Commission.",
    ],
)
def test_a_role_is_an_office(sentence: str, claims: Callable[..., Rows]) -> None:
    assert ("Ana Ruzhin", "Tidewater Commission") in _offices(claims(sentence))
