"""`polgraph ingest`: read articles, extract, and store what is new or changed."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

import click

from polgraph.cli.failures import NothingFound, one_line
from polgraph.cli.load import load_case
from polgraph.cli.neo4j_options import neo4j_options, open_database
from polgraph.cli.options import case_path_option, reading_options

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from polgraph.cli.neo4j_options import Database
    from polgraph.errors import PolgraphError
    from polgraph.ingest import Report
    from polgraph.model import Document
    from polgraph.reading import Metadata

__all__ = ["files_of", "ingest"]


@click.command()
@reading_options
@case_path_option
@click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that read in parallel."
)
@click.option("--collectives", is_flag=True, help="Keep groups without a name that a country qualifies, too.")
@click.option("--again", is_flag=True, help="Read unchanged articles once more, for instance after an upgrade.")
@click.option("--load", "and_load", is_flag=True, help="Then bring the case into Neo4j, as `polgraph load` does.")
@neo4j_options
def ingest(  # noqa: PLR0913  the options above
    paths: Sequence[Path],
    defaults: Metadata,
    case_path: Path,
    workers: int,
    *,
    any_language: bool,
    collectives: bool,
    again: bool,
    and_load: bool,
    database: Database,
) -> None:
    """Read articles into the case file, which is made if there is none.

    PATH is a text, Markdown (.md) or JSON lines (.jsonl) file, a folder of such files, or - for standard input. An
    article that is in the case already changes nothing; a changed one replaces what it said before. What cannot be
    read, is not in English or breaks the extraction is listed at the end with what to do, the rest is stored, and the
    exit code is 1.
    """
    from polgraph.case import Case  # noqa: PLC0415  `ingest --help` needs no SQLite
    from polgraph.ingest import ingest as ingest_documents  # noqa: PLC0415  the same
    from polgraph.reading import read_all  # noqa: PLC0415  the same

    # a database that is not there is told before an hour of reading, not after it
    connection = open_database(database) if and_load else None
    failures: list[PolgraphError] = []
    files = files_of(paths, failures)
    documents = read_all(files, defaults=defaults, failed=failures.append, any_language=any_language)
    # no case file is made where there is nothing to put into it
    first = next(documents, None)
    if first is not None:
        with Case(case_path, create=True) as case:
            with _progress(files) as step:
                report = ingest_documents(
                    case,
                    chain([first], documents),
                    workers=workers,
                    collectives=collectives,
                    again=again,
                    progress=step,
                    failed=failures.append,
                )
            click.echo(_summary(report, len(failures), case_path))
            if connection is not None:
                load_case(connection, case)
    for failure in failures:
        click.echo(one_line(str(failure)), err=True)
    if failures:
        click.get_current_context().exit(1)


def files_of(paths: Sequence[Path], failures: list[PolgraphError]) -> list[Path]:
    """Return the files to read; folders that hold none are failures, or the end if there is nothing else."""
    from polgraph.reading import find_files  # noqa: PLC0415  `--help` reads nothing

    files = list(find_files(paths, failed=failures.append))
    if not files:
        raise NothingFound("; ".join(str(failure) for failure in failures))
    return files


@contextmanager
def _progress(files: Sequence[Path]) -> Iterator[Callable[[Document], None] | None]:
    """Show on stderr how far it is, where somebody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415  only where a person looks
    from rich.progress import Progress  # noqa: PLC0415  the same

    # nobody knows how many articles a file of records holds before it is read
    total = None if any(file.suffix.lower() == ".jsonl" for file in files) else len(files)
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda document: bar.advance(task)  # noqa: ARG005  all count alike


def _summary(report: Report, failed: int, case_path: Path) -> str:
    read = report.stored + report.unchanged
    articles = f"{read} {'article' if read == 1 else 'articles'}"
    states = f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged"
    lines = [f"{case_path}: {articles}: {states}; {failed} failed"]
    if report.stored:
        lines += [_counted("entities", report.entities), _counted("claims", report.claims)]
    return "\n".join(lines)


def _counted(what: str, counts: Counter[str]) -> str:
    parts = [f"{count} {name}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    return f"{what}: {counts.total()}" + (f" ({', '.join(parts)})" if parts else "")
