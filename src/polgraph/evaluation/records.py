"""JSON of annotators made sure of: each access says which file and field is wrong, and what it should be."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polgraph.errors import GoldError, ReadingError
from polgraph.reading.files import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Record", "parse_record", "read_lines", "read_record"]


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object and where it stands."""

    fields: dict[str, Any]
    where: str

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def text(self, name: str) -> str:
        """Give a field that must be text."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            raise self.fault(name, "text")
        return value

    def optional_text(self, name: str) -> str | None:
        """Give a field that is text, null or absent."""
        return None if self.fields.get(name) is None else self.text(name)

    def flag(self, name: str) -> bool:
        """Give a field that is true, false or absent."""
        value = self.fields.get(name, False)
        if not isinstance(value, bool):
            raise self.fault(name, "true or false")
        return value

    def number(self, name: str) -> int:
        """Give a field that must be a whole number."""
        value = self.fields.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fault(name, "a whole number")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts, empty where it is absent."""
        value = self.fields.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(name, "a list of texts")
        return tuple(value)

    def records(self, name: str) -> list[Record]:
        """Give a list of objects, which must be there."""
        value = self.fields.get(name)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fault(name, "a list of objects")
        return [Record(item, f"{self.where}: {name}[{at}]") for at, item in enumerate(value)]

    def span(self, text: str) -> tuple[int, int]:
        """Give `start` and `end`, which must be a stretch of the text."""
        start, end = self.number("start"), self.number("end")
        if not 0 <= start <= end <= len(text):
            raise GoldError(f"{self.where}: {start}:{end} is no place in a text of {len(text)} characters: mend it")
        return start, end

    def fault(self, name: str, wanted: str) -> GoldError:
        """Make the error for a field that is not what it should be."""
        has = f"is {json.dumps(self.fields[name])[:40]}" if name in self.fields else "is missing"
        return GoldError(f'{self.where}: "{name}" {has}: it should be {wanted}')


def read_record(path: Path) -> Record:
    """Read a file that holds one object."""
    return parse_record(path.read_bytes(), str(path))


def read_lines(path: Path) -> Iterator[Record]:
    """Read a file that holds one object a line; empty lines are passed over."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield parse_record(line, f"{path}: line {number}")


def parse_record(content: bytes, where: str) -> Record:
    """Parse one object."""
    try:
        fields = json.loads(decode(content, where))
    except ReadingError as error:
        raise GoldError(str(error)) from error
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{where}: is no JSON that can be read: {error}") from error
    if not isinstance(fields, dict):
        raise GoldError(f"{where}: is no JSON object: one annotated article or record is expected")
    return Record(fields, where)
