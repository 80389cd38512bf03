"""What no query may do: write, call out, read files, or hide anything of that.

Works on tokens, so that nothing depends on how leniently a statement is parsed, and then on the tree: only clauses
known to read pass.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cypherast import ast

from polgraph.cypher.faults import faults
from polgraph.cypher.portable import portable
from polgraph.cypher.results import plain
from polgraph.cypher.syntax import Malformed, TokenKind, finding, parse, tokens_of
from polgraph.cypher.vocabulary import vocabulary
from polgraph.errors import QueryError, RefusedQuery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from polgraph.cypher.findings import Finding
    from polgraph.cypher.syntax import Query, Token

__all__ = ["guarded", "harmful"]

_WRITES = frozenset(
    {
        TokenKind.CREATE,
        TokenKind.MERGE,
        TokenKind.SET,
        TokenKind.DELETE,
        TokenKind.DETACH,
        TokenKind.REMOVE,
        TokenKind.FOREACH,
        TokenKind.INSERT,
    }
)
_WRITING_WORDS = frozenset({"DROP", "ALTER", "GRANT", "REVOKE", "DENY", "RENAME", "START", "STOP", "NODETACH"})
_STEERING_WORDS = frozenset({"SHOW", "EXPLAIN", "PROFILE", "TERMINATE"})
_STEERING = frozenset({TokenKind.USE, TokenKind.CYPHER, TokenKind.FINISH, TokenKind.NEXT})
_BUILT_IN = frozenset({"date", "datetime", "duration", "localdatetime", "localtime", "point", "time"})
_READING = (ast.Match, ast.Unwind, ast.With, ast.Return, ast.CallSubquery)
_NAME_FOLLOWS = frozenset({TokenKind.DOT, TokenKind.COLON, TokenKind.PIPE})
_ESCAPE = re.compile(r"\\(?![\\'\"ntr])")
_PLAIN = re.compile(r"[\t\n\r -~]*")


def guarded(text: str, *, everywhere: bool) -> str:
    """Return the query as it may be run, without comments, or raise RefusedQuery or QueryError.

    everywhere: refuse also what the embedded engine answers wrongly, what does not mean the same on every store, and
    names that no graph of ours holds.
    """
    try:
        query = parse(text)
    except Malformed as error:
        raise _first_harm(text, error) from None
    for rule in (harmful, faults, portable, vocabulary, plain) if everywhere else (harmful,):
        for found in rule(query):
            raise RefusedQuery(str(found))
    return query.code


def harmful(query: Query) -> Iterator[Finding]:
    """Find what writes, calls out, or is written so that stores may read it differently."""
    yield from _harmful_tokens(query.tokens)
    yield from _foreign_functions(query.tokens)
    yield from _disguised(query)
    for node in query.find(ast.Query):
        for clause in node.clauses:
            if not isinstance(clause, _READING):
                yield finding(clause, f"{type(clause).__name__} is no clause that reads", "only read the graph")
    for call in query.find(ast.CallSubquery):
        if call.in_transactions:
            yield finding(call, "CALL ... IN TRANSACTIONS is for writing", "only read the graph")


def _harmful_tokens(tokens: tuple[Token, ...]) -> Iterator[Finding]:
    for place, token in enumerate(tokens):
        before = tokens[place - 1].kind if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if before in _NAME_FOLLOWS or (after is not None and after.kind is TokenKind.COLON):
            continue
        word = token.text.upper()
        is_word = token.kind is TokenKind.IDENT
        if token.kind in _WRITES:
            yield finding(token, f"{word} writes", "only read the graph; articles change it")
        elif is_word and word == "LOAD" and after is not None and after.text.upper() == "CSV":
            yield finding(token, "LOAD CSV reads files", "pass the values with --param")
        elif (
            token.kind is TokenKind.CALL
            and after is not None
            and after.kind
            not in (
                TokenKind.LBRACE,
                TokenKind.LPAREN,
            )
        ):
            yield finding(token, "CALL of a procedure", "procedures are refused; write the pattern itself")
        elif token.kind is TokenKind.SEMICOLON and after is not None and after.kind is not TokenKind.EOF:
            yield finding(token, "a second statement", "give one statement at a time")
        elif is_word and word == "FORMAT" and after is not None and after.text.upper() == "CSV":
            yield finding(token, "FORMAT CSV steers the engine", "use --format csv")
        elif token.kind in _STEERING or (is_word and word in _STEERING_WORDS and _begins(tokens, place)):
            yield finding(token, f"{word} steers the server", "write MATCH, WITH, UNWIND, UNION and RETURN only")
        elif is_word and word in _WRITING_WORDS and _begins(tokens, place):
            yield finding(token, f"{word} changes the database", "only read the graph")


def _foreign_functions(tokens: tuple[Token, ...]) -> Iterator[Finding]:
    """Find functions of plug-ins, of which nobody knows what they do."""
    for place, token in enumerate(tokens[:-3]):
        dots = 0
        while tokens[place + 1 + 2 * dots].kind is TokenKind.DOT and len(tokens) > place + 3 + 2 * dots:
            dots += 1
        called = dots and tokens[place + 1 + 2 * dots].kind is TokenKind.LPAREN
        begins = place == 0 or tokens[place - 1].kind is not TokenKind.DOT
        if called and begins and token.kind is TokenKind.IDENT and token.text.lower() not in _BUILT_IN:
            yield finding(token, f"a function of the plug-in {token.text!r}", "use Cypher's own functions")


def _begins(tokens: tuple[Token, ...], place: int) -> bool:
    # anywhere else these words may be the names of variables and columns
    return place == 0 or tokens[place - 1].kind is TokenKind.SEMICOLON


def _disguised(query: Query) -> Iterator[Finding]:
    """Find characters that one reader may take for code and another for text."""
    for place, token in enumerate(query.tokens):
        end = query.tokens[place + 1].position.offset if place + 1 < len(query.tokens) else len(query.code)
        source = query.code[token.position.offset : end]
        if token.kind is TokenKind.STRING:
            if _ESCAPE.search(source):
                yield finding(token, "an escape other than \\\\ \\' \\\" \\n \\t \\r", "pass the text with --param")
        elif source.startswith("`"):
            yield finding(token, "a name in backticks", "the graph's names need none")
        elif not _PLAIN.fullmatch(source):
            yield finding(token, "a character that is not ASCII outside quotation marks", "pass it with --param")


def _first_harm(text: str, error: Malformed) -> QueryError:
    """Prefer "it writes" to "it is malformed": many a write is no portable Cypher either."""
    for found in _harmful_tokens(tokens_of(text)):
        return RefusedQuery(str(found))
    return QueryError(str(error.finding))
