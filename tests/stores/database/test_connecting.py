"""The first question to a database: each obstacle is a clear line that says what to do, without a secret."""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from polgraph.errors import StoreError
from polgraph.stores.neo4j import connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from polgraph.stores.credentials import Credentials

NOBODY = "127.0.0.1:1"  # a port that no server uses


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            {"uri": f"bolt://{NOBODY}"},
            r"no Neo4j answers at bolt://127\.0\.0\.1:1 \(connection refused\): start it",
        ),
        ({"uri": f"neo4j://{NOBODY}"}, r"no Neo4j answers at neo4j://"),
        ({"uri": "bolt://nowhere.invalid"}, "no Neo4j answers at"),
        ({"password": "not-the-password"}, "refuses the user neo4j or the password: check NEO4J_USERNAME"),
        ({"user": "nobody"}, "refuses the user nobody or the password"),
        ({"database": "missing"}, r"no such database at .*\(database missing\): name another one with --database"),
    ],
)
def test_each_obstacle_has_its_message(credentials: Credentials, change: dict[str, str], says: str) -> None:
    with pytest.raises(StoreError, match=says) as caught:
        connect(replace(credentials, **change))
    assert credentials.password not in str(caught.value)
    assert "not-the-password" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_port_of_the_browser_is_told_apart(neo4j_credentials: Path, credentials: Credentials) -> None:
    lines = dict(line.split("=", 1) for line in neo4j_credentials.read_text("utf8").splitlines())
    port = lines["NEO4J_BROWSER"].split(":")[2].split("/")[0]
    with pytest.raises(StoreError, match="name the Bolt port, usually 7687"):
        connect(replace(credentials, uri=f"bolt://127.0.0.1:{port}"))


def test_encryption_that_the_server_does_not_have(credentials: Credentials) -> None:
    with pytest.raises(StoreError, match=r"no encrypted connection .* write neo4j:// or bolt://"):
        connect(replace(credentials, uri=credentials.uri.replace("bolt:", "bolt+s:")))


def test_a_server_that_speaks_no_version_of_ours(credentials: Credentials) -> None:
    with _refusing_server() as port, pytest.raises(StoreError, match=r"is too old, .* needs Neo4j 5\.13 or newer"):
        connect(replace(credentials, uri=f"bolt://127.0.0.1:{port}"))


def test_a_server_that_is_too_old(credentials: Credentials, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polgraph.stores.connection.OLDEST", (99, 0))
    with pytest.raises(StoreError, match=r"runs Neo4j/5\.26\.\d+, and polgraph needs Neo4j 99\.0 or newer"):
        connect(credentials)


@contextlib.contextmanager
def _refusing_server() -> Iterator[int]:
    """Answer each Bolt handshake with version 0: none of yours."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def refuse() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    with connection:
                        connection.recv(20)
                        connection.sendall(bytes(4))

        thread = threading.Thread(target=refuse, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
