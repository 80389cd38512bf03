"""How rows of Cypher are printed: which columns, with or without the evidence, and a word when they were cut."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from polgraph.queries.evidence import COLUMNS, evidence
from polgraph.queries.running import store_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import networkx as nx

    from polgraph.cli.output import Output
    from polgraph.queries.rows import Rows
    from polgraph.stores.base import Store

__all__ = ["Asked", "answer_options", "print_answer"]

_CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user wants of an answer, besides its content."""

    evidence: bool
    timeout: float | None
    limit: int | None


def answer_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Pass `asked: Asked`, made from --evidence, --timeout and --limit."""

    @functools.wraps(function)
    def with_asked(*args: Any, with_evidence: bool, timeout: float | None, limit: int | None, **options: Any) -> Any:  # noqa: ANN401  any command's
        return function(*args, asked=Asked(with_evidence, timeout, limit), **options)

    for option in (
        click.option("--limit", type=click.IntRange(1), metavar="N", help="Print at most N rows, and say if cut."),
        click.option(
            "--timeout", type=click.FloatRange(0, min_open=True), metavar="SECONDS", help="Give up after that long."
        ),
        click.option(
            "--evidence",
            "with_evidence",
            is_flag=True,
            help="With each row the claims it rests on: quote, speaker, modality, document, date.",
        ),
    ):
        with_asked = option(with_asked)
    return with_asked


def print_answer(rows: Rows, source: nx.MultiDiGraph | Store, asked: Asked, output: Output, *, nothing: str) -> None:
    """Print the rows.

    A table leaves out ids, which JSON and CSV have. Evidence stands inside each row in JSON, and on a line for each
    claim elsewhere.
    """
    columns: tuple[str, ...] = rows.columns
    records: Iterator[Mapping[str, Any]] = iter(rows)
    if output.format == "table":
        columns = tuple(column for column in columns if column != _CLAIMS and not column.endswith("_id"))
    if asked.evidence:
        if _CLAIMS not in rows.columns:
            output.note("these rows count and do not rest on single claims, so there is no evidence to print")
        else:
            proof = evidence(store_of(source), (claim for row in rows for claim in _claims(row)))
            if output.format in ("json", "jsonl"):
                records = ({**row, "evidence": _proof(row, proof)} for row in rows)
            else:
                records = _claim_by_claim(rows, proof)
                columns = (*(column for column in columns if column not in COLUMNS and column != _CLAIMS), *COLUMNS)
    if rows.truncated:
        output.note(f"only the first {len(rows)} rows: there are more, see --limit")
    output.rows(records, columns, nothing=nothing)


def _claim_by_claim(rows: Rows, proof: Mapping[str, Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for row in rows:
        for claim in _proof(row, proof):
            yield {**row, **claim}


def _proof(row: Mapping[str, Any], proof: Mapping[str, Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [proof[claim] for claim in _claims(row) if claim in proof]


def _claims(row: Mapping[str, Any]) -> list[str]:
    # a query of one's own may call anything `claims`
    claims = row[_CLAIMS]
    return [claim for claim in claims if isinstance(claim, str)] if isinstance(claims, list) else []
