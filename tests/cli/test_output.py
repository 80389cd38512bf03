from __future__ import annotations

import csv
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner
from hypothesis import given, strategies as st

from polgraph.cli.options import output_options
from polgraph.cli.output import Output
from polgraph.cli.printable import json_safe, printable, spreadsheet_safe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from click.testing import Result

ROWS = [
    {"name": "Ana, “A”", "count": -1, "known": True, "many": ("x", "y"), "day": date(2024, 5, 1), "none": None},
    {"name": "=HYPERLINK(1)", "count": 2, "extra": 1.0},
]
COLUMNS = ["name", "count", "known", "many", "day", "none"]


def _print(
    *arguments: str, rows: Sequence[dict[str, Any]] = ROWS, nothing: str | None = None, piped: str = "table"
) -> Result:
    @click.command()
    @output_options(piped=piped)
    def command(output: Output) -> None:
        output.rows(rows, COLUMNS, nothing=nothing)

    return CliRunner().invoke(command, list(arguments), catch_exceptions=False)


def test_elsewhere_than_on_a_terminal_a_table_is_plain() -> None:
    assert _print().stdout == (
        "name           count  known  many  day         none\n"
        "-------------  -----  -----  ----  ----------  ----\n"
        "Ana, “A”       -1     yes    x; y  2024-05-01\n"
        "=HYPERLINK(1)  2\n"
    )


def test_json_is_one_list_of_whole_rows() -> None:
    assert json.loads(_print("--format", "json").stdout) == [
        {"name": "Ana, “A”", "count": -1, "known": True, "many": ["x", "y"], "day": "2024-05-01", "none": None},
        {"name": "=HYPERLINK(1)", "count": 2, "extra": 1.0},
    ]


def test_jsonl_is_one_row_a_line() -> None:
    lines = _print("--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["count"] for line in lines] == [-1, 2]


def test_csv_has_the_columns_and_defuses_formulas_but_not_numbers() -> None:
    assert list(csv.reader(_print("--format", "csv").stdout.splitlines())) == [
        COLUMNS,
        ["Ana, “A”", "-1", "yes", "x; y", "2024-05-01", ""],
        ["'=HYPERLINK(1)", "2", "", "", "", ""],
    ]


def test_raw_csv_leaves_cells_as_they_are() -> None:
    assert "\n=HYPERLINK(1)," in _print("--format", "csv", "--raw").stdout


@pytest.mark.parametrize(
    ("form", "empty"), [("table", ""), ("json", "[]\n"), ("jsonl", ""), ("csv", ",".join(COLUMNS) + "\n")]
)
def test_no_rows_are_empty_data_and_exit_code_3_where_the_command_says_so(form: str, empty: str) -> None:
    result = _print("--format", form, rows=[], nothing="nobody is near")
    assert (result.exit_code, result.stdout, result.stderr) == (3, empty, "polgraph: nobody is near\n")
    result = _print("--format", form, rows=[])
    assert (result.exit_code, result.stdout, result.stderr) == (0, empty, "")


@pytest.mark.parametrize(
    ("name", "begins"), [("x.json", "["), ("x.jsonl", "{"), ("x.CSV", "name,"), ("x.txt", "name  ")]
)
def test_a_files_suffix_chooses_the_format(tmp_path: Path, name: str, begins: str) -> None:
    assert _print("--output", str(tmp_path / name)).stdout == ""
    assert (tmp_path / name).read_text("utf8").startswith(begins)


def test_the_option_goes_before_the_suffix(tmp_path: Path) -> None:
    _print("-o", str(tmp_path / "x.csv"), "-f", "json")
    assert (tmp_path / "x.csv").read_text("utf8").startswith("[")


def test_a_command_may_prefer_another_format_where_nobody_looks() -> None:
    assert _print(piped="jsonl").stdout.startswith("{")


def test_rich_markup_and_escapes_reach_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output("table")
    output.is_terminal = True
    output.rows([{"name": "[red]x[/red] \x1b[2J\u202e"}], ["name"])
    printed = capsys.readouterr().out
    assert "[red]x[/red] \\x1b[2J\\u202e" in printed
    assert "\x1b" not in printed


def test_a_value_without_a_form_in_json_is_a_defect() -> None:
    with pytest.raises(TypeError, match="complex has no form in JSON"):
        Output("json").rows([{"name": 1j}], ["name"])


@given(st.text())
def test_printable_text_is_one_line_that_no_terminal_obeys(text: str) -> None:
    shown = printable(text)
    assert shown == shown.strip(" ")
    assert not [character for character in shown if ord(character) < 32 or 127 <= ord(character) < 160]
    assert shown.splitlines() in ([], [shown])


@given(
    st.recursive(
        st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_safe_json_says_the_same(value: object) -> None:
    safe = json_safe(json.dumps(value, ensure_ascii=False))
    assert json.loads(safe) == value
    assert safe.isprintable() or not any(ord(character) < 160 and not character.isprintable() for character in safe)


@given(st.text())
def test_a_safe_cell_begins_nothing_a_spreadsheet_executes(text: str) -> None:
    assert not spreadsheet_safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_more_columns_than_a_terminal_can_show_stand_one_below_the_other(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    output = Output("table")
    output.is_terminal = True
    columns = [f"column_{number}" for number in range(9)]
    output.rows([dict.fromkeys(columns, "words and words of a sentence"), {"column_1": "[b]short[/b]"}], columns)
    printed = capsys.readouterr().out
    assert "column_8  words and words of a sentence\n" in printed
    assert printed.endswith("\ncolumn_1  [b]short[/b]\n\n")
