"""The second annotation of 45 articles against the first: agreement per layer.

python corpus/agreement.py                   the agreement of second/*.txt with first/*.txt, per layer
python corpus/agreement.py --settled         with source/*.txt instead, where the disagreements are settled
python corpus/agreement.py --disagreements [relations|mentions|attributions]    what only one of the two has
python corpus/agreement.py --check FILE...   check these files of second/: format, and that the text is the article's
"""
# ruff: noqa: INP001  a script, no package

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]

from corpus.compiler.agreement import Pair, agreement  # noqa: E402  the path comes first
from corpus.compiler.assemble import assemble  # noqa: E402
from corpus.compiler.disagreements import LAYERS, disagreements  # noqa: E402
from corpus.compiler.second import read_second  # noqa: E402
from corpus.compiler.source import read_source  # noqa: E402

from polgraph.evaluation.report import measure_rows  # noqa: E402


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the options say; return 0 where all is well, else 1."""
    options = _options(argv)
    paths = options.files or sorted((options.root / "second").glob("*.txt"))
    second = [read_second(path, options.root / "source") for path in paths]
    problems = sorted(problem for source, _ in second for problem in source.problems)
    if problems or options.check:
        sys.stdout.writelines(f"{problem}\n" for problem in problems)
        sys.stdout.write(f"{len(paths)} articles, {len(problems)} problems\n")
        return 1 if problems else 0
    firsts = options.root / ("source" if options.settled else "first")
    pairs = []
    for source, article in second:
        first = read_source(firsts / f"{source.name}.txt")
        pairs.append(Pair(text=source.marked.text, first=assemble(first), second=article))
    sys.stdout.writelines(_listed(pairs, options.disagreements) if options.disagreements else _measured(pairs))
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="corpus/agreement.py", description="Compare two annotations.")
    parser.add_argument("files", nargs="*", type=Path, help="only these files of second/")
    parser.add_argument("--check", action="store_true", help="check only")
    parser.add_argument("--settled", action="store_true", help="compare with source/ instead of first/")
    parser.add_argument("--disagreements", nargs="?", choices=LAYERS, const=LAYERS[0], help="what only one has")
    parser.add_argument("--root", type=Path, default=HERE, help="folder that holds first/, second/ and source/")
    return parser.parse_args(argv)


def _measured(pairs: Sequence[Pair]) -> Iterator[str]:
    yield f"{'layer':32} {'F1':>6} {'first':>6} {'second':>6}\n"
    for row in measure_rows(agreement(pairs)):
        figure = row.get("F1", row.get("value"))
        sizes = "".join(f" {row[side]:6}" for side in ("gold", "predicted") if side in row)
        yield f"{row['measure']:32} {figure:6}{sizes}\n"


def _listed(pairs: Sequence[Pair], layer: str) -> Iterator[str]:
    for pair in pairs:
        if lines := list(disagreements(pair, layer)):
            yield f"\n{pair.first['document']}\n"
            yield from (f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
