"""What questions cost, each as a ratio to hand-written NetworkX in the same process.

usage: python bench/queries.py [--claims 50000] [--rounds 5] [--parts walks,cypher,opening,memory,cold,peer]

Graphs are generated (bench/generated.py). The entities asked about are drawn by degree: hubs, the middle, the long
tail. Ours and the peer's runs alternate, so that a noisy machine is as noisy for both; of each the fastest counts.
"""

from __future__ import annotations

import argparse
import gc
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
from generated import make_case, make_graph
from handwritten import HANDWRITTEN
from handwritten_walks import nearby, shortest

from polgraph.case import Case
from polgraph.graph import neighbourhood, paths
from polgraph.queries import find, run, store_of

if TYPE_CHECKING:
    from collections.abc import Callable

_SMALL = 0.0002  # seconds by hand below which the engine's fixed cost rules
POLGRAPH = str(Path(sys.executable).with_name("polgraph"))


def main() -> None:
    """Print one line for each ratio, with what the design allows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--parts", default="walks,cypher,opening,memory,cold,peer")
    parser.add_argument("--rss", choices=["graph", "both"], help=argparse.SUPPRESS)
    parser.add_argument("--case", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.rss:
        print(_rss(arguments.case, engine=arguments.rss == "both"))
        return
    parts = arguments.parts.split(",")
    graph = make_graph(arguments.claims)
    gc.collect()
    gc.freeze()  # or else a search for garbage walks the whole graph, at the cost of whichever side it meets
    print(f"{len(graph)} entities, {len(graph.edges)} claims")
    asked = _asked(graph)
    if "walks" in parts:
        _walks(graph, asked, arguments.rounds)
    if "cypher" in parts:
        _cypher(graph, asked, arguments.rounds)
    if "peer" in parts:
        _grand_cypher(graph, asked, arguments.rounds)
    if {"opening", "memory", "cold"} & set(parts):
        with tempfile.TemporaryDirectory() as folder:
            case = Path(folder) / "polgraph.db"
            make_case(graph, case)
            hub = graph.nodes[asked[0]]["name"]
            del graph
            _of_a_case(case, hub, asked, arguments, parts)


def _of_a_case(case: Path, hub: str, asked: list[str], arguments: argparse.Namespace, parts: list[str]) -> None:
    if "opening" in parts:
        ours, plain = _alternate(lambda: _open(case), lambda: _plain(case), min(3, arguments.rounds))
        _print("opening a case / SQLite into add_edge", ours, plain, "2.0")
    if "memory" in parts:
        sizes = [_child("--rss", kind, "--case", str(case)) for kind in ("graph", "both")]
        print(f"{'memory with the engine / the graph alone':44} {sizes[1] / sizes[0]:6.2f}  (at most 2.2)")
    if "cold" in parts:
        command = [POLGRAPH, "query", "neighbourhood", "--entity", asked[3], "--case", str(case), "--format", "csv"]
        cold, bare = _alternate(
            lambda: subprocess.run(command, check=True, capture_output=True),
            lambda: subprocess.run([sys.executable, "-c", "import networkx"], check=True),
            arguments.rounds,
        )
        _print("cold polgraph query / import networkx", cold, bare, "6 at 50000 claims")
        with Case(case) as opened:
            first = _time(lambda: opened.query("neighbourhood", entity=hub))
            again = _time(lambda: opened.query("neighbourhood", entity=hub))
        print(
            f"{'the second question / the first':44} {again / first:6.3f}  {again * 1000:.1f} ms, {first * 1000:.0f} ms"
        )


def _asked(graph: nx.MultiDiGraph) -> list[str]:
    """Return entities from the greatest hub to the end of the tail."""
    by_degree = sorted((node for node, degree in graph.degree() if degree), key=lambda node: -graph.degree(node))
    return [by_degree[int(len(by_degree) * share)] for share in (0, 0.0005, 0.005, 0.05, 0.3, 0.7)]


def _walks(graph: nx.MultiDiGraph, asked: list[str], rounds: int) -> None:
    for hops in (1, 2):
        ratios = []
        for entity in asked[0 if hops == 1 else 2 :]:
            assert {(row[0], row[3], len(row[5])) for row in nearby(graph, entity, hops)} == {
                (hop.depth, hop.relation, len(hop.claims)) for hop in neighbourhood(graph, entity, hops=hops)
            }
            ours, theirs = _alternate(
                lambda entity=entity, hops=hops: neighbourhood(graph, entity, hops=hops),  # type: ignore[misc]
                lambda entity=entity, hops=hops: nearby(graph, entity, hops),  # type: ignore[misc]
                rounds,
            )
            ratios.append(ours / theirs)
        _summary(f"neighbourhood(), {hops} hop{'s'[: hops - 1]} / by hand", ratios, "1.2")
    ratios = []
    for a in asked:
        for b in asked:
            if a < b:
                best = paths(graph, a, b, max_hops=6)
                assert [list(path.nodes) for path in best] == shortest(graph, a, b)[:1]
                ours, theirs = _alternate(
                    lambda a=a, b=b: paths(graph, a, b, max_hops=6),  # type: ignore[misc]
                    lambda a=a, b=b: shortest(graph, a, b),  # type: ignore[misc]
                    rounds,
                )
                ratios.append(ours / theirs)
    _summary("paths() / by hand", ratios, "1.2")


def _cypher(graph: nx.MultiDiGraph, asked: list[str], rounds: int) -> None:
    loading = _time(lambda: run(graph, "mentions", entity=asked[0]))
    print(f"filling the engine: {loading:.2f} s")
    medians: list[float] = []
    small, large = [0.0], [0.0]
    for name, by_hand in HANDWRITTEN.items():
        query = find(name)
        ratios, slowest = [], 0.0
        for parameters in _parameters(name, asked):
            rows = run(graph, query, parameters).tuples
            assert rows == by_hand(graph, **parameters), name
            ours, theirs = _alternate(
                lambda query=query, parameters=parameters: run(graph, query, parameters),  # type: ignore[misc]
                lambda by_hand=by_hand, parameters=parameters: by_hand(graph, **parameters),  # type: ignore[misc]
                rounds,
            )
            ratios.append(ours / theirs)
            (small if theirs < _SMALL else large).append(ours / theirs)
            slowest = max(slowest, ours)
        print(
            f"  {name:42} {statistics.median(ratios):6.2f}  worst {max(ratios):6.2f}  slowest {slowest * 1000:.1f} ms"
        )
        medians.append(statistics.median(ratios))
    print(f"{'canned Cypher / by hand':44} {statistics.median(medians):6.2f}  (at most 3)")
    print(f"{'  worst, by hand 0.2 ms and more':44} {max(large):6.2f}  (at most 5)")
    print(f"{'  worst, by hand less than 0.2 ms':44} {max(small):6.2f}  (at most 5)")


def _parameters(name: str, asked: list[str]) -> list[dict[str, Any]]:
    needed = {parameter.name for parameter in find(name).parameters if parameter.required}
    if name in ("most-connected", "paths-best"):
        needed |= {"top"} if name == "most-connected" else {"k"}
    values: dict[str, Any] = {"relations": ["ACCUSED", "MET_WITH"], "day": "2025-06-15", "document": "0000007.md"}
    values |= {"top": 20, "k": 5}
    fixed = {key: values[key] for key in needed if key in values}
    if "entity" in needed:
        return [fixed | {"entity": entity} for entity in asked[1:]]
    if "a" in needed:
        return [fixed | {"a": a, "b": b} for a, b in zip(asked, asked[1:] + asked[:1], strict=True)]
    return [fixed]


def _grand_cypher(graph: nx.MultiDiGraph, asked: list[str], rounds: int) -> None:
    try:
        from grandcypher import GrandCypher  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415  a peer that need not be there
    except ImportError:
        print("grand-cypher is not installed: no comparison with it")
        return
    plain = nx.MultiDiGraph()
    plain.add_nodes_from((node, {"id": node}) for node in graph)
    for subject, target, claim in graph.edges(data=True):
        plain.add_edge(subject, target, **claim, __labels__={claim["relation"]})
    entity = asked[3]
    text = 'MATCH (a)-[r:ACCUSED]->(b) WHERE a.id == "{}" RETURN b.id'
    ours_text = "MATCH (a:Entity {id: $entity})-[r:ACCUSED]->(b:Entity) RETURN b.id AS id"
    store = store_of(graph)
    ours, theirs = _alternate(
        lambda: store.run(ours_text, {"entity": entity}),
        lambda: GrandCypher(plain).run(text.format(entity)),
        min(2, rounds),
    )
    _print("one hop of one relation / grand-cypher", ours, theirs, "less than 1")


def _open(case: Path) -> nx.MultiDiGraph:
    with Case(case) as opened:
        return opened.graph


def _plain(case: Path) -> nx.MultiDiGraph:
    """Read the tables into a graph in the plainest way."""
    graph = nx.MultiDiGraph()
    connection = sqlite3.connect(case)
    for key, kind, name, aliases, country in connection.execute(
        "SELECT id, type, name, aliases, country FROM entities GROUP BY id"
    ):
        graph.add_node(key, type=kind, name=name, aliases=json.loads(aliases), country=country)
    for row in connection.execute(
        "SELECT claims.id, subject, object, relation, quote, start, end, modality, speaker, confidence, rule, "
        "documents.id, published FROM claims JOIN documents ON documents.key = document"
    ):
        graph.add_edge(
            row[1],
            row[2],
            key=row[0],
            id=row[0],
            relation=row[3],
            quote=row[4],
            start=row[5],
            end=row[6],
            modality=row[7],
            speaker=row[8],
            confidence=row[9],
            rule=row[10],
            document=row[11],
            published=row[12],
        )
    connection.close()
    return graph


def _rss(case: Path, *, engine: bool) -> int:
    """Return the kilobytes that the graph takes in a process of its own, with or without the engine."""
    gc.collect()
    before = _resident()
    graph = _open(case)
    if engine:
        run(graph, "most-connected")
    gc.collect()
    return _resident() - before


def _resident() -> int:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise SystemExit("memory can be measured on Linux only")


def _child(*arguments: str) -> int:
    done = subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True, text=True)
    return int(done.stdout)


def _alternate(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float]:
    times: tuple[list[float], list[float]] = ([], [])
    ours()
    theirs()
    for _ in range(rounds):
        for side, function in zip(times, (ours, theirs), strict=True):
            side.append(_time(function))
    return min(times[0]), min(times[1])


def _time(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def _summary(what: str, ratios: list[float], allowed: str) -> None:
    print(f"{what:44} {statistics.median(ratios):6.2f}  worst {max(ratios):.2f}  (at most {allowed})")


def _print(what: str, ours: float, theirs: float, allowed: str) -> None:
    print(f"{what:44} {ours / theirs:6.2f}  (at most {allowed})  {ours * 1000:.0f} ms, {theirs * 1000:.0f} ms")


if __name__ == "__main__":
    main()
