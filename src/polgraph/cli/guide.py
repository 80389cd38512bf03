"""`polgraph guide`: the guided tour for the Neo4j Browser, printed or served on this machine."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import click

from polgraph.errors import ViewError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["guide", "pages", "serving"]

_PORT = 8001
_PLACE = f"http://localhost:{_PORT}"


@click.command()
@click.option("--serve", is_flag=True, help="Serve it on this machine until Ctrl-C, for the Browser to show.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="Port; 0 takes a free one."
)
def guide(*, serve: bool, port: int) -> None:
    """Print the guide for the Neo4j Browser, an HTML page, or serve it.

    It leads from "who is near Musk" to a path with its sentences; every step runs with a click.
    """
    if not serve:
        click.echo(pages()["/guide.html"][1].decode("utf8"), nl=False)
        return
    contents: dict[str, tuple[str, bytes]] = {}
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), serving(contents))
    except OSError as error:
        raise ViewError(
            f"port {port} of this machine cannot be used ({error.strerror}): is another guide being served? "
            "Name a port with --port, 0 for a free one"
        ) from error
    with server:
        place = f"http://localhost:{server.server_port}"
        contents |= pages(place)
        click.echo(f"In the Neo4j Browser, run  :play {place}/guide.html  (Ctrl-C here ends it)", err=True)
        click.echo(f"For the colours, run  :style {place}/polgraph.grass", err=True)
        server.serve_forever()


def pages(place: str = _PLACE) -> dict[str, tuple[str, bytes]]:
    """Return the guide and the style sheet as they are served there: path → (content type, content)."""
    from polgraph.queries import shelf  # noqa: PLC0415  `--help` reads no shelf

    folder = shelf("cypher") / "browser"
    # the guide names the address of the colours
    guided = (folder / "guide.html").read_bytes().replace(_PLACE.encode(), place.encode())
    return {
        "/guide.html": ("text/html; charset=utf-8", guided),
        "/polgraph.grass": ("text/plain; charset=utf-8", (folder / "polgraph.grass").read_bytes()),
    }


def serving(pages: Mapping[str, tuple[str, bytes]]) -> type[BaseHTTPRequestHandler]:
    """Return a handler of requests that gives out these pages and nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, content = pages.get(self.path.partition("?")[0], ("", b""))
            self._head(kind, len(content))
            self.wfile.write(content)

        def do_HEAD(self) -> None:
            kind, content = pages.get(self.path.partition("?")[0], ("", b""))
            self._head(kind, len(content))

        def do_OPTIONS(self) -> None:
            self._head("text/plain", 0)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

        def _head(self, kind: str, length: int) -> None:
            self.send_response(200 if kind else 404)
            self.send_header("Content-Type", kind or "text/plain")
            self.send_header("Content-Length", str(length))
            # the Browser's page comes from another port
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "*")
            self.send_header("Access-Control-Allow-Private-Network", "true")
            self.end_headers()

    return Handler
