"""The portable subset: forms that give the same rows in the embedded engine and in Neo4j. The rest is named here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cypherast import ast

from polgraph.cypher.syntax import TokenKind, finding, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from polgraph.cypher.findings import Finding
    from polgraph.cypher.syntax import Query

__all__ = ["AGGREGATES", "FUNCTIONS", "portable"]

AGGREGATES = frozenset({"avg", "collect", "count", "max", "min", "sum"})

FUNCTIONS = AGGREGATES | {
    *("abs", "ceil", "coalesce", "endnode", "floor", "head", "labels", "last", "left", "length", "ltrim", "nodes"),
    *("range", "relationships", "replace", "reverse", "right", "round", "rtrim", "sign", "size", "split", "sqrt"),
    *("startnode", "substring", "tail", "toboolean", "tofloat", "tointeger", "tolower", "tostring", "toupper", "trim"),
    *("type", "reduce"),
}

_FORMS = (
    ast.Cypher,
    ast.Query,
    ast.Union,
    ast.Match,
    ast.Where,
    ast.With,
    ast.Return,
    ast.Unwind,
    ast.Order,
    ast.Ordered,
    ast.Skip,
    ast.Limit,
    ast.CallSubquery,
    ast.Pattern,
    ast.PathPattern,
    ast.NodePattern,
    ast.RelationshipPattern,
    ast.ShortestPath,
    ast.LabelExpression,
    ast.LabelPredicate,
    ast.Literal,
    ast.Parameter,
    ast.Identifier,
    ast.Property,
    ast.Map,
    ast.List,
    ast.ListSubscript,
    ast.ListSlice,
    ast.Alias,
    ast.Binary,
    ast.Unary,
    ast.IsNull,
    ast.FunctionCall,
    ast.Case,
    ast.Coalesce,
    ast.ListComprehension,
    ast.Quantifier,
    ast.ListLambda,
    ast.PatternComprehension,
    ast.PatternPredicate,
    ast.CountSubquery,
    ast.Star,
)
_INLINE_KEYS = {"id", "name"}


def portable(query: Query) -> Iterator[Finding]:
    """Find what the engines do not agree on."""
    yield from _functions(query)
    for node in walk(query.tree):
        rule = _RULES.get(type(node))
        if not isinstance(node, _FORMS):
            yield finding(node, f"{type(node).__name__} is not portable", "write it with MATCH, WITH and WHERE")
        elif rule is not None:
            yield from rule(node)


def _functions(query: Query) -> Iterator[Finding]:
    # by tokens: the parser drops some expressions that it tolerates
    for place, token in enumerate(query.tokens[:-1]):
        if token.kind is not TokenKind.IDENT or query.tokens[place + 1].kind is not TokenKind.LPAREN:
            continue
        dotted = place and query.tokens[place - 1].kind is TokenKind.DOT
        if dotted or token.text.lower() not in FUNCTIONS:
            yield finding(token, f"function {token.text}()", f"the portable ones are {', '.join(sorted(FUNCTIONS))}")


def _match(match: ast.AstNode) -> Iterator[Finding]:
    if match.hints or match.search:
        yield finding(match, "USING and SEARCH are for one engine", "leave them out")
    paths = match.pattern.paths
    if len(paths) > 1 and any(isinstance(element, ast.ShortestPath) for path in paths for element in path.elements):
        yield finding(match, "shortestPath beside another pattern", "give it a MATCH of its own")


def _node_pattern(node: ast.AstNode) -> Iterator[Finding]:
    if node.where is not None:
        yield finding(node, "WHERE inside a pattern", "put it behind the pattern")
    keys = {key for key, _ in node.properties.entries} if node.properties is not None else set()
    for key in sorted(keys - _INLINE_KEYS):
        yield finding(node, f"inline property {key!r}", "only id and name may stand there; use WHERE")


def _relationship_pattern(relationship: ast.AstNode) -> Iterator[Finding]:
    if relationship.where is not None or relationship.properties is not None:
        yield finding(relationship, "conditions inside a relationship pattern", "put them in WHERE")
    if relationship.memgraph_quantifier is not None:
        yield finding(relationship, "another engine's path search", "use shortestPath")
    if relationship.variable_length and relationship.max_hops is None:
        yield finding(relationship, "a path of any length", "give a bound: *1..4; without one the engine stops at 10")


def _regex(node: ast.AstNode) -> Iterator[Finding]:
    yield finding(node, "=~ follows another regular expression dialect in each engine", "use CONTAINS")


def _star(node: ast.AstNode) -> Iterator[Finding]:
    if not isinstance(node.parent, ast.FunctionCall):
        yield finding(node, "* names no columns", "name what is returned")


def _labels(labels: ast.AstNode) -> Iterator[Finding]:
    if labels.expression:
        yield finding(labels, f"label expression {labels.expression!r}", "use :A or :A:B, and OR in WHERE")


def _ordered(node: ast.AstNode) -> Iterator[Finding]:
    if node.nulls:
        yield finding(node, "NULLS FIRST and LAST exist in one engine only", "order by `x IS NULL` first")


def _call(call: ast.AstNode) -> Iterator[Finding]:
    if call.variables is not None or call.optional:
        yield finding(call, "this form of CALL needs a newer Neo4j", "import with CALL { WITH x ... }")


_RULES: Mapping[type[ast.AstNode], Callable[[ast.AstNode], Iterator[Finding]]] = {
    ast.RegexMatch: _regex,
    ast.Star: _star,
    ast.LabelExpression: _labels,
    ast.Ordered: _ordered,
    ast.CallSubquery: _call,
    ast.Match: _match,
    ast.NodePattern: _node_pattern,
    ast.RelationshipPattern: _relationship_pattern,
}
