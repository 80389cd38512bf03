"""`polgraph export`: the graph for other programs."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polgraph.cli.options import case_option
from polgraph.cli.output import Output
from polgraph.cli.selection import selection_options

if TYPE_CHECKING:
    import networkx as nx

    from polgraph.case import Case
    from polgraph.cli.selection import Select

__all__ = ["export"]

_TABLES = ("jsonl", "csv", "json")
_GRAPHS = ("graphml", "gexf", "cytoscape")
_NEO4J = ("neo4j-admin", "favorites", "grass")


@click.command()
@click.argument("file_format", metavar="FORMAT", type=click.Choice([*_TABLES, *_GRAPHS, *_NEO4J]))
@case_option
@click.option(
    "--what",
    type=click.Choice(["claims", "entities", "documents"]),
    help="Which rows, with jsonl, json and csv.  [default: claims]",
)
@selection_options
@click.option("--output", "-o", "output_file", default="-", metavar="FILE", help="Write to FILE instead of stdout.")
@click.option("--raw", is_flag=True, help="Leave CSV cells as they are, even what a spreadsheet would execute.")
def export(  # noqa: PLR0913  the options above
    case: Case, file_format: str, what: str | None, select: Select, output_file: str, *, raw: bool
) -> None:
    """Write the graph, or a part of it, for other programs.

    FORMAT is jsonl, json or csv (rows of claims, entities or documents), graphml, gexf (graph tools such as Gephi and
    yEd) or cytoscape (JSON for Cytoscape). For Neo4j: neo4j-admin (a folder of files for its fast import, always all
    of the case), favorites (the questions for the Browser's list, a zip) or grass (the Browser's colours).
    """
    if file_format in _NEO4J:
        if what is not None:
            raise click.UsageError(f"--what goes with jsonl, json and csv: {file_format} has no rows to choose")
        _export_for_neo4j(case.graph, file_format, output_file)
        return
    graph = select(case).graph
    if file_format in _GRAPHS:
        if what is not None:
            raise click.UsageError(f"--what goes with jsonl, json and csv: {file_format} holds the whole graph")
        _write(output_file, import_module(f"polgraph.exports.{file_format}").render(graph))
        return
    from polgraph.exports.tables import COLUMNS, ROWS  # noqa: PLC0415  `--help` needs no vocabulary

    rows = what or "claims"
    with Output(file_format, output_file, raw=raw) as output:
        output.rows(ROWS[rows](graph), COLUMNS[rows])


def _export_for_neo4j(graph: nx.MultiDiGraph, file_format: str, output_file: str) -> None:
    from polgraph.exports import browser, neo4j_admin  # noqa: PLC0415  `--help` needs no vocabulary

    if file_format == "grass":
        _write(output_file, browser.style().encode())
    elif file_format == "favorites":
        if output_file == "-" and sys.stdout.isatty():
            raise click.UsageError("favorites are a zip: name a file with --output FILE")
        _write(output_file, browser.render(graph))
    elif output_file == "-":
        raise click.UsageError("neo4j-admin takes several files: name a new folder with --output FOLDER")
    else:
        neo4j_admin.write(graph, Path(output_file))


def _write(file: str, content: bytes) -> None:
    with click.open_file(file, "wb") as stream:
        stream.write(content)
