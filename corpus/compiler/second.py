"""A second annotation of an article that is there already: what it must satisfy.

In: a file of corpus/second, in the form of a source, and the folder of the sources. Out: the `Source`, with its faults,
and what it compiles to. The text must be the article's, letter by letter, or nothing can be compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.compiler.assemble import assemble
from corpus.compiler.checks import check_article
from corpus.compiler.source import Source, read_source
from corpus.compiler.splits import annotated_twice

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_second"]

_AROUND = 20


def read_second(path: Path, sources: Path) -> tuple[Source, dict[str, Any]]:
    """Read, check and compile one file of corpus/second."""
    second = read_source(path)
    article = assemble(second)
    check_article(second, article)
    if second.number and second.number not in annotated_twice():
        second.fault(0, "this article was not drawn for a second annotation: choose one that was")
    if not (sources / path.name).is_file():
        second.fault(0, f"there is no {path.name} in {sources}: give it the name of the article")
        return second, article
    first = read_source(sources / path.name)
    if second.header != first.header:
        second.fault(1, "the header is not the article's: copy it")
    _check_text(second, first.marked.text)
    return second, article


def _check_text(second: Source, wanted: str) -> None:
    text = second.marked.text
    if text == wanted:
        return
    pairs = enumerate(zip(text, wanted, strict=False))
    at = next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(text), len(wanted)))
    around = slice(max(0, at - _AROUND), at + _AROUND)
    second.fault(second.line_of(at), f"the text is not the article's: it has {text[around]!r} for {wanted[around]!r}; "
                 "copy it letter by letter")  # fmt: skip
