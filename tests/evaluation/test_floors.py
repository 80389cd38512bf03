from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.errors import GoldError
from polgraph.evaluation.floors import below, floors_for

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    path = tmp_path / "floors.yaml"
    path.write_text("dev: {speaker right: 0.8}\ncorpus/dev: {speaker right: 0.9}\n", "utf8")
    return path


def test_only_what_is_lower_than_its_floor_fell() -> None:
    fallen = below({"a": 0.5, "b": 0.5, "c": 0.5}, {"a": 0.499, "b": 0.5, "c": 0.7, "d": 0.0})
    assert [str(fall) for fall in fallen] == ["a 0.499 < 0.500"]


def test_a_measure_that_is_not_there_is_a_mistake_of_the_floors() -> None:
    with pytest.raises(GoldError, match=r"no such measure here: speaker rigth: .* speaker right"):
        below({"speaker rigth": 0.5}, {"speaker right": 0.5})


def test_a_set_is_named_by_the_longest_end_of_its_path(floors: Path, tmp_path: Path) -> None:
    assert floors_for(floors, tmp_path / "corpus" / "dev") == {"speaker right": 0.9}
    assert floors_for(floors, tmp_path / "gold" / "dev") == {"speaker right": 0.8}


def test_a_set_without_floors_is_refused(floors: Path, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"has no floors for .*train: it names dev, corpus/dev"):
        floors_for(floors, tmp_path / "train")


def test_floors_without_a_set_hold_for_any(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text("all strict F1: 0.4\n", "utf8")
    assert floors_for(path, tmp_path / "anything") == {"all strict F1": 0.4}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "has no floors"),
        ("- a", "has no floors"),
        ("a: [", "is no YAML"),
        ("a: high", "a: a floor is a number"),
        ("a: true", "a: a floor is a number"),
        ("dev: {a: 0.1}\nb: 0.2", "floors.yaml: b: is no list of floors"),
    ],
)
def test_floors_that_are_none_are_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text(content, "utf8")
    with pytest.raises(GoldError, match=message):
        floors_for(path, tmp_path)
