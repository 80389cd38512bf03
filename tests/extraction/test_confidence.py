"""Confidence is measured precision, smoothed, times the scores of the links."""

from __future__ import annotations

from polgraph.extraction.confidence import confidence, precision
from polgraph.extraction.lexicon import load


def test_a_rule_that_was_often_right_is_trusted_more_than_a_new_one() -> None:
    rules = load("confidence")["rules"]
    best = max(rules, key=lambda rule: (rules[rule][0] / rules[rule][1], rules[rule][1]))
    relation = best.split(":")[0]
    assert precision(best, relation) > precision(f"{relation}:never seen", relation)


def test_a_rule_never_seen_leans_on_its_relation_and_stays_between_nought_and_one() -> None:
    assert 0 < precision("FEUDS_WITH:never seen", "FEUDS_WITH") < 1


def test_an_unsure_link_lowers_it() -> None:
    sure = confidence("FEUDS_WITH:x", "FEUDS_WITH", 1.0, 1.0)
    unsure = confidence("FEUDS_WITH:x", "FEUDS_WITH", 0.5, 1.0)
    assert unsure < sure
