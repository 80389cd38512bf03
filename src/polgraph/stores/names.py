"""Names of entities in Neo4j: how they are kept there, and a name in, the id of the entity that it stands for out.

Names are compared in a folded form (`polgraph.graph.names`), which no function of Cypher gives. So each entity carries
the folded words of its name and aliases as `_names`, under a text index: the server picks those who may be meant, and
`resolve_among` chooses between these few as it does between all. One round trip for a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polgraph.errors import UnknownEntity
from polgraph.graph.names import resolve_among, spaced
from polgraph.stores.rows import DIGEST, entity_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from polgraph.stores.connection import Connection
    from polgraph.stores.rows import Row

__all__ = ["NAMES", "named_row", "resolve_on"]

NAMES = "_names"

_WHO = "RETURN e.id AS id, e.name AS name, coalesce(e.aliases, []) AS aliases"
_ALL = f"MATCH (e:Entity) WHERE e.{DIGEST} IS NOT NULL {_WHO} ORDER BY id"
_SOME = (
    f"MATCH (e:Entity {{id: $name}}) WHERE e.{DIGEST} IS NOT NULL {_WHO} "
    f"UNION MATCH (e:Entity) WHERE e.{NAMES} CONTAINS $words AND e.{DIGEST} IS NOT NULL {_WHO}"
)


def named_row(identity: str, data: Mapping[str, Any]) -> Row:
    """Return the row of an entity with its folded names, which the digest covers."""
    forms = dict.fromkeys(map(spaced, (data["name"], *data["aliases"])))
    return entity_row(identity, {**data, NAMES: "\n".join(forms)})


def resolve_on(connection: Connection, name: str) -> str:
    """Return the id of the one entity that a name, an alias, a part of one or an id stands for.

    Raises UnknownEntity or AmbiguousEntity with the same candidates as the graph in memory.
    """
    words = spaced(name)
    if words.strip():
        sendable = name.encode("utf8", "replace").decode("utf8")
        try:
            return _resolve(connection, name, _SOME, {"name": sendable, "words": words})
        except UnknownEntity:
            pass  # who has a name like it is found among all names only
    return _resolve(connection, name, _ALL, {})


def _resolve(connection: Connection, name: str, query: str, parameters: Mapping[str, str]) -> str:
    found = connection.read(query, parameters).rows
    return resolve_among({identity: (own, aliases) for identity, own, aliases in found}, name)
