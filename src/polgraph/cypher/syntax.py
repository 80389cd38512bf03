"""Cypher text in; its tokens, its tree and the text without comments out.

The parser is cypherast's, which leaves no places in its tree and is lenient here and there: `parse` adds the places,
and the checks look at the tokens as well as at the tree.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from cypherast.ast import AstNode
from cypherast.errors import CypherastError, Position
from cypherast.lexer import Lexer, Token, TokenKind
from cypherast.parser import Parser

from polgraph.cypher.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Malformed", "Query", "Token", "TokenKind", "finding", "parse", "tokens_of", "walk"]

_Node = TypeVar("_Node", bound=AstNode)
_START = Position()


class Malformed(Exception):
    """The text is no Cypher query; `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query.

    code: the text with blanks for comments and for the semicolon at its end, every character else in its place.
    """

    text: str
    code: str
    tokens: tuple[Token, ...]
    tree: AstNode

    def find(self, *kinds: type[_Node]) -> Iterator[_Node]:
        """Yield the nodes of these classes, outermost first."""
        for node in walk(self.tree):
            if isinstance(node, kinds):
                yield node


def parse(text: str) -> Query:
    """Parse one statement, or raise Malformed."""
    try:
        lexer = _Lexer(text)
        tokens = lexer.tokenize()
        code = lexer.code()
        if len(tokens) > 1 and tokens[-2].kind is TokenKind.SEMICOLON:
            end = tokens.pop(-2).position.offset
            code = code[:end] + " " + code[end + 1 :]
        parser = _Parser(code)
        tree = parser.parse()
    except CypherastError as error:
        raise Malformed(_explain(error)) from None
    return Query(text=text, code=code, tokens=tuple(tokens), tree=tree)


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens up to the first place that is none, for a text that does not parse."""
    tokens: list[Token] = []
    lexer = _Lexer(text)
    try:
        while not tokens or tokens[-1].kind is not TokenKind.EOF:
            tokens.append(lexer.next_token())
    except CypherastError:
        pass
    return tuple(tokens)


def walk(node: object) -> Iterator[AstNode]:
    """Yield a node and all below it, also those that cypherast keeps in pairs, which its own walk misses."""
    if isinstance(node, AstNode):
        yield node
        for value in node.args.values():
            yield from walk(value)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from walk(value)


def finding(place: AstNode | Token, problem: str, remedy: str) -> Finding:
    """Make a finding at a token, or at the place of a node or of the first one above it that has one."""
    position: Position | None
    if isinstance(place, Token):
        position = place.position
    else:
        above: AstNode | None = place
        while above is not None and "_position" not in vars(above):
            above = above.parent
        position = vars(above)["_position"] if above is not None else None
    position = position or _START
    return Finding(position.line, position.col, problem, remedy)


class _Lexer(Lexer):
    """A lexer that remembers where the comments were."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._skipped: list[tuple[int, int]] = []

    def _skip_ws_and_comments(self) -> None:
        start = self._i
        super()._skip_ws_and_comments()
        self._skipped.append((start, self._i))

    def code(self) -> str:
        """Return the source with blanks for comments."""
        characters = list(self.source)
        for start, end in self._skipped:
            for place in range(start, end):
                if characters[place] not in "\r\n":
                    characters[place] = " "
        return "".join(characters)


def _placed(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def parse_here(self: Parser, *args: Any, **options: Any) -> Any:  # noqa: ANN401  the parser's own
        position = self._peek().position
        node = method(self, *args, **options)
        if isinstance(node, AstNode) and "_position" not in vars(node):
            vars(node)["_position"] = position
        return node

    return parse_here


_Parser = type(
    "_Parser",
    (Parser,),
    {
        name: _placed(method)
        for name, method in vars(Parser).items()
        if name.startswith(("parse_", "_parse_")) and callable(method)
    },
)


def _explain(error: CypherastError) -> Finding:
    position = error.position or _START
    message = str(error).splitlines()[0]
    # its first line is a code in brackets, the place, and then what is wrong
    message = message.split("] ", 1)[-1].removeprefix(f"{position} ")
    return Finding(position.line, position.col, f"not Cypher: {message}", "correct the query")
