"""`polgraph cypher`: a question in the user's own Cypher, read only."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.answers import answer_options, print_answer
from polgraph.cli.options import output_options
from polgraph.cli.source import source_options
from polgraph.errors import BadParameter
from polgraph.queries.rows import Rows
from polgraph.queries.running import store_of

if TYPE_CHECKING:
    from polgraph.cli.answers import Asked
    from polgraph.cli.output import Output
    from polgraph.cli.source import Source

__all__ = ["cypher"]

_ROWS = 10_000


@click.command()
@click.argument("text", metavar="QUERY", default="-")
@click.option(
    "--param",
    "-p",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter; a number, true, false, null or JSON counts as such, anything else as text.",
)
@source_options
@answer_options
@output_options
def cypher(*, text: str, parameters: tuple[str, ...], source: Source, asked: Asked, output: Output) -> None:
    """Ask in Cypher, read only; QUERY is the text, or - for standard input.

    What would write, call a procedure, read a file or mean something else on another store is refused, with its place
    and another way. A row limit of 10000 holds unless --limit gives another.
    """
    if text == "-":
        text = sys.stdin.read()
    store = store_of(source.open())
    result = store.run(text, _parameters(parameters), timeout=asked.timeout, limit=asked.limit or _ROWS)
    rows = Rows(result.columns, result.rows, result.truncated)
    print_answer(rows, store, asked, output, nothing="nothing found")


def _parameters(given: tuple[str, ...]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not name.isidentifier():
            raise BadParameter(f"--param {pair!r}: write NAME=VALUE")
        values[name] = _value(value)
    return values


def _value(text: str) -> Any:  # noqa: ANN401  any JSON
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
