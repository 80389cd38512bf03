"""Relative pronouns and nouns that sum something up, by the claims that they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RUZHIN, KEST, ORDE = "Ana Ruzhin", "Daniel Kest", "Pavel Orde"
GAPS = [
    ("Daniel Kest, whom Ana Ruzhin tried to fire in May, smiled.", (RUZHIN, "DISMISSED", KEST)),
    ("Daniel Kest, whom Ana Ruzhin has come to loathe, smiled.", (RUZHIN, "CRITICIZED", KEST)),
    ("Daniel Kest, whose plan Ana Ruzhin has promised to block, smiled.", (RUZHIN, "REJECTED", KEST)),
    ("Daniel Kest, with whom Ana Ruzhin has clashed for years, smiled.", (RUZHIN, "FEUDS_WITH", KEST)),
    ("Daniel Kest, against whom Ana Ruzhin ran in 2010, smiled.", (RUZHIN, "COMPETES_WITH", KEST)),
    ("Daniel Kest, for whom Ana Ruzhin campaigned in 2010, smiled.", (RUZHIN, "SUPPORTED", KEST)),
    ("Daniel Kest, a mentor of Ana Ruzhin's who defended Pavel Orde, smiled.", (KEST, "SUPPORTED", ORDE)),
]
DEEDS = [
    ("Ana Ruzhin called Daniel Kest a liar, a remark that Pavel Orde condemned.", (ORDE, "CRITICIZED", RUZHIN)),
    ("Ana Ruzhin called Daniel Kest a liar, a remark condemned by Pavel Orde.", (ORDE, "CRITICIZED", RUZHIN)),
    ("Ana Ruzhin refused to debate, a decision that Daniel Kest mocked as cowardly.", (KEST, "CRITICIZED", RUZHIN)),
    (
        'Ana Ruzhin suggested that Daniel Kest had misled the council - a charge that Kest called "absurd."',
        (KEST, "REJECTED", RUZHIN),
    ),
    (
        'Ana Ruzhin accused Daniel Kest of theft, a claim he dismissed and that Pavel Orde labeled "disgraceful."',
        (ORDE, "CRITICIZED", RUZHIN),
    ),
    ("Ana Ruzhin said that Daniel Kest had rigged the vote, which Kest denies.", (KEST, "REJECTED", RUZHIN)),
]


@pytest.mark.parametrize(("sentence", "wanted"), GAPS)
def test_a_relative_pronoun_leads_to_its_noun_from_any_depth(
    sentence: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]
) -> None:
    assert wanted in [row[:3] for row in claims(sentence)]


@pytest.mark.parametrize(("sentence", "wanted"), DEEDS)
def test_what_sums_up_a_deed_is_of_who_did_it(
    sentence: str, wanted: tuple[str, str, str], claims: Callable[..., list[Any]]
) -> None:
    assert wanted in [row[:3] for row in claims(sentence)]


def test_whom_somebody_ran_against_was_not_put_up_by_him(claims: Callable[..., list[Any]]) -> None:
    found = claims("Daniel Kest, against whom Ana Ruzhin ran in 2010, smiled.")
    assert "APPOINTED" not in [row.relation for row in found]


def test_a_headline_lists_its_subjects_with_a_comma(claims: Callable[..., list[Any]]) -> None:
    [row] = claims("Ana Ruzhin, Daniel Kest clash over taxes")
    assert {row.subject, row.object, row.relation} == {RUZHIN, KEST, "FEUDS_WITH"}
