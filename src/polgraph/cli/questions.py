"""The questions asked every day: `path`, `around`, `show` and `why`. They answer with sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.completion import complete_entity
from polgraph.cli.options import output_options
from polgraph.cli.printable import printable
from polgraph.cli.scope import scope_options
from polgraph.cli.sentences import COLUMNS, claim_rows, hop_lines, wrapped
from polgraph.graph.filters import Filter
from polgraph.graph.neighbours import hops_between, neighbourhood
from polgraph.graph.paths import paths
from polgraph.queries.parameters import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import networkx as nx

    from polgraph.cli.output import Output
    from polgraph.cli.scope import Scope
    from polgraph.graph import Hop, Path

__all__ = ["around", "path", "show", "why"]


class _Typed(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic in newer click only
    """A value of one of the types that canned queries know."""

    def __init__(self, name: str) -> None:
        self.name = name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  click's own
        try:
            return TYPES[self.name](value, str)
        except (TypeError, ValueError) as error:
            self.fail(str(error), param, ctx)


def _narrowing(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--until", type=_Typed("until"), metavar="DATE", help="Only claims about or before this day."),
        click.option("--since", type=_Typed("since"), metavar="DATE", help="Only claims about or after this day."),
        click.option("--sign", type=_Typed("sign"), metavar="SIGN", help="Only hostile, neutral or friendly claims."),
        click.option(
            "--relation",
            "relations",
            type=_Typed("relation"),
            multiple=True,
            metavar="RELATION",
            help="Only claims of this relation; may be given again.",
        ),
    ):
        function = option(function)
    return function


_most = click.option(
    "--claims", "most", type=click.IntRange(1), default=3, show_default=True, help="Sentences for each relation."
)


@click.command()
@click.argument("a", shell_complete=complete_entity)
@click.argument("b", shell_complete=complete_entity)
@click.option("--max-hops", type=click.IntRange(1, 8), default=4, show_default=True, help="The most steps.")
@click.option("-k", "k", type=click.IntRange(1, 100), default=1, show_default=True, help="How many ways.")
@click.option("--through", metavar="ENTITY", help="Who must be on the way.", shell_complete=complete_entity)
@click.option("--avoid", multiple=True, metavar="ENTITY", help="Who must not be.", shell_complete=complete_entity)
@_narrowing
@_most
@scope_options
@output_options
def path(  # noqa: PLR0913  one for each option
    *,
    scope: Scope,
    output: Output,
    a: str,
    b: str,
    max_hops: int,
    k: int,
    through: str | None,
    avoid: tuple[str, ...],
    relations: tuple[str, ...],
    sign: int | None,
    since: str | None,
    until: str | None,
    most: int,
) -> None:
    """Show what leads from A to B, with the sentence behind each step.

    Shorter ways come first; among ways of one length the one that rests on most claims. Steps go with or against a
    claim.
    """
    start, end = scope.resolve(a), scope.resolve(b)
    # a way of so many steps lies within half of them from either end
    between = () if through is None else (scope.resolve(through),)
    graph = scope.graph(start, end, *between, steps=(max_hops + 1) // 2)
    found = paths(
        graph,
        start,
        end,
        max_hops=max_hops,
        k=k,
        through=between[0] if between else None,
        avoid=[scope.resolve(name) for name in avoid],
        relations=relations or None,
        sign=sign,
        since=since,
        until=until,
    )
    if not found:
        output.nothing(f"no way of at most {max_hops} steps leads from {a} to {b}")
    if output.format == "table":
        output.text("\n\n".join("\n".join(_path_lines(graph, way, most)) for way in found))
        return
    output.rows(
        (
            {"path": number, **row}
            for number, way in enumerate(found, start=1)
            for at, step in enumerate(way.steps, start=1)
            for hop in step
            for row in claim_rows(graph, hop, at)
        ),
        ("path", *COLUMNS),
    )


@click.command()
@click.argument("entity", shell_complete=complete_entity)
@click.option("--hops", type=click.IntRange(1, 4), default=1, show_default=True, help="How far to go.")
@_narrowing
@_most
@scope_options
@output_options
def around(  # noqa: PLR0913  one for each option
    *,
    scope: Scope,
    output: Output,
    entity: str,
    hops: int,
    relations: tuple[str, ...],
    sign: int | None,
    since: str | None,
    until: str | None,
    most: int,
) -> None:
    """Show who stands near ENTITY, and on what evidence."""
    centre = scope.resolve(entity)
    graph = scope.graph(centre, steps=hops)
    found = neighbourhood(graph, centre, hops=hops, relations=relations or None, sign=sign, since=since, until=until)
    _print_hops(graph, found, output, most, nothing=f"no such claim joins {entity} to anybody")


@click.command()
@click.argument("a", shell_complete=complete_entity)
@click.argument("b", shell_complete=complete_entity)
@scope_options
@output_options
def why(*, scope: Scope, output: Output, a: str, b: str) -> None:
    """Show all the sentences about A and B together."""
    ends = scope.resolve(a), scope.resolve(b)
    graph = scope.graph(*ends)
    found = hops_between(graph, *ends, Filter())
    _print_hops(graph, found, output, None, nothing=f"no claim joins {a} and {b}; try `polgraph path`")


@click.command()
@click.argument("entity", shell_complete=complete_entity)
@scope_options
@output_options
def show(*, scope: Scope, output: Output, entity: str) -> None:
    """Show what the case knows about ENTITY: names, offices, counts, articles."""
    centre = scope.resolve(entity)
    card = _card(scope.graph(centre), centre)
    if output.format == "table":
        output.text("\n".join(_card_lines(card)))
    else:
        output.rows([card], tuple(card))


def _print_hops(graph: nx.MultiDiGraph, found: list[Hop], output: Output, most: int | None, *, nothing: str) -> None:
    if not found:
        output.nothing(nothing)
    if output.format == "table":
        lines = []
        for hop in found:
            lines += [*hop_lines(graph, [hop], f"{hop.depth}.", most=most), ""]
        output.text("\n".join(lines[:-1]))
        return
    output.rows((row for hop in found for row in claim_rows(graph, hop, hop.depth)), COLUMNS)


def _path_lines(graph: nx.MultiDiGraph, way: Path, most: int) -> Iterator[str]:
    names = " – ".join(printable(graph.nodes[node]["name"]) for node in way.nodes)
    yield from wrapped(f"{names} ({_count(len(way.steps), 'step')}, {_count(way.evidence, 'claim')})", "")
    for at, step in enumerate(way.steps, start=1):
        yield from hop_lines(graph, step, f"{at}.", most=most)


def _card(graph: nx.MultiDiGraph, entity: str) -> dict[str, Any]:
    data = graph.nodes[entity]
    offices = sorted(
        {
            (claim.get("title"), graph.nodes[place]["name"], bool(claim.get("former")))
            for _, place, claim in graph.out_edges(entity, data=True)
            if claim["relation"] == "HOLDS_OFFICE" and claim["modality"] != "negated"
        },
        key=lambda office: (office[2], office[1], office[0] or ""),
    )
    mentions = {
        document: count for (named, document), count in graph.graph.get("mentions", {}).items() if named == entity
    }
    documents = graph.graph["documents"]
    return {
        "id": entity,
        "name": data["name"],
        "type": data["type"],
        "aliases": data["aliases"],
        "country": data.get("country"),
        "description": data.get("description"),
        "wikidata_id": data.get("wikidata_id"),
        "offices": [
            {"title": title, "institution": institution, "former": former} for title, institution, former in offices
        ],
        "neighbours": len({*graph.succ[entity], *graph.pred[entity]} - {entity}),
        "claims_as_subject": graph.out_degree(entity),
        "claims_as_object": graph.in_degree(entity),
        "documents": [
            {**documents.get(document, {"id": document}), "mentions": count}
            for document, count in sorted(mentions.items(), key=lambda item: (-item[1], item[0]))
        ],
    }


def _card_lines(card: dict[str, Any]) -> Iterator[str]:
    yield f"{printable(card['name'])} ({card['type']}, {printable(card['id'])})"
    if card["aliases"]:
        yield from wrapped(f"also: {'; '.join(map(printable, card['aliases']))}", "  ")
    for field in ("description", "country", "wikidata_id"):
        if card[field]:
            yield from wrapped(f"{field.removesuffix('_id')}: {printable(card[field])}", "  ")
    for office in card["offices"]:
        title = printable(office["title"] or "an office")
        yield f"  {'former ' if office['former'] else ''}{title}, {printable(office['institution'])}"
    yield (
        f"  {_count(card['claims_as_subject'], 'claim')} as subject, {card['claims_as_object']} as object, "
        f"{_count(card['neighbours'], 'neighbour')}"
    )
    for document in card["documents"]:
        about = [document.get(field) for field in ("title", "publisher", "published")]
        said = "; ".join(printable(part) for part in about if part)
        yield from wrapped(f"{document['mentions']}× {printable(document['id'])}{': ' + said if said else ''}", "  ")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
