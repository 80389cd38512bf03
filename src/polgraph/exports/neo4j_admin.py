"""Files for `neo4j-admin database import full`: the fast way for a first load of more than a million claims.

In: the graph. Out: a folder with a CSV file for entities, documents, claims and mentions, each with its header, and
`import.args`, which tells neo4j-admin how to read them. Run `polgraph load` once afterwards: it adds the schema, and
what CSV cannot hold (lists without a member).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from polgraph.errors import ViewError
from polgraph.stores.names import NAMES, named_rows
from polgraph.stores.rows import (
    CLAIM_PROPERTIES,
    DIGEST,
    DOCUMENT_PROPERTIES,
    ENTITY_PROPERTIES,
    MENTIONED_IN,
    claim_row,
    document_row,
    edges,
    mentions,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import networkx as nx

__all__ = ["ARGUMENTS", "write"]

_SEPARATOR = "\x1f"  # between the members of a list: the unit separator stands in no name
_TYPES = {
    **dict.fromkeys(("start", "end", "sign", "count"), ":long"),
    **dict.fromkeys(("collective", "former"), ":boolean"),
    "confidence": ":double",
    "aliases": ":string[]",
}
ARGUMENTS = """\
--nodes=entities.csv
--nodes=documents.csv
--relationships=claims.csv
--relationships=mentions.csv
--array-delimiter=U+001F
--multiline-fields=true
--id-type=string
"""


def write(graph: nx.MultiDiGraph, folder: Path) -> None:
    """Write the files; the folder must be empty or not there yet."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ViewError(f"{folder}: is there already: name a new folder with --output")
    folder.mkdir(parents=True, exist_ok=True)
    for name, header, rows in (
        ("entities", ("id:ID(Entity)", *map(_typed, ENTITY_PROPERTIES), NAMES, DIGEST, ":LABEL"), _entities(graph)),
        ("documents", ("id:ID(Document)", *map(_typed, DOCUMENT_PROPERTIES), DIGEST, ":LABEL"), _documents(graph)),
        (
            "claims",
            (":START_ID(Entity)", ":END_ID(Entity)", ":TYPE", "id", *map(_typed, CLAIM_PROPERTIES), DIGEST),
            _claims(graph),
        ),
        ("mentions", (":START_ID(Entity)", ":END_ID(Document)", ":TYPE", _typed("count")), _mentions(graph)),
    ):
        with (folder / f"{name}.csv").open("w", encoding="utf8", newline="") as file:
            _write(file, header, rows)
    (folder / "import.args").write_text(ARGUMENTS, "utf8")


def _entities(graph: nx.MultiDiGraph) -> Iterator[Sequence[Any]]:
    for row in named_rows(graph):
        properties = row["properties"]
        # the next load sees that such a node is not as it should be, and mends it
        digest = properties[DIGEST] if properties["aliases"] else "incomplete"
        yield row["id"], *_values(properties, (*ENTITY_PROPERTIES, NAMES)), digest, f"Entity{_SEPARATOR}{row['type']}"


def _documents(graph: nx.MultiDiGraph) -> Iterator[Sequence[Any]]:
    for data in graph.graph.get("documents", {}).values():
        row = document_row(data)
        yield row["id"], *_values(row["properties"], (*DOCUMENT_PROPERTIES, DIGEST)), "Document"


def _claims(graph: nx.MultiDiGraph) -> Iterator[Sequence[Any]]:
    for edge in edges(graph):
        row = claim_row(edge)
        ends = row["subject"], row["object"], edge[2]["relation"], row["id"]
        yield *ends, *_values(row["properties"], (*CLAIM_PROPERTIES, DIGEST))


def _mentions(graph: nx.MultiDiGraph) -> Iterator[Sequence[Any]]:
    for (entity, document), count in mentions(graph):
        yield entity, document, MENTIONED_IN, count


def _values(properties: dict[str, Any], names: Sequence[str]) -> list[Any]:
    return [properties[name] for name in names]


def _write(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    file.write(",".join(header) + "\n")
    file.writelines(",".join(map(_cell, row)) + "\n" for row in rows)


def _cell(value: object) -> str:
    # nothing between the commas is no value, two quotation marks are an empty string
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    text = _SEPARATOR.join(part.replace(_SEPARATOR, " ") for part in value) if isinstance(value, list) else str(value)
    return '"' + text.replace('"', '""') + '"'


def _typed(name: str) -> str:
    return name + _TYPES.get(name, "")
