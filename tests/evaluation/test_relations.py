"""The figures here are worked out by hand from the rows beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.evaluation.relations import match, relation_tallies, rule_tallies, shares, tallies
from polgraph.evaluation.tallies import Share, Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.evaluation.gold import GoldArticle
    from polgraph.model import Extraction

    Articles = Callable[..., GoldArticle]
    Extractions = Callable[..., Extraction]

ROWS = [
    ("Ada Nwosu", "MET_WITH", "Ruben Holt"),
    ("Ruben Holt", "ACCUSED", "Grey Union"),
    ("Ada Nwosu", "SUPPORTED", "Ruben Holt"),
    ("Grey Union", "PART_OF", "Velmark"),
]


@pytest.mark.parametrize(
    ("claim", "right_at"),
    [
        (("Ruben Holt", "ACCUSED", "Grey Union"), {"strict", "family", "signed pair", "pair"}),
        (("Ruben Holt", "CRITICIZED", "Grey Union"), {"family", "signed pair", "pair"}),
        (("Ruben Holt", "SANCTIONED", "Grey Union"), {"signed pair", "pair"}),
        (("Grey Union", "ACCUSED", "Ruben Holt"), {"signed pair", "pair"}),
        (("Ruben Holt", "AIDED", "Grey Union"), {"pair"}),
        (("Ruben Holt", "ACCUSED", "Velmark"), set()),
        (("Ruben Holt", "MET_WITH", "Ada Nwosu"), {"strict", "family", "signed pair", "pair"}),
        (("Velmark", "PART_OF", "Grey Union"), {"signed pair", "pair"}),
    ],
)
def test_a_claim_counts_at_the_levels_where_it_is_right(
    claim: tuple[str, str, str], right_at: set[str], article: Articles, extraction: Extractions
) -> None:
    counted = tallies(match(article(*ROWS), extraction(claim)))
    levels = ("strict", "family", "signed pair", "pair")
    assert {level for level in levels if counted[f"all {level}"].right} == right_at


def test_events_and_ties_are_counted_apart(article: Articles, extraction: Extractions) -> None:
    counted = tallies(match(article(*ROWS), extraction(ROWS[0], ROWS[3], ("Ada Nwosu", "CITIZEN_OF", "Velmark"))))
    assert counted["all strict"] == Tally(4, 3, 2, 2)
    assert counted["events strict"] == Tally(3, 1, 1, 1)
    assert counted["ties strict"] == Tally(1, 2, 1, 1)


def test_a_row_counts_once_however_often_it_is_said(article: Articles, extraction: Extractions) -> None:
    said_twice = article(*ROWS, ("Ruben Holt", "ACCUSED", "Grey Union", {"speaker": "Ada Nwosu"}))
    found_twice = extraction(ROWS[1], ROWS[1], ("Ruben Holt", "CRITICIZED", "Grey Union"))
    counted = tallies(match(said_twice, found_twice))
    assert counted["all strict"] == Tally(4, 2, 1, 1)
    assert counted["all family"] == Tally(4, 1, 1, 1)
    # Nwosu met and backed Holt: one friendly pair, found by nobody
    assert counted["all signed pair"] == Tally(3, 1, 1, 1)


def test_modality_and_speaker_are_judged_where_the_row_is_right(article: Articles, extraction: Extractions) -> None:
    gold = article(
        ("Ruben Holt", "ACCUSED", "Grey Union", {"modality": "possible", "speaker": "Ada Nwosu"}),
        ("Ruben Holt", "ACCUSED", "Grey Union"),
        ("Ada Nwosu", "SUPPORTED", "Ruben Holt", {"modality": "negated"}),
    )
    found = extraction(
        ("Ruben Holt", "ACCUSED", "Grey Union", {"modality": "possible"}),
        ("Ruben Holt", "ACCUSED", "Grey Union", {"modality": "planned", "speaker": "Ada Nwosu"}),
        ("Ada Nwosu", "SUPPORTED", "Ruben Holt", {"modality": "negated", "speaker": "Ruben Holt"}),
        ("Ada Nwosu", "CRITICIZED", "Ruben Holt", {"modality": "negated"}),
    )
    counted = shares(match(gold, found))
    assert counted["modality right"] == Share(2, 3)
    assert counted["speaker right"] == Share(2, 3)


def test_a_participant_is_found_in_any_claim_and_typed_by_the_last(article: Articles, extraction: Extractions) -> None:
    found = extraction(
        ("Ada Nwosu", "ACCUSED", "Grey Union"), ("Ada Nwosu", "MET_WITH", "Nobody"), types={"Grey Union": "Nation"}
    )
    counted = shares(match(article(*ROWS), found))
    assert counted["participants found"] == Share(2, 4)
    assert counted["participants found and typed"] == Share(1, 4)


def test_a_date_is_right_as_far_as_the_annotation_goes(article: Articles, extraction: Extractions) -> None:
    gold = article(
        ("Ada Nwosu", "MET_WITH", "Ruben Holt", {"date": "2031-06"}),
        ("Ada Nwosu", "SUPPORTED", "Ruben Holt", {"date": "2031-06-04"}),
        ("Ruben Holt", "ACCUSED", "Grey Union"),
    )
    found = extraction(
        ("Ada Nwosu", "MET_WITH", "Ruben Holt", {"date": "2031-06-01", "date_precision": "month"}),
        ("Ada Nwosu", "SUPPORTED", "Ruben Holt", {"date": "2031-06-05", "date_precision": "day"}),
        ("Ruben Holt", "ACCUSED", "Grey Union", {"date": "2031-06-05", "date_precision": "day"}),
    )
    assert shares(match(gold, found))["date right"] == Share(1, 2)


def test_each_relation_is_counted_by_itself(article: Articles, extraction: Extractions) -> None:
    counted = relation_tallies(match(article(*ROWS), extraction(ROWS[0], ("Ada Nwosu", "AIDED", "Ruben Holt"))))
    assert counted["MET_WITH"] == Tally(1, 1, 1, 1)
    assert counted["SUPPORTED"] == Tally(1, 0, 0, 0)
    assert counted["AIDED"] == Tally(0, 1, 0, 0)


def test_a_rule_answers_for_its_own_claims(article: Articles, extraction: Extractions) -> None:
    found = extraction(
        ("Ada Nwosu", "MET_WITH", "Ruben Holt", {"rule": "verb:meet"}),
        ("Ruben Holt", "MET_WITH", "Ada Nwosu", {"rule": "verb:meet"}),
        ("Ada Nwosu", "MET_WITH", "Ruben Holt", {"rule": "noun:talks"}),
        ("Ada Nwosu", "MET_WITH", "Velmark", {"rule": "noun:talks"}),
    )
    counted = rule_tallies(match(article(*ROWS), found))
    assert counted == {"noun:talks": Tally(4, 2, 1, 1), "verb:meet": Tally(4, 1, 1, 1)}
