"""Who is who inside one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction

Extract = "Callable[..., Extraction]"


def _entity_at(found: Extraction, word: str, occurrence: int = 1) -> str | None:
    place = -1
    for _ in range(occurrence):
        place = found.document.text.index(word, place + 1)
    return next((m.entity for m in found.mentions if m.start <= place < m.end), None)


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "entity"),
    [
        ("Ana Ruzhin spoke. Ruzhin left.", "Ruzhin", 2, "person:ana-ruzhin"),
        ("Joseph B. Tavel spoke. Joe Tavel left.", "Joe", 1, "person:joseph-b-tavel"),
        ("Ana Ruzhin spoke. Later she left the hall.", "she", 1, "person:ana-ruzhin"),
        ("Ana Ruzhin spoke to Piet Tavel before she left.", "she", 1, "person:ana-ruzhin"),
        ("Ana Ruzhin praised Mark Tavel. He was pleased.", "He", 1, "person:mark-tavel"),
        (
            "The Tidewater Development Bank (TDB) closed. TDB has debts.",
            "TDB",
            2,
            "institution:tidewater-development-bank",
        ),
        ("The Harbour Party met. The party then split.", "The party", 1, "institution:harbour-party"),
        ("Norwegian officials left. Norway is far.", "Norwegian officials", 1, "nation:norway"),
        ("The US government paid.", "US government", 1, "nation:united-states"),
        ("The Government of Norway offered asylum to Ana Ruzhin.", "Government", 1, "nation:norway"),
        ("Moscow protested against the plan.", "Moscow", 1, "nation:russia"),
        ("Senator Ana Ruzhin spoke. The senator left.", "The senator", 1, "person:ana-ruzhin"),
        ("Ana Ruzhin smiled. “I am tired,” said Piet Tavel.", "I", 1, "person:piet-tavel"),
        ("“We are tired,” said Piet Tavel, chairman of the Harbour Party.", "We", 1, "institution:harbour-party"),
        ("Piet Tavel, who chairs the Harbour Party, said: “We are tired.”", "We", 1, "institution:harbour-party"),
        ("Piet Tavel, who speaks for the Harbour Party, said: “We are tired.”", "We", 1, "institution:harbour-party"),
        ("“I lost,” said Ana Ruzhin. Piet Tavel was at home. “It hurts,” she added.", "she", 1, "person:ana-ruzhin"),
        ("Ana Ruzhin is our guest.\n\nRUZHIN: I won.\n\nHOST: How?\n\nRUZHIN: I did.", "I d", 1, "person:ana-ruzhin"),
        ("Ana Ruzhin, a dentist, spoke. Piet Tavel listened. The dentist left.", "dentist", 2, "person:ana-ruzhin"),
        ("Ana Ruzhin spoke. Minister Piet Tavel listened. The minister left.", "The minister", 1, "person:piet-tavel"),
        ("In her first speech, Ana Ruzhin was brief.", "her", 1, "person:ana-ruzhin"),
        ("When Mark Tavel attacked Ana Ruzhin, she smiled at the crowd.", "she", 1, "person:ana-ruzhin"),
        ("Ana Ruzhin said Mark Tavel had attacked her unfairly.", "her", 1, "person:ana-ruzhin"),
        ("Mark Tavel hoped that Piet Ruzhin would endorse him.", "him", 1, "person:mark-tavel"),
        ("Norway praised Piet Tavel. The country has patience.", "The country", 1, "nation:norway"),
        (
            "A top Norwegian lawmaker has objected. Ana Ruzhin, deputy chair of the Tidewater Committee, was blunt.",
            "lawmaker",
            1,
            "person:ana-ruzhin",
        ),
    ],
)
def test_a_mention_leads_to_its_entity(
    text: str, word: str, occurrence: int, entity: str, extraction: Callable[..., Extraction]
) -> None:
    assert _entity_at(extraction(text), word, occurrence) == entity


def test_two_bearers_of_a_surname_stay_two(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Ana Ruzhin met Boris Ruzhin. Mr Ruzhin was late.")
    assert {entity.id for entity in found.entities if entity.type == "Person"} == {
        "person:ana-ruzhin",
        "person:boris-ruzhin",
    }
    assert _entity_at(found, "Ruzhin", 3) == "person:boris-ruzhin"


def test_a_word_of_a_name_that_is_no_word_for_bodies_is_not_the_body(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The Tidewater Institute for Climate Research met. The research took years.")
    assert _entity_at(found, "The research") is None


def test_a_capital_after_in_is_a_place(extraction: Callable[..., Extraction]) -> None:
    assert _entity_at(extraction("They met in Moscow."), "Moscow") is None


def test_who_says_it_of_somebody_is_not_that_person(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Mark Tavel spoke first. Paul Ruzhin, he said, is not ready.")
    assert _entity_at(found, "he said") == "person:mark-tavel"


def test_a_state_that_no_table_knows_is_told_by_its_people(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Ostlandic troops left. The prime minister of Ostland was pleased. Ostland is small.")
    assert "nation:ostland" in {entity.id for entity in found.entities}
    assert _entity_at(found, "Ostlandic") == "nation:ostland"


def test_a_country_spreads_along_ties(extraction: Callable[..., Extraction]) -> None:
    found = extraction("French President Louis Tavel spoke.")
    assert {entity.name: entity.country for entity in found.entities} == {"France": "FRA", "Louis Tavel": "FRA"}


def test_an_unnamed_group_is_kept_only_on_request(extraction: Callable[..., Extraction]) -> None:
    text = "Rwandan rebels attacked Uganda."
    assert not [entity for entity in extraction(text).entities if entity.collective]
    [group] = [entity for entity in extraction(text, collectives=True).entities if entity.collective]
    assert (group.type, group.name, group.country) == ("Institution", "Rwandan rebels", "RWA")


@pytest.mark.parametrize(
    ("text", "word", "occurrence"),
    [
        ("Ana Ruzhin spoke. It is clear that the harbour will close.", "It", 1),
        ("Ana Ruzhin and he met.", "he", 1),
        ("The bread was dear. The minister left.", "The minister", 1),
    ],
)
def test_what_points_at_nobody_stays_open(
    text: str, word: str, occurrence: int, extraction: Callable[..., Extraction]
) -> None:
    assert _entity_at(extraction(text), word, occurrence) is None


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "entity"),
    [
        ("Sen. Ana Ruzhin met Gov. Piet Tavel. The governor left.", "The governor", 1, "person:piet-tavel"),
        (
            "Former Secretary of State Ana Ruzhin met Mark Tavel. The former secretary of state left.",
            "The former secretary",
            1,
            "person:ana-ruzhin",
        ),
        ("“I admire you,” Mark Tavel told Ana Ruzhin.", "you", 1, "person:ana-ruzhin"),
        ("“Thank you, Ana,” said Mark Tavel. Ana Ruzhin smiled.", "you", 1, "person:ana-ruzhin"),
        ("Rep. Mark Tavel (R-Utah) spoke. The Utah Republican was brief.", "Republican", 1, "person:mark-tavel"),
        ("Holland spoke. Greg Holland is a dentist.", "Holland", 1, "person:greg-holland"),
    ],
)
def test_news_says_who_is_who_in_its_own_ways(
    text: str, word: str, occurrence: int, entity: str, extraction: Callable[..., Extraction]
) -> None:
    assert _entity_at(extraction(text), word, occurrence) == entity


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Ana Ruzhin met Mark Tavel. The two leaders signed a deal.", ("Ana Ruzhin", "Mark Tavel")),
        ("Norway and Sweden talked. Both countries signed a deal.", ("Norway", "Sweden")),
    ],
)
def test_the_two_are_those_named_before(text: str, ends: tuple[str, str], claims: Callable[..., list[Any]]) -> None:
    assert ("AGREED_WITH", ends) in [(claim.relation, (claim.subject, claim.object)) for claim in claims(text)]


def test_the_country_is_no_town(extraction: Callable[..., Extraction]) -> None:
    assert (
        _entity_at(extraction("Ana Ruzhin spoke in Tulsa. “This country is sick,” she said."), "This country") is None
    )


def test_a_lawmaker_of_the_opening_is_named_with_what_she_does(extraction: Callable[..., Extraction]) -> None:
    found = extraction(
        "A Karsovian opposition lawmaker on Tuesday accused the minister, Zora Dinev, of lying. "
        "Rosalind Akers, who sits on the transport committee, told reporters that Dinev was tired."
    )
    assert _entity_at(found, "opposition lawmaker") == "person:rosalind-akers"


def test_a_woman_of_the_opening_may_be_anybody(extraction: Callable[..., Extraction]) -> None:
    found = extraction("A woman was arrested on Monday. Anne Whitlock, the mayor, visited her.")
    assert _entity_at(found, "woman") is None


def test_a_body_named_just_before_a_name_is_not_we(extraction: Callable[..., Extraction]) -> None:
    found = extraction(
        "Carl Benson was late. In a meeting with the board of the Harbour Times Benson said the fleet may be sold. "
        '"We can wait," Benson said.'
    )
    assert _entity_at(found, "We can") == "person:carl-benson"


def test_a_noun_that_a_clause_follows_is_no_title(extraction: Callable[..., Extraction]) -> None:
    found = extraction(
        "The fact Anne Whitlock's schedule was full says a lot. Carl Benson told the crowd Tom Akers's win was near. "
        "The crowd cheered."
    )
    assert _entity_at(found, "fact") is None
    assert _entity_at(found, "crowd", 2) is None


def test_a_nominee_speaks_for_no_state(extraction: Callable[..., Extraction]) -> None:
    found = extraction('US presidential nominee Carl Benson spoke. "We may disagree," Benson said.')
    assert _entity_at(found, "We may") != "nation:united-states"


def test_a_name_in_the_words_of_another_leaves_him_free(extraction: Callable[..., Extraction]) -> None:
    found = extraction(
        "Carl Benson said that he would sue Anne Whitlock, to which Whitlock replied that "
        '"it\'s good that someone with the temper of Carl Benson is not in charge".'
    )
    assert _entity_at(found, "he would") == "person:carl-benson"
