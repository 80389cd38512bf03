"""The tables of a case file, and opening one: a path in, a checked SQLite connection out."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from polgraph.errors import CaseError, NewerSchema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["SCHEMA_VERSION", "connect", "explained", "transaction"]

SCHEMA_VERSION = 1
_APPLICATION_ID = 0x706F6C67  # "polg", in the file's header: `file` and we know it by that
_WAIT = 30  # seconds for another process that writes

# Rows name their document by its short integer key: most rows of a case are mentions and claims. Entities are kept
# as each article gives them; what they have in common is worked out when the case is read, so an article that goes
# takes all its traces along. Indexes: one per table to replace or drop an article's rows, and none that a question
# would use, because questions go to the graph.
_SCHEMA = """
CREATE TABLE documents (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,        -- of the text
    digest TEXT NOT NULL,        -- of text and metadata: the same article, wherever it was read
    body_start INTEGER NOT NULL,
    body_end INTEGER NOT NULL,
    title TEXT,
    publisher TEXT,
    url TEXT,
    published TEXT
);
CREATE INDEX documents_digest ON documents (digest);

CREATE TABLE sources (           -- every place a document was read from
    source TEXT PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX sources_document ON sources (document);

CREATE TABLE entities (
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,       -- JSON list
    country TEXT,
    description TEXT,
    wikidata_id TEXT,
    collective INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;

CREATE TABLE mentions (
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    entity TEXT NOT NULL,
    form TEXT NOT NULL,
    score REAL NOT NULL
);
CREATE INDEX mentions_document ON mentions (document, entity);

CREATE TABLE claims (
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    subject TEXT NOT NULL,
    relation TEXT NOT NULL,
    object TEXT NOT NULL,
    quote TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    modality TEXT NOT NULL,
    speaker TEXT,
    speaker_text TEXT,
    date TEXT,
    date_precision TEXT,
    confidence REAL NOT NULL,
    rule TEXT NOT NULL,
    title TEXT,
    action TEXT,
    former INTEGER,
    kin TEXT
);
CREATE INDEX claims_document ON claims (document);

CREATE TABLE quotes (
    document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    cue TEXT,
    speaker TEXT,
    speaker_text TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER,
    direct INTEGER NOT NULL
);
CREATE INDEX quotes_document ON quotes (document);

CREATE TABLE decisions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename')),
    entity TEXT NOT NULL,
    other TEXT,
    documents TEXT NOT NULL,     -- JSON list of document ids
    name TEXT,
    who TEXT,
    at TEXT NOT NULL,
    why TEXT,
    undone_at TEXT,
    undone_by TEXT
);
"""


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open the case file, make it first where `create` is set and there is none; refuse what is no case of ours."""
    _check_place(path, create=create)
    with explained(path):
        connection = sqlite3.connect(_address(path, create=create), uri=True, isolation_level=None, timeout=_WAIT)
        try:
            _check_or_make(connection, path, create=create)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Write all or nothing."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            # a full disk ends the transaction by itself
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file into ours, with what to do; an error of our own making stays as it is."""
    try:
        yield
    except sqlite3.Error as error:
        # the low byte is the kind of error, the rest says where in SQLite
        remedy = _REMEDIES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if remedy is None:
            raise
        raise CaseError(f"{path}: {remedy}") from error


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise CaseError(f"{path}: is a folder: name a case file with --case FILE")
    if not path.exists():
        if not create:
            raise CaseError(f"{path}: no such case file: make it with `polgraph ingest PATH... --case {path}`")
        if not path.parent.is_dir():
            raise CaseError(f"{path}: there is no folder {path.parent}: make it, or name another file with --case FILE")


def _address(path: Path, *, create: bool) -> str:
    uri = path.absolute().as_uri()
    if create:
        return f"{uri}?mode=rwc"
    # on a disk that cannot be written, SQLite cannot make the files a log needs; nobody else writes there either
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return f"{uri}?mode=rw" if writable else f"{uri}?mode=ro&immutable=1"


def _check_or_make(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    [application] = connection.execute("PRAGMA application_id").fetchone()
    [version] = connection.execute("PRAGMA user_version").fetchone()
    [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not application and not tables:
        if not create:
            raise CaseError(f"{path}: is empty, no case file: fill it with `polgraph ingest PATH... --case {path}`")
        _make(connection)
    elif application != _APPLICATION_ID:
        raise CaseError(f"{path}: is an SQLite database, but no case file: name another with --case FILE")
    elif version > SCHEMA_VERSION:
        raise NewerSchema(
            f"{path}: was written by a newer polgraph (schema {version}, this one knows {SCHEMA_VERSION}): "
            "upgrade with `pip install --upgrade polgraph`"
        )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(
        f"BEGIN IMMEDIATE; PRAGMA application_id = {_APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
        f"{_SCHEMA} COMMIT;"
    )


_REMEDIES = {
    sqlite3.SQLITE_NOTADB: "is no case file: name another with --case FILE",
    sqlite3.SQLITE_FULL: "the disk is full: free some space and run the command again; what was stored before is safe",
    **dict.fromkeys(
        (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
        "cannot be written: name a file in a folder you may write to with --case FILE, or change its permissions",
    ),
    **dict.fromkeys(
        (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED),
        "another program is writing to it: wait until that is done, and run the command again",
    ),
    sqlite3.SQLITE_CORRUPT: "is damaged: restore a copy, or make it anew with `polgraph ingest`",
    sqlite3.SQLITE_IOERR: "cannot be read or written: check the disk and its free space",
}
