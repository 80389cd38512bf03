from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from polgraph import __version__
from polgraph.cli import _COMMANDS, main
from polgraph.cli.failures import explain_os_error, one_line
from polgraph.cli.group import LazyGroup
from polgraph.cli.options import case_option, output_options
from polgraph.errors import AmbiguousEntity, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    from polgraph.case import Case
    from polgraph.cli.output import Output

    Run = Callable[..., Result]


def _program(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "polgraph", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


def _group(**commands: Callable[[], None]) -> LazyGroup:
    group = LazyGroup("test", commands_at={})
    for name, function in commands.items():
        group.add_command(click.command(name)(function))
    return group


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").output == f"polgraph, version {__version__}\n"


def test_help_lists_every_command_with_its_short_help(run: Run) -> None:
    for arguments in (["--help"], ["-h"]):
        output = run(*arguments).output
        for name, (_, _, short) in _COMMANDS.items():
            assert f"  {name} " in output
            assert short in output


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_of_the_table_loads_and_explains_itself(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: main {name}")


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; from polgraph.cli import main; main(['--help'], standalone_mode=False); "
        "print(*sys.modules, file=sys.stderr)"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stderr.split()
    assert not {"networkx", "rich", "spacy", "neo4j", "yaml", "sqlite3", "kglite", "numpy"} & set(loaded)


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    result = run("frobnicate")
    assert result.exit_code == 2
    assert "frobnicate" in result.stderr


def _raise(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (StoreError("it is off: start it"), 1, "polgraph: it is off: start it\n"),
        (StoreError("two\nlines \x1b[31m"), 1, "polgraph: two lines \\x1b[31m\n"),
        (
            AmbiguousEntity("“D” is not one: say more", ["person:d-a", "person:d-b"]),
            1,
            "polgraph: “D” is not one: say more; candidates: person:d-a, person:d-b\n",
        ),
        (AmbiguousEntity("person:d-a or not", ["person:d-a"]), 1, "polgraph: person:d-a or not\n"),
        (
            PermissionError(13, "Permission denied", "/x/y.csv"),
            1,
            "polgraph: /x/y.csv: permission denied: choose a place you may use, or change its permissions\n",
        ),
        (
            OSError(28, "No space left on device", "y.csv"),
            1,
            "polgraph: y.csv: no space left on device: free some space there and run the command again\n",
        ),
        (MemoryError(), 1, "polgraph: out of memory: try fewer or smaller files at once\n"),
        (KeyboardInterrupt(), 130, "polgraph: stopped; what was stored before stays stored\n"),
        (BrokenPipeError(), 0, ""),
    ],
    ids=repr,
)
def test_what_goes_wrong_is_one_line_and_an_exit_code(error: BaseException, code: int, message: str) -> None:
    result = CliRunner().invoke(_group(fail=lambda: _raise(error)), ["fail"], catch_exceptions=False)
    assert (result.exit_code, result.stderr.lstrip("\n"), result.stdout) == (code, message, "")


def test_an_error_without_a_file_is_about_the_streams() -> None:
    assert explain_os_error(OSError("odd")).startswith("standard input or output: odd: ")


def test_a_message_is_one_line_whatever_it_holds() -> None:
    assert one_line(" a\r\n\tb\u202ec\udcff") == "polgraph: a b\\u202ec\\udcff"


def test_a_defect_of_ours_ends_in_one_line_and_no_traceback(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text(
        "import click\nfrom polgraph.cli import main\n"
        "@main.command()\ndef broken():\n    raise ZeroDivisionError('so what')\nmain()\n",
        "utf8",
    )
    result = subprocess.run([sys.executable, script, "broken"], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.startswith("polgraph: a defect of polgraph: ZeroDivisionError: so what; please report it")
    assert result.stderr.count("\n") == 1
    shown = subprocess.run(
        [sys.executable, script, "broken"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"POLGRAPH_TRACEBACK": "1"},
    )
    assert "Traceback" in shown.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [sys.executable, "-m", "polgraph", "ontology", "--format", "jsonl"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert (result.returncode, result.stderr) == (0, "")


def test_a_full_disk_is_one_line() -> None:
    result = _program("ontology", "--output", "/dev/full")
    assert (result.returncode, result.stderr) == (
        1,
        "polgraph: /dev/full: no space left on device: free some space there and run the command again\n",
    )


def test_a_terminal_that_cannot_show_a_letter_gets_its_escape() -> None:
    result = _program("ontology", "--markdown", env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert result.returncode == 0
    assert "subject \\u2192 object" in result.stdout


class TestCaseOption:
    @pytest.fixture
    def group(self) -> LazyGroup:
        @case_option
        @output_options
        def show(case: Case, output: Output) -> None:
            output.text(str(case.path))

        return _group(show=show)

    def test_a_missing_case_is_one_line_with_the_remedy(self, group: LazyGroup, tmp_path: Path) -> None:
        result = CliRunner().invoke(group, ["show", "--case", str(tmp_path / "no.db")])
        assert result.exit_code == 1
        assert result.stderr.startswith(f"polgraph: {tmp_path}/no.db: no such case file: make it with `polgraph ingest")
        assert result.stderr.count("\n") == 1

    @pytest.mark.usefixtures("run")
    def test_the_case_is_the_option_then_the_variable_then_the_default(self, group: LazyGroup) -> None:
        from polgraph.case import Case  # noqa: PLC0415  type only elsewhere

        for name in ("polgraph.db", "variable.db", "option.db"):
            Case(name, create=True).close()
        runner = CliRunner()
        assert runner.invoke(group, ["show"]).stdout == "polgraph.db\n"
        assert runner.invoke(group, ["show"], env={"POLGRAPH_CASE": "variable.db"}).stdout == "variable.db\n"
        arguments = ["show", "--case", "option.db"]
        assert runner.invoke(group, arguments, env={"POLGRAPH_CASE": "variable.db"}).stdout == "option.db\n"


def test_the_command_line_is_the_program_polgraph() -> None:
    assert _program("--version").stdout == f"polgraph, version {__version__}\n"
    assert isinstance(main, LazyGroup)
