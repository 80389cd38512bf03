from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(CORPUS / "compile.py"), *arguments], capture_output=True, text=True, check=False
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a corpus of two articles."""
    (tmp_path / "source").mkdir()
    for path in sorted((CORPUS / "source").glob("*.txt"))[:2]:
        shutil.copy(path, tmp_path / "source")
    return tmp_path


def parts(root: Path, pattern: str) -> Iterator[Path]:
    return (path for part in ("train", "dev", "test") for path in (root / part).glob(pattern))


def test_what_is_compiled_passes_the_check(root: Path) -> None:
    assert run("--root", str(root)).returncode == 0
    checked = run("--root", str(root), "--check")
    assert (checked.returncode, checked.stdout) == (0, "2 articles, 0 problems\n")


def test_a_compiled_file_that_was_changed_fails_the_check(root: Path) -> None:
    run("--root", str(root))
    next(parts(root, "*.txt")).write_text("other", "utf8")
    checked = run("--root", str(root), "--check")
    assert checked.returncode == 1
    assert "run python corpus/compile.py" in checked.stdout


def test_a_faulty_source_leaves_the_compiled_files_alone(root: Path) -> None:
    run("--root", str(root))
    before = sorted(parts(root, "*"))
    broken = next((root / "source").glob("*.txt"))
    broken.write_text(broken.read_text("utf8").replace("style:", "stile:"), "utf8")
    assert run("--root", str(root)).returncode == 1
    assert sorted(parts(root, "*")) == before


def test_a_single_file_is_compared_with_the_others(root: Path) -> None:
    first = min((root / "source").glob("*.txt"))
    copy = root / "source" / "299-copy.txt"
    shutil.copy(first, copy)
    checked = run("--root", str(root), "--check", str(copy))
    assert checked.returncode == 1
    assert "eleven words" in checked.stdout


def test_the_texts_lie_beside_their_offsets(root: Path) -> None:
    run("--root", str(root))
    for path in parts(root, "*.json"):
        article = json.loads(path.read_text("utf8"))
        text = path.with_suffix(".txt").read_text("utf8")
        assert article["split"] == path.parent.name
        assert all(text[row["start"] : row["end"]] == row["quote"] for row in article["relations"])


def test_the_corpus_is_sound_and_compiled() -> None:
    checked = run("--check")
    assert (checked.returncode, checked.stdout) == (0, "330 articles, 0 problems\n")


def test_a_faulty_second_annotation_fails_the_check(root: Path) -> None:
    run("--root", str(root))
    (root / "second").mkdir()
    first = min((root / "source").glob("*.txt"))
    shutil.copy(first, root / "second" / "298-other.txt")
    checked = run("--root", str(root), "--check")
    assert checked.returncode == 1
    assert "there is no 298-other.txt" in checked.stdout


def test_the_report_counts_every_relation_type() -> None:
    report = run("--report")
    assert "OFFERED_ASYLUM_TO" in report.stdout
    assert "pairs in a sentence" in report.stdout


def test_the_data_card_tells_the_sizes_that_the_report_counts() -> None:
    report = run("--report").stdout
    card = (CORPUS / "README.md").read_text("utf8").replace(",", "")
    for count in ("words", "entities", "mentions", "attributions", "relations", "twins"):
        found = re.search(rf"^(?:.* )?{count}: (\d+)", report, re.MULTILINE)
        assert found is not None
        assert f" {found[1]} {count}" in card


def test_the_worked_example_of_the_author_guide_is_a_real_article() -> None:
    guide = (CORPUS / "WRITING.md").read_text("utf8")
    assert (CORPUS / "source" / "001-harbour-levy.txt").read_text("utf8") in guide
