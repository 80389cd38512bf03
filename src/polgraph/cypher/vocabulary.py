"""Labels, relationship types and properties of a query, checked against what the graph can hold."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from cypherast import ast

from polgraph.cypher.syntax import finding, walk
from polgraph.graph.filters import MODALITIES
from polgraph.ontology import ENTITY_TYPES, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from polgraph.cypher.findings import Finding
    from polgraph.cypher.syntax import Query

__all__ = ["LABELS", "PROPERTIES", "TYPES", "vocabulary"]

LABELS = ("Entity", "Document", *ENTITY_TYPES)
TYPES = (*RELATIONS, "MENTIONED_IN")
PROPERTIES = frozenset(
    {
        *("id", "name", "aliases", "country", "description", "wikidata_id", "collective"),
        *("title", "publisher", "url", "published", "sha256", "count"),
        *("document", "quote", "start", "end", "speaker", "speaker_id", "modality", "sign", "plover", "date"),
        *("date_precision", "confidence", "rule", "action", "former", "kin"),
    }
)


def vocabulary(query: Query) -> Iterator[Finding]:
    """Find names that no graph of ours holds, which would match nothing without a word."""
    maps = _map_names(query)
    for node in walk(query.tree):
        if isinstance(node, ast.LabelExpression):
            for label in node.labels:
                yield from _unless_known(node, "label", label, LABELS)
        elif isinstance(node, ast.RelationshipPattern):
            for kind in node.types or ():
                yield from _unless_known(node, "relationship type", kind, TYPES)
        elif isinstance(node, ast.Property) and not _is_map(node.this, maps):
            yield from _unless_known(node, "property", node.name, PROPERTIES)
        elif isinstance(node, (ast.EQ, ast.NEQ, ast.In)):
            yield from _compared(node)


def _compared(comparison: ast.AstNode) -> Iterator[Finding]:
    sides = (comparison.this, comparison.expression)
    for side, other in (sides, sides[::-1]):
        if isinstance(side, ast.FunctionCall) and side.name.lower() == "type":
            known: tuple[str, tuple[str, ...]] = ("relationship type", TYPES)
        elif isinstance(side, ast.Property) and side.name == "modality":
            known = ("modality", MODALITIES)
        else:
            continue
        for literal in walk(other):
            if isinstance(literal, ast.String):
                yield from _unless_known(literal, known[0], literal.this, known[1])


def _map_names(query: Query) -> set[str]:
    """Return the variables that hold maps of the query's own, whose keys are free."""
    names: set[str] = set()
    for node in query.find(ast.Alias, ast.Unwind):
        value = node.this if isinstance(node, ast.Alias) else node.expression
        if any(isinstance(part, ast.Map) for part in walk(value)):
            names.add(node.alias.this)
    return names


def _is_map(value: ast.AstNode, maps: set[str]) -> bool:
    return isinstance(value, (ast.Map, ast.Parameter)) or (isinstance(value, ast.Identifier) and value.this in maps)


def _unless_known(place: ast.AstNode, what: str, name: str, known: Collection[str]) -> Iterator[Finding]:
    if name not in known:
        near = get_close_matches(name, list(known), n=3, cutoff=0.6) or get_close_matches(
            name.upper(), list(known), n=3
        )
        remedy = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(sorted(known))}"
        yield finding(place, f"unknown {what} {name!r}", remedy)
