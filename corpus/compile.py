"""Compile the corpus, check it, or count its balance.

python corpus/compile.py                     source/*.txt → {train,dev,test}/*.txt and *.json
python corpus/compile.py --check             check only: also second/, and that the parts are what they compile to
python corpus/compile.py --check FILE...     check these files beside the others; prints what each holds
python corpus/compile.py --report            the balance counts
--against DIR                                no eleven words in a row shared with the texts of DIR either
"""
# ruff: noqa: INP001  a script, no package

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]

from corpus.compiler.assemble import assemble  # noqa: E402  the path comes first
from corpus.compiler.checks import check_article  # noqa: E402
from corpus.compiler.overlap import check_overlap, outside_texts  # noqa: E402
from corpus.compiler.problems import Problem  # noqa: E402
from corpus.compiler.report import report  # noqa: E402
from corpus.compiler.second import read_second  # noqa: E402
from corpus.compiler.source import Source, read_source  # noqa: E402
from corpus.compiler.splits import SPLITS  # noqa: E402


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the options say; return 0 where all is well, else 1."""
    options = _options(argv)
    paths = options.files or sorted((options.root / "source").glob("*.txt"))
    sources = [read_source(path) for path in paths]
    articles = [assemble(source) for source in sources]
    for source, article in zip(sources, articles, strict=True):
        check_article(source, article)
    problems = [problem for source in sources for problem in source.problems]
    problems += _among_others(sources, _others(paths, options.root), options.against)
    compiled = {} if problems else _files(options.root, sources, articles)
    if options.check and not options.files:
        problems += _second(options.root)
    if options.check and not options.files and not problems:
        problems += _stale(options.root, compiled)
    sys.stdout.writelines(f"{problem}\n" for problem in sorted(problems))
    if options.report:
        sys.stdout.write(report(articles, [source.marked.text for source in sources]))
    elif options.files:
        sys.stdout.writelines(_summary(article) for article in articles)
    if not (options.check or options.report or options.files or problems):
        _write(options.root, compiled)
    sys.stdout.write(f"{len(sources)} articles, {len(problems)} problems\n")
    return 1 if problems else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="corpus/compile.py", description="Compile, check and count the corpus.")
    parser.add_argument("files", nargs="*", type=Path, help="check only these source files")
    parser.add_argument("--check", action="store_true", help="write nothing; the parts must be up to date")
    parser.add_argument("--report", action="store_true", help="print the balance counts")
    parser.add_argument("--against", type=Path, help="folder of texts that the corpus must not repeat")
    parser.add_argument("--root", type=Path, default=HERE, help="folder that holds source/, train/, dev/ and test/")
    return parser.parse_args(argv)


def _others(paths: Sequence[Path], root: Path) -> list[Source]:
    checked = {path.resolve() for path in paths}
    return [read_source(path) for path in sorted((root / "source").glob("*.txt")) if path.resolve() not in checked]


def _among_others(sources: Sequence[Source], others: Sequence[Source], against: Path | None) -> list[Problem]:
    """Compare the checked files with one another and with the rest; the rest comes first, so it is not blamed."""
    texts = {source.file: source.marked.text for source in (*others, *sources)}
    mine = {source.file for source in sources}
    found = [*check_overlap(texts, outside_texts(against) if against else ()), *_twice(list(texts))]
    return [problem for problem in found if problem.file in mine]


def _second(root: Path) -> list[Problem]:
    paths = sorted((root / "second").glob("*.txt"))
    return [problem for path in paths for problem in read_second(path, root / "source")[0].problems]


def _files(folder: Path, sources: Sequence[Source], articles: Sequence[dict[str, Any]]) -> dict[Path, str]:
    files: dict[Path, str] = {}
    for source, article in zip(sources, articles, strict=True):
        base = folder / article["split"] / source.name
        files[base.with_suffix(".txt")] = source.marked.text
        files[base.with_suffix(".json")] = json.dumps(article, ensure_ascii=False, indent=1) + "\n"
    return files


def _stale(folder: Path, compiled: dict[Path, str]) -> list[Problem]:
    there = set(_there(folder))
    wrong = [path for path, text in compiled.items() if path not in there or path.read_text("utf8") != text]
    return [Problem(str(path), 0, "not what the sources compile to: run python corpus/compile.py")
            for path in [*wrong, *(there - set(compiled))]]  # fmt: skip


def _there(folder: Path) -> list[Path]:
    return [path for split in SPLITS for path in (folder / split).glob("*") if path.is_file()]


def _write(folder: Path, compiled: dict[Path, str]) -> None:
    for path in _there(folder):
        if path not in compiled:
            path.unlink()
    for path, text in compiled.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf8")


def _twice(files: Sequence[str]) -> list[Problem]:
    numbers: dict[str, str] = {}
    problems = []
    for file in files:
        number = Path(file).name.partition("-")[0]
        if number in numbers:
            problems.append(Problem(file, 0, f"the number {number} is taken by {numbers[number]}: choose a free one"))
        numbers.setdefault(number, file)
    return problems


def _summary(article: dict[str, Any]) -> str:
    rows = article["relations"]
    spoken = sum(1 for row in rows if row["speaker"] or "speaker_text" in row)
    other = sum(1 for row in rows if row["modality"] != "asserted")
    return (f"{article['document']}: {len(article['entities'])} entities, {len(article['mentions'])} mentions, "
            f"{len(rows)} relations ({spoken} under a speaker, {other} not asserted), "
            f"{len(article['attributions'])} attributions\n")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
