"""Where the Neo4j database is and how to get in: options, a credentials file and the environment in; `Credentials` out.

An option goes before the file, the file before the environment (NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD,
NEO4J_DATABASE). The password comes from the file, the environment or a prompt, never from an argument, which every
user of the machine can read; it is in no message and in no representation.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from polgraph.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["Credentials", "find_credentials", "read_env_file"]

_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """A database and a way in. An empty user means that the server asks for no password."""

    uri: str = "neo4j://localhost:7687"
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"

    def __post_init__(self) -> None:
        parts = urlsplit(self.uri)
        if parts.username or parts.password:
            raise StoreError(
                "the Neo4j address holds a user or a password: leave them out of it; give the user with --user and "
                "the password in NEO4J_PASSWORD or a file (--env-file)"
            )
        try:
            port_is_one = parts.port is None or parts.port > 0
        except ValueError:
            port_is_one = False
        if parts.scheme not in _SCHEMES or not parts.hostname or not port_is_one:
            raise StoreError(
                f"{self.uri!r} is no Neo4j address: it looks like neo4j://localhost:7687, "
                "or neo4j+s://xxxxxxxx.databases.neo4j.io for Aura"
            )


def find_credentials(  # noqa: PLR0913  one for each option of the command line
    *,
    uri: str | None = None,
    user: str | None = None,
    database: str | None = None,
    env_file: Path | None = None,
    environment: Mapping[str, str] = os.environ,
    ask: Callable[[str], str] | None = None,
) -> Credentials:
    """Put the credentials together. ask: called with a question when no password was found; None where nobody is there.

    Raises StoreError where the file cannot be read, the address is none, or there is no password.
    """
    file = read_env_file(env_file) if env_file else {}

    def first(option: str | None, name: str) -> str | None:
        return option if option is not None else file.get(name, environment.get(name) or None)

    given = {
        "uri": first(uri, "NEO4J_URI"),
        "user": first(user, "NEO4J_USERNAME"),
        "database": first(database, "NEO4J_DATABASE"),
    }
    # built once without the password, so that a bad address is told before anybody is asked for one
    known = Credentials(**{name: value for name, value in given.items() if value is not None})
    password = first(None, "NEO4J_PASSWORD")
    if password is None and known.user:
        if ask is None:
            raise StoreError(
                f"no password for {known.user} at {known.uri}: set NEO4J_PASSWORD, or name a file that holds it "
                "with --env-file"
            )
        password = ask(f"Password of {known.user} at {known.uri}")
    return Credentials(uri=known.uri, user=known.user, database=known.database, password=password or "")


def read_env_file(path: Path) -> dict[str, str]:
    """Read NAME=VALUE lines, as in the file that Aura hands out; `export`, quotes and # lines are allowed."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise StoreError(f"{path}: cannot be read ({reason}): name the credentials file with --env-file") from error
    values: dict[str, str] = {}
    for line in text.splitlines():
        name, equals, value = line.strip().removeprefix("export ").partition("=")
        if equals and not name.startswith("#"):
            values[name.strip()] = _unquote(value.strip())
    if not any(name.startswith("NEO4J_") for name in values):
        raise StoreError(f"{path}: holds none of NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE")
    return values


def _unquote(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
