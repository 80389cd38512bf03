"""Neo4j, measured as ratios taken in one run against one server.

    scripts/neo4j start
    python bench/neo4j_speed.py --env-file FILE [--claims 50000] [--queries]

load against a bare `UNWIND ... MERGE` loop of the same claims with the same schema (at least 0.7), and against row by
row MERGE (at least 20); with --queries each canned query in memory against Neo4j. The database must be one to throw
away: everything in it is deleted.
"""

from __future__ import annotations

import argparse
import time
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import networkx as nx

from polgraph.ontology import RELATIONS
from polgraph.stores import schema
from polgraph.stores.connection import open_connection
from polgraph.stores.credentials import find_credentials
from polgraph.stores.load import load
from polgraph.stores.neo4j import Neo4jStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.stores.connection import Connection

_BATCH = 5000
_EACH = 15  # row by row, so many of each relation give the rate: all of them would take an hour
_QUOTE = "The minister of the harbour said on Monday that the other side had not kept a word of what it promised. "


def main() -> None:
    """Run what the options ask for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--env-file", type=Path, help="credentials, as scripts/neo4j start prints their path")
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--queries", action="store_true", help="time the canned queries too")
    options = parser.parse_args()
    graph = make_graph(options.claims)
    with open_connection(find_credentials(env_file=options.env_file)) as connection:
        schema.apply(connection, schema.pending(connection, schema.migrations()))
        measure_loads(connection, graph)
        if options.queries:
            measure_queries(connection, graph)


def measure_loads(connection: Connection, graph: nx.MultiDiGraph) -> None:
    """Print the rates of the three ways to load, claims a second, and their ratios."""
    claims = graph.number_of_edges()
    clear(connection)
    bare_loop(connection, make_graph(5000))  # warms the server up
    # in turns, and the best of three: the machine may have other things to do
    rates = {"load": 0.0, "bare loop": 0.0, "row by row": 0.0}
    for _ in range(3):
        for name, way in (("load", whole_load), ("bare loop", bare_loop)):
            clear(connection)
            rates[name] = max(rates[name], claims / timed(partial(way, connection, graph)))
        clear(connection)
        rates["row by row"] = max(rates["row by row"], one_by_one(connection, graph))
    for name, rate in rates.items():
        print(f"{name:12} {rate:10,.0f} claims/s", flush=True)
    print(f"load / bare loop   {rates['load'] / rates['bare loop']:.2f}  (wanted: .7)")
    print(f"load / row by row  {rates['load'] / rates['row by row']:.1f}  (wanted: 20)")
    clear(connection)
    whole_load(connection, graph)
    print(f"second load, nothing to write: {timed(partial(whole_load, connection, graph)):.1f} s")


def measure_queries(connection: Connection, graph: nx.MultiDiGraph) -> None:
    """Print for each canned query the median of three runs in memory and on Neo4j, and their ratio."""
    from polgraph.queries import catalogue, run  # noqa: PLC0415  a bench of loads needs none
    from polgraph.stores.embedded import EmbeddedStore  # noqa: PLC0415  see above

    memory, neo4j = EmbeddedStore(graph), Neo4jStore(connection)
    memory.run("MATCH (e:Entity) RETURN count(e) AS n ORDER BY n", {})
    examples: dict[str, Any] = {"entity": "person:6", "entities": ["person:6", "nation:5"], "relations": ["ACCUSED"]}
    examples |= {"sign": -1, "since": "2024-03-01", "until": "2024-06-01", "integer": 2, "string": "doc1.txt"}
    partner = iter(["person:6", "institution:1", "nation:2"] * 20)
    print(f"{'query':28} {'memory ms':>10} {'neo4j ms':>10} {'ratio':>7}")
    for query in catalogue():
        values = {
            parameter.name: next(partner) if parameter.type == "entity" else examples[parameter.type]
            for parameter in query.parameters
            if parameter.required
        }
        partner = iter(["person:6", "institution:1", "nation:2"] * 20)
        told = []
        for store in (memory, neo4j):
            try:
                ask = partial(run, store, query, values, timeout=60)
                runs = sorted(timed(ask) for _ in range(3))
                told.append(1000 * runs[1])
            except Exception as error:  # noqa: BLE001  a query too slow for this size is a result
                print(f"{query.name:28} {type(error).__name__}: {error}")
                break
        else:
            print(f"{query.name:28} {told[0]:10.1f} {told[1]:10.1f} {told[0] / told[1]:7.2f}", flush=True)


def whole_load(connection: Connection, graph: nx.MultiDiGraph) -> None:
    """Load as `polgraph load` does."""
    load(connection, graph, Path("bench.db"))


def bare_loop(connection: Connection, graph: nx.MultiDiGraph) -> None:
    """Load as a short script would: nodes, then each relation in batches of MERGE, no more."""
    for label, rows in _nodes(graph).items():
        _in_batches(connection, f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row", rows)
    for relation, rows in _claims(graph).items():
        _in_batches(connection, _merge(relation), rows)
    rows = [{"s": e, "o": d, "properties": {"count": n}} for (e, d), n in graph.graph["mentions"].items()]
    statement = (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.s}) MATCH (o:Document {id: row.o}) "
        "MERGE (s)-[r:MENTIONED_IN]->(o) SET r += row.properties"
    )
    _in_batches(connection, statement, rows)


def one_by_one(connection: Connection, graph: nx.MultiDiGraph) -> float:
    """Load the nodes, then some claims each in a transaction of its own; claims a second."""
    for label, rows in _nodes(graph).items():
        _in_batches(connection, f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row", rows)
    some = [(relation, row) for relation, rows in _claims(graph).items() for row in rows[:_EACH]]
    begin = time.perf_counter()
    for relation, row in some:
        _in_batches(connection, _merge(relation), [row])
    return len(some) / (time.perf_counter() - begin)


def clear(connection: Connection) -> None:
    """Delete everything but the record of the schema."""
    while connection.write(_delete_some):
        pass


def make_graph(claims: int) -> nx.MultiDiGraph:
    """Make a graph with a tenth as many entities, few of which have most of the claims."""
    random = Random(1)  # noqa: S311  no secret
    graph = nx.MultiDiGraph()
    kinds = ("Person", "Institution", "Nation")
    for number in range(max(30, claims // 10)):
        kind = kinds[number % 3]
        graph.add_node(f"{kind.lower()}:{number}", type=kind, name=f"{kind} {number}", aliases=[f"No {number}"])
    documents = max(1, claims // 20)
    graph.graph["documents"] = {
        f"doc{number}.txt": {"id": f"doc{number}.txt", "sha256": f"{number:064x}", "published": "2024-02-01"}
        for number in range(documents)
    }
    ids, relations = list(graph), list(RELATIONS.values())
    for number in range(claims):
        relation = relations[number % len(relations)]
        subject, target = ids[int(random.paretovariate(0.8)) % len(ids)], random.choice(ids)
        claim = {"id": f"{number:016x}", "relation": relation.name, "document": f"doc{number % documents}.txt"}
        claim |= {"published": "2024-02-01", "quote": f"{_QUOTE}{number}", "modality": "asserted", "rule": "made"}
        day = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
        numbers = {"start": number, "end": number + len(_QUOTE), "sign": relation.sign, "confidence": 0.7}
        graph.add_edge(subject, target, key=claim["id"], **claim, **numbers, date=day)
    graph.graph["mentions"] = {(subject, data["document"]): 1 for subject, _, data in graph.edges(data=True)}
    return graph


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _nodes(graph: nx.MultiDiGraph) -> dict[str, list[dict[str, Any]]]:
    by_label: dict[str, list[dict[str, Any]]] = {"Document": list(graph.graph["documents"].values())}
    for identity, data in graph.nodes(data=True):
        row = {name: value for name, value in data.items() if name != "type"} | {"id": identity}
        by_label.setdefault(f"Entity:{data['type']}", []).append(row)
    return by_label


def _claims(graph: nx.MultiDiGraph) -> dict[str, list[dict[str, Any]]]:
    by_relation: dict[str, list[dict[str, Any]]] = {}
    for subject, target, data in graph.edges(data=True):
        properties = {name: value for name, value in data.items() if name != "relation"}
        row = {"s": subject, "o": target, "id": data["id"], "properties": properties}
        by_relation.setdefault(data["relation"], []).append(row)
    return by_relation


def _merge(relation: str) -> str:
    return (
        "UNWIND $rows AS row MATCH (s:Entity {id: row.s}) MATCH (o:Entity {id: row.o}) "
        f"MERGE (s)-[r:{relation} {{id: row.id}}]->(o) SET r += row.properties"
    )


def _in_batches(connection: Connection, statement: str, rows: list[dict[str, Any]]) -> None:
    for at in range(0, len(rows), _BATCH):
        connection.write(partial(_run, statement=statement, rows=rows[at : at + _BATCH]))


def _run(transaction: Any, statement: str, rows: list[dict[str, Any]]) -> None:  # noqa: ANN401  the driver's
    transaction.run(statement, rows=rows).consume()


def _delete_some(transaction: Any) -> bool:  # noqa: ANN401  the driver's
    found = transaction.run("MATCH (n) WHERE NOT n:PolgraphSchema WITH n LIMIT 5000 DETACH DELETE n")
    return bool(found.consume().counters.nodes_deleted)


if __name__ == "__main__":
    main()
