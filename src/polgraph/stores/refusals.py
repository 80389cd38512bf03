"""What Neo4j or its driver refuses, as an error of ours: one line that says what happened and what to do.

No message holds a password: none is built from more than the address, the user, the database and the server's reason.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from polgraph.errors import BadParameter, PolgraphError, QueryError, RefusedQuery, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from polgraph.stores.credentials import Credentials

__all__ = ["OLDEST", "explained", "is_too_large"]

OLDEST = (5, 13)

_TOO_OLD = (
    f"polgraph needs Neo4j {OLDEST[0]}.{OLDEST[1]} or newer (5.26 LTS is what it is tried on): update the server, "
    "or start one with compose.yaml"
)
_SLOW = "no answer within {seconds} allowed: narrow the question, or give more --timeout"
_TOO_LARGE = frozenset(
    {
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        "Neo.TransientError.General.TransactionMemoryLimit",
        "Neo.TransientError.General.OutOfMemoryError",
        "Neo.ClientError.General.TransactionOutOfMemoryError",
    }
)

# by status code of the server: {at} is address and database, {user} the user, {reason} what the server says
_BY_CODE: Mapping[str, tuple[type[PolgraphError], str]] = {
    "Neo.ClientError.Security.Unauthorized": (
        StoreError,
        "{at} refuses the user {user} or the password: check NEO4J_USERNAME and NEO4J_PASSWORD, or --env-file",
    ),
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        StoreError,
        "{at} refuses {user} for a while after too many wrong passwords: wait a minute, then check NEO4J_PASSWORD",
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        StoreError,
        "{at} wants a new password for {user} first: log in once with the Neo4j Browser or cypher-shell and set one",
    ),
    "Neo.ClientError.Security.Forbidden": (
        StoreError,
        (
            "{user} has no permission for that at {at} ({reason}): reading needs the role reader, `polgraph load` "
            "needs publisher, its first run architect"
        ),
    ),
    "Neo.ClientError.Database.DatabaseNotFound": (
        StoreError,
        (
            "there is no such database at {at}: name another one with --database or NEO4J_DATABASE "
            "(`SHOW DATABASES` lists them; it is neo4j where nobody chose)"
        ),
    ),
    "Neo.TransientError.Database.DatabaseUnavailable": (
        StoreError,
        "the database at {at} is stopped or still starting: start it, or try again in a moment",
    ),
    "Neo.TransientError.Cluster.NotALeader": (StoreError, "{at} takes no writes: {replica}"),
    "Neo.ClientError.Cluster.NotALeader": (StoreError, "{at} takes no writes: {replica}"),
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": (StoreError, "{at} takes no writes: {replica}"),
    "Neo.TransientError.General.ForbiddenOnReadOnlyDatabase": (StoreError, "{at} takes no writes: {replica}"),
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": (StoreError, "{at} takes no writes: {replica}"),
    "Neo.ClientError.Transaction.TransactionTimedOut": (StoreError, _SLOW),
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": (StoreError, _SLOW),
    "Neo.ClientError.Statement.ParameterMissing": (BadParameter, "{reason}: give it with --param NAME=VALUE"),
    "Neo.ClientError.Statement.AccessMode": (RefusedQuery, "the query writes: only read the graph"),
    "Neo.ClientError.Schema.ConstraintValidationFailed": (
        StoreError,
        (
            "{at} holds data or a constraint that contradicts polgraph's ({reason}): load into a database of its own "
            "(--database), or drop what is in the way"
        ),
    ),
    "Neo.TransientError.Transaction.DeadlockDetected": (
        StoreError,
        "others write to {at} at the same time and it did not come to rest: run the command again",
    ),
} | dict.fromkeys(
    _TOO_LARGE,
    (
        StoreError,
        "{at} has too little memory even for a small transaction: raise dbms.memory.transaction.total.max or the heap",
    ),
)
_TOO_LONG = (
    "{at} cannot index a name, publisher, id or date of more than 8,000 bytes ({reason}): mend the article that has it "
    "and ingest it again, or `polgraph entities rename` the entity"
)
_SCHEMA_IN_THE_WAY = (
    "{at} has an index or a constraint that stands in the way of polgraph's ({reason}): load into a database of its "
    "own (--database), or drop it"
)
_REPLICA = (
    "it is a read-only replica or a read-only database; use an address that begins with neo4j:// or neo4j+s:// so that "
    "the driver finds the leader, or lift server.databases.read_only"
)


@contextmanager
def explained(credentials: Credentials, *, timeout: float | None = None) -> Iterator[None]:
    """Turn what the driver raises inside into errors of ours. timeout: the seconds that were allowed."""
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415  the driver is slow to import

    try:
        yield
    except Neo4jError as error:
        raise _from_server(error, credentials, timeout) from error
    except DriverError as error:
        raise _from_driver(error, credentials) from error
    except OSError as error:  # a broken pipe or a failed TLS handshake that the driver lets through
        raise StoreError(_unreachable(credentials, _one_line(error))) from error


def is_too_large(error: Exception) -> bool:
    """Tell whether a transaction failed for its size, so that halves of it may pass."""
    return getattr(error, "code", None) in _TOO_LARGE


def _from_server(error: Exception, credentials: Credentials, timeout: float | None) -> PolgraphError:
    code = getattr(error, "code", None) or ""
    # the first sentence only: what follows quotes the query or the data
    reason = _one_line(getattr(error, "message", None) or error)
    family = code.rpartition(".")[0]
    if code in _BY_CODE:
        kind, message = _BY_CODE[code]
    elif "too large to index" in reason:
        kind, message = StoreError, _TOO_LONG
    elif family == "Neo.ClientError.Schema":
        kind, message = StoreError, _SCHEMA_IN_THE_WAY
    elif family == "Neo.ClientError.Statement":
        kind, message = QueryError, "Neo4j cannot answer the query: {reason}"
    elif family == "Neo.ClientError.Security":
        kind, message = StoreError, "{at} refuses {user} ({reason}): check the user and the password"
    elif code.startswith("Neo.TransientError"):
        kind, message = StoreError, "{at} could not do it now ({reason}): run the command again"
    else:
        kind, message = StoreError, "{at} failed: {reason} [{code}]: look into the server's log"
    seconds = "the seconds" if timeout is None else f"{timeout:g} seconds"
    return kind(
        message.format(
            at=_at(credentials), user=credentials.user, reason=reason, code=code, seconds=seconds, replica=_REPLICA
        )
    )


def _from_driver(error: Exception, credentials: Credentials) -> PolgraphError:
    from neo4j import exceptions  # noqa: PLC0415  see above

    reason = _one_line(error)
    at = _at(credentials)
    too_old = any(word in reason.lower() for word in ("handshake", "notification", "protocol"))
    match error:
        case exceptions.UnsupportedServerProduct() | exceptions.ConfigurationError() if too_old:
            message = f"the server at {credentials.uri} is too old, or is no Neo4j: {_TOO_OLD}"
        case exceptions.ConfigurationError():
            message = f"{credentials.uri} cannot be used ({reason}): check --uri or NEO4J_URI"
        case exceptions.WriteServiceUnavailable():
            message = f"{at} takes no writes: {_REPLICA}"
        case exceptions.ServiceUnavailable():
            message = _unreachable(credentials, reason)
        case exceptions.SessionExpired():
            message = f"the connection to {at} was lost: run the command again"
        case _:
            message = f"{at}: {reason}: run the command again"
    return StoreError(message)


def _unreachable(credentials: Credentials, reason: str) -> str:
    if "HTTP" in reason:
        return (
            f"{credentials.uri} is where the Neo4j Browser is served: name the Bolt port, usually 7687, in --uri or "
            "NEO4J_URI"
        )
    failed = _ENCRYPTION.search(reason)
    if failed:
        return (
            f"no encrypted connection to {credentials.uri} ({failed[0]}): a local server usually has none, then write "
            "neo4j:// or bolt://; one with a certificate that it made itself wants neo4j+ssc:// or bolt+ssc://"
        )
    secured = "" if "+s" in credentials.uri else "; Aura and other encrypted servers need neo4j+s:// in front"
    return (
        f"no Neo4j answers at {credentials.uri} ({reason}): start it (docker compose up --wait, or scripts/neo4j "
        f"start), or check --uri or NEO4J_URI{secured}"
    )


def _at(credentials: Credentials) -> str:
    return f"{credentials.uri} (database {credentials.database})"


def _one_line(error: object) -> str:
    text = " ".join(str(error).split())
    system = _SYSTEM.search(text)  # what the operating system said is enough
    if system:
        return system[1].lower()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST = 240
_ENCRYPTION = re.compile(r"\w*SSL\w*")  # what follows it is about ports and certificates alike
_SYSTEM = re.compile(r"\[Errno -?\d+\] ([\w ]+)")
