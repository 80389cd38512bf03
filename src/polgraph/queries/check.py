"""A `.cypher` file in; all that is wrong with its header and its query out.

In memory and on Neo4j alike, a file that passes answers the same; `polgraph query --check` and a test over our own
shelf run it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cypherast import ast

from polgraph.cypher import Finding, lint
from polgraph.cypher.results import columns
from polgraph.cypher.syntax import Malformed, parse
from polgraph.errors import BadParameter, QueryError
from polgraph.queries.header import read_query
from polgraph.queries.parameters import TYPES, bind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from polgraph.queries.header import CannedQuery

__all__ = ["check"]

# options that every query has on the command line, and arguments of `polgraph.queries.run`
_TAKEN = frozenset(
    {
        *("case", "on", "uri", "user", "database", "env_file", "evidence", "timeout", "limit", "format", "output"),
        *("raw", "help", "source", "query", "parameters", "folders"),
    }
)


def check(path: Path) -> list[Finding]:
    """Return the findings in the order of the file."""
    try:
        canned = read_query(path)
    except QueryError as error:
        what, _, _ = str(error).removeprefix(f"{path}: ").partition(": see ")
        return [Finding(1, 1, what, "write the header as the shelf's files do"), *_without_header(path)]
    return sorted({*_header(canned), *lint(canned.cypher)})


def _without_header(path: Path) -> list[Finding]:
    try:
        return lint(path.read_text("utf8"))
    except (OSError, UnicodeDecodeError):
        return []


def _header(canned: CannedQuery) -> Iterator[Finding]:
    for problem, remedy in (*_parameters(canned), *_columns(canned)):
        yield Finding(1, 1, problem, remedy)
    if not canned.text:
        yield Finding(1, 1, "the header does not say what the query answers", "add a sentence below the title")


def _parameters(canned: CannedQuery) -> Iterator[tuple[str, str]]:
    options: set[str] = set()
    for parameter in canned.parameters:
        if parameter.type not in TYPES:
            yield f"parameter {parameter.name!r} has the unknown type {parameter.type!r}", f"one of {', '.join(TYPES)}"
        for name in {parameter.name, parameter.option}:
            if name in _TAKEN or name in options or not name.isidentifier():
                yield f"parameter name {name!r} is taken or no word", "give it another name or `option`"
            options.add(name)
    known = {parameter.type for parameter in canned.parameters} <= set(TYPES)
    if known:
        try:
            bind(canned, {parameter.name: parameter.example for parameter in canned.parameters}, str)
        except BadParameter as error:
            yield f"an example is none: {error}", "give an example that can be asked"
    yield from _declared(canned)


def _declared(canned: CannedQuery) -> Iterator[tuple[str, str]]:
    try:
        query = parse(canned.cypher)
    except Malformed:
        return
    used = {node.name for node in query.find(ast.Parameter)}
    declared = {parameter.name for parameter in canned.parameters}
    for name in sorted(used - declared):
        yield f"${name} is not among the header's parameters", "declare it with type, help and example"
    for name in sorted(declared - used):
        yield f"parameter {name!r} is not used", "use it or leave it out"


def _columns(canned: CannedQuery) -> Iterator[tuple[str, str]]:
    try:
        returned = columns(parse(canned.cypher))
    except Malformed:
        return
    if returned != list(canned.columns):
        yield (
            f"the header's columns are {', '.join(canned.columns)}, the query returns {', '.join(returned)}",
            "make them the same, in the same order",
        )
    for name, what in canned.columns.items():
        if ": " not in what:
            yield f"column {name!r} has no type", "write type: what it holds"
