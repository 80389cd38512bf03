"""`polgraph view`: what it writes, where, and what it says."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

ARTICLE = """---
date: 2024-03-0{day}
publisher: Example Wire
---
| Ada Brook | ACCUSED | Carl Dorn |
| Ada Brook | MET_WITH | Eve Finch |
| Eve Finch | SUPPORTED | Carl Dorn |
"""


@pytest.fixture(autouse=True)
def case(run: Run, write: Callable[[str, str], Path], quick_parser: None) -> None:  # noqa: ARG001  a fixture for its effect
    for day in (1, 2):
        write(f"day{day}.md", ARTICLE.format(day=day) + f"| Ada Brook | FEUDS_WITH | Nobody {day} |\n")
    assert run("ingest", "day1.md", "day2.md").exit_code == 0


def data(path: Path) -> Any:  # noqa: ANN401  the page's data block
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', path.read_text("utf8"), re.DOTALL)
    assert block
    return json.loads(block[1])


def relations(path: Path) -> set[str]:
    return {bundle["relation"] for bundle in data(path)["bundles"]}


def names(path: Path) -> set[str]:
    return {entity["name"] for entity in data(path)["entities"]}


def test_it_writes_one_page_and_says_what_is_in_it_on_stderr(run: Run, tmp_path: Path) -> None:
    result = run("view")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "polgraph.html: 5 entities, 8 claims\n"
    assert names(tmp_path / "polgraph.html") == {"Ada Brook", "Carl Dorn", "Eve Finch", "Nobody 1", "Nobody 2"}


def test_the_page_carries_the_paragraphs_around_the_quotes(run: Run, tmp_path: Path) -> None:
    run("view")
    content = data(tmp_path / "polgraph.html")
    for claim in (claim for bundle in content["bundles"] for claim in bundle["claims"]):
        index, at = claim["passage"]
        assert content["passages"][index][at : at + len(claim["quote"])] == claim["quote"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--relation", "accused"], {"ACCUSED"}),
        (["--sign", "friendly"], {"MET_WITH", "SUPPORTED"}),
        (["--min-reports", "2"], {"ACCUSED", "MET_WITH", "SUPPORTED"}),
        (["--around", "nobody 1"], {"FEUDS_WITH"}),
        (["--path", "carl dorn", "nobody 2"], {"ACCUSED", "FEUDS_WITH", "MET_WITH", "SUPPORTED"}),
        (["--query", "accusations", "--with", "entity=carl dorn"], {"ACCUSED"}),
        (["--until", "2024-03-01", "--sign", "hostile"], {"ACCUSED", "FEUDS_WITH"}),
    ],
)
def test_options_choose_what_goes_in(run: Run, tmp_path: Path, options: list[str], expected: set[str]) -> None:
    result = run("view", *options, "-o", "part.html")
    assert result.exit_code == 0, result.stderr
    assert relations(tmp_path / "part.html") == expected


@pytest.mark.parametrize("what", ["network", "timeline", "matrix", "ego"])
@pytest.mark.parametrize(("suffix", "begins"), [("html", b"<!doctype html>"), ("svg", b"<svg"), ("png", b"\x89PNG")])
def test_every_picture_is_written_in_every_format(
    run: Run, tmp_path: Path, what: str, suffix: str, begins: bytes
) -> None:
    result = run("view", "--what", what, "--around", "ada brook", "--output", f"x.{suffix}")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / f"x.{suffix}").read_bytes().startswith(begins)


def test_the_format_names_the_file(run: Run, tmp_path: Path) -> None:
    assert run("view", "--format", "svg").exit_code == 0
    assert (tmp_path / "polgraph.svg").exists()


@pytest.mark.parametrize(
    ("options", "title"),
    [
        ([], "Who stands how to whom"),
        (["--around", "ada brook"], "Around Ada Brook"),
        (["--path", "carl dorn", "nobody 2"], "From Carl Dorn to Nobody 2"),
        (["--what", "matrix", "--around", "ada brook"], "Who against whom, around Ada Brook"),
        (["--what", "ego", "--around", "ada brook"], "Around Ada Brook"),
    ],
)
def test_the_heading_says_of_whom_the_picture_is(run: Run, tmp_path: Path, options: list[str], title: str) -> None:
    run("view", *options)
    assert f"<title>{title}</title>" in (tmp_path / "polgraph.html").read_text("utf8")


def test_a_dash_writes_to_stdout(run: Run) -> None:
    assert run("view", "--format", "svg", "-o", "-").stdout.startswith("<svg")


def test_the_title_is_the_headings(run: Run, tmp_path: Path) -> None:
    run("view", "--title", "A <b>bold</b> claim")
    page = (tmp_path / "polgraph.html").read_text("utf8")
    assert "<title>A &lt;b&gt;bold&lt;/b&gt; claim</title>" in page


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--around", "carl", "--path", "ada", "eve"], 2, "exclude each other"),
        (["--what", "ego"], 2, "needs --around"),
        (["-o", "x.docx"], 2, "choose html, svg or png"),
        (["--around", "zebra"], 1, "no entity is called 'zebra'"),
        (["--around", "nobody"], 1, "Nobody 1"),
        (["--relation", "HATES"], 1, "unknown relation HATES"),
        (["--min-reports", "5"], 1, "nothing is left to draw"),
        (["--query", "accusations", "--with", "entity"], 2, "write NAME=VALUE"),
        (["-o", "no/such/folder/x.html"], 1, "no/such/folder/x.html"),
    ],
)
def test_what_goes_wrong_is_said_in_one_line(run: Run, options: list[str], code: int, message: str) -> None:
    result = run("view", *options)
    assert result.exit_code == code
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_the_same_case_gives_the_same_page(run: Run, tmp_path: Path) -> None:
    run("view", "-o", "one.html")
    run("view", "-o", "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
