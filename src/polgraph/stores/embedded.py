"""The graph in memory answering Cypher, on the embedded engine kglite.

In: the NetworkX graph of `polgraph.graph`. Out: rows. The engine is filled at the first question and kept: for a query
of our shelf with the properties that it names, since no other can show in its answer; as soon as a question names more,
with all but the mentions; and where it names these too, or is a user's own, with everything.

What is known about kglite 0.21.2, and minded here: one of its optimiser passes gives wrong answers and is switched
off, but for the queries of our shelf, whose plans it does not touch, since only with all passes on does the engine
remember a plan; its own read-only mode still lets files be read and procedures be called, so every query passes
`polgraph.cypher.guarded` first; a list is looked up fast only as a parameter, see `polgraph.stores.first`; a node
without `title` answers with another of its properties, so it gets an explicit null; `from_networkx` merges parallel
edges, so the graph is loaded by statements of our own.
"""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from polgraph.errors import BadParameter, QueryError, StoreError
from polgraph.graph.names import resolve
from polgraph.graph.projection import no_collection
from polgraph.ontology import ENTITY_TYPES, RELATIONS
from polgraph.stores.base import CheckedQuery, Result
from polgraph.stores.first import in_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import kglite
    import networkx as nx

    _Edge = tuple[str, str, dict[str, Any]]

__all__ = ["DEFAULT_TIMEOUT", "EmbeddedStore"]

DEFAULT_TIMEOUT = 60.0
_WRONG_PASSES = ["fuse_match_return_aggregate"]
_MENTIONED_IN = "MENTIONED_IN"
_WORDS = re.compile(r"\w+")
_PARAMETER = re.compile(r"\$(\w+)")
_COMMENT = re.compile("^//.*", re.MULTILINE)
_MISSING = re.compile(r"Missing parameter: \$(\w+)")
_ALWAYS = ("id", "name", "title")
# words of a query that stand for something to load
_NAMES = frozenset(
    {
        *("aliases", "country", "description", "wikidata_id", "collective", "publisher", "url", "sha256"),
        *("id", "published", "document", "quote", "start", "end", "speaker", "speaker_id", "modality", "sign"),
        "plover",
        *("date", "date_precision", "confidence", "rule", "title", "action", "former", "kin", _MENTIONED_IN),
    }
)
_Row = TypeVar("_Row")
_BATCH = 2_000  # what is on its way to the engine is in memory twice


class EmbeddedStore:
    """A store over a graph in memory; the graph must not change while it lives."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self._graph = graph
        self._engine: kglite.KnowledgeGraph | None = None
        self._holds: frozenset[str] | None = None

    def run(
        self,
        query: str,
        parameters: Mapping[str, Any],
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Result:
        """Answer a query that only reads; see `polgraph.stores.base.Store`."""
        import kglite  # noqa: PLC0415  a compiled library that other commands do not need

        passes = None
        if isinstance(query, CheckedQuery):
            engine = self._open(_named_in(query))
            parts: Sequence[str] = in_parts(query)
        else:
            query, parts = _guarded(query)
            # it may name what it wants in ways of its own
            engine, passes = self._open(None), _WRONG_PASSES
        seconds = DEFAULT_TIMEOUT if timeout is None else timeout

        def ask(part: str, values: dict[str, Any]) -> Any:  # noqa: ANN401  what the engine gives without a DataFrame
            left = max(1, round(1000 * (begin + seconds - perf_counter())))
            most = limit if part is parts[-1] or part is query else None
            return engine.cypher(part, params=values, timeout_ms=left, row_limit=most, disabled_passes=passes)

        begin = perf_counter()
        # among new rows there is no garbage, and looking for it takes longer than making them
        collects = gc.isenabled()
        gc.disable()
        try:
            view = ask(query, dict(parameters)) if len(parts) == 1 else _in_turn(ask, parts, query, parameters)
            rows = [tuple(row.values()) for row in view.to_list()]
        except kglite.CypherTimeoutError:
            raise StoreError(
                f"no answer within {seconds:g} seconds: narrow the question, or give more --timeout"
            ) from None
        except kglite.KgError as error:
            missing = _MISSING.search(str(error))
            if missing is not None:
                raise BadParameter(f"the query needs ${missing[1]}: give it with --param {missing[1]}=VALUE") from None
            raise QueryError(f"the query cannot be answered: {_first_line(error)}") from None
        except (TypeError, ValueError, OverflowError, RecursionError) as error:
            raise BadParameter(f"a parameter cannot be passed: {_first_line(error)}") from None
        finally:
            if collects:
                gc.enable()
        total = view.diagnostics.get("total_rows") if limit is not None and view.diagnostics else None
        return Result(columns=tuple(view.columns), rows=rows, truncated=total is not None and total > len(rows))

    def resolve(self, name: str) -> str:
        """Return the id of the one entity that a name stands for; see `polgraph.stores.base.Store`."""
        return resolve(self._graph, name)

    def close(self) -> None:
        """Let the engine go; the next question fills it anew."""
        self._engine = None

    def _open(self, names: frozenset[str] | None) -> kglite.KnowledgeGraph:
        if self._engine is None:
            with no_collection():
                self._engine, self._holds = _load(self._graph, names), names
        elif self._holds is not None and (names is None or not names <= self._holds):
            self._engine = None  # before there are two
            # mentions are as many as claims, in the way of every walk, and hardly ever asked for
            needed = None if names is None or _MENTIONED_IN in names else _NAMES - {_MENTIONED_IN}
            with no_collection():
                self._engine, self._holds = _load(self._graph, needed), needed
        return self._engine


def _guarded(query: str) -> tuple[str, Sequence[str]]:
    from polgraph.cypher import guarded  # noqa: PLC0415  our own shelf is checked by a test

    whole = guarded(query, everywhere=True)
    parts = in_parts(query)
    if len(parts) == 1:
        return whole, (whole,)
    try:
        # apart they may read differently
        return whole, [guarded(part, everywhere=True) for part in parts]
    except QueryError:
        return whole, (whole,)


def _in_turn(
    ask: Callable[[str, dict[str, Any]], Any], parts: Sequence[str], whole: str, parameters: Mapping[str, Any]
) -> Any:  # noqa: ANN401  see above
    """Ask each part with the answers of those before it, or the whole where they cannot be asked apart."""
    import kglite  # noqa: PLC0415  see above

    values = dict(parameters)
    try:
        for part in parts:
            view = ask(part, _only(values, _parameters_of(part)))
            if part is not parts[-1]:
                [answer] = view.to_list()
                values |= answer
    except (ValueError, kglite.CypherSyntaxError):  # not one row, or a name that no parameter may have
        return ask(whole, dict(parameters))
    # a column that nobody named is called after its text
    return ask(whole, dict(parameters)) if any("$" in column for column in view.columns) else view


@lru_cache(maxsize=256)
def _parameters_of(part: str) -> frozenset[str]:
    return frozenset(_PARAMETER.findall(part))


@lru_cache(maxsize=256)
def _named_in(query: str) -> frozenset[str]:
    return _NAMES.intersection(_WORDS.findall(_COMMENT.sub("", query)))


def _load(graph: nx.MultiDiGraph, wanted: frozenset[str] | None) -> kglite.KnowledgeGraph:
    import kglite  # noqa: PLC0415  see above

    # its warnings tell of names that this graph happens not to hold; wrong names are found before a query runs
    kglite.set_query_warning_policy("silent")
    engine = kglite.KnowledgeGraph()
    by_type: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entity, data in graph.nodes(data=True):
        by_type[data["type"]].append({**data, "id": entity, "title": None})
    for entity_type, nodes in by_type.items():
        _create_nodes(engine, f"Entity:{ENTITY_TYPES[entity_type].name}", nodes, wanted)
    _create_nodes(
        engine,
        "Document",
        [{"title": None, **data, "name": data.get("title")} for data in graph.graph.get("documents", {}).values()],
        wanted,
    )
    by_relation: dict[str, list[_Edge]] = defaultdict(list)
    for edge in graph.edges(data=True):
        by_relation[edge[2]["relation"]].append(edge)
    for relation, edges in by_relation.items():
        _create_edges(engine, RELATIONS[relation].name, "Entity", edges, wanted)
    if wanted is None or _MENTIONED_IN in wanted:
        mentions = graph.graph.get("mentions", {}).items()
        edges = [(entity, document, {"count": count}) for (entity, document), count in mentions]
        _create_edges(engine, _MENTIONED_IN, "Document", edges, None)
    engine.read_only(True)
    kglite.trim_memory()
    return engine


def _create_nodes(
    engine: kglite.KnowledgeGraph, labels: str, nodes: Iterable[dict[str, Any]], wanted: frozenset[str] | None
) -> None:
    for batch in _batches(nodes):
        # `type` is the label
        rows = [
            {
                name: value
                for name, value in node.items()
                if name != "type" and (wanted is None or name in wanted or name in _ALWAYS)
            }
            for node in batch
        ]
        engine.cypher(f"UNWIND $rows AS row CREATE (n:{labels}) SET n += row", params={"rows": rows})


def _create_edges(
    engine: kglite.KnowledgeGraph, relation: str, target: str, edges: Iterable[_Edge], wanted: frozenset[str] | None
) -> None:
    statement = (
        f"UNWIND $rows AS row MATCH (a:Entity {{id: row.from}}), (b:{target} {{id: row.to}}) "
        f"CREATE (a)-[r:{relation}]->(b) SET r += row.claim"
    )
    for batch in _batches(edges):
        rows = [{"from": source, "to": end, "claim": _only(data, wanted)} for source, end, data in batch]
        engine.cypher(statement, params={"rows": rows})


def _only(data: Mapping[str, Any], wanted: frozenset[str] | None) -> dict[str, Any]:
    if wanted is None:
        return {name: value for name, value in data.items() if name != "relation"}
    # most often there is more than is asked for
    return {name: data[name] for name in wanted if name in data}


def _batches(items: Iterable[_Row]) -> Iterator[list[_Row]]:
    waiting = iter(items)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
