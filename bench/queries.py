"""What questions cost, each as a ratio to hand-written NetworkX in the same process.

usage: python bench/queries.py [--claims 50000] [--rounds 5] [--parts walks,cypher,opening,memory,cold,peer]
                               [--query NAME ...] [--drawn 15]

Graphs are generated (bench/generated.py). The entities asked about are the greatest hub and some drawn as ends of
claims, one from each equal part of them: hubs, the middle and the tail come in the measure in which claims name them.
Pairs are drawn from these. Ours and the peer's runs alternate, and what counts is processor time, that of processes
started included, so that others' work does not. A ratio is the median of the rounds; the worst query is the one whose
median over its entities is worst.
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
from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate, combinations
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
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
_ROUND = 0.002  # seconds that one side's turn takes at least, so that the clock does not count
_PATIENCE = 12.0  # seconds after which no further round begins
_TIMEOUT = 600.0
POLGRAPH = str(Path(sys.executable).with_name("polgraph"))


@dataclass(frozen=True, slots=True)
class _Timed:
    """Seconds of both sides and the ratio, each the median of the rounds."""

    ratio: float
    ours: float
    theirs: float


def main() -> None:
    """Print one line for each ratio, with what the design allows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--parts", default="walks,cypher,opening,memory,cold,peer")
    parser.add_argument("--drawn", type=int, default=15, help="so many entities, and so many pairs of them")
    parser.add_argument("--query", action="append", default=[], help="of canned Cypher only this one; may be repeated")
    parser.add_argument("--rss", choices=["graph", "question", "everything"], help=argparse.SUPPRESS)
    parser.add_argument("--case", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.rss:
        print(_rss(arguments.case, arguments.rss))
        return
    parts = arguments.parts.split(",")
    graph = make_graph(arguments.claims)
    gc.collect()
    gc.freeze()  # or else a search for garbage walks the whole graph, at the cost of whichever side it meets
    print(f"{len(graph)} entities, {len(graph.edges)} claims")
    asked = _asked(graph, arguments.drawn)
    if "walks" in parts:
        _walks(graph, asked, arguments.rounds)
    if "cypher" in parts:
        _cypher(graph, asked, arguments.rounds, arguments.query)
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
        _print("opening a case / SQLite into add_edge", _alternate(lambda: _open(case), lambda: _plain(case), 3), "2.0")
    if "memory" in parts:
        alone, *sizes = (_child("--rss", kind, "--case", str(case)) for kind in ("graph", "question", "everything"))
        for what, size in zip(("with the engine", "and all it can hold"), sizes, strict=True):
            print(f"{f'memory {what} / of the graph alone':44} {size / alone:6.2f}  (at most 2.2)", flush=True)
    if "cold" in parts:
        middle = asked[len(asked) // 2]
        command = [POLGRAPH, "query", "neighbourhood", "--entity", middle, "--case", str(case), "--format", "csv"]
        cold = _alternate(
            lambda: subprocess.run(command, check=True, capture_output=True),
            lambda: subprocess.run([sys.executable, "-c", "import networkx"], check=True),
            arguments.rounds,
        )
        _print("cold polgraph query / import networkx", cold, "6 at 50000 claims")
        with Case(case) as opened:
            first = _time(lambda: opened.query("neighbourhood", entity=hub))
            again = _time(lambda: opened.query("neighbourhood", entity=hub))
        print(
            f"{'the second question / the first':44} {again / first:6.3f}  {again * 1000:.1f} ms, {first * 1000:.0f} ms"
        )


def _asked(graph: nx.MultiDiGraph, drawn: int) -> list[str]:
    """Return the greatest hub and entities drawn as ends of claims, those with most claims first."""
    random = Random(0)  # noqa: S311  no secret
    by_degree = sorted((node for node, degree in graph.degree() if degree), key=lambda node: -graph.degree(node))
    up_to = list(accumulate(graph.degree(node) for node in by_degree))
    places = [0]
    while len(places) < drawn:
        end = up_to[-1] * (len(places) - 1 + random.random()) / (drawn - 1)
        # of the hubs several may be drawn from one entity: then the next one
        places.append(max(bisect(up_to, end), places[-1] + 1))
    return [by_degree[place] for place in places]


def _pairs(asked: list[str]) -> list[tuple[str, str]]:
    return Random(0).sample(list(combinations(asked, 2)), len(asked))  # noqa: S311  no secret


def _walks(graph: nx.MultiDiGraph, asked: list[str], rounds: int) -> None:
    for hops in (1, 2):
        ratios = []
        for entity in asked if hops == 1 else asked[len(asked) // 5 :]:
            assert {(row[0], row[3], len(row[5])) for row in nearby(graph, entity, hops)} == {
                (hop.depth, hop.relation, len(hop.claims)) for hop in neighbourhood(graph, entity, hops=hops)
            }
            timed = _alternate(
                lambda entity=entity, hops=hops: neighbourhood(graph, entity, hops=hops),  # type: ignore[misc]
                lambda entity=entity, hops=hops: nearby(graph, entity, hops),  # type: ignore[misc]
                rounds,
            )
            ratios.append(timed.ratio)
        _summary(f"neighbourhood(), {hops} hop{'s'[: hops - 1]} / by hand", ratios, "1.2")
    ratios = []
    for a, b in _pairs(asked):
        best = paths(graph, a, b, max_hops=6)
        assert [list(path.nodes) for path in best] == shortest(graph, a, b)[:1]
        timed = _alternate(
            lambda a=a, b=b: paths(graph, a, b, max_hops=6),  # type: ignore[misc]
            lambda a=a, b=b: shortest(graph, a, b),  # type: ignore[misc]
            rounds,
        )
        ratios.append(timed.ratio)
    _summary("paths() / by hand", ratios, "1.2")


def _cypher(graph: nx.MultiDiGraph, asked: list[str], rounds: int, names: list[str]) -> None:
    loading = _time(lambda: run(graph, "neighbourhood", entity=asked[-1]))
    print(f"filling the engine: {loading:.2f} s", flush=True)
    medians: list[float] = []
    sums: list[float] = []
    small, large = [0.0], [0.0]
    for name, by_hand in HANDWRITTEN.items():
        if names and name not in names:
            continue
        query = find(name)
        ratios, slowest, ours, theirs = [], 0.0, 0.0, 0.0
        for parameters in _parameters(name, asked):
            rows = run(graph, query, parameters, timeout=_TIMEOUT).tuples
            assert rows == by_hand(graph, **parameters), name
            timed = _alternate(
                lambda query=query, parameters=parameters: run(graph, query, parameters, timeout=_TIMEOUT),  # type: ignore[misc]
                lambda by_hand=by_hand, parameters=parameters: by_hand(graph, **parameters),  # type: ignore[misc]
                rounds,
            )
            ratios.append(timed.ratio)
            (small if timed.theirs < _SMALL else large).append(timed.ratio)
            slowest = max(slowest, timed.ours)
            ours, theirs = ours + timed.ours, theirs + timed.theirs
        print(
            f"  {name:42} {statistics.median(ratios):6.2f}  all together {ours / theirs:5.2f}  "
            f"worst entity {max(ratios):6.2f}  slowest {slowest * 1000:.1f} ms",
            flush=True,
        )
        medians.append(statistics.median(ratios))
        sums.append(ours / theirs)
    print(f"{'canned Cypher / by hand, the median query':44} {statistics.median(medians):6.2f}  (at most 3)")
    print(f"{'  the worst query':44} {max(medians):6.2f}  (at most 5)")
    print(f"{'  the worst query, its entities together':44} {max(sums):6.2f}  (at most 5)")
    print(f"{'  the worst entity, by hand 0.2 ms and more':44} {max(large):6.2f}")
    print(f"{'  the worst entity, by hand less':44} {max(small):6.2f}")


def _parameters(name: str, asked: list[str]) -> list[dict[str, Any]]:
    needed = {parameter.name for parameter in find(name).parameters if parameter.required}
    if name in ("most-connected", "paths-best"):
        needed |= {"top"} if name == "most-connected" else {"k"}
    values: dict[str, Any] = {"relations": ["ACCUSED", "MET_WITH"], "day": "2025-06-15", "document": "0000007.md"}
    values |= {"top": 20, "k": 5}
    fixed = {key: values[key] for key in needed if key in values}
    if "entity" in needed:
        # two hops from the greatest hubs are the whole graph
        some = asked[len(asked) // 5 :] if name == "neighbourhood-two-hops" else asked
        return [fixed | {"entity": entity} for entity in some]
    if "a" in needed:
        return [fixed | {"a": a, "b": b} for a, b in _pairs(asked)]
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
    entity = asked[len(asked) // 2]
    text = 'MATCH (a)-[r:ACCUSED]->(b) WHERE a.id == "{}" RETURN b.id'
    ours_text = "MATCH (a:Entity {id: $entity})-[r:ACCUSED]->(b:Entity) RETURN b.id AS id"
    store = store_of(graph)
    timed = _alternate(
        lambda: store.run(ours_text, {"entity": entity}),
        lambda: GrandCypher(plain).run(text.format(entity)),
        min(2, rounds),
    )
    _print("one hop of one relation / grand-cypher", timed, "less than 1")


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


def _rss(case: Path, what: str) -> int:
    """Return the kilobytes that the graph takes in a process of its own.

    what: "question" with the engine as a canned query fills it, "everything" as a query of one's own does.
    """
    gc.collect()
    before = _resident()
    graph = _open(case)
    if what == "everything":
        store_of(graph).run("MATCH (n:Entity) RETURN count(*) AS n", {}, timeout=_TIMEOUT)
    elif what == "question":
        run(graph, "most-connected", timeout=_TIMEOUT)
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


def _alternate(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> _Timed:
    begin = time.perf_counter()
    first = _time(ours), _time(theirs)
    times = max(1, round(_ROUND / first[1]))
    # what takes long does not get warmer, so the first turn counts
    found = [first] if first[1] > 1 else []
    while len(found) < rounds and (not found or time.perf_counter() - begin < _PATIENCE):
        turns = (_time(function, times) for function in (ours, theirs))
        found.append((next(turns), next(turns)))
    ratio = statistics.median(mine / other for mine, other in found)
    return _Timed(ratio, *(statistics.median(side) for side in zip(*found, strict=True)))


def _time(function: Callable[[], object], times: int = 1) -> float:
    start = _spent()
    for _ in range(times):
        function()
    return (_spent() - start) / times


def _spent() -> float:
    children = getrusage(RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _summary(what: str, ratios: list[float], allowed: str) -> None:
    print(f"{what:44} {statistics.median(ratios):6.2f}  worst {max(ratios):.2f}  (at most {allowed})", flush=True)


def _print(what: str, timed: _Timed, allowed: str) -> None:
    sides = f"{timed.ours * 1000:.0f} ms, {timed.theirs * 1000:.0f} ms"
    print(f"{what:44} {timed.ratio:6.2f}  (at most {allowed})  {sides}", flush=True)


if __name__ == "__main__":
    main()
