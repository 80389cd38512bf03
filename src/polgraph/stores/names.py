"""Names of entities in Neo4j: how they are kept there, and a name in, the id of the entity that it stands for out.

Names are compared in a folded form (`polgraph.graph.names`), which no function of Cypher gives. So each entity carries
the folded words of its name and aliases as `_names`, under a text index: the server picks those who may be meant, and
`resolve_among` chooses between these few as it does between all. One round trip for a name. A line of `_names` between
equals signs, which no folded name has, is the id of an entity that was merged into this one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from polgraph.errors import UnknownEntity
from polgraph.graph.names import resolve_among, spaced
from polgraph.stores.rows import DIGEST, entity_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from polgraph.stores.connection import Connection
    from polgraph.stores.rows import Row

__all__ = ["NAMES", "named_rows", "resolve_on"]

NAMES = "_names"

_MERGED = "="
_WHO = (
    "RETURN e.id AS id, e.name AS name, coalesce(e.aliases, []) AS aliases, "
    f"[line IN split(coalesce(e.{NAMES}, ''), '\n') WHERE line STARTS WITH '{_MERGED}' "
    "| substring(line, 1, size(line) - 2)] AS merged"
)
_OURS = f"e.{DIGEST} IS NOT NULL"
_ALL = f"MATCH (e:Entity) WHERE {_OURS} {_WHO} ORDER BY id"
# a branch for each index
_SOME = (
    f"MATCH (e:Entity) WHERE e.id IN $ids AND {_OURS} {_WHO} "
    f"UNION MATCH (e:Entity) WHERE e.{NAMES} CONTAINS $words AND {_OURS} {_WHO} "
    f"UNION UNWIND $merged AS line MATCH (e:Entity) WHERE e.{NAMES} CONTAINS line AND {_OURS} {_WHO}"
)


def named_rows(graph: nx.MultiDiGraph) -> Iterator[Row]:
    """Yield the row of each entity with its folded names, which the digest covers."""
    merged: defaultdict[str, list[str]] = defaultdict(list)
    for identity, entity in graph.graph.get("merged", {}).items():
        merged[entity].append(identity)
    for entity, data in graph.nodes(data=True):
        yield _named_row(entity, data, sorted(merged[entity]) if entity in merged else ())


def resolve_on(connection: Connection, name: str) -> str:
    """Return the id of the one entity that a name, an alias, a part of one or an id stands for.

    Raises UnknownEntity or AmbiguousEntity with the same candidates as the graph in memory.
    """
    words = spaced(name)
    if words.strip():
        ids = sorted({sendable := name.encode("utf8", "replace").decode("utf8"), sendable.casefold()})
        parameters = {"ids": ids, "words": words, "merged": [_line(identity) for identity in ids]}
        try:
            return _resolve(connection, name, _SOME, parameters)
        except UnknownEntity:
            pass  # who has a name like it is found among all names only
    return _resolve(connection, name, _ALL, {})


def _named_row(identity: str, data: Mapping[str, Any], merged: Iterable[str]) -> Row:
    lines = [*dict.fromkeys(map(spaced, (data["name"], *data["aliases"]))), *map(_line, merged)]
    return entity_row(identity, {**data, NAMES: "\n".join(lines)})


def _line(identity: str) -> str:
    return f"{_MERGED}{identity}{_MERGED}"


def _resolve(connection: Connection, name: str, query: str, parameters: Mapping[str, Any]) -> str:
    found = connection.read(query, parameters).rows
    known = {identity: (own, aliases) for identity, own, aliases, _ in found}
    return resolve_among(known, name, {old: identity for identity, _, _, merged in found for old in merged})
