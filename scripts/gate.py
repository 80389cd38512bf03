"""What scripts/gate does: fail where extraction fell below its floors.

Measures the corpus and the seed articles against tests/gold/floors.yaml and, where GOLD is the folder of other
annotated sets, these against .ci/floors.yaml. --raise lifts each floor to .01 below what was reached; none is lowered.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from polgraph.errors import PolgraphError
from polgraph.evaluation import below, evaluate, measures, read_floors

ROOT = Path(__file__).resolve().parents[1]
OURS = ROOT / "tests" / "gold" / "floors.yaml"
OTHERS = ROOT / ".ci" / "floors.yaml"
TEXTS = {"tests/gold/seeds": ROOT / "seeds"}
MARGIN = 0.01


def main() -> int:
    """Measure every set that has floors; the exit code."""
    parser = argparse.ArgumentParser(prog="scripts/gate", description="Fail where extraction fell below its floors.")
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="lift the floors to .01 below what is reached"
    )
    parser.add_argument("--from", dest="start", type=Path, default=Path(), help=argparse.SUPPRESS)
    parser.add_argument("gold", nargs="?", metavar="GOLD", type=Path, help="folder of other annotated sets")
    options = parser.parse_args()
    gates = [(OURS, ROOT)] + ([(OTHERS, options.start / options.gold)] if options.gold else [])
    try:
        held = [gate(floors, sets, lift=options.lift) for floors, sets in gates]
    except (PolgraphError, OSError) as error:
        print(f"scripts/gate: {error}", file=sys.stderr)
        return 1
    return 0 if all(held) else 1


def gate(path: Path, sets: Path, *, lift: bool) -> bool:
    """Measure the sets of one file of floors, print each figure, and tell whether all floors held."""
    held = True
    lifted = {}
    for name, floors in read_floors(path).items():
        result = evaluate(sets / name, texts=TEXTS.get(name), failed=lambda error: print(error, file=sys.stderr))
        reached = measures(result)
        fallen = {fall.measure for fall in below(floors, reached)}
        held = held and not fallen
        print(name)
        for measure, floor in floors.items():
            print(f"  {measure:34} {reached[measure]:.3f}  floor {floor:.3f}{'  FELL' if measure in fallen else ''}")
        lifted[name] = {measure: round(max(floors[measure], reached[measure] - MARGIN), 3) for measure in floors}
    if lift:
        comment = "".join(line for line in path.read_text("utf8").splitlines(keepends=True) if line.startswith("#"))
        path.write_text(comment + yaml.safe_dump(lifted, sort_keys=False), "utf8")
    return held


if __name__ == "__main__":
    sys.exit(main())
