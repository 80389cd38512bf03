"""Extraction is no worse than it was: every measure with a floor, on the corpus and on the seed articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from polgraph.evaluation import below, evaluate, measures, read_floors

ROOT = Path(__file__).parents[2]
FLOORS = read_floors(ROOT / "tests" / "gold" / "floors.yaml")
TEXTS = {"tests/gold/seeds": ROOT / "seeds"}


@pytest.mark.parametrize("name", FLOORS)
def test_no_measure_falls_below_its_floor(name: str) -> None:
    reached = measures(evaluate(ROOT / name, texts=TEXTS.get(name)))
    assert [str(fall) for fall in below(FLOORS[name], reached)] == []
