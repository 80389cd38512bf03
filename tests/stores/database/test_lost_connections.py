"""A connection that breaks in mid load: bridged, or told, and the next load goes on."""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from neo4j_contents import CASE, contents, expected, made
from polgraph.errors import StoreError
from polgraph.stores.connection import open_connection
from polgraph.stores.load import load
from polgraph.stores.neo4j import Neo4jStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from polgraph.stores.connection import Connection
    from polgraph.stores.credentials import Credentials


def test_a_connection_that_breaks_for_a_moment_does_not_matter(
    credentials: Credentials, connection: Connection
) -> None:
    graph = made(*((f"p{number}", "ACCUSED", f"p{number + 1}") for number in range(40)))
    with _proxy(credentials) as proxy, open_connection(replace(credentials, uri=proxy.uri)) as through:
        load(through, graph, CASE, batch=8, started=lambda _: proxy.cut_once)
        assert proxy.cuts == 1
    assert contents(connection) == expected(graph)


def test_a_connection_that_is_lost_is_told_and_the_next_load_goes_on(
    credentials: Credentials, connection: Connection
) -> None:
    graph = made(*((f"p{number}", "ACCUSED", f"p{number + 1}") for number in range(40)))
    with _proxy(credentials) as proxy, open_connection(replace(credentials, uri=proxy.uri), patience=1) as through:
        says = r"(no Neo4j answers|was lost).*\d+ of \d+ rows are loaded"
        with pytest.raises(StoreError, match=says):
            load(through, graph, CASE, batch=8, started=lambda _: proxy.stop)
    assert "has not ended" in str(Neo4jStore(connection).warning())
    assert len(load(connection, graph, CASE)) > 0
    assert contents(connection) == expected(graph)


class _Proxy:
    """A way to the server that can be cut."""

    def __init__(self, credentials: Credentials) -> None:
        self._target = ("127.0.0.1", int(credentials.uri.rpartition(":")[2]))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_once(self, _rows: int) -> None:
        if not self.cuts:
            self.cut()

    def cut(self) -> None:
        self.cuts += 1
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def stop(self, _rows: int = 0) -> None:
        self._listener.close()
        self.cut()

    def close(self) -> None:
        self.stop()
        for connection in self._open:
            connection.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._target)
                self._open += [client, server]
                for source, sink in ((client, server), (server, client)):
                    threading.Thread(target=_copy, args=(source, sink), daemon=True).start()


def _copy(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


@contextlib.contextmanager
def _proxy(credentials: Credentials) -> Iterator[_Proxy]:
    proxy = _Proxy(credentials)
    try:
        yield proxy
    finally:
        proxy.close()
