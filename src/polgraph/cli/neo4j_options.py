"""How a command says which Neo4j database it means: `neo4j_options` passes `database: Database`."""

from __future__ import annotations

import functools
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.stores.connection import Connection
    from polgraph.stores.credentials import Credentials
    from polgraph.stores.neo4j import Neo4jStore

__all__ = ["Database", "neo4j_options", "open_database", "open_store"]


@dataclass(frozen=True, slots=True)
class Database:
    """What the options said; the environment fills in the rest when the database is opened."""

    uri: str | None
    user: str | None
    name: str | None
    env_file: Path | None

    def credentials(self) -> Credentials:
        """Put the credentials together; on a terminal, ask for a password that is nowhere else."""
        from polgraph.stores.credentials import find_credentials  # noqa: PLC0415  only for those who ask Neo4j

        def ask(question: str) -> str:
            return str(click.prompt(question, hide_input=True, err=True))

        return find_credentials(
            uri=self.uri,
            user=self.user,
            database=self.name,
            env_file=self.env_file,
            ask=ask if sys.stdin.isatty() else None,
        )


def neo4j_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Pass `database: Database`, made from --uri, --user, --database and --env-file."""

    @functools.wraps(function)
    def with_database(
        *args: Any,  # noqa: ANN401  any command's
        uri: str | None,
        user: str | None,
        database_name: str | None,
        env_file: Path | None,
        **options: Any,  # noqa: ANN401  any command's
    ) -> Any:  # noqa: ANN401  any command's
        return function(*args, database=Database(uri, user, database_name, env_file), **options)

    # no envvar= here: click would show the values in errors, and the file goes before the environment
    for option in (
        click.option(
            "--env-file",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="File with NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, such as Aura hands out.",
        ),
        click.option("--database", "database_name", metavar="NAME", help="Database.  [NEO4J_DATABASE, or neo4j]"),
        click.option("--user", metavar="NAME", help="User.  [NEO4J_USERNAME, or neo4j]"),
        click.option(
            "--uri",
            metavar="ADDRESS",
            help="Neo4j's address; the password comes from NEO4J_PASSWORD, the file or a prompt.  "
            "[NEO4J_URI, or neo4j://localhost:7687]",
        ),
    ):
        with_database = option(with_database)
    return with_database


def open_database(database: Database) -> Connection:
    """Connect for the time of the command."""
    from polgraph.stores.connection import open_connection  # noqa: PLC0415  the driver is slow to import

    return click.get_current_context().with_resource(open_connection(database.credentials()))


def open_store(database: Database) -> Neo4jStore:
    """Connect for the time of the command, to ask; say on stderr what a reader of the answers must know."""
    from polgraph.stores.neo4j import connect  # noqa: PLC0415  see above

    store = click.get_current_context().with_resource(connect(database.credentials()))
    warning = store.warning()
    if warning:
        click.echo(f"polgraph: {warning}", err=True)
    return store
