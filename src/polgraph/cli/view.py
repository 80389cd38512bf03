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

_FORMATS = ("html", "svg", "png")
_TITLES = {"network": "Who stands how to whom", "timeline": "Claims over time", "matrix": "Who against whom", "ego": ""}


@click.command()
@case_option
@click.option(
    "--what", type=click.Choice(list(_TITLES)), default="network", show_default=True, help="What kind of picture."
)
@click.option("--format", "-f", "file_format", type=click.Choice(_FORMATS), help="[default: by FILE, else html]")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Where to write it, - for stdout.  [default: polgraph.html, .svg or .png]",
)
@selection_options
@click.option("--all", "everything", is_flag=True, help="Show everything, even where nobody can read it.")
@click.option("--title", metavar="TEXT", help="Heading of the picture.")
def view(  # noqa: PLR0913, PLR0917  the options above
    case: Case,
    what: str,
    file_format: str | None,
    output: Path | None,
    select: Select,
    title: str | None,
    *,
    everything: bool,
) -> None:
    """Draw the graph as one HTML page that carries every sentence and loads nothing, or as SVG or PNG for print.

    A network shows who stands how to whom, a timeline the claims over time by relation, a matrix the sum of friendly
    and hostile reports of each towards each, ego the rings around the entity of --around. Of more than 200 entities a
    network keeps those with the most and best attested claims and says so; --all overrides.
    """
    from polgraph.views.draw import draw  # noqa: PLC0415  numpy and pyvis are not for `polgraph --help`
    from polgraph.views.trim import READABLE  # noqa: PLC0415  see above

    if what == "ego" and not select.around:
        raise click.UsageError("--what ego needs --around ENTITY, the one in the middle")
    wanted = file_format or (output.suffix[1:].lower() if output else "") or "html"
    if wanted not in _FORMATS:
        raise click.UsageError(f"{output}: no picture is written as .{wanted}: choose html, svg or png with --format")
    path = output or Path(f"polgraph.{wanted}")
    chosen = select(case, limit=None if everything or what in ("timeline", "matrix") else READABLE)
    content = draw(
        chosen,
        what=what,
        file_format=wanted,
        title=title or _title(case, what, select),
        centre=case.resolve(select.around) if select.around else None,
        texts=_texts(case, chosen.graph),
        everything=everything,
    )
    with click.open_file(str(path), "wb") as file:
        file.write(content)
    click.echo(f"{path}: {len(chosen.graph):,} entities, {chosen.graph.number_of_edges():,} claims", err=True)


def _title(case: Case, what: str, select: Select) -> str:
    """Say what the picture shows: of whom, where it is of somebody."""
    names = [case.graph.nodes[case.resolve(name)]["name"] for name in (select.around, *(select.ends or ())) if name]
    whom = f"from {' to '.join(names)}" if select.ends else f"around {names[0]}" if names else ""
    title = f"{_TITLES[what]}, {whom}" if whom and what in ("timeline", "matrix") else whom or _TITLES[what]
    return title[0].upper() + title[1:]


def _texts(case: Case, graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return the texts of the documents drawn, for the paragraphs around the quotes."""
    drawn = {document for _, _, document in graph.edges(data="document")}
    return {document.id: document.text for document in case.documents() if document.id in drawn}
