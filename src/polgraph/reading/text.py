"""Plain text and Markdown: one article a file, with or without a front matter.

Markdown is read as it is written; only its first heading is understood, as the title.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from polgraph.errors import ReadingError
from polgraph.model import Document
from polgraph.reading.files import MAX_CHARACTERS, decode, load, source_of, storable, too_long
from polgraph.reading.front_matter import parse_front_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from polgraph.reading.metadata import Metadata

__all__ = ["parse", "read"]

_MARKDOWN = frozenset({".md", ".markdown"})
_HEADING = re.compile(r"\s*(?:#[ \t]+(?P<atx>[^\n]+?)[ \t]*#*[ \t]*(?:\n|$)|(?P<setext>[^\n]+)\n=+[ \t]*(?:\n|$))")


def read(
    path: Path,
    *,
    defaults: Metadata,
    failed: Callable[[ReadingError], None] | None = None,
) -> Iterator[Document]:
    """Read the one article of a file."""
    return parse(load(path), name=str(path), defaults=defaults, failed=failed, source=source_of(path))


def parse(
    content: bytes,
    *,
    name: str,
    defaults: Metadata,
    failed: Callable[[ReadingError], None] | None = None,  # noqa: ARG001  one article: what is wrong is raised
    source: str = "-",
) -> Iterator[Document]:
    """Read one article from bytes. name: what errors call it, and where its suffix and id come from."""
    text = decode(content, name)
    if len(text) > MAX_CHARACTERS:
        raise too_long(name)
    own, start = parse_front_matter(text, name)
    if not text[start:].strip():
        raise ReadingError(f"{name}: is empty: there is no article in it")
    known = own.over(defaults)
    # many files, one --id: an option cannot name them all, so only the file's own id counts
    identity = own.id or (_hash_as_id(text) if source == "-" else storable(PurePath(name).name))
    title = own.title or defaults.title or _heading(name, text[start:])
    yield Document(
        id=identity,
        text=text,
        source=source,
        body=(start, len(text)),
        title=title,
        publisher=known.publisher,
        url=known.url,
        published=known.published,
    )


def _hash_as_id(text: str) -> str:
    # two articles piped one after the other are two articles
    return f"stdin-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _heading(name: str, body: str) -> str | None:
    if PurePath(name).suffix.lower() not in _MARKDOWN:
        return None
    heading = _HEADING.match(body)
    return (heading["atx"] or heading["setext"]).strip() if heading else None
