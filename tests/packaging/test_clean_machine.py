"""A machine that has only Python, pip and the project's files: the demo, then the wheel in an empty environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that git tracks, and nothing else."""
    folder = tmp_path_factory.mktemp("clone")
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listing.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def demo(clone: Path) -> subprocess.CompletedProcess[str]:
    return _run(["bash", "scripts/demo"], clone)


def test_the_demo_goes_from_nothing_to_a_page(clone: Path, demo: subprocess.CompletedProcess[str]) -> None:
    assert demo.returncode == 0, demo.stderr
    assert "Elon Musk" in demo.stdout
    assert "distanced itself from the quarrel" in demo.stdout, "a hop is printed with its sentence"
    assert "<html" in (clone / "demo.html").read_text("utf8")[:500]


def test_the_wheel_works_from_another_folder(
    clone: Path, demo: subprocess.CompletedProcess[str], tmp_path: Path
) -> None:
    assert demo.returncode == 0, demo.stderr
    wheels = tmp_path / "wheels"
    built = _run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels)], clone)
    assert built.returncode == 0, built.stderr
    python = clone / ".venv/bin/python"
    [wheel] = wheels.iterdir()
    # the demo's environment holds the runtime dependencies alone; the wheel takes the place of the source tree
    installed = _run(
        [str(python), "-m", "pip", "install", "--quiet", "--force-reinstall", "--no-deps", str(wheel)], tmp_path
    )
    assert installed.returncode == 0, installed.stderr
    (clone / "src").rename(clone / "moved")
    (clone / "queries").rename(clone / "moved-queries")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    polgraph = str(clone / ".venv/bin/polgraph")
    ingested = _run([polgraph, "ingest", str(clone / "seeds")], elsewhere)
    assert (ingested.returncode, "12 new" in ingested.stderr + ingested.stdout) == (0, True), ingested.stderr
    asked = _run([polgraph, "query", "path", "--from", "musk", "--to", "peskov", "--format", "jsonl"], elsewhere)
    assert (asked.returncode, "Kremlin" in asked.stdout) == (0, True), asked.stderr
    viewed = _run([polgraph, "view", "--output", "page.html"], elsewhere)
    assert (viewed.returncode, (elsewhere / "page.html").exists()) == (0, True), viewed.stderr
    checked = _run([str(python), "-m", "pip", "check"], elsewhere)
    assert checked.returncode == 0, checked.stdout


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    clean = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "POLGRAPH", "VIRTUAL_ENV"))
    }
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False)
