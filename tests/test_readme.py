"""Every command of the README runs and prints what the README shows; every option and command it names exists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from readme import ROOT, examples, matches, prepare, run

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text("utf8")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str, int]]:
    """Each command with the output shown and the real one, run in the README's order."""
    folder: Path = tmp_path_factory.mktemp("readme")
    prepare(folder)
    return [(example.command, example.output, *run(example.command, folder)) for example in examples()]


def test_every_command_prints_what_the_readme_shows(outputs: list[tuple[str, str, str, int]]) -> None:
    stale = [command for command, shown, real, _ in outputs if not matches(shown, real)]
    assert not stale, f"run `python tests/readme.py --write` and look at the difference: {stale}"


def test_every_command_works_or_shows_why_not(outputs: list[tuple[str, str, str, int]]) -> None:
    failed = [(command, code) for command, shown, _, code in outputs if code and "polgraph:" not in shown]
    assert not failed


def test_the_python_example_runs_on_the_case_that_the_commands_made(tmp_path: Path) -> None:
    prepare(tmp_path)
    run("polgraph ingest seeds", tmp_path)
    for number, code in enumerate(re.findall(r"^```python\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)):
        (tmp_path / f"example{number}.py").write_text(code, "utf8")
        output, code_of_exit = run(f"python example{number}.py", tmp_path)
        assert (code_of_exit, "Edward Snowden" in output) == (0, True), output


def test_every_inline_command_is_one_of_ours(tmp_path: Path) -> None:
    named = set(re.findall(r"`polgraph ([a-z]+)", README))
    known, _ = run("polgraph --help", tmp_path)
    assert named <= set(re.findall(r"^  ([a-z]+) ", known, flags=re.MULTILINE))


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\((?!https?:|#)([^)#]+)", README))))
def test_every_link_leads_to_a_file(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("script", ["scripts/demo", "scripts/test"])
def test_the_readme_opens_with_the_two_commands(script: str) -> None:
    assert script in README[:2500]
    assert (ROOT / script).stat().st_mode & 0o111
