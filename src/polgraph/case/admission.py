"""Which article is new, which has changed, and under which id it is kept.

A document is an article, told by its text and metadata; a source is a place it was read from. One article from two
places is one document with two sources. When a source says something else than before, its old document goes,
unless another source still says it.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from polgraph.case.rows import (
    CLAIM,
    DOCUMENT,
    ENTITY,
    MENTION,
    QUOTE,
    claim_row,
    digest,
    document_row,
    entity_row,
    mention_row,
    quote_row,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Iterator

    from polgraph.model import Document, Extraction

__all__ = ["attach", "belongs_to_others", "check", "free_id", "own_document", "source_key", "write"]


def source_key(document: Document) -> str:
    """Return what tells the source from others; standard input is a different one for each article."""
    return document.source if document.source != "-" else f"-#{document.id}"


def own_document(connection: sqlite3.Connection, key: str, wanted: str) -> str | None:
    """Return the id of the document that this source alone gave before, if it can keep that id."""
    row = connection.execute(
        "SELECT id, (SELECT count(*) FROM sources AS all_of WHERE all_of.document = documents.key) "
        "FROM sources JOIN documents ON documents.key = sources.document WHERE sources.source = ?",
        (key,),
    ).fetchone()
    if row is None or row[1] > 1:
        return None
    identity: str = row[0]
    return identity if identity == wanted or identity.endswith(f"/{wanted}") else None


def free_id(wanted: str, source: str, taken: Callable[[str], bool]) -> str:
    """Return the wanted id, lengthened by as many folders of the source as it takes to be nobody else's."""
    return next(identity for identity in _longer_ids(wanted, source) if not taken(identity))


def attach(connection: sqlite3.Connection, source: str, document: int) -> None:
    """Note that the source gives this document; the one it gave before goes with its last source."""
    row = connection.execute("SELECT document FROM sources WHERE source = ?", (source,)).fetchone()
    if row is not None and row[0] == document:
        return
    connection.execute("INSERT OR REPLACE INTO sources (source, document) VALUES (?, ?)", (source, document))
    if row is not None:
        connection.execute(
            "DELETE FROM documents WHERE key = ? AND NOT EXISTS (SELECT 1 FROM sources WHERE document = key)", row
        )


def belongs_to_others(connection: sqlite3.Connection, document: Document, sources: Collection[str]) -> bool:
    """Tell whether another article stands under the document's id."""
    found = connection.execute(
        "SELECT sources.source FROM documents JOIN sources ON sources.document = documents.key "
        "WHERE documents.id = ? AND documents.digest <> ?",
        (document.id, digest(document)),
    )
    return any(source not in sources for (source,) in found)


def check(extraction: Extraction) -> None:
    """Refuse an extraction that does not hold together: a claim without its sentence, an end that is no entity."""
    document = extraction.document
    known = {entity.id for entity in extraction.entities}
    for claim in extraction.claims:
        if document.text[claim.start : claim.end] != claim.quote:
            raise ValueError(f"{document.id}: claim {claim.id}: its quote does not stand at {claim.start}:{claim.end}")
        if claim.document != document.id:
            raise ValueError(f"{document.id}: claim {claim.id} is of the document {claim.document}")
        _check_known(document, {claim.subject, claim.object, claim.speaker}, known)
    _check_known(document, {mention.entity for mention in extraction.mentions}, known)
    _check_known(document, {quote.speaker for quote in extraction.quotes}, known)


def write(connection: sqlite3.Connection, extraction: Extraction) -> int:
    """Put the document and its rows in the place of what stood under its id; return its key."""
    row = document_row(extraction.document)
    columns = DOCUMENT.split(", ")
    connection.execute(
        f"INSERT INTO documents ({DOCUMENT}) VALUES ({_marks(columns)}) "  # noqa: S608  our own column names
        f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{column} = excluded.{column}' for column in columns[1:])}",
        row,
    )
    [key] = connection.execute("SELECT key FROM documents WHERE id = ?", row[:1]).fetchone()
    for table, fields, rows in (
        ("entities", ENTITY, map(entity_row, extraction.entities)),
        ("mentions", MENTION, map(mention_row, extraction.mentions)),
        ("claims", CLAIM, map(claim_row, extraction.claims)),
        ("quotes", QUOTE, map(quote_row, extraction.quotes)),
    ):
        _replace(connection, table, fields, key, rows)
    return int(key)


def _replace(
    connection: sqlite3.Connection, table: str, fields: str, key: int, rows: Iterable[tuple[object, ...]]
) -> None:
    names = ["document", *fields.split(", ")]
    connection.execute(f"DELETE FROM {table} WHERE document = ?", (key,))  # noqa: S608  our own table names
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({_marks(names)})",  # noqa: S608  our own column names
        ((key, *row) for row in rows),
    )


def _marks(columns: list[str]) -> str:
    return ", ".join("?" * len(columns))


def _check_known(document: Document, ids: set[str | None] | set[str], known: set[str]) -> None:
    unknown = ids - known - {None}
    if unknown:
        raise ValueError(f"{document.id}: {', '.join(sorted(map(str, unknown)))}: no entity of the article")


def _longer_ids(wanted: str, source: str) -> Iterator[str]:
    yield wanted
    path, _, record = source.partition("#")
    # a record is told apart by its file first, a file by its folder
    parts = PurePath(path).parts if record else PurePath(path).parts[:-1]
    longer = wanted
    for part in reversed([part for part in parts if part != PurePath(path).anchor]):
        longer = f"{part}/{longer}"
        yield longer
    number = 1
    while True:
        number += 1
        yield f"{wanted}-{number}"
