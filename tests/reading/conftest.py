"""Fixtures of the reading tests: write a file and read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from polgraph.model import Document


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


@pytest.fixture
def read_one(write: Callable[[str, str | bytes], Path]) -> Callable[[str, str | bytes], Document]:
    def read_file(name: str, content: str | bytes) -> Document:
        [document] = read(write(name, content))
        return document

    return read_file
