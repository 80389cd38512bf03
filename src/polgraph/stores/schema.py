"""The database's schema: constraints and indexes from cypher/schema, applied once, recorded and checksummed.

In: `V0001__ids.cypher` and so on, in the order of their numbers, each applied once and never edited afterwards; and
`R0001__claims.cypher`, repeated for each relation of the vocabulary wherever it says RELATION, and applied again when
the file or the vocabulary changes. Out: a `(:PolgraphSchema {file, checksum, applied})` for each in the database.
Statements end in `;` and say IF NOT EXISTS, so that an interrupted run is completed by the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from polgraph.errors import StoreError
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from neo4j import ManagedTransaction

    from polgraph.stores.connection import Connection

__all__ = ["Migration", "apply", "migrations", "pending"]

_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_NAME = re.compile(r"(?P<kind>[VR])\d{4}__\w+")


@dataclass(frozen=True, slots=True)
class Migration:
    """A file of cypher/schema. repeatable: it is applied again when its checksum changes."""

    file: str
    statements: tuple[str, ...]
    checksum: str
    repeatable: bool


def migrations(folder: Path | None = None, relations: Sequence[str] = tuple(RELATIONS)) -> list[Migration]:
    """Read the migrations, the numbered ones first."""
    if folder is None:
        from polgraph.queries import shelf  # noqa: PLC0415  it reads the canned queries, which a load does not need

        folder = shelf("cypher") / "schema"
    found = [_read(path, relations) for path in sorted(folder.glob("*.cypher"))]
    return sorted(found, key=lambda migration: (migration.repeatable, migration.file))


def pending(connection: Connection, wanted: Iterable[Migration]) -> list[Migration]:
    """Return those that the database lacks. Raises StoreError where one was edited, or a newer polgraph left others."""
    recorded = dict(
        connection.read("MATCH (s:PolgraphSchema) RETURN s.file, s.checksum ORDER BY s.file").rows,
    )
    wanted = list(wanted)
    where = f"{connection.credentials.uri} (database {connection.credentials.database})"
    unknown = sorted(set(recorded) - {migration.file for migration in wanted})
    if unknown:
        raise StoreError(
            f"{where} has the schema of a newer polgraph ({', '.join(unknown)}): update polgraph, "
            "or load into another database (--database)"
        )
    for migration in wanted:
        if not migration.repeatable and recorded.get(migration.file, migration.checksum) != migration.checksum:
            raise StoreError(
                f"{where} was set up with another {migration.file} than this polgraph brings: load into another "
                "database (--database), or drop its polgraph_ constraints and indexes and its :PolgraphSchema nodes"
            )
    return [migration for migration in wanted if recorded.get(migration.file) != migration.checksum]


def apply(connection: Connection, wanted: Iterable[Migration]) -> None:
    """Apply the migrations and record each; wait until the indexes serve."""
    applied = False
    for migration in wanted:
        for statement in migration.statements:
            connection.write(partial(_run, statement=statement))
        connection.write(partial(_record, migration=migration))
        applied = True
    if applied:
        connection.write(partial(_run, statement="CALL db.awaitIndexes(300)"))


def _run(transaction: ManagedTransaction, statement: str) -> None:
    transaction.run(statement).consume()


def _record(transaction: ManagedTransaction, migration: Migration) -> None:
    transaction.run(
        "MERGE (s:PolgraphSchema {file: $file}) SET s.checksum = $checksum, s.applied = datetime()",
        file=migration.file,
        checksum=migration.checksum,
    ).consume()


def _read(path: Path, relations: Sequence[str]) -> Migration:
    named = _NAME.fullmatch(path.stem)
    if named is None:
        raise StoreError(f"{path}: a schema file is named V0001__what.cypher, or R0001__what.cypher if it is repeated")
    text = _COMMENT.sub("", path.read_text("utf8"))
    repeatable = named["kind"] == "R"
    templates = [statement for part in text.split(";") if (statement := " ".join(part.split()))]
    statements = (
        [template.replace("RELATION", relation) for relation in relations for template in templates]
        if repeatable
        else templates
    )
    return Migration(
        file=path.stem,
        statements=tuple(statements),
        checksum=sha256("\n".join(statements).encode()).hexdigest()[:16],
        repeatable=repeatable,
    )
