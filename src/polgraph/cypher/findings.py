"""What a check of a query brings to light."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A place in a query, what is wrong there, and what to do about it. Lines and columns count from 1."""

    line: int
    column: int
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.problem}: {self.remedy}"
