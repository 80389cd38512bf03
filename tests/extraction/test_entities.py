"""Names typed by the words beside them, and put together where the model cuts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from polgraph.extraction import extract
from polgraph.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


def _names(found: Extraction, kind: str) -> set[str]:
    return {entity.name for entity in found.entities if entity.type == kind}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tekluan, who chairs the Tidewater Council, was late.", "Tekluan"),
        ("The vote was lost, said Ruzhmani, director of the Tidewater Institute.", "Ruzhmani"),
        ("The council's envoy, Tekluan, was late.", "Tekluan"),
        ("Hanna ten Ostrow-Tavel was late.", "Hanna ten Ostrow-Tavel"),
        ("Salma bint Harun al-Tavel was late.", "Salma bint Harun al-Tavel"),
        ("The vote was lost on Vaskoly-Ostrem, 52, and her friends.", "Vaskoly-Ostrem"),
        ("They met the economist Tekluan on Monday.", "Tekluan"),
        ("Will Tekluan pay? Nobody asked Hanna Tekluan.", "Hanna Tekluan"),
        ("Two officials said no, and RNC Chairman Tarel Vabus, who wrote to them, was late.", "Tarel Vabus"),
    ],
)
def test_a_person_is_told_by_the_company_of_the_name(
    text: str, name: str, extraction: Callable[..., Extraction]
) -> None:
    assert name in _names(extraction(text), "Person")


def test_a_weekday_is_no_part_of_a_court(extraction: Callable[..., Extraction]) -> None:
    assert _names(extraction("The Tidewater High Court on Monday freed Peter Ostrow."), "Institution") == {
        "Tidewater High Court"
    }


def test_a_party_before_a_chamber_stands_for_itself(extraction: Callable[..., Extraction]) -> None:
    assert _names(extraction("GOP Senate candidates sued Hanna Tavel."), "Institution") == {"Republicans", "Senate"}


def test_a_bracket_parts_a_name_from_its_letters(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The leader of the opposition Lake Democrats (CLDD), Hanna Tavel, spoke.")
    assert not [entity.name for entity in found.entities if "(" in entity.name]


def test_a_sum_is_no_part_of_a_name(extraction: Callable[..., Extraction]) -> None:
    assert "Tidewater Bank" in _names(extraction("Norway fined the Tidewater Bank 4 million dollars."), "Institution")


def test_a_surname_may_look_like_a_small_word(extraction: Callable[..., Extraction]) -> None:
    assert "Tamsin Or" in _names(extraction("Councillor Tamsin Or met Hanna Tavel."), "Person")


def test_a_body_is_known_without_its_state_too(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The Reserve Bank of Norway raised rates.")
    [bank] = [entity for entity in found.entities if entity.type == "Institution"]
    assert "Reserve Bank" in {bank.name, *bank.aliases}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The dairy is owned by Ruzhmani Gold, a family company.", "Ruzhmani Gold"),
        ("The bill was written for TideNord, the retailer.", "TideNord"),
        ("The Weavers' Union called a strike.", "Weavers' Union"),
        ("The seat went to Hanna Tavel of the Lake Democrats.", "Lake Democrats"),
        ("Ana Ruzhin of DAPK lost her seat.", "DAPK"),
        ("Ana Ruzhin defended the Grey Wave party.", "Grey Wave party"),
        ("The Energy Committee of the Harbour Congress met on Monday.", "Energy Committee"),
        ("Farmers of the Milk Cooperative blocked the road.", "Milk Cooperative"),
    ],
)
def test_a_body_is_told_by_its_name_and_its_company(
    text: str, name: str, extraction: Callable[..., Extraction]
) -> None:
    assert name in _names(extraction(text), "Institution")


@pytest.mark.parametrize(
    "text",
    [
        "PORT VARN, March 2 \u2014 The talks failed.",
        "HOST: What was said inside?",
        "Typhoon Ostrevar killed nobody.",
        "The Minister of Defence was late.",
    ],
)
def test_places_shouts_and_fields_are_no_participants(text: str, extraction: Callable[..., Extraction]) -> None:
    assert extraction(text).entities == ()


def test_a_government_named_through_its_country_is_the_nation(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The Norwegian Government blamed the Government of Sweden.")
    assert {(entity.type, entity.name) for entity in found.entities} == {("Nation", "Norway"), ("Nation", "Sweden")}


def test_two_names_around_a_comma_are_two(extraction: Callable[..., Extraction]) -> None:
    found = extraction("According to Peter Ostrow, National Renewal, his party, would split.")
    assert "Peter Ostrow" in _names(found, "Person")


def test_a_board_named_once_in_full_is_the_board_after(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The Squid Quota Board met on Monday. Later the Board fined Hanna Tavel. The Board was unmoved.")
    [board] = [entity for entity in found.entities if entity.type == "Institution"]
    assert board.name == "Squid Quota Board"


def test_a_surname_alone_means_the_bearer_introduced_first(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Peter Ostrow resigned. His sister, Hanna Ostrow, stayed. Ostrow said he was tired.")
    ids = {entity.name: entity.id for entity in found.entities}
    [alone] = [mention for mention in found.mentions if mention.text == "Ostrow"]
    assert alone.entity == ids["Peter Ostrow"]


def test_a_surname_keeps_its_particle_and_a_speaker_may_be_in_capitals(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Hanna ten Ostrow resigned on Monday.\n\nAsked why, ten Ostrow left.\n\nOSTROW: I was tired.")
    assert {mention.text for mention in found.mentions if mention.form == "name"} == {
        "Hanna ten Ostrow",
        "ten Ostrow",
        "OSTROW",
    }


@pytest.mark.parametrize(
    "text",
    [
        "SDK called a strike. The Confederation of Dock Workers (SDK) met on Monday.",
        "The Harbour Workers' League met on Monday. HWL called a strike. The League was sorry.",
    ],
)
def test_letters_and_short_forms_are_one_with_the_full_name(text: str, extraction: Callable[..., Extraction]) -> None:
    assert len(_names(extraction(text), "Institution")) == 1


_SCRAPS = [
    "of",
    "the",
    "Of",
    "'s",
    "'",
    "-",
    "(",
    ")",
    ",",
    ".",
    "Government",
    "Republic",
    "Mr.",
    "Will",
    "X",
    "THE",
    "HOST",
    ":",
    "party",
    "Democratic",
    "NATO",
    "(FIS)",
    "van",
    "den",
    "and",
    "And",
    "Isles",
    "Ministry",
    "?",
    "PORT",
    "VARN",
    "—",
    "Poor",
    "Dr",
    "Committee",
    "Congress",
    "Hanna",
    "Norway",
    "Norwegian",
    "camp",
    "team",
    "asylum",
    "Secretary",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*_SCRAPS, "\n", "\n\n"]), min_size=1, max_size=24))
def test_no_row_of_scraps_breaks_the_search_for_names(scraps: list[str]) -> None:
    text = " ".join(scraps)
    found = extract(Document(id="scraps.txt", text=text, source="scraps.txt", body=(0, len(text))))
    assert all(text[mention.start : mention.end] == mention.text for mention in found.mentions)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tavel Blasts Rivals Over Debts\n\nPiet Tavel attacked his rivals.", {"Piet Tavel"}),
        ("Ruzhin Calls Tavel ‘A Liar’ In Speech\n\nAna Ruzhin met Piet Tavel.", {"Ana Ruzhin", "Piet Tavel"}),
        ("The George Tavel Center gave the money to Ana Ruzhin.", {"George Tavel Center", "Ana Ruzhin"}),
        ("Ana Ruzhin spoke on George Tavel Day.", {"Ana Ruzhin"}),
    ],
)
def test_what_only_a_headline_or_a_thing_bears_is_nobody(
    text: str, names: set[str], extraction: Callable[..., Extraction]
) -> None:
    assert {entity.name for entity in extraction(text).entities} == names


def test_mr_and_mrs_of_one_surname_are_two(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Mr. Tavel spoke. Later Anna Tavel, his wife, sang. Mr. Tavel smiled.")
    assert {entity.name for entity in found.entities} == {"Tavel", "Anna Tavel"}
