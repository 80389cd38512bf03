"""Rows in; a table, JSON, JSON lines or CSV out, to stdout or a file.

Only data goes there. What else a command has to say goes to stderr through `Output.note`.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NoReturn, Self, TextIO

import click

from polgraph.cli.failures import NothingFound
from polgraph.cli.printable import json_safe, printable, spreadsheet_safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import TracebackType

__all__ = ["FORMATS", "Output"]

FORMATS = ("table", "json", "jsonl", "csv")
_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}
_MISSING = ""
_GAP = 3  # between the columns of a drawn table
_LEGIBLE = 12  # characters that a column needs to be read


class Output:
    """Where a command's data goes, and in which format.

    format: one of `FORMATS`. is_terminal: a person reads it directly.
    """

    def __init__(self, format: str | None = None, file: str = "-", *, raw: bool = False, piped: str = "table") -> None:  # noqa: A002  the option's name
        self.file = file
        self.raw = raw
        self._stream: TextIO | None = None
        self.is_terminal = file == "-" and sys.stdout.isatty()
        by_suffix = _SUFFIXES.get(PurePath(file).suffix.lower())
        self.format = format or by_suffix or ("table" if self.is_terminal else piped)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream is None or self.file == "-":
            return
        try:
            self._stream.close()
        except OSError as failure:  # a full disk may show only now, and does not say which file it was
            raise OSError(failure.errno, failure.strerror, self.file) from error

    @property
    def stream(self) -> TextIO:
        """The open stream; a file is made when the first data comes."""
        if self._stream is None:
            # newline="" because csv writes its own line ends, and JSON wants \n everywhere
            self._stream = sys.stdout if self.file == "-" else open(self.file, "w", encoding="utf8", newline="")  # noqa: PTH123, SIM115  closed by __exit__
        return self._stream

    def rows(self, rows: Iterable[Mapping[str, Any]], columns: Sequence[str], *, nothing: str | None = None) -> int:
        """Print the rows and return how many there were.

        Tables and CSV show `columns`, empty where a row lacks one; JSON shows each row whole, as it is.
        nothing: what to say, with exit code 3, when there is no row.
        """
        count = _WRITERS[self.format](self, rows, columns)
        if count == 0 and nothing is not None:
            self.nothing(nothing)
        return count

    def text(self, text: str) -> None:
        """Print text that the command made itself; what it quotes must have gone through `printable`."""
        self.stream.write(text if text.endswith("\n") else f"{text}\n")

    def note(self, message: str) -> None:
        """Say something that is not data, on stderr."""
        click.echo(printable(message), err=True)

    def nothing(self, message: str) -> NoReturn:
        """End the command with exit code 3: the question was answered, and nothing was found."""
        raise NothingFound(message)


def _write_table(output: Output, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> int:
    cells = [[printable(_cell(row.get(column))) for column in columns] for row in rows]
    if not cells:
        return 0
    if output.is_terminal:
        _draw_table(cells, columns)
    else:
        widths = [max(len(column), *(len(row[i]) for row in cells)) for i, column in enumerate(columns)]
        for row in ([*columns], ["-" * width for width in widths], *cells):
            line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            output.stream.write(f"{line.rstrip()}\n")
    return len(cells)


def _draw_table(cells: list[list[str]], columns: Sequence[str]) -> None:
    # rich only where a person reads a table: it takes as long to import as a query does to run
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  see above
    from rich.console import Console  # noqa: PLC0415  see above
    from rich.table import Table  # noqa: PLC0415  see above
    from rich.text import Text  # noqa: PLC0415  see above

    console = Console()
    widths = [max(len(column), *(len(row[i]) for row in cells)) for i, column in enumerate(columns)]
    # short columns whole, as long as a third of the line is left for the sentences
    room = console.width * 2 // 3
    whole = set()
    for i in sorted(range(len(columns)), key=widths.__getitem__):
        room -= widths[i] + _GAP
        if room >= 0:
            whole.add(i)
    used = sum(widths[i] + _GAP for i in whole)
    if console.width - used < (len(columns) - len(whole)) * (_LEGIBLE + _GAP):
        _draw_records(cells, columns)
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for i, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=i in whole)
    for row in cells:
        # Text, never a string: a string may hold rich's markup
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)


def _draw_records(cells: list[list[str]], columns: Sequence[str]) -> None:
    """Draw one row below the other, a line for each value: more columns than fit side by side cannot be read there."""
    from rich.console import Console  # noqa: PLC0415  see above
    from rich.table import Table  # noqa: PLC0415  see above
    from rich.text import Text  # noqa: PLC0415  see above

    console = Console()
    for row in cells:
        record = Table.grid(padding=(0, 2))
        record.add_column(style="bold", no_wrap=True)
        record.add_column(overflow="fold")
        for column, cell in zip(columns, row, strict=True):
            if cell != _MISSING:
                record.add_row(column, Text(cell))
        console.print(record)
        console.print()


def _write_json(output: Output, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> int:  # noqa: ARG001  one signature
    count = 0
    for count, row in enumerate(rows, start=1):
        output.stream.write(f"{'[' if count == 1 else ','}\n{_to_json(row)}")
    output.stream.write("\n]\n" if count else "[]\n")
    return count


def _write_jsonl(output: Output, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> int:  # noqa: ARG001  one signature
    count = 0
    for row in rows:
        output.stream.write(f"{_to_json(row)}\n")
        count += 1
    return count


def _write_csv(output: Output, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> int:
    safe = str if output.raw else spreadsheet_safe
    writer = csv.writer(output.stream)  # RFC 4180: lines end in CRLF
    writer.writerow(columns)
    count = 0
    for row in rows:
        values = (row.get(column) for column in columns)
        # numbers cannot be formulas: -1 stays -1
        writer.writerow(
            [
                value
                if isinstance(value, (int, float)) and value is not True and value is not False
                else safe(_cell(value))
                for value in values
            ]
        )
        count += 1
    return count


_WRITERS = {"table": _write_table, "json": _write_json, "jsonl": _write_jsonl, "csv": _write_csv}


def _cell(value: object) -> str:
    if value is None:
        return _MISSING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, (list, tuple)):
        return "; ".join(_cell(part) for part in value)
    if isinstance(value, dict):
        return _to_json(value)
    return str(value)


def _to_json(value: object) -> str:
    return json_safe(json.dumps(value, ensure_ascii=False, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
