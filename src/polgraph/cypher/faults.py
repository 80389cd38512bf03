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
    for predicate in query.find(ast.PatternPredicate):
        inner = predicate.pattern
        paths = [inner] if isinstance(inner, ast.PathPattern) else [*_paths(inner)]
        if any(len(path.elements) > _ONE_HOP for path in paths) or len(paths) != 1:
            yield finding(
                predicate,
                "a pattern of more than one hop as a condition is answered wrongly in memory",
                "use OPTIONAL MATCH and count, or COUNT { } > 0, or run it on Neo4j",
            )


def _paths(inner: ast.AstNode) -> Iterator[ast.PathPattern]:
    for match in [inner] if isinstance(inner, ast.Match) else inner.find_all(ast.Match):
        yield from match.pattern.paths
