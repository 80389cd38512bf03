"""Offices of state without a state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[Any]


def _offices(rows: Rows) -> list[tuple[str, str]]:
    return [(row.subject, row.object) for row in rows if row.relation == "HOLDS_OFFICE"]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Dana Kestrel spoke on Monday.",
        "The hall was full.\n\nPresident Dana Kestrel spoke on Monday.",
        "Dana Kestrel, a former secretary of state, spoke on Monday.",
    ],
)
def test_a_title_alone_is_held_in_the_nation_that_the_article_is_at_home_in(
    sentence: str, claims: Callable[..., Rows]
) -> None:
    rows = claims(f"{sentence} The White House said the United States would wait for Norway.")
    assert ("Dana Kestrel", "United States") in _offices(rows)


def test_whoever_is_introduced_with_a_nation_holds_no_second_one(claims: Callable[..., Rows]) -> None:
    rows = claims(
        "President Dana Kestrel of Peru left. Later President Kestrel saw Congress. The United States agreed."
    )
    assert _offices(rows) == [("Dana Kestrel", "Peru")]


def test_a_pronoun_of_another_state_keeps_the_title_there(claims: Callable[..., Rows]) -> None:
    rows = claims("The White House agreed. The United States waited for the islands and their premier, Dana Kestrel.")
    assert ("Dana Kestrel", "United States") not in _offices(rows)


def test_without_a_nation_in_the_article_a_title_says_nothing(claims: Callable[..., Rows]) -> None:
    assert _offices(claims("President Dana Kestrel spoke on Monday.")) == []


@pytest.mark.parametrize("title", ["Gov.", "Republican Secretary of State"])
def test_a_federal_state_has_posts_of_its_own(title: str, claims: Callable[..., Rows]) -> None:
    rows = claims(f"Ohio voted on Friday. A judge in Ohio had refused. {title} Dana Kestrel objected.")
    assert _offices(rows) == [("Dana Kestrel", "Ohio")]


def test_the_nation_of_an_organ_in_the_sentence_goes_before_the_articles_own(claims: Callable[..., Rows]) -> None:
    rows = claims("The White House and the United States waited. Peru's Congress removed President Dana Kestrel.")
    assert _offices(rows) == [("Dana Kestrel", "Peru")]


def test_whose_secretary_of_state_one_is_tells_no_other_nation(claims: Callable[..., Rows]) -> None:
    rows = claims(
        "President James Holloway chose Dana Kestrel, who is now his secretary of state. "
        "Congress agreed, and so did the United States."
    )
    assert ("Dana Kestrel", "United States") in _offices(rows)


@pytest.mark.parametrize(
    "sentence",
    [
        "A Turkish court sentenced Peter Tavel to two years in prison for insulting President Dana Kestrel.",
        "Rebels in Turkey reject talks with President Dana Kestrel.",
        "In Turkey, President Dana Kestrel dissolved the chamber.",
    ],
)
def test_the_scene_of_the_sentence_goes_before_the_articles_own(sentence: str, claims: Callable[..., Rows]) -> None:
    rows = claims(f"Turkey was calm. {sentence} The White House and Congress said the United States would wait.")
    assert ("Dana Kestrel", "Turkey") in _offices(rows)


def test_nobody_holds_an_office_in_the_nation_that_he_threatens(claims: Callable[..., Rows]) -> None:
    assert _offices(claims("Finance Minister Dana Kestrel threatens Peru with tariffs.")) == []


def test_a_possessor_without_a_known_name_keeps_the_office(claims: Callable[..., Rows]) -> None:
    rows = claims("Peru waited. The deal collapsed, said the islanders' finance minister, Dana Kestrel.")
    assert _offices(rows) == []


def test_a_title_after_and_is_that_of_the_next_name(claims: Callable[..., Rows]) -> None:
    rows = claims("Peru waited. The mayor, Dana Kestrel, and Prime Minister Ana Ruzhin quarrelled.")
    assert _offices(rows) == [("Ana Ruzhin", "Peru")]


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Orsk Mayor Ana Ruzhin thanked City Attorney Tom Akers.", "Tom Akers"),
        ("The city of Orsk hired Police Chief Tom Akers.", "Tom Akers"),
    ],
)
def test_a_post_of_a_town_is_one_of_the_town_that_is_spoken_of(
    sentence: str, person: str, claims: Callable[..., list[Any]]
) -> None:
    assert (person, "HOLDS_OFFICE", "Orsk") in {row[:3] for row in claims(sentence)}


def test_a_premier_is_one_of_a_province_where_provinces_have_them(claims: Callable[..., Rows]) -> None:
    found = claims("Premier Ana Ruzhin was late. Alberta is rich. Canada is large. Alberta waited.")
    assert ("Ana Ruzhin", "HOLDS_OFFICE", "Alberta") in {row[:3] for row in found}


def test_the_mayor_of_a_capital_is_none_of_the_nation(claims: Callable[..., Rows]) -> None:
    found = claims("London mayor Ana Ruzhin met the mayor of Paris, Tom Akers.")
    assert ("Ana Ruzhin", "HOLDS_OFFICE", "London") in {row[:3] for row in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Orsk University was shut. Vice-Chancellor Ana Ruzhin was late.", ("Ana Ruzhin", "Orsk University")),
        (
            "The Orsk School District was shut. Superintendent Ana Ruzhin was late.",
            ("Ana Ruzhin", "Orsk School District"),
        ),
        ("Washington Gov. Ana Ruzhin was late.", ("Ana Ruzhin", "Washington")),
    ],
)
def test_a_post_is_held_in_the_only_body_of_its_kind(
    text: str, wanted: tuple[str, str], claims: Callable[..., Rows]
) -> None:
    assert wanted in {(row.subject, row.object) for row in claims(text) if row.relation == "HOLDS_OFFICE"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru's President Ana Ruzhin said Peru would leave Bolivia, where soldiers removed President Dana Kestrel.",
        "Peru named an envoy. Peru waited. Under President Dana Kestrel, Bolivia had signed the pact.",
        "Peru named an envoy. Peru waited. Bolivia sent ships, and President Dana Kestrel said he would not face Peru.",
    ],
)
def test_the_nation_of_another_president_is_not_his(text: str, claims: Callable[..., Rows]) -> None:
    assert ("Dana Kestrel", "Bolivia") in _offices(claims(text))


def test_a_congress_is_no_sign_of_a_state_that_nothing_else_names(claims: Callable[..., Rows]) -> None:
    rows = claims(
        "Unions marched in Peru on Monday. Peru stood still. The National Assembly and Congress sat late. "
        "President Dana Kestrel did not attend."
    )
    assert ("Dana Kestrel", "Peru") in _offices(rows)


@pytest.mark.parametrize(
    "post", ["Taoiseach", "Deputy Prime Minister", "Education Secretary", "The transport secretary,"]
)
def test_a_cabinet_is_at_home_by_other_titles_too(post: str, claims: Callable[..., Rows]) -> None:
    rows = claims(f"Peru's unions met in Peru. {post} Dana Kestrel{',' * post.endswith(',')} was late.")
    assert ("Dana Kestrel", "Peru") in _offices(rows)


def test_a_party_of_a_former_president_gave_him_no_presidency(claims: Callable[..., Rows]) -> None:
    rows = claims("Peru's unions met in Peru. The Harbour Front of former president Dana Kestrel was late.")
    assert ("Dana Kestrel", "Harbour Front") not in _offices(rows)
