"""An article in the marked form, small enough to change in one place per test."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from corpus.compiler.assemble import assemble  # noqa: E402  the path comes first
from corpus.compiler.checks import check_article  # noqa: E402
from corpus.compiler.source import Source, read_source  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = "date: 2031-03-05\nstyle: tabloid\nregion: europe\ntopic: media\n"
ENTITIES = "ada Person Ada Brink\nbo Person Bo Tarn\nmer Nation Meridia\n"
TEXT = (
    "[ada:Brink] row\n\n"
    "[ada:Ada Brink] accused [bo:Bo Tarn] of theft on Tuesday. [bo@1:He] <1:said> that "
    "{1:[mer:Meridia] might arrest [ada:her]}.\n\n" + "Word after word fills the page. " * 20
)
ROWS = "ada ACCUSED bo: *accused* Bo Tarn of theft\nmer DETAINED ada possible by=bo: might *arrest* her\n"


@pytest.fixture
def write() -> Callable[..., str]:
    """Write the file of the article, some of its words replaced."""

    def content(*changes: tuple[str, str]) -> str:
        written = f"{HEADER}\n== entities\n{ENTITIES}\n== text\n{TEXT}\n\n== relations\n{ROWS}"
        for old, new in changes:
            assert old in written
            written = written.replace(old, new)
        return written

    return content


@pytest.fixture
def compiled(tmp_path: Path) -> Callable[..., tuple[Source, dict[str, Any]]]:
    """Compile and check the article, with parts of it replaced."""

    def build(
        *,
        entities: str = ENTITIES,
        text: str = TEXT,
        rows: str = ROWS,
        name: str = "001-a.txt",
        content: str | None = None,
    ) -> tuple[Source, dict[str, Any]]:
        path = tmp_path / name
        parts = f"{HEADER}\n== entities\n{entities}\n== text\n{text}\n\n== relations\n{rows}"
        path.write_text(content or parts, "utf8")
        source = read_source(path)
        article = assemble(source)
        check_article(source, article)
        return source, article

    return build


@pytest.fixture
def faults(tmp_path: Path, write: Callable[..., str]) -> Callable[..., list[str]]:
    """List what the checks say about the article after some words of its file are replaced."""

    def messages(old: str = "", new: str = "", name: str = "001-a.txt") -> list[str]:
        path = tmp_path / name
        path.write_text(write((old, new)) if old else write(), "utf8")
        source = read_source(path)
        check_article(source, assemble(source))
        return [problem.message for problem in source.problems]

    return messages
