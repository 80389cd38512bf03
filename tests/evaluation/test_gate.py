from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from polgraph import extraction as extractor
from polgraph.evaluation import read_floors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

    from polgraph.model import Document, Extraction

ROOT = Path(__file__).parents[2]
GOLD: dict[str, Any] = {
    "entities": [
        {"id": "e1", "type": "Person", "name": "Ruben Holt"},
        {"id": "e2", "type": "Institution", "name": "Grey Union"},
    ],
    "relations": [{"s": "e1", "r": "ACCUSED", "o": "e2", "modality": "asserted", "speaker": None, "quote": "accused"}],
}


@pytest.fixture
def gate() -> ModuleType:
    spec = spec_from_file_location("gate", ROOT / "scripts" / "gate.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extraction: Callable[..., Extraction]) -> Path:
    """One article in a set "dev", of which extraction finds one row and invents another."""
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "story.txt").write_text("Ruben Holt accused the Grey Union.", "utf8")
    (tmp_path / "dev" / "story.json").write_text(json.dumps(GOLD), "utf8")

    def extract_all(documents: Iterable[Document], **_: object) -> Iterator[Extraction]:
        found = extraction(("Ruben Holt", "ACCUSED", "Grey Union"), ("Ruben Holt", "AIDED", "Grey Union"))
        return (found for _ in documents)

    monkeypatch.setattr(extractor, "extract_all", extract_all)
    return tmp_path / "floors.yaml"


def test_it_holds_while_no_floor_is_undercut(
    gate: ModuleType, floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors.write_text("dev: {all strict P: 0.5, all strict R: 0.9}", "utf8")
    assert gate.gate(floors, floors.parent, lift=False)
    assert "FELL" not in capsys.readouterr().out


def test_what_fell_is_marked(gate: ModuleType, floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors.write_text("dev: {all strict P: 0.51, all strict R: 0.9}", "utf8")
    assert not gate.gate(floors, floors.parent, lift=False)
    [fell] = [line for line in capsys.readouterr().out.splitlines() if "FELL" in line]
    assert fell.split() == ["all", "strict", "P", "0.500", "floor", "0.510", "FELL"]


def test_floors_are_lifted_and_never_lowered(gate: ModuleType, floors: Path) -> None:
    floors.write_text("# kept\ndev: {all strict P: 0.6, all strict R: 0.2}\n", "utf8")
    gate.gate(floors, floors.parent, lift=True)
    assert read_floors(floors) == {"dev": {"all strict P": 0.6, "all strict R": 0.99}}
    assert floors.read_text("utf8").startswith("# kept\n")


@pytest.mark.parametrize("name", ["tests/gold/floors.yaml", ".ci/floors.yaml"])
def test_the_committed_floors_can_be_read(name: str) -> None:
    assert all(0 <= floor <= 1 for floors in read_floors(ROOT / name).values() for floor in floors.values())


def test_every_committed_set_of_ours_is_there() -> None:
    assert [name for name in read_floors(ROOT / "tests/gold/floors.yaml") if not (ROOT / name).is_dir()] == []
