"""Floors: how low a measure may fall. In: a YAML file. Out: the floors of one gold set, and what fell below them.

The file maps sets to measures and their least values; a set is named by the end of its path ("corpus/dev"). A file
that maps measures directly holds for any set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from polgraph.errors import GoldError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Fall", "below", "floors_for", "read_floors"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A measure that is lower than its floor."""

    measure: str
    value: float
    floor: float

    def __str__(self) -> str:
        return f"{self.measure} {self.value:.3f} < {self.floor:.3f}"


def read_floors(path: Path) -> dict[str, dict[str, float]]:
    """Read the floors of every set; those of a file without sets stand under ""."""
    try:
        content = yaml.safe_load(path.read_text("utf8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: is no YAML that can be read: {error}") from error
    if not isinstance(content, dict) or not content:
        raise GoldError(f"{path}: has no floors: write lines like “all strict F1: 0.45”")
    if not any(isinstance(value, dict) for value in content.values()):
        content = {"": content}
    return {str(name): _floors(value, f"{path}: {name}" if name else str(path)) for name, value in content.items()}


def floors_for(path: Path, gold: Path) -> dict[str, float]:
    """Choose the floors of one gold set: those whose name is the longest end of its path."""
    by_set = read_floors(path)
    parts = gold.resolve().parts
    ends = {"/".join(parts[at:]) for at in range(len(parts))} | {""}
    fitting = [name for name in by_set if name.strip("/") in ends]
    if not fitting:
        raise GoldError(f"{path}: has no floors for {gold}: it names {', '.join(by_set)}")
    return by_set[max(fitting, key=len)]


def below(floors: Mapping[str, float], measures: Mapping[str, float]) -> list[Fall]:
    """List the measures that are lower than their floors, in the order of the floors."""
    unknown = [name for name in floors if name not in measures]
    if unknown:
        raise GoldError(
            f"no such measure here: {', '.join(unknown)}: the measures of this set are {', '.join(measures)}"
        )
    return [
        Fall(measure=name, value=measures[name], floor=floor)
        for name, floor in floors.items()
        if measures[name] < floor
    ]


def _floors(value: object, where: str) -> dict[str, float]:
    if not isinstance(value, dict):
        raise GoldError(f"{where}: is no list of floors: write measures and numbers, “all strict F1: 0.45”")
    wrong = [name for name, floor in value.items() if isinstance(floor, bool) or not isinstance(floor, (int, float))]
    if wrong:
        raise GoldError(f"{where}: {', '.join(map(str, wrong))}: a floor is a number")
    return {str(name): float(floor) for name, floor in value.items()}
