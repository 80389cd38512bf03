"""How long a command takes before it does its work, as a ratio to the bare import below it.

usage: python bench/startup.py [--rounds 15] [--case FILE]

Rounds are interleaved, so that a noisy machine is as noisy for both sides; the median counts. Without --case a small
case of the seeds is made first.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
POLGRAPH = [str(Path(sys.executable).with_name("polgraph"))]


def main() -> None:
    """Print the two ratios that the design promises."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--case", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = arguments.case or Path(folder) / "demo.db"
        if not case.exists():
            subprocess.run(
                [*POLGRAPH, "ingest", "--case", str(case), str(ROOT / "seeds")], check=True, capture_output=True
            )
        pairs = {
            "polgraph --help / import click": ([*POLGRAPH, "--help"], "import click", 2.0),
            "polgraph query path / import networkx": (
                [*POLGRAPH, "query", "path", "--case", str(case), "--from", "musk", "--to", "peskov"],
                "import networkx",
                4.0,
            ),
        }
        for name, (command, statement, promised) in pairs.items():
            bare = [sys.executable, "-c", statement]
            ours, theirs = _interleaved(command, bare, arguments.rounds)
            ratio = ours / theirs
            print(f"{name}: {ratio:.2f} (at most {promised:.0f}); {ours * 1000:.0f} ms against {theirs * 1000:.0f} ms")


def _interleaved(command: list[str], bare: list[str], rounds: int) -> tuple[float, float]:
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for side, arguments in zip(times, (command, bare), strict=True):
            start = time.perf_counter()
            subprocess.run(arguments, check=True, capture_output=True)
            if number:  # the first round warms the file cache
                side.append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


if __name__ == "__main__":
    main()
