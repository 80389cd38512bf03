"""The children of a token, in constant time, and the tokens and text of a stretch without a Span.

In: a parsed Doc. Out: `children`, `lefts` and `rights` of its tokens, all its tokens, the text of some. spaCy makes a
new object for every token and Span it is asked for, and looks at all that stands below a token to find its children,
which takes quadratic time in a sentence of thousands of clauses. The index lives in the Doc only inside `indexed`;
outside of it, spaCy answers.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Doc, Token

__all__ = ["children", "indexed", "lefts", "remembered", "rights", "text_of", "tokens_of"]

_KEY = "polgraph.tree"
P = ParamSpec("P")


class _Index(NamedTuple):
    """All tokens, and for each its children, those before it and those after it; the text.

    found: what `remembered` functions found.
    """

    tokens: list[Token]
    children: list[Sequence[Token]]
    lefts: list[Sequence[Token]]
    rights: list[Sequence[Token]]
    text: str
    found: dict[tuple[object, ...], list[Token]]


@contextmanager
def indexed(doc: Doc) -> Iterator[None]:
    """Gather the children of all tokens of a Doc for as long as the outermost context lasts."""
    if _KEY in doc.user_data:
        yield
        return
    doc.user_data[_KEY] = _index(doc)
    try:
        yield
    finally:
        del doc.user_data[_KEY]


def tokens_of(doc: Doc) -> Sequence[Token]:
    """Give all tokens of a Doc, to walk over or to cut a stretch from."""
    index = doc.user_data.get(_KEY)
    return index[0] if index is not None else list(doc)


def text_of(doc: Doc, start: int, end: int) -> str:
    """Give the text of the tokens from `start` up to `end`."""
    index = doc.user_data.get(_KEY)
    if index is None or start < 0:
        return str(doc[start:end].text)
    stretch = index[0][start:end]
    return index[4][stretch[0].idx : stretch[-1].idx + len(stretch[-1])] if stretch else ""


def children(token: Token) -> Sequence[Token]:
    """Give the children of a token in the order of the text."""
    index = token.doc.user_data.get(_KEY)
    return index[1][token.i] if index is not None else list(token.children)


def lefts(token: Token) -> Sequence[Token]:
    """Give the children before a token."""
    index = token.doc.user_data.get(_KEY)
    return index[2][token.i] if index is not None else list(token.lefts)


def rights(token: Token) -> Sequence[Token]:
    """Give the children after a token."""
    index = token.doc.user_data.get(_KEY)
    return index[3][token.i] if index is not None else list(token.rights)


def remembered(find: Callable[Concatenate[Token, P], list[Token]]) -> Callable[Concatenate[Token, P], list[Token]]:
    """Let a function that finds tokens by the parse alone look only once at each; the list is the caller's own."""

    @wraps(find)
    def known(token: Token, /, *args: P.args, **kwargs: P.kwargs) -> list[Token]:
        index = token.doc.user_data.get(_KEY)
        if index is None or kwargs:
            return find(token, *args, **kwargs)
        key = (find, token.i, *args)
        found: list[Token] | None = index.found.get(key)
        if found is None:
            found = index.found[key] = find(token, *args, **kwargs)
        return list(found)

    return known


def _index(doc: Doc) -> _Index:
    every = list(doc)
    before: dict[int, list[Token]] = {}
    after: dict[int, list[Token]] = {}
    # the array counts from each token to its head, in numbers that have no sign by themselves
    for token, way in zip(every, doc.to_array("HEAD").astype("int64").tolist(), strict=True):
        if way:
            (before if way > 0 else after).setdefault(token.i + way, []).append(token)
    none: Sequence[Token] = ()
    lefts = [before.get(at, none) for at in range(len(every))]
    rights = [after.get(at, none) for at in range(len(every))]
    both = [[*left, *right] if left and right else left or right for left, right in zip(lefts, rights, strict=True)]
    return _Index(every, both, lefts, rights, doc.text, {})
