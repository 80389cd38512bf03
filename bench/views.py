"""How fast a page of the network opens, against pyvis's own page of the same graph; sizes of files; the layout's time.

    python bench/views.py [--sizes 300 2000 10000] [--pyvis-limit 90]

Both pages are opened in one headless Chromium without a network, one after the other. A page is ready when its picture
has been painted: ours sets `data-ready`, pyvis's when vis-network reports that it has stabilised; pyvis is left out
where it has not managed within the limit. The layout is timed against `networkx.spring_layout` (its defaults), which
from 500 nodes needs SciPy; without it, and above 3,000 nodes, the comparison is left out.
"""

from __future__ import annotations

import argparse
import tempfile
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

import networkx as nx
from playwright.sync_api import Error, sync_playwright
from pyvis.network import Network

from polgraph.graph import build
from polgraph.model import Claim, Document, Entity
from polgraph.ontology import RELATIONS
from polgraph.views import html
from polgraph.views.layout import positions

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
_SPRING_MOST = 3000  # it takes minutes beyond
_PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_PYVIS_READY = "network.physics.stabilized || network.physics.stabilizationIterations >= 1000"


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 2000, 10_000])
    parser.add_argument("--pyvis-limit", type=float, default=90, help="seconds to wait for pyvis's page")
    options = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_FLAGS)
        context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
        # the first page of a browser pays for the browser
        _seconds(context.new_page(), _empty(Path(folder)), "true", 30)
        for size in options.sizes:
            _compare(context, size, Path(folder), options.pyvis_limit)
        browser.close()


def _empty(folder: Path) -> Path:
    path = folder / "empty.html"
    path.write_text("<script>const network = 1</script>", encoding="utf8")
    return path


def _compare(context: BrowserContext, size: int, folder: Path, limit: float) -> None:
    graph = _crowd(size)
    print(f"\n{len(graph):,} entities, {graph.number_of_edges():,} claims")
    begun = perf_counter()
    places = positions(graph)
    layout = perf_counter() - begun
    spring = _spring_layout(graph)
    beside = f"spring_layout {spring:7.2f} s   ratio {layout / spring:.2f}" if spring else "spring_layout left out"
    print(f"  layout          ours {layout:7.2f} s   {beside}")

    ours, theirs = folder / "ours.html", folder / "pyvis.html"
    begun = perf_counter()
    html.write(graph, ours, places=places)
    writing = perf_counter() - begun
    _write_pyvis(graph, theirs)
    print(f"  writing         ours {writing:7.2f} s")
    print(f"  file            ours {ours.stat().st_size / 1e6:7.2f} MB  pyvis {theirs.stat().st_size / 1e6:7.2f} MB")

    page = context.new_page()
    opened = _seconds(page, ours, "document.documentElement.dataset.ready === 'yes'", 120)
    answers = _answers(page)
    page.close()
    page = context.new_page()
    pyvis = _seconds(page, theirs, _PYVIS_READY, limit)
    page.close()
    if opened is None:
        print("  opening         ours never got ready")
        return
    beside = f"pyvis {pyvis:7.2f} s   ratio {opened / pyvis:.3f}" if pyvis else f"pyvis over {limit:.0f} s"
    print(f"  opening         ours {opened:7.2f} s   {beside}")
    for what, seconds in answers.items():
        print(f"  {what:15} ours {seconds:7.2f} s")


def _spring_layout(graph: nx.MultiDiGraph) -> float | None:
    if len(graph) > _SPRING_MOST:
        return None
    begun = perf_counter()
    try:
        nx.spring_layout(graph, seed=1)
    except ModuleNotFoundError:
        return None
    return perf_counter() - begun


def _seconds(page: Page, path: Path, ready: str, limit: float) -> float | None:
    """Open the page and wait until it is ready and painted; None where the limit has passed."""
    begun = perf_counter()
    try:
        page.goto(path.as_uri(), wait_until="commit")
        while perf_counter() - begun < limit:
            if page.evaluate(f"typeof network !== 'undefined' && Boolean({ready})"):
                page.evaluate(_PAINTED)
                return perf_counter() - begun
            page.wait_for_timeout(10)
    except Error:
        return None
    return None


def _answers(page: Page) -> dict[str, float]:
    """Time what a reader does next: find an entity, open a line, switch the hostile claims off."""
    steps: dict[str, Callable[[], None]] = {
        "search, open": partial(page.keyboard.press, "Enter"),
        "open a line": page.locator("#panel button.line").first.click,
        "filter": page.locator(".row.head input").first.uncheck,
    }
    page.fill("#search", "Somebody 7")
    seconds = {}
    for name, step in steps.items():
        begun = perf_counter()
        step()
        page.evaluate(_PAINTED)
        seconds[name] = perf_counter() - begun
    return seconds


def _write_pyvis(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write pyvis's own page: its defaults, with everything in one file as far as it can."""
    network = Network(directed=True, cdn_resources="in_line")
    for entity, node in graph.nodes.items():
        network.add_node(entity, label=node["name"])
    for subject, object_, claim in graph.edges(data=True):
        network.add_edge(subject, object_, title=claim["quote"])
    path.write_text(network.generate_html(notebook=False), encoding="utf8")


def _crowd(size: int) -> nx.MultiDiGraph:
    """Make a graph of people in groups of twenty-five, two claims each, a tenth of them to other groups."""
    chance = Random(size)  # noqa: S311  the same at every run
    relations = [name for name, relation in RELATIONS.items() if relation.allows("Person", "Person")]
    documents = [Document(id=f"d{n}", text="", source="-", body=(0, 0), publisher=f"Paper {n}") for n in range(40)]
    people = [Entity(id=f"person:{n}", type="Person", name=f"Somebody {n}") for n in range(size)]
    claims = []
    for number in range(2 * size):
        one = number % size
        first = one - one % 25
        other = chance.randrange(size) if chance.random() < 0.1 else min(chance.randrange(first, first + 25), size - 1)  # noqa: PLR2004  a tenth
        quote = f"In sentence {number} one says this much of the other, and not more."
        claims.append(
            Claim(
                id=f"c{number}",
                document=f"d{number % 40}",
                subject=f"person:{one}",
                object=f"person:{other}",
                relation=chance.choice(relations),
                quote=quote,
                start=0,
                end=len(quote),
            )
        )
    return build(people, claims, documents, {})


if __name__ == "__main__":
    main()
