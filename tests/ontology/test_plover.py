"""The PLOVER class of what is announced, possible or refused."""

from __future__ import annotations

import pytest

from polgraph.ontology import RELATIONS
from polgraph.ontology.plover import plover_class


@pytest.mark.parametrize(
    ("relation", "modality", "wanted"),
    [
        ("AIDED", "asserted", "AID"),
        ("AIDED", "planned", "AGREE"),
        ("MET_WITH", "possible", "AGREE"),
        ("CONCEDED_TO", "negated", "REJECT"),
        ("SANCTIONED", "planned", "THREATEN"),
        ("ATTACKED", "possible", "THREATEN"),
        ("ATTACKED", "negated", None),
        ("ACCUSED", "planned", "ACCUSE"),
        ("HOLDS_OFFICE", "planned", None),
    ],
)
def test_the_class_of_an_act_depends_on_whether_it_happened(relation: str, modality: str, wanted: str | None) -> None:
    assert plover_class(RELATIONS[relation], modality) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("relation", "rule", "modality", "wanted"),
    [
        ("AGREED_WITH", "AGREED_WITH:verb:sign|reach=SUPPORT", "asserted", "SUPPORT"),
        ("AGREED_WITH", "AGREED_WITH:verb:sign|reach=SUPPORT", "planned", "AGREE"),
        ("AGREED_WITH", "AGREED_WITH:verb:sign|reach=SUPPORT", "negated", "REJECT"),
        ("SANCTIONED", "SANCTIONED:verb:impose=COERCE", "possible", "THREATEN"),
        ("CONCEDED_TO", "CONCEDED_TO:verb:release=RETREAT", "asserted", "RETREAT"),
        ("CONCEDED_TO", "CONCEDED_TO:verb:pardon", "asserted", "CONCEDE"),
    ],
)
def test_a_rule_may_name_another_class(relation: str, rule: str, modality: str, wanted: str) -> None:
    assert plover_class(RELATIONS[relation], modality, rule) == wanted  # type: ignore[arg-type]


def test_what_happened_has_the_class_of_its_relation() -> None:
    assert all(plover_class(relation, "asserted") == relation.plover for relation in RELATIONS.values())
