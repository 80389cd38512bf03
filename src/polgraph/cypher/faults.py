"""Forms that the embedded engine (kglite 0.21.2) answers wrongly or not at all, each refused with another way.

tests/stores/test_known_faults.py runs each of them past this check and fails when a new version of the engine answers
differently, for better or worse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cypherast import ast

from polgraph.cypher.syntax import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from polgraph.cypher.findings import Finding
    from polgraph.cypher.syntax import Query

__all__ = ["faults"]

_ONE_HOP = 3  # node, relationship, node


def faults(query: Query) -> Iterator[Finding]:
    """Find what the embedded engine is known to get wrong."""
    yield from _long_conditions(query)
    yield from _conditions_on_shortest_paths(query)
    yield from _all_shortest_paths(query)
    yield from _computed_inline_properties(query)


def _long_conditions(query: Query) -> Iterator[Finding]:
    for predicate in query.find(ast.PatternPredicate):
        inner = predicate.pattern
        paths = [inner] if isinstance(inner, ast.PathPattern) else [*_paths(inner)]
        if any(len(path.elements) > _ONE_HOP for path in paths) or len(paths) != 1:
            yield finding(
                predicate,
                "a pattern of more than one hop as a condition is answered wrongly in memory",
                "use OPTIONAL MATCH and count, or run it on Neo4j",
            )


def _conditions_on_shortest_paths(query: Query) -> Iterator[Finding]:
    for match in query.find(ast.Match):
        if match.where is not None and any(walked.find(ast.ShortestPath) for walked in match.pattern.paths):
            yield finding(
                match.where,
                "WHERE on a shortest path throws paths away in memory instead of looking for others",
                "name the relation types in the pattern, or run it on Neo4j",
            )


def _all_shortest_paths(query: Query) -> Iterator[Finding]:
    for walked in query.find(ast.ShortestPath):
        if walked.all_:
            # parallel claims make a path each, so a few steps are enough
            yield finding(
                walked,
                "allShortestPaths stops at 256 paths in memory and does not say so",
                "use shortestPath, ask `polgraph query paths-shortest`, or run it on Neo4j",
            )


def _computed_inline_properties(query: Query) -> Iterator[Finding]:
    for node in query.find(ast.NodePattern):
        for key, value in node.properties.entries if node.properties is not None else ():
            if not isinstance(value, (ast.Literal, ast.Parameter, ast.Identifier)):
                yield finding(
                    node,
                    f"a computed value for {key!r} in a pattern finds nothing in memory",
                    "name the value first: WITH ..., value AS x MATCH (n {id: x})",
                )


def _paths(inner: ast.AstNode) -> Iterator[ast.PathPattern]:
    for match in [inner] if isinstance(inner, ast.Match) else inner.find_all(ast.Match):
        yield from match.pattern.paths
