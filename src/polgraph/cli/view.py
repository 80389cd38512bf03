"""`polgraph view`: the graph, or a part of it, as a picture in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.options import case_option

if TYPE_CHECKING:
    from datetime import datetime

    import networkx as nx

    from polgraph.case import Case
    from polgraph.views.select import Wanted

__all__ = ["view"]

_DAY = click.DateTime(["%Y-%m-%d"])
_SIGNS = {"hostile": -1, "neutral": 0, "friendly": 1}


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
@click.option("--around", metavar="ENTITY", help="Only what stands near ENTITY.")
@click.option("--path", "ends", nargs=2, metavar="A B", help="Only the ways from A to B.")
@click.option("--hops", type=click.IntRange(1, 6), help="How far.  [default: 1 around an entity, 4 on a path]")
@click.option("--since", type=_DAY, metavar="DAY", help="Only claims about this day (YYYY-MM-DD) or a later one.")
@click.option("--until", type=_DAY, metavar="DAY", help="Only claims about this day or an earlier one.")
@click.option("--relation", "relations", multiple=True, metavar="NAME", help="Only this relation; may be repeated.")
@click.option("--sign", type=click.Choice(list(_SIGNS)), help="Only claims of this sign.")
@click.option("--min-reports", type=click.IntRange(1), default=1, help="Only what at least so many articles say.")
@click.option("--all", "everything", is_flag=True, help="Show everything, even where nobody can read it.")
@click.option("--title", default="Who stands how to whom", metavar="TEXT", help="Heading of the page.")
def view(case: Case, output: Path, title: str, **options: Any) -> None:  # noqa: ANN401  the options above
    """Draw the graph as one HTML page that carries every sentence and loads nothing."""
    from polgraph.views import html  # noqa: PLC0415  numpy and pyvis are not for `polgraph --help`
    from polgraph.views.select import choose  # noqa: PLC0415  networkx

    chosen = choose(case.graph, _wanted(case, **options))
    html.write(
        chosen.graph,
        output,
        title=title,
        left_out=chosen.left_out,
        begin=chosen.begin,
        texts=_texts(case, chosen.graph),
    )
    click.echo(f"{output}: {len(chosen.graph):,} entities, {chosen.graph.number_of_edges():,} claims", err=True)


def _wanted(  # noqa: PLR0913  the command's options
    case: Case,
    *,
    around: str | None,
    ends: tuple[str, str] | None,
    hops: int | None,
    since: datetime | None,
    until: datetime | None,
    relations: tuple[str, ...],
    sign: str | None,
    min_reports: int,
    everything: bool,
) -> Wanted:
    from polgraph.views.select import Wanted  # noqa: PLC0415  networkx
    from polgraph.views.trim import READABLE  # noqa: PLC0415  networkx

    if around and ends:
        raise click.UsageError("--around and --path exclude each other: draw one picture for each")
    return Wanted(
        around=case.resolve(around) if around else None,
        ends=(case.resolve(ends[0]), case.resolve(ends[1])) if ends else None,
        hops=hops or (4 if ends else 1),
        relations=frozenset(name.upper() for name in relations) or None,
        sign=_SIGNS[sign] if sign else None,
        since=since.date().isoformat() if since else None,
        until=until.date().isoformat() if until else None,
        min_reports=min_reports,
        limit=None if everything else READABLE,
    )


def _texts(case: Case, graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return the texts of the documents drawn, for the paragraphs around the quotes."""
    drawn = {document for _, _, document in graph.edges(data="document")}
    return {document.id: document.text for document in case.documents() if document.id in drawn}
