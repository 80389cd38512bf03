"""The shape of a query's answer: named columns of plain values, in an order that leaves nothing to chance.

An order is total when every column is among its keys, is an aggregate of what the keys group, or belongs to a node or
relationship whose id is among the keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cypherast import ast

from polgraph.cypher.portable import AGGREGATES
from polgraph.cypher.syntax import finding, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from polgraph.cypher.findings import Finding
    from polgraph.cypher.syntax import Query

__all__ = ["columns", "plain", "results"]


@dataclass(frozen=True, slots=True)
class _Value:
    """What is known about a variable: which matched things it comes from, whether it is one, an id, an aggregate."""

    bases: frozenset[str]
    element: bool = False
    identifies: str | None = None
    aggregate: bool = False


_Scope = dict[str, _Value]


def columns(query: Query) -> list[str]:
    """Return the names of the columns of the answer."""
    returned = _last_return(query.tree)
    return [] if returned is None else [_name(item) for item in returned.expressions]


def plain(query: Query) -> Iterator[Finding]:
    """Find whole nodes, relationships and paths among the columns, which every store gives in a form of its own."""
    for part in _parts(query.tree):
        scope: _Scope = {}
        for clause in part.clauses:
            if isinstance(clause, ast.Return):
                for item in clause.expressions:
                    value = _value(item.this if isinstance(item, ast.Alias) else item, scope)
                    if value.element:
                        yield finding(item, "a whole node, relationship or path", "return its properties: n.name, n.id")
            scope = _after(clause, scope)


def results(query: Query) -> Iterator[Finding]:
    """Find columns without a name or plain value, and orders that leave ties."""
    yield from plain(query)
    yield from _unordered_parts(query)
    statement = query.tree.this
    if not isinstance(statement, ast.Query):
        yield finding(statement, "UNION at the top has no common order", "wrap it: CALL { ... UNION ... } RETURN ...")
        return
    scope: _Scope = {}
    ends = _ends(query)
    for clause in statement.clauses:
        if isinstance(clause, ast.Return):
            yield from _check_return(clause, scope, ends)
        scope = _after(clause, scope)
    if not isinstance(statement.clauses[-1], ast.Return):
        yield finding(statement.clauses[-1], "no RETURN", "end with RETURN ... ORDER BY ...")


def _parts(node: ast.AstNode) -> Iterator[ast.Query]:
    """Yield the statement, or the parts of a UNION."""
    if isinstance(node, ast.Cypher):
        yield from _parts(node.this)
    elif isinstance(node, ast.Union):
        yield from _parts(node.this)
        yield from _parts(node.expression)
    elif isinstance(node, ast.Query):
        yield node


def _check_return(returned: ast.Return, before: _Scope, ends: Mapping[str, set[str]]) -> Iterator[Finding]:
    scope = _project(returned, before)
    for item in returned.expressions:
        if not isinstance(item, (ast.Alias, ast.Identifier)):
            yield finding(item, "a column without a name", "name it with AS")
    if returned.order is None:
        yield finding(returned, "no ORDER BY", "order by columns that tell every row from every other")
        return
    keys = [_value(key.this, {**before, **scope}) for key in returned.order.expressions]
    named = {key.this.this for key in returned.order.expressions if isinstance(key.this, ast.Identifier)}
    known = {key.identifies for key in keys if key.identifies is not None}
    known |= {end for element in known for end in ends.get(element, ())}
    for item in returned.expressions:
        if not isinstance(item, (ast.Alias, ast.Identifier)):
            continue
        name = _name(item)
        value = scope[name]
        made_of = {node.this for node in walk(item.this) if isinstance(node, ast.Identifier)}
        if name not in named and not value.aggregate and not value.bases <= known and not made_of <= named:
            yield finding(
                returned.order,
                f"rows that differ only in {name!r} have no order",
                "add it, or the id it belongs to, to ORDER BY",
            )


def _ends(query: Query) -> dict[str, set[str]]:
    """Return for each directed relationship with a name the nodes that it decides."""
    ends: dict[str, set[str]] = {}
    for path in query.find(ast.PathPattern):
        for place, element in enumerate(path.elements):
            if (
                isinstance(element, ast.RelationshipPattern)
                and element.variable is not None
                and element.direction is not ast.Direction.BOTH
                and not element.variable_length
            ):
                nodes = path.elements[place - 1], path.elements[place + 1]
                ends[element.variable.this] = {node.variable.this for node in nodes if node.variable is not None}
    return ends


def _unordered_parts(query: Query) -> Iterator[Finding]:
    for part in query.find(ast.Query):
        ordered = False
        for clause in part.clauses:
            if isinstance(clause, (ast.With, ast.Return)):
                collects = [node for item in clause.expressions for node in walk(item) if _calls(node, {"collect"})]
                if collects and not ordered:
                    yield finding(collects[0], "collect() of rows in no order", "put WITH ... ORDER BY before it")
                if (clause.limit is not None or clause.skip is not None) and clause.order is None:
                    yield finding(clause, "LIMIT or SKIP of rows in no order", "add ORDER BY")
            ordered = isinstance(clause, ast.With) and clause.order is not None


def _after(clause: ast.AstNode, scope: _Scope) -> _Scope:
    """Return what the clauses behind this one see."""
    if isinstance(clause, ast.Match):
        return scope | {name: _matched(name) for name in _pattern_names(clause.pattern) if name not in scope}
    if isinstance(clause, ast.Unwind):
        name = clause.alias.this
        return scope | {name: _Value(frozenset({name}))}
    if isinstance(clause, ast.With):
        return _project(clause, scope)
    if isinstance(clause, ast.CallSubquery):
        returned = _last_return(clause.query)
        inner = [] if returned is None else [_name(item) for item in returned.expressions]
        return scope | {name: _Value(frozenset({name})) for name in inner}
    return scope


def _project(clause: ast.AstNode, scope: _Scope) -> _Scope:
    return {
        _name(item): _value(item.this if isinstance(item, ast.Alias) else item, scope) for item in clause.expressions
    }


def _value(expression: ast.AstNode, scope: Mapping[str, _Value]) -> _Value:
    if isinstance(expression, ast.Identifier):
        return scope.get(expression.this, _Value(frozenset({expression.this})))
    if any(_calls(node, AGGREGATES) for node in walk(expression)):
        return _Value(frozenset(), aggregate=True)
    used = [scope[node.this] for node in walk(expression) if isinstance(node, ast.Identifier) and node.this in scope]
    if used and all(value.aggregate for value in used):
        return _Value(frozenset(), aggregate=True)
    bases = frozenset().union(*(value.bases for value in used if not value.aggregate))
    return _Value(bases, identifies=_identified(expression, scope))


def _identified(expression: ast.AstNode, scope: Mapping[str, _Value]) -> str | None:
    """Return the element whose id this is, alone or as the only member of a list."""
    if isinstance(expression, ast.List) and len(expression.expressions) == 1:
        expression = expression.expressions[0]
    if isinstance(expression, ast.Property) and expression.name == "id" and isinstance(expression.this, ast.Identifier):
        value = scope.get(expression.this.this)
        if value is not None and value.element:
            [base] = value.bases
            return base
    return None


def _matched(name: str) -> _Value:
    return _Value(frozenset({name}), element=True)


def _pattern_names(pattern: ast.AstNode) -> Iterator[str]:
    for node in walk(pattern):
        if isinstance(node, (ast.NodePattern, ast.RelationshipPattern, ast.PathPattern)) and node.variable is not None:
            yield node.variable.this


def _calls(node: ast.AstNode, functions: frozenset[str] | set[str]) -> bool:
    return isinstance(node, ast.FunctionCall) and node.name.lower() in functions


def _last_return(node: ast.AstNode) -> ast.Return | None:
    """Return the RETURN of a statement, of a UNION the first part's."""
    while isinstance(node, (ast.Cypher, ast.Union)):
        node = node.this
    last = node.clauses[-1] if isinstance(node, ast.Query) else None
    return last if isinstance(last, ast.Return) else None


def _name(item: ast.AstNode) -> str:
    if isinstance(item, ast.Alias):
        return str(item.alias.this)
    return str(item.this) if isinstance(item, ast.Identifier) else ""
