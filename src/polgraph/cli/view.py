"""`polgraph view`: the graph, or a part of it, as a picture in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from polgraph.cli.options import case_option
from polgraph.cli.selection import selection_options

if TYPE_CHECKING:
    import networkx as nx

    from polgraph.case import Case
    from polgraph.cli.selection import Select

__all__ = ["view"]


@click.command()
@case_option
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    default="polgraph.html",
    show_default=True,
    metavar="FILE",
    help="Where to write it.",
)
@selection_options
@click.option("--all", "everything", is_flag=True, help="Show everything, even where nobody can read it.")
@click.option("--title", default="Who stands how to whom", metavar="TEXT", help="Heading of the page.")
def view(case: Case, output: Path, select: Select, title: str, *, everything: bool) -> None:
    """Draw the graph as one HTML page that carries every sentence and loads nothing."""
    from polgraph.views import html  # noqa: PLC0415  numpy and pyvis are not for `polgraph --help`
    from polgraph.views.trim import READABLE  # noqa: PLC0415  see above

    chosen = select(case, limit=None if everything else READABLE)
    html.write(
        chosen.graph,
        output,
        title=title,
        left_out=chosen.left_out,
        begin=chosen.begin,
        texts=_texts(case, chosen.graph),
    )
    click.echo(f"{output}: {len(chosen.graph):,} entities, {chosen.graph.number_of_edges():,} claims", err=True)


def _texts(case: Case, graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return the texts of the documents drawn, for the paragraphs around the quotes."""
    drawn = {document for _, _, document in graph.edges(data="document")}
    return {document.id: document.text for document in case.documents() if document.id in drawn}
