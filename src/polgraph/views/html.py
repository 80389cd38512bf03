"""One HTML file that carries everything: the picture, the sentences, the scripts; it loads nothing.

In: the graph. Out: a page for any recent browser. The page's own files lie in page/; vis-network comes from the copy
inside pyvis. Its Content-Security-Policy names the hashes of exactly these scripts and this style, so nothing that an
article says can run, and forbids every request. Article text is data in a JSON block; page/core.js puts it on the page
as text.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from polgraph import __version__
from polgraph.views.bundles import gather
from polgraph.views.layout import positions
from polgraph.views.payload import payload
from polgraph.views.vis import network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import networkx as nx

    from polgraph.views.layout import Positions

__all__ = ["render", "render_chart", "write"]

# later ones use what earlier ones define
_PAGE = (
    "core",
    "cards",
    "state",
    "shown",
    "legend",
    "search",
    "labels",
    "picture",
    "routes",
    "actions",
    "panel",
    "time",
    "takeaway",
    "keys",
    "start",
)
_CHART = ("core", "cards", "chart")


def write(graph: nx.MultiDiGraph, path: Path, **options: Any) -> None:  # noqa: ANN401  those of `render`
    """Write the page of the network; options are those of `render`."""
    path.write_text(render(graph, **options), encoding="utf8")


def render(  # noqa: PLR0913  all by name, all but the graph optional
    graph: nx.MultiDiGraph,
    *,
    title: str = "Who stands how to whom",
    left_out: str | None = None,
    begin: Mapping[str, Any] | None = None,
    texts: Mapping[str, str] | None = None,
    places: Positions | None = None,
    rings: Sequence[float] = (),
) -> str:
    """Return the page of the network.

    left_out: a sentence on what the page does not show. begin: the state it opens in (page/state.js). texts: document
    id → text, for the paragraphs around the quotes. places: a layout of the caller's own, and the rings it stands on.
    """
    bundles = gather(graph)
    drawn = places or positions(graph)
    content = payload(graph, bundles, texts or {}) | {
        "title": title,
        "left_out": left_out,
        "begin": dict(begin or {}),
        "rings": list(rings),
        "network": network(graph, bundles, drawn),
    }
    return _assemble("page", _PAGE, content, library=_library())


def render_chart(
    graph: nx.MultiDiGraph,
    chart: str,
    *,
    title: str,
    left_out: str | None = None,
    texts: Mapping[str, str] | None = None,
) -> str:
    """Return the page of a chart: an SVG of `timeline` or `matrix`, made from the same graph."""
    content = payload(graph, gather(graph), texts or {}) | {"title": title, "left_out": left_out}
    return _assemble("chart", _CHART, content, chart=chart)


def _assemble(page: str, names: Sequence[str], content: Mapping[str, Any], **parts: str) -> str:
    """Put a template, its scripts and its data together."""
    folder = files(__package__) / "page"
    script = "\n".join(['"use strict";', *((folder / f"{name}.js").read_text("utf8") for name in names)])
    style = (folder / "page.css").read_text("utf8")
    scripts = (parts["library"], script) if "library" in parts else (script,)
    return fill(
        (folder / f"{page}.html").read_text("utf8"),
        {
            "policy": policy(scripts, style),
            "version": escape(__version__),
            "title": escape(printable(content["title"])),
            "style": style,
            "data": data_block(content),
            "script": script,
            **parts,
        },
    )


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put the values into their places, in one pass: what a value contains is never taken for a place."""
    return re.sub(r"\{\{(\w+)\}\}", lambda found: values[found[1]], template)


def data_block(content: Any) -> str:  # noqa: ANN401  any JSON value
    """Return JSON that can stand in a script element: nothing in it ends the element or opens a comment."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return re.sub(r"[<>&\u2028\u2029\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def policy(scripts: Sequence[str], style: str) -> str:
    """Return the Content-Security-Policy that allows these scripts and this style, and no request at all."""
    allowed = " ".join(_hash(script) for script in scripts)
    return escape(
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        quote=True,
    )


def printable(text: str) -> str:
    """Replace what UTF-8 cannot write."""
    return text.encode("utf8", "replace").decode("utf8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf8')).digest()).decode()}'"


def _library() -> str:
    """Return vis-network as pyvis carries it."""
    source = files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return source.read_text("utf8").strip()
