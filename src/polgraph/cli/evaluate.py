"""`polgraph evaluate`: how well extraction does on annotated texts, and whether it fell below a floor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from polgraph.cli.failures import CommandFailed
from polgraph.cli.options import output_options

if TYPE_CHECKING:
    from polgraph.cli.output import Output
    from polgraph.evaluation import Evaluation
    from polgraph.evaluation.report import Breakdown

__all__ = ["evaluate"]


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True), metavar="GOLD")
@click.option(
    "--texts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Where the texts lie, if not beside the annotation.",
)
@click.option("--per", type=click.Choice(["relation", "rule", "article"]), help="Break the strict measure down.")
@click.option("--errors", is_flag=True, help="List what is missing, extra or half right, with its sentence.")
@click.option(
    "--floor",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="YAML of measures and their least values: exit code 1 if one fell below.",
)
@click.option(
    "--collectives/--no-collectives",
    default=None,
    help="Extract groups without a name.  [default: for event records, not for articles]",
)
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to extract with.")
@output_options
def evaluate(  # noqa: PLR0913  one parameter an option
    *,
    gold: Path,
    texts: Path | None,
    per: Breakdown | None,
    errors: bool,
    floor: Path | None,
    collectives: bool | None,
    workers: int,
    output: Output,
) -> None:
    """Extract annotated texts and measure the result against the annotation.

    GOLD is a folder of annotated articles (NAME.json beside NAME.txt or NAME.md), or a JSON lines file of event records
    or of attributions. A rule's recall is its part in finding all rows.
    """
    if per and errors:
        raise click.UsageError("--per and --errors are two questions: ask one at a time")
    from polgraph import evaluation  # noqa: PLC0415  `--help` needs no vocabulary

    floors = evaluation.floors_for(floor, gold) if floor else {}  # before the minutes that extraction may take
    result = evaluation.evaluate(
        gold, texts=texts, collectives=collectives, workers=workers, failed=lambda error: output.note(str(error))
    )
    _print(result, output, per=per, errors=errors)
    fallen = evaluation.below(floors, evaluation.measures(result))
    if fallen:
        raise CommandFailed(
            f"{len(fallen)} of {len(floors)} measures fell below {floor}: {'; '.join(map(str, fallen))}"
        )


def _print(result: Evaluation, output: Output, *, per: Breakdown | None, errors: bool) -> None:
    from polgraph.evaluation import report  # noqa: PLC0415  see above

    if errors:
        output.rows(report.error_rows(result), report.error_columns(result), nothing="no errors")
    elif per:
        nothing = f"this set is not annotated by {per}: --per needs annotated relations"
        output.rows(report.breakdown_rows(result, per), report.breakdown_columns(per), nothing=nothing)
    else:
        output.rows(report.measure_rows(result), report.MEASURE_COLUMNS)
