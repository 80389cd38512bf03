"""States that no table knows, told by the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.model import Extraction


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("The president of Velmara, Hanna Tavel, flew home.", "Velmara"),
        ("San Corvo's military attaché, Peter Ostrow, left.", "San Corvo"),
        ("The Velmara navy put to sea.", "Velmara"),
        ("Velmara granted the singer asylum.", "Velmara"),
        ("She was taken in as a refugee by Velmara.", "Velmara"),
        ("The Ministry of Health of Velmaru named Hanna Tavel.", "Velmaru"),
        ("Velmara took no side, its embassy says.", "Velmara"),
        ("The justice secretary of Velmara, Hanna Tavel, resigned.", "Velmara"),
        ("The Hollow Isles joined the truce.", "Hollow Isles"),
        ("Talks between Velmara and Norway failed. Velmara was sorry.", "Velmara"),
    ],
)
def test_a_state_is_told_by_what_only_states_have(
    text: str, nation: str, extraction: Callable[..., Extraction]
) -> None:
    assert nation in {entity.name for entity in extraction(text).entities if entity.type == "Nation"}


def test_the_field_of_a_minister_is_no_state(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Norwegian Finance Minister Hanna Tavel resigned.")
    assert {entity.name for entity in found.entities if entity.type == "Nation"} == {"Norway"}


def test_a_state_leaves_the_name_of_its_organ(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The Press Council of Velmaru fined Peter Ostrow. Velmaru's president, Hanna Tavel, was glad.")
    names = {(entity.type, entity.name) for entity in found.entities}
    assert {("Institution", "Press Council"), ("Nation", "Velmaru")} <= names


def test_a_state_with_and_without_its_form_is_one(extraction: Callable[..., Extraction]) -> None:
    found = extraction("The Velmaru Republic has a new president. The president of Velmaru, Hanna Tavel, was glad.")
    assert [entity.name for entity in found.entities if entity.type == "Nation"] == ["Velmaru Republic"]


def test_a_plain_word_at_the_head_of_a_sentence_is_no_state(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Former minister Hanna Tavel resigned. Stony judges watched.")
    assert not [entity for entity in found.entities if entity.type == "Nation"]


def test_who_visits_a_capital_visits_the_state(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Ana Ruzhin was given a medal during her visit to Paris.")
    assert "France" in {entity.name for entity in found.entities}


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("Ghanaian soldiers shot Daniel Kest.", "Ghana"),
        ("The Central African Republic on Sunday signed a deal with Daniel Kest.", "Central African Republic"),
    ],
)
def test_a_state_of_the_table_is_found_where_the_model_is_blind(
    text: str, nation: str, extraction: Callable[..., Extraction]
) -> None:
    assert [entity.name for entity in extraction(text).entities if entity.type == "Nation"] == [nation]


def test_a_people_is_no_state(extraction: Callable[..., Extraction]) -> None:
    found = extraction("Daniel Kest spoke to African-Americans about rents.")
    assert not [entity for entity in found.entities if entity.type == "Nation"]
