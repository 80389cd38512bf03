"""How likely each candidate is."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from polgraph.extraction.lexicon import load
from polgraph.extraction.reference.ranking import probabilities

MODELS = ("he", "it", "they", "person", "body", "nation")


@given(st.sampled_from(MODELS), st.lists(st.lists(st.text(max_size=12), max_size=5), min_size=1, max_size=6))
def test_probabilities_add_up_to_one_whatever_the_features(model: str, candidates: list[list[str]]) -> None:
    assert sum(probabilities(model, candidates)) == pytest.approx(1)


def test_a_subject_nearby_beats_one_far_away() -> None:
    near, far = probabilities("he", [("distance 0", "subject at 0"), ("distance 4", "subject at 3")])
    assert near > far


@pytest.mark.parametrize("model", MODELS)
def test_nobody_is_weighed_in_every_model(model: str) -> None:
    assert any(feature.startswith("candidates") for feature in load("antecedents")[model])
