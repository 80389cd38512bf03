"""Neo4j, measured as ratios taken in one run against one server.

    scripts/neo4j start
    python bench/neo4j_speed.py --env-file FILE [--claims 50000] [--rounds 3] [--parts loads,growth,queries,files]

loads: load against a bare `UNWIND ... MERGE` loop of the same graph under the same schema (at least 0.7), and against
row by row MERGE of some of its claims (at least 20); of each ratio the median of the rounds. growth: the same for the
last tenth of the claims, in a graph that holds the rest. queries: each canned query
in memory against Neo4j. files: `polgraph export neo4j-admin`, kept in the folder that --files names. For a million
claims start the server with `--heap 3g --page-cache 2g`.

The database must be one to throw away: everything in it is deleted, except with --keep, which goes on with the one that
`neo4j-admin database import full` has made of the files.

Not called neo4j.py: beside a script of that name every other one here would import it in place of the driver.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generated import make_graph

from polgraph.errors import StoreError
from polgraph.exports import neo4j_admin
from polgraph.queries import catalogue, run
from polgraph.stores import schema
from polgraph.stores.connection import open_connection
from polgraph.stores.credentials import find_credentials
from polgraph.stores.embedded import EmbeddedStore
from polgraph.stores.load import load
from polgraph.stores.neo4j import Neo4jStore
from polgraph.stores.rows import edges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import networkx as nx

    from polgraph.queries import CannedQuery
    from polgraph.stores.base import Store
    from polgraph.stores.connection import Connection
    from polgraph.stores.plan import Plan
    from polgraph.stores.rows import Edge

    Row = dict[str, Any]

_BATCH = 5000
_EACH = 15  # row by row, so many of each relation give the rate: all of them would take an hour
_PATIENCE = 20.0  # seconds for a canned query


def main() -> None:
    """Run what the options ask for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--env-file", type=Path, help="credentials, as scripts/neo4j start prints their path")
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--parts", default="loads,queries,files")
    parser.add_argument("--files", type=Path, help="new folder for the files that neo4j-admin imports")
    parser.add_argument("--only", default="", help="of the canned queries these, for a run in parts")
    parser.add_argument("--patience", type=float, default=_PATIENCE, help="seconds for a canned query")
    parser.add_argument("--keep", action="store_true", help="ask the database as it is")
    options = parser.parse_args()
    parts = options.parts.split(",")
    graph = make_graph(options.claims)
    print(f"{len(graph)} entities, {graph.number_of_edges()} claims, {len(graph.graph['mentions'])} mentions")
    if "files" in parts:
        measure_files(graph, options.files)
    if parts == ["files"]:
        return
    with open_connection(find_credentials(env_file=options.env_file)) as connection:
        schema.apply(connection, schema.pending(connection, schema.migrations()))
        if "loads" in parts:
            measure_loads(connection, graph, options.rounds)
        elif not options.keep:
            clear(connection)
        print(f"load or check: {timed(partial(whole_load, connection, graph)):.1f} s", flush=True)
        if "growth" in parts:
            measure_growth(connection, graph, options.rounds)
        if "queries" in parts:
            measure_queries(connection, graph, options.rounds, options.only.split(","), options.patience)


def measure_files(graph: nx.MultiDiGraph, folder: Path | None) -> None:
    """Print how fast the files for neo4j-admin are written."""
    with tempfile.TemporaryDirectory() as scratch:
        place = folder or Path(scratch) / "files"
        seconds = timed(partial(neo4j_admin.write, graph, place))
        size = sum(file.stat().st_size for file in place.iterdir()) / 1e6
    print(f"files for neo4j-admin: {seconds:.1f} s, {graph.number_of_edges() / seconds:,.0f} claims/s, {size:,.0f} MB")


def measure_loads(connection: Connection, graph: nx.MultiDiGraph, rounds: int) -> None:
    """Print the rates of the three ways to load, claims a second, and their ratios; the graph is loaded at the end.

    Mentions stay out until the end: they are no claims, and row by row they would take as long again.
    """
    mentions, graph.graph["mentions"] = graph.graph["mentions"], {}
    clear(connection)
    bare_loop(connection, make_graph(5000))  # warms the server up
    claims = graph.number_of_edges()
    rowwise = _claims(edges(graph))
    per_bare, per_row = [], []
    # in turns, each ratio within its round: the machine may have other things to do
    for _ in range(rounds):
        clear(connection)
        bare = claims / timed(partial(bare_loop, connection, graph))
        before = one_by_one(connection, rowwise)
        clear(connection)
        ours = claims / timed(partial(whole_load, connection, graph))
        rows = (before + one_by_one(connection, rowwise)) / 2
        per_bare.append(ours / bare)
        per_row.append(ours / rows)
        print(f"claims/s: load {ours:,.0f}, bare loop {bare:,.0f}, row by row {rows:,.0f}", flush=True)
    print(f"load / bare loop   {_spread(per_bare)}  (wanted: .7)")
    print(f"load / row by row  {_spread(per_row)}  (wanted: 20)")
    graph.graph["mentions"] = mentions
    seconds = timed(partial(whole_load, connection, graph))  # and the claims that went in row by row, without a digest
    print(f"load of the mentions: {len(mentions) / seconds:,.0f} a second")
    print(f"second load, nothing to write: {timed(partial(whole_load, connection, graph)):.1f} s", flush=True)


def measure_growth(connection: Connection, graph: nx.MultiDiGraph, rounds: int) -> None:
    """Print the same for the last claims of a graph whose others are there; planning is timed apart."""
    last = sorted(edges(graph), key=lambda edge: str(edge[2]["id"]))[-graph.number_of_edges() // 10 :]
    grown = _claims(last)
    per_bare, per_row, planning = [], [], []
    for _ in range(rounds):
        _delete(connection, grown)
        begin = time.perf_counter()
        for relation, rows in grown.items():
            _in_batches(connection, _merge(relation), rows)
        bare = len(last) / (time.perf_counter() - begin)
        before = one_by_one(connection, grown)
        _delete(connection, grown)
        begin = time.perf_counter()
        planned: list[float] = []
        load(connection, graph, Path("bench.db"), started=partial(_note, planned))
        ours = len(last) / (time.perf_counter() - planned[0])
        planning.append(planned[0] - begin)
        rows_rate = (before + one_by_one(connection, grown)) / 2
        per_bare.append(ours / bare)
        per_row.append(ours / rows_rate)
        print(f"claims/s: load {ours:,.0f}, bare loop {bare:,.0f}, row by row {rows_rate:,.0f}", flush=True)
    print(f"growth, load / bare loop   {_spread(per_bare)}")
    print(f"growth, load / row by row  {_spread(per_row)}")
    print(f"planning: {statistics.median(planning):.1f} s")


def measure_queries(
    connection: Connection, graph: nx.MultiDiGraph, rounds: int, only: list[str], patience: float
) -> None:
    """Print for each canned query the best run in memory and on Neo4j, and the ratio; the first run warms both up."""
    memory, neo4j = EmbeddedStore(graph), Neo4jStore(connection)
    seconds = timed(partial(memory.run, "MATCH (e:Entity) RETURN count(e) AS n ORDER BY n", {}))
    print(f"filling the engine in memory: {seconds:.1f} s")
    name = graph.nodes[_well_known(graph)[0]]["name"]
    resolving = [timed(partial(neo4j.resolve, name)) for _ in range(5)]
    print(f"a name on Neo4j: {1000 * min(resolving):.1f} ms (best of five)")
    print(f"{'query':28} {'memory ms':>10} {'neo4j ms':>10} {'memory/neo4j':>13}")
    ratios = []
    for query in catalogue():
        if only != [""] and query.name not in only:
            continue
        values = _values(query, graph)
        told = [_best(store, query, values, rounds, patience) for store in (memory, neo4j)]
        late = f">{patience:g} s"
        shown = [f"{milliseconds:10.1f}" if milliseconds else f"{late:>10}" for milliseconds in told]
        ratio = told[0] / told[1] if told[0] and told[1] else None
        print(f"{query.name:28} {' '.join(shown)} {f'{ratio:13.2f}' if ratio else ''}", flush=True)
        if ratio:
            ratios.append(ratio)
    if ratios:
        print(f"median {statistics.median(ratios):.2f}, Neo4j faster in {sum(ratio > 1 for ratio in ratios)}")


def whole_load(connection: Connection, graph: nx.MultiDiGraph) -> None:
    """Load as `polgraph load` does."""
    load(connection, graph, Path("bench.db"))


def bare_loop(connection: Connection, graph: nx.MultiDiGraph) -> None:
    """Load as a short script would: nodes, then each relation in batches of MERGE, no more."""
    for label, rows in _nodes(graph).items():
        _in_batches(connection, f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row", rows)
    for relation, rows in _claims(edges(graph)).items():
        _in_batches(connection, _merge(relation), rows)
    mentions = [{"s": e, "o": d, "properties": {"count": n}} for (e, d), n in graph.graph["mentions"].items()]
    statement = (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.s}) MATCH (o:Document {id: row.o}) "
        "MERGE (s)-[r:MENTIONED_IN]->(o) SET r += row.properties"
    )
    _in_batches(connection, statement, mentions)


def one_by_one(connection: Connection, claims: dict[str, list[Row]]) -> float:
    """Load some claims anew, each in a transaction of its own, into the graph that is there; claims a second."""
    some = {relation: rows[:_EACH] for relation, rows in claims.items()}
    _delete(connection, some)
    begin = time.perf_counter()
    for relation, rows in some.items():
        for row in rows:
            _in_batches(connection, _merge(relation), [row])
    return sum(map(len, some.values())) / (time.perf_counter() - begin)


def clear(connection: Connection) -> None:
    """Delete everything but the record of the schema."""
    for what, delete in (("()-[x]->()", "DELETE x"), ("(x) WHERE NOT x:PolgraphSchema", "DELETE x")):
        while connection.write(partial(_delete_some, statement=f"MATCH {what} WITH x LIMIT 20000 {delete}")):
            pass


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _best(store: Store, query: CannedQuery, values: dict[str, Any], rounds: int, patience: float) -> float | None:
    try:
        return 1000 * min(timed(partial(run, store, query, values, timeout=patience)) for _ in range(1 + rounds))
    except StoreError as error:
        if "no answer within" not in str(error):
            raise
        return None


def _values(query: CannedQuery, graph: nx.MultiDiGraph) -> dict[str, Any]:
    known = _well_known(graph)
    partners = iter(known)
    document = next(iter(graph.graph["documents"]))
    examples: dict[str, Any] = {"entities": known[:2], "relations": ["ACCUSED"], "sign": -1, "integer": 2}
    examples |= {"since": "2025-03-01", "until": "2025-06-01", "string": document}
    return {
        parameter.name: next(partners) if parameter.type == "entity" else examples[parameter.type]
        for parameter in query.parameters
        if parameter.required
    }


def _well_known(graph: nx.MultiDiGraph) -> list[str]:
    # known to many, but not the hubs, whose neighbours are everybody
    by_degree = sorted(graph, key=lambda entity: (-graph.degree[entity], entity))
    return by_degree[20 : 20 + 5 * 20 : 20]


def _nodes(graph: nx.MultiDiGraph) -> dict[str, list[Row]]:
    by_label: dict[str, list[Row]] = {"Document": list(graph.graph["documents"].values())}
    for identity, data in graph.nodes(data=True):
        row = {name: value for name, value in data.items() if name != "type"} | {"id": identity}
        by_label.setdefault(f"Entity:{data['type']}", []).append(row)
    return by_label


def _note(planned: list[float], _plan: Plan) -> Callable[[int], None]:
    planned.append(time.perf_counter())
    return lambda _: None


def _delete(connection: Connection, claims: dict[str, list[Row]]) -> None:
    for relation, rows in claims.items():
        delete = f"UNWIND $rows AS row MATCH ()-[r:{relation} {{id: row.id}}]->() DELETE r"
        _in_batches(connection, delete, [{"id": row["id"]} for row in rows])


def _claims(claims: Iterable[Edge]) -> dict[str, list[Row]]:
    by_relation: dict[str, list[Row]] = {}
    for subject, target, data in claims:
        properties = {name: value for name, value in data.items() if name != "relation"}
        row = {"s": subject, "o": target, "id": data["id"], "properties": properties}
        by_relation.setdefault(data["relation"], []).append(row)
    return by_relation


def _merge(relation: str) -> str:
    return (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.s}) MATCH (o:Entity {id: row.o}) "
        f"MERGE (s)-[r:{relation} {{id: row.id}}]->(o) SET r += row.properties"
    )


def _in_batches(connection: Connection, statement: str, rows: list[Row]) -> None:
    for batch in _sliced(rows):
        connection.write(partial(_run, statement=statement, rows=batch))


def _sliced(rows: list[Row]) -> Iterator[list[Row]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _run(transaction: Any, statement: str, rows: list[Row]) -> None:  # noqa: ANN401  the driver's
    transaction.run(statement, rows=rows).consume()


def _delete_some(transaction: Any, statement: str) -> bool:  # noqa: ANN401  the driver's
    counters = transaction.run(statement).consume().counters
    return bool(counters.nodes_deleted or counters.relationships_deleted)


def _spread(ratios: list[float]) -> str:
    return f"{statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f})"


if __name__ == "__main__":
    main()
