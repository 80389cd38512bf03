"""What extraction costs beside the bare parser: time and peak memory, as ratios taken in one run.

usage: python bench/extraction.py [--rounds 3] [--copies 4] [FOLDER ...]

Each side runs in a process of its own, the sides take turns, the median counts. Both load the same pipeline and read
the same texts (the seeds, several times over, or the articles of the folders given): one through `nlp.pipe`, one
through `polgraph.extraction.extract_all`. Loading (the model, our lexicons) is not counted in the time: each side
has read one article before. It is in the memory of both.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polgraph.model import Document

ROOT = Path(__file__).parents[1]
SIDES = ("parser", "polgraph")


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
    found: dict[str, list[tuple[float, int, int]]] = {side: [] for side in SIDES}
    for _ in range(arguments.rounds):
        for side in SIDES:
            command = [sys.executable, __file__, "--side", side, "--copies", str(arguments.copies)]
            done = subprocess.run([*command, *map(str, arguments.folders)], check=True, capture_output=True, text=True)
            found[side].append(tuple(json.loads(done.stdout)))
    seconds = {side: statistics.median(row[0] for row in rows) for side, rows in found.items()}
    memory = {side: statistics.median(row[1] for row in rows) for side, rows in found.items()}
    ratio = seconds["polgraph"] / seconds["parser"]
    print(
        f"time: {ratio:.2f} times the parser (at most 1.30); {found['parser'][0][2]} words, {seconds['polgraph']:.1f} s"
    )
    print(f"peak memory: {memory['polgraph'] / memory['parser']:.2f} times the parser (at most 1.25)")


def _measure(side: str, folders: list[Path], copies: int) -> tuple[float, int, int]:
    from polgraph.extraction import extract_all  # noqa: PLC0415  each side pays for its own imports
    from polgraph.extraction.language import load  # noqa: PLC0415

    documents = _documents(folders) * copies
    nlp = load()
    if side == "parser":
        list(nlp.pipe([documents[0].text]))
    else:
        list(extract_all(documents[:1]))
    start = time.perf_counter()
    if side == "parser":
        for _ in nlp.pipe((document.text for document in documents), batch_size=16):
            pass
    else:
        for _ in extract_all(documents):
            pass
    seconds = time.perf_counter() - start
    words = sum(len(document.text.split()) for document in documents)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, words


def _documents(folders: list[Path]) -> list[Document]:
    from polgraph.reading import find_files, read  # noqa: PLC0415

    return [document for path in find_files(folders) for document in read(path)]


if __name__ == "__main__":
    main()
