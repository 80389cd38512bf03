"""The children of a token, in constant time.

In: a parsed Doc. Out: `children`, `lefts` and `rights` of its tokens. spaCy's own walk over all that stands below a
token, which takes quadratic time in a sentence of thousands of clauses. The index lives in the Doc only inside
`indexed`; outside of it, spaCy answers.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["children", "indexed", "lefts", "rights"]

_KEY = "polgraph.children"


@contextmanager
def indexed(doc: Doc) -> Iterator[None]:
    """Gather the children of all tokens of a Doc for as long as the context lasts."""
    below: list[list[Token]] = [[] for _ in doc]
    for token in doc:
        head = token.head
        if head.i != token.i:
            below[head.i].append(token)
    doc.user_data[_KEY] = below
    try:
        yield
    finally:
        del doc.user_data[_KEY]


def children(token: Token) -> list[Token]:
    """Give the children of a token in the order of the text."""
    below = token.doc.user_data.get(_KEY)
    return below[token.i] if below is not None else list(token.children)


def lefts(token: Token) -> list[Token]:
    """Give the children before a token."""
    return [child for child in children(token) if child.i < token.i]


def rights(token: Token) -> list[Token]:
    """Give the children after a token."""
    return [child for child in children(token) if child.i > token.i]
