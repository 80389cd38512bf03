"""Where a query runs: on the case in memory, or on Neo4j."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.neo4j_options import Database, neo4j_options, open_store
from polgraph.cli.options import case_path_option

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import networkx as nx

    from polgraph.stores.base import Store

__all__ = ["Source", "source_options"]


@dataclass(frozen=True, slots=True)
class Source:
    """What the options said; nothing is opened before `open`."""

    on: str
    case_path: Path
    database: Database

    def open(self) -> nx.MultiDiGraph | Store:
        """Open the graph in memory, or the database, for the time of the command."""
        if self.on == "neo4j":
            return open_store(self.database)
        from polgraph.case import Case  # noqa: PLC0415  `--help` needs no SQLite

        return click.get_current_context().with_resource(Case(self.case_path)).graph


def source_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Pass `source: Source`, made from --on, --case and the options of Neo4j."""

    @functools.wraps(function)
    def with_source(*args: Any, on: str, case_path: Path, database: Database, **options: Any) -> Any:  # noqa: ANN401  any command's
        return function(*args, source=Source(on, case_path, database), **options)

    where = click.option(
        "--on", type=click.Choice(["memory", "neo4j"]), default="memory", show_default=True, help="Where it runs."
    )
    return case_path_option(where(neo4j_options(with_source)))
