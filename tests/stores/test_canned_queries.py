"""Every query of the shelf answers what plain Python over the graph answers, row by row, on every store."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings, strategies as st

from oracles import ORACLES
from polgraph.ontology import RELATIONS
from polgraph.queries import catalogue, run
from strategies import days, dense_graph, graphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import networkx as nx

    from polgraph.queries import CannedQuery
    from polgraph.stores.base import Store

_SHELF = catalogue()


def test_each_query_has_an_oracle() -> None:
    assert sorted(ORACLES) == sorted(query.name for query in _SHELF)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_shelf_answers_as_plain_python_does(store: Callable[[nx.MultiDiGraph], Store], data: st.DataObject) -> None:
    graph = data.draw(graphs())
    opened = store(graph)
    for query in _SHELF:
        values = _values(graph)
        parameters = {
            parameter.name: data.draw(
                values[parameter.type] if parameter.required else st.none() | values[parameter.type]
            )
            for parameter in query.parameters
        }
        rows = run(opened, query, parameters)
        assert (query.name, parameters, rows.tuples) == (query.name, parameters, _expected(graph, query, parameters))
        assert list(rows.columns) == list(query.columns)


def test_the_shelf_answers_as_plain_python_does_where_all_relations_occur(
    store: Callable[[nx.MultiDiGraph], Store],
) -> None:
    answered = set()
    for seed in range(4):
        graph = dense_graph(seed)
        opened = store(graph)
        for query in _SHELF:
            for parameters in _some_parameters(graph, query, Random(seed)):  # noqa: S311  no secret
                rows = run(opened, query, parameters)
                expected = _expected(graph, query, parameters)
                assert (query.name, parameters, rows.tuples) == (query.name, parameters, expected)
                if rows:
                    answered.add(query.name)
    assert answered == set(ORACLES)


def test_the_shelf_answers_as_plain_python_does_where_few_have_most_of_the_claims(
    store: Callable[[nx.MultiDiGraph], Store],
) -> None:
    graph = dense_graph(0)
    random = Random(0)  # noqa: S311  no secret
    hubs = sorted(graph)
    for number in range(12):
        node = f"person:few-{number:02}"
        graph.add_node(node, type="Person", name=f"Few {number % 9}", aliases=[])
        for other in random.sample(sorted(graph), 4):
            claim: dict[str, Any] = random.choice([claim for _, _, claim in graph.edges(data=True)])
            subject, target = random.sample([node, other], 2)
            graph.add_edge(subject, target, f"d{len(graph.edges):03}", **claim | {"id": f"d{len(graph.edges):03}"})
    opened = store(graph)
    for query in _SHELF:
        if {"triangles", "paths-best", "paths-avoiding", "common-neighbours", "enemy-of-enemy"} & {query.name}:
            for entities in (hubs, sorted(graph)):
                for _ in range(4):
                    names = [parameter.name for parameter in query.parameters if parameter.type == "entity"]
                    parameters = dict(zip(names, random.sample(entities, len(names)), strict=True))
                    rows = run(opened, query, parameters)
                    expected = _expected(graph, query, parameters)
                    assert (query.name, parameters, rows.tuples) == (query.name, parameters, expected)


def test_the_shelf_answers_as_plain_python_does_where_many_claims_make_the_same_way(
    store: Callable[[nx.MultiDiGraph], Store],
) -> None:
    graph = dense_graph(0)
    for node in list(graph):
        graph.remove_node(node)
    random = Random(0)  # noqa: S311  no secret
    nodes = [f"person:{number}" for number in range(9)]
    graph.add_nodes_from((node, {"type": "Person", "name": node, "aliases": []}) for node in nodes)
    steps = [(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 5), (2, 5), (4, 6), (5, 6), (6, 7)]
    relations = ["ACCUSED", "MET_WITH"]
    for number in range(40 * len(steps)):
        subject, target = random.sample(steps[number % len(steps)], 2)
        relation = relations[number % 3 % 2]
        claim: dict[str, Any] = {"id": f"c{number:03}", "relation": relation, "sign": RELATIONS[relation].sign}
        claim |= {"document": "1.md", "quote": "q", "modality": "asserted", "start": 0, "end": 1, "confidence": 1.0}
        graph.add_edge(nodes[subject], nodes[target], claim["id"], **claim)
    opened = store(graph)
    for query in _SHELF:
        if query.family == "paths":
            names = [parameter.name for parameter in query.parameters if parameter.type == "entity"]
            for chosen in ((0, 4, 1), (0, 6, 8), (0, 7, 2), (7, 0, 6), (0, 8, 3), (0, 1, 4)):
                parameters = dict(zip(names, (nodes[number] for number in chosen), strict=False))
                rows = run(opened, query, parameters)
                expected = _expected(graph, query, parameters)
                assert (query.name, parameters, rows.tuples) == (query.name, parameters, expected)


def _some_parameters(graph: nx.MultiDiGraph, query: CannedQuery, random: Random) -> Iterator[dict[str, Any]]:
    values: dict[str, Callable[[], Any]] = {
        "entity": lambda: random.choice(sorted(graph)),
        "entities": lambda: random.sample(sorted(graph), 2),
        "relations": lambda: random.sample(list(RELATIONS), 9),
        "sign": lambda: random.choice([-1, 0, 1]),
        "since": lambda: "2025-03-01",
        "until": lambda: "2025-05",
        "integer": lambda: random.randint(1, 9),
        "string": lambda: random.choice(["Wire", "Post", "1.md", "2.md"]),
    }
    for optional in (False, True, True):
        yield {
            parameter.name: values[parameter.type]() for parameter in query.parameters if parameter.required or optional
        }


def _expected(graph: nx.MultiDiGraph, query: CannedQuery, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    given = {
        name: "2025-05-31" if value == "2025-05" else value for name, value in parameters.items() if value is not None
    }
    return ORACLES[query.name](graph, **defaults | given)


def _values(graph: nx.MultiDiGraph) -> dict[str, st.SearchStrategy[Any]]:
    entity = st.sampled_from(sorted(graph))
    present = sorted({claim["relation"] for _, _, claim in graph.edges(data=True)}) or list(RELATIONS)
    return {
        "entity": entity,
        "entities": st.lists(entity, min_size=1, max_size=2),
        "relations": st.lists(st.sampled_from(present), min_size=1, max_size=2),
        "sign": st.sampled_from([-1, 0, 1]),
        "since": days,
        "until": days,
        "integer": st.integers(1, 4),
        "string": st.sampled_from(["Wire", "Post", "0.md", "nobody"]),
    }
