"""A file of corpus/source → header, entity list, marked text, relation list, and the faults of its form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.compiler.markup import Marked, parse
from corpus.compiler.problems import Problem
from corpus.compiler.rows import EntityLine, Row, parse_entity, parse_row

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Source", "read_source"]

_SECTIONS = ("entities", "text", "relations")
_FILE_NAME = re.compile(r"(?P<number>\d{3,})-[a-z0-9]+(?:-[a-z0-9]+)*\.txt")


@dataclass(slots=True)
class Source:
    """`name` is the file's stem; `first_line` the line of the file on which the text begins."""

    name: str
    file: str
    number: int = 0
    header: dict[str, str] = field(default_factory=dict)
    entities: list[EntityLine] = field(default_factory=list)
    marked: Marked = field(default_factory=Marked)
    first_line: int = 0
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fault(self, line: int, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.file, line, message))

    def line_of(self, offset: int) -> int:
        """Tell the line of the file that holds this offset of the plain text."""
        return self.first_line + self.marked.text.count("\n", 0, offset)


def read_source(path: Path) -> Source:
    """Read a source file; what cannot be read becomes a problem, the rest is kept."""
    source = Source(path.stem, str(path))
    name = _FILE_NAME.fullmatch(path.name)
    if name:
        source.number = int(name["number"])
    else:
        source.fault(0, "rename it NNN-short-slug.txt: a number of three digits, then small letters and hyphens")
    lines = path.read_text("utf8").split("\n")
    starts = {line[3:].strip(): at for at, line in enumerate(lines) if line.startswith("== ")}
    if tuple(starts) != _SECTIONS:
        source.fault(0, "needs the lines `== entities`, `== text`, `== relations`, once each and in this order")
        return source
    at_entities, at_text, at_rows = starts.values()
    _read_header(source, lines[:at_entities])
    for number, line in _filled(lines, at_entities + 1, at_text):
        entity = parse_entity(line, number)
        if isinstance(entity, str):
            source.fault(number, entity)
        else:
            source.entities.append(entity)
    _read_text(source, lines, at_text + 1, at_rows)
    for number, line in _filled(lines, at_rows + 1, len(lines)):
        row = parse_row(line.strip(), number)
        if isinstance(row, str):
            source.fault(number, row)
        else:
            source.rows.append(row)
    return source


def _read_header(source: Source, lines: list[str]) -> None:
    for number, line in _filled(lines, 0, len(lines)):
        key, colon, value = line.partition(":")
        if not colon or key in source.header:
            source.fault(number, f"not a header line of its own: {line!r}; write `key: value`, each key once")
        source.header[key.strip()] = value.strip()


def _read_text(source: Source, lines: list[str], start: int, end: int) -> None:
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    source.first_line = start + 1
    source.marked = parse("\n".join(lines[start:end]) + "\n")
    for offset, message in source.marked.faults:
        source.fault(source.line_of(offset), message)


def _filled(lines: list[str], start: int, end: int) -> list[tuple[int, str]]:
    """Lines that say something, with their numbers; a line that begins with # is a remark."""
    return [(at + 1, lines[at]) for at in range(start, end) if lines[at].strip() and not lines[at].startswith("#")]
