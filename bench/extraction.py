"""What extraction costs beside the bare parser: time and peak memory, as ratios taken in one run.

usage: python bench/extraction.py [--rounds 3] [--copies 4] [FOLDER ...]

Each side runs in a process of its own, the sides take turns, the median counts. Both load the same pipeline and read
the same texts (the seeds, several times over, or the articles of the folders given): one through `nlp.pipe`, one
through `polgraph.extraction.extract_all`. Loading is not counted in the time: each side has read all texts once
before, which is printed apart (the reader of dates loads at the first date). It is in the memory of both.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from polgraph.model import Document

ROOT = Path(__file__).parents[1]
SIDES = ("parser", "polgraph")


class _Cost(NamedTuple):
    """Seconds for a first reading and for several more, peak memory in kilobytes."""

    first: float
    again: float
    memory: int


def main() -> None:
    """Print the ratios of time and memory."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "seeds"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copies", type=int, default=4)
    parser.add_argument("--side", choices=SIDES)
    arguments = parser.parse_args()
    if arguments.side:
        print(json.dumps(_measure(arguments.side, arguments.folders, arguments.copies)))
        return
    found: dict[str, list[_Cost]] = {side: [] for side in SIDES}
    for _ in range(arguments.rounds):
        for side in SIDES:
            command = [sys.executable, __file__, "--side", side, "--copies", str(arguments.copies)]
            done = subprocess.run([*command, *map(str, arguments.folders)], check=True, capture_output=True, text=True)
            found[side].append(_Cost(*json.loads(done.stdout)))
    parser_cost, polgraph_cost = (_Cost(*map(statistics.median, zip(*found[side], strict=True))) for side in SIDES)
    first, again, memory = (ours / bare for ours, bare in zip(polgraph_cost, parser_cost, strict=True))
    print(
        f"time: {again:.2f} times the parser (at most 1.30); {polgraph_cost.again:.1f} s; {first:.2f} at first reading"
    )
    print(f"peak memory: {memory:.2f} times the parser (at most 1.25)")


def _measure(side: str, folders: list[Path], copies: int) -> _Cost:
    from polgraph.extraction import extract_all  # noqa: PLC0415  each side pays for its own imports
    from polgraph.extraction.language import load  # noqa: PLC0415

    documents = _documents(folders)
    nlp = load()
    list(
        nlp.pipe(["Loaded."]) if side == "parser" else extract_all([replace(documents[0], text="Loaded.", body=(0, 7))])
    )

    def read(several: list[Document]) -> float:
        start = time.perf_counter()
        texts = (document.text for document in several)
        for _ in nlp.pipe(texts, batch_size=16) if side == "parser" else extract_all(several):
            pass
        return time.perf_counter() - start

    first, again = read(documents), read(documents * copies)
    return _Cost(first, again, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _documents(folders: list[Path]) -> list[Document]:
    from polgraph.reading import find_files, read  # noqa: PLC0415

    return [document for path in find_files(folders) for document in read(path)]


if __name__ == "__main__":
    main()
