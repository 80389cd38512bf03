"""An `Evaluation` as rows to print, figures rounded to three decimals, and as named measures that floors refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from polgraph.evaluation.scoring import Evaluation
    from polgraph.evaluation.tallies import Tally

__all__ = [
    "BREAKDOWNS",
    "MEASURE_COLUMNS",
    "Breakdown",
    "breakdown_columns",
    "breakdown_rows",
    "error_columns",
    "error_rows",
    "measure_rows",
    "measures",
]

Row = dict[str, Any]
Breakdown = Literal["relation", "rule", "article"]

BREAKDOWNS: tuple[Breakdown, ...] = ("relation", "rule", "article")
_FIGURES = ("P", "R", "F1")
MEASURE_COLUMNS = ("measure", *_FIGURES, "value", "gold", "predicted")
_MISTAKES = (
    *("kind", "document", "subject", "relation", "object"),
    *("modality", "speaker", "rule", "note", "sentence"),
)
_MISQUOTED = ("kind", "document", "source", "found", "content")
_MISSED = ("wanted", "found", "text")


def measures(evaluation: Evaluation) -> dict[str, float]:
    """Name every figure: "all strict P", "content F1", "speaker right"."""
    figures: dict[str, float] = {}
    for row in measure_rows(evaluation):
        if "value" in row:
            figures[row["measure"]] = row["value"]
        else:
            figures |= {f"{row['measure']} {figure}": row[figure] for figure in _FIGURES}
    return figures


def measure_rows(evaluation: Evaluation) -> Iterator[Row]:
    """Give a row per measure: counts, then precision, recall and F1, then means and shares."""
    for name, count in evaluation.counts.items():
        yield {"measure": name, "value": count}
    for name, tally in evaluation.tallies.items():
        yield {"measure": name, **_figures(tally)}
    for name, mean in evaluation.means.items():
        yield {"measure": name, "value": round(mean, 3)}
    for name, share in evaluation.shares.items():
        yield {"measure": name, "value": round(share.value, 3), "gold": share.of}


def breakdown_columns(per: Breakdown) -> tuple[str, ...]:
    """Name the columns of a breakdown."""
    return (per, *_FIGURES, "right", "gold", "predicted")


def breakdown_rows(evaluation: Evaluation, per: Breakdown) -> list[Row]:
    """Give a row per relation, rule or article, those with the most errors to mend first."""
    tallies: Mapping[str, Tally] = {
        "relation": evaluation.relations,
        "rule": evaluation.rules,
        "article": evaluation.articles,
    }[per]
    rows = [{per: name, **_figures(tally), "right": tally.right} for name, tally in tallies.items()]
    weight = (
        (lambda row: row["right"] - row["predicted"])
        if per == "rule"
        else (lambda row: 2 * row["right"] - row["predicted"] - row["gold"])
    )
    return sorted(rows, key=weight)


def error_columns(evaluation: Evaluation) -> tuple[str, ...]:
    """Name the columns of the errors of this kind of set."""
    if evaluation.relations:
        return _MISTAKES
    return _MISQUOTED if "attribution" in evaluation.tallies else _MISSED


def error_rows(evaluation: Evaluation) -> Iterator[Row]:
    """Give a row per wrong claim; per wrong attribution or missed sentence where the set has no rows of claims."""
    columns = error_columns(evaluation)
    errors = {_MISTAKES: evaluation.mistakes, _MISQUOTED: evaluation.misquoted, _MISSED: evaluation.missed}[columns]
    for error in errors:
        yield {column: getattr(error, column) for column in columns}


def _figures(tally: Tally) -> Row:
    return {
        "P": round(tally.precision, 3),
        "R": round(tally.recall, 3),
        "F1": round(tally.f1, 3),
        "gold": tally.gold,
        "predicted": tally.predicted,
    }
