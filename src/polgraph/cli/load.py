"""`polgraph load`: the case into Neo4j."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from polgraph.cli.neo4j_options import neo4j_options, open_database
from polgraph.cli.options import case_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from polgraph.case import Case
    from polgraph.cli.neo4j_options import Database
    from polgraph.stores.connection import Connection
    from polgraph.stores.plan import Plan

__all__ = ["load", "load_case"]


@click.command()
@case_option
@neo4j_options
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--wipe", is_flag=True, help="First remove what polgraph loaded before, whatever case it was; asks.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def load(case: Case, database: Database, *, dry_run: bool, wipe: bool, yes: bool) -> None:
    """Bring the case into a Neo4j database.

    Only what differs is written, so a second run writes nothing, and merged, split, renamed and removed entities are
    followed. Other data in the database is left alone. An interrupted load is completed by the next one.
    """
    connection = open_database(database)
    where = f"{connection.credentials.uri} (database {connection.credentials.database})"
    if dry_run:
        _dry_run(connection, case, wipe=wipe)
        return
    if wipe:
        from polgraph.stores.load import wipe as wipe_all  # noqa: PLC0415  the driver is slow to import

        if not yes:
            click.confirm(f"Remove all that polgraph loaded into {where}?", abort=True, err=True)
        wipe_all(connection, case.path)
    load_case(connection, case)


def load_case(connection: Connection, case: Case) -> None:
    """Load the case, with a progress bar on a terminal, and say on stderr what was written."""
    from polgraph.stores.load import load as load_graph  # noqa: PLC0415  the driver is slow to import

    with ExitStack() as stack:

        def started(plan: Plan) -> Callable[[int], None]:
            if not len(plan) or not sys.stderr.isatty():
                return lambda _: None
            rows: Iterable[int] = range(len(plan))
            return stack.enter_context(click.progressbar(rows, label="loading", file=sys.stderr)).update

        plan = load_graph(connection, case.graph, case.path, started=started)
    where = f"{connection.credentials.uri} (database {connection.credentials.database})"
    click.echo(f"{where}: {_told(plan)}", err=True)


def _dry_run(connection: Connection, case: Case, *, wipe: bool) -> None:
    import networkx as nx  # noqa: PLC0415  half a second that `polgraph --help` must not pay

    from polgraph.stores import schema  # noqa: PLC0415  the driver is slow to import
    from polgraph.stores.load import plan_load  # noqa: PLC0415  see above
    from polgraph.stores.plan import make_plan  # noqa: PLC0415  see above

    for migration in schema.pending(connection, schema.migrations()):
        count = len(migration.statements)
        click.echo(f"schema: {migration.file} ({count} {'statement' if count == 1 else 'statements'})")
    if wipe:
        click.echo(f"wipe: {_told(make_plan(connection, nx.MultiDiGraph()))}")
        click.echo("then the whole case is written")
        return
    click.echo(f"load: {_told(plan_load(connection, case.graph, case.path))}")


def _told(plan: Plan) -> str:
    parts = [
        f"{count:,} {kind} {what}" for kind, counts in plan.counts().items() for what, count in counts.items() if count
    ]
    return ", ".join(parts) or "nothing to write, it is up to date"
