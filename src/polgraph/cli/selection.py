"""Options that choose a part of the graph, shared by `view` and `export`."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.completion import complete_entity

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from polgraph.case import Case
    from polgraph.views.select import Chosen, Wanted

__all__ = ["Select", "selection_options"]

_DAY = click.DateTime(["%Y-%m-%d"])
_SIGNS = {"hostile": -1, "neutral": 0, "friendly": 1}
_OPTIONS = (
    click.option("--around", metavar="ENTITY", shell_complete=complete_entity, help="Only what stands near ENTITY."),
    click.option("--path", "ends", nargs=2, metavar="A B", help="Only the best ways from A to B."),
    click.option("--hops", type=click.IntRange(1, 6), help="How far.  [default: 1 around an entity, 4 on a path]"),
    click.option("--query", "query", metavar="NAME", help="Only the claims in the answer of a canned query."),
    click.option(
        "--with",
        "parameters",
        multiple=True,
        metavar="NAME=VALUE",
        help="A parameter of that query; may be repeated.",
    ),
    click.option("--since", type=_DAY, metavar="DAY", help="Only claims about this day (YYYY-MM-DD) or a later one."),
    click.option("--until", type=_DAY, metavar="DAY", help="Only claims about this day or an earlier one."),
    click.option("--relation", "relations", multiple=True, metavar="NAME", help="Only this relation; may be repeated."),
    click.option("--sign", type=click.Choice(list(_SIGNS)), help="Only claims of this sign."),
    click.option("--min-reports", type=click.IntRange(1), default=1, help="Only what so many articles say, or more."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """What the options ask for; call it with the case to get that part of its graph."""

    around: str | None
    ends: tuple[str, str] | None
    hops: int | None
    query: str | None
    parameters: tuple[str, ...]
    since: datetime | None
    until: datetime | None
    relations: tuple[str, ...]
    sign: str | None
    min_reports: int

    def __call__(self, case: Case, *, limit: int | None = None) -> Chosen:
        """Choose that part; limit: at how many entities to stop."""
        from polgraph.views.select import choose  # noqa: PLC0415  networkx

        return choose(case.graph, replace(self._wanted(case), limit=limit))

    def _wanted(self, case: Case) -> Wanted:
        from polgraph.views.select import Wanted  # noqa: PLC0415  networkx

        return Wanted(
            around=case.resolve(self.around) if self.around else None,
            ends=(case.resolve(self.ends[0]), case.resolve(self.ends[1])) if self.ends else None,
            hops=self.hops or (4 if self.ends else 1),
            claims=self._claims(case),
            relations=frozenset(name.upper() for name in self.relations) or None,
            sign=_SIGNS[self.sign] if self.sign else None,
            since=self.since.date().isoformat() if self.since else None,
            until=self.until.date().isoformat() if self.until else None,
            min_reports=self.min_reports,
        )

    def _claims(self, case: Case) -> frozenset[str] | None:
        """Return the ids of the claims that the query's answer names, wherever in it they stand."""
        if self.query is None:
            return None
        rows = case.query(self.query, **dict(_parameter(text) for text in self.parameters))
        known = {key for _, _, key in case.graph.edges(keys=True)}
        return frozenset(value for row in rows.tuples for value in _values(row) if value in known)


def selection_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Pass `select: Select`, made from --around, --path, --query and the options that narrow."""

    @functools.wraps(function)
    def with_selection(*args: Any, **options: Any) -> Any:  # noqa: ANN401  any command's
        own = {name: options.pop(name) for name in Select.__slots__}
        if sum(own[way] is not None for way in ("around", "ends", "query")) > 1:
            raise click.UsageError("--around, --path and --query exclude each other: choose one")
        return function(*args, select=Select(**own), **options)

    for option in reversed(_OPTIONS):
        with_selection = option(with_selection)
    return with_selection


def _parameter(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise click.UsageError(f"--with {text}: write NAME=VALUE")
    return name.replace("-", "_"), value


def _values(cell: Any) -> list[str]:  # noqa: ANN401  what a query returns
    if isinstance(cell, str):
        return [cell]
    if isinstance(cell, dict):
        return [value for part in cell.values() for value in _values(part)]
    if isinstance(cell, (list, tuple)):
        return [value for part in cell for value in _values(part)]
    return []
