"""`polgraph guide`: printed, or served on this machine and nowhere else."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from polgraph.cli.guide import pages, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result


@contextmanager
def served() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), serving(pages())) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_it_is_printed(run: Callable[..., Result]) -> None:
    result = run("guide")
    assert result.exit_code == 0
    assert result.stdout.startswith("<article")


def test_a_port_that_is_taken_is_told(run: Callable[..., Result]) -> None:
    with served() as place:
        port = place.rpartition(":")[2]
        result = run("guide", "--serve", "--port", port)
    assert result.exit_code == 1
    assert f"port {port} of this machine cannot be used" in result.stderr
    assert "--port, 0 for a free one" in result.stderr


def test_it_names_the_address_at_which_it_is_served() -> None:
    assert b":style http://localhost:9/polgraph.grass" in pages("http://localhost:9")["/guide.html"][1]
    assert b":style http://localhost:8001/polgraph.grass" in pages()["/guide.html"][1]


def test_the_browser_may_fetch_the_guide_and_the_colours() -> None:
    with served() as place:
        for name in ("guide.html", "polgraph.grass"):
            with urllib.request.urlopen(f"{place}/{name}") as answer:  # noqa: S310  our own server
                assert answer.headers["Access-Control-Allow-Origin"] == "*"
                assert answer.read() == pages()[f"/{name}"][1]


@pytest.mark.parametrize("path", ["", "/", "/etc/passwd", "/../guide.py", "/guide.html/../x"])
def test_nothing_else_is_served(path: str) -> None:
    with served() as place, pytest.raises(urllib.error.HTTPError, match="404") as caught:
        urllib.request.urlopen(f"{place}{path}")  # noqa: S310  our own server
    caught.value.close()
