"""No two texts alike: near-duplicates and runs of eleven words, inside the corpus and against a folder of others."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING, Any

from corpus.compiler.problems import Problem
from corpus.compiler.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["check_overlap", "outside_texts"]

_RUN = 11
_SHINGLE = 3
_ALIKE = 0.25


def check_overlap(texts: dict[str, str], outside: Iterable[tuple[str, str]] = ()) -> list[Problem]:
    """Compare the texts (file → plain text) with one another and with `outside` (name, text)."""
    tokens = {file: words(text) for file, text in texts.items()}
    return [*_shared_runs(tokens, outside), *_near_duplicates(tokens)]


def outside_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text under the folder: .txt files, and each string of .json and .jsonl files."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            yield str(path), path.read_text("utf8")
        elif path.suffix in {".json", ".jsonl"}:
            content = path.read_text("utf8")
            for record in [content] if path.suffix == ".json" else content.splitlines():
                if record.strip():
                    yield from ((str(path), string) for string in _strings(json.loads(record)))


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401  any JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _runs(tokens: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(tokens[at : at + length]) for at in range(len(tokens) - length + 1))


def _shared_runs(tokens: dict[str, list[str]], outside: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], str] = {}
    told: set[tuple[str, str]] = set()
    for file, mine in tokens.items():
        for run in _runs(mine, _RUN):
            other = first.setdefault(run, file)
            if other != file and (file, other) not in told:
                told.add((file, other))
                yield _run_problem(file, run, other)
    for name, text in outside:
        for run in _runs(words(text), _RUN):
            if run in first and (first[run], name) not in told:
                told.add((first[run], name))
                yield _run_problem(first[run], run, name)


def _run_problem(file: str, run: tuple[str, ...], other: str) -> Problem:
    return Problem(file, 0, f"shares eleven words in a row with {other} ({' '.join(run)!r}): write them anew")


def _near_duplicates(tokens: dict[str, list[str]]) -> Iterator[Problem]:
    shingles = {file: set(_runs(mine, _SHINGLE)) for file, mine in tokens.items()}
    for (one, mine), (other, theirs) in combinations(shingles.items(), 2):
        alike = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
        if alike > _ALIKE:
            yield Problem(other, 0, f"{alike:.0%} of its three-word runs stand in {one} too: write another article")
