"""The notebooks run from top to bottom and show what they promise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"


@pytest.fixture(scope="module")
def executed() -> Any:  # noqa: ANN401  a notebook is untyped
    notebook: Any = nbformat.reads(  # type: ignore[no-untyped-call]  # it ships no types
        (FOLDER / "01-from-article-to-graph.ipynb").read_text("utf8"), as_version=4
    )
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    ).execute()
    return notebook


def test_the_notebook_runs_from_top_to_bottom(executed: Any) -> None:  # noqa: ANN401  the same
    errors = [o for cell in executed.cells for o in cell.get("outputs", []) if o.output_type == "error"]
    assert not errors


def test_the_notebook_shows_the_story(executed: Any) -> None:  # noqa: ANN401  the same
    shown = "".join(str(cell.get("outputs", "")) for cell in executed.cells)
    assert "OFFERED_ASYLUM_TO" in shown
    assert "DISTANCED_FROM" in shown
    assert "SPEAKS_FOR | " in shown
