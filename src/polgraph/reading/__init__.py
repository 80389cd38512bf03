"""File → `Document`s.

`read` reads one file, `read_stdin` what was piped, `find_files` walks folders, `read_all` reads what they hold.
A document's text is the file's text as Python reads it (UTF-8, line ends made one), front matter included, so that
every offset points into the file; `body` is the part that holds the article.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from polgraph.errors import ReadingError, UnsupportedFormat
from polgraph.reading import jsonl, text
from polgraph.reading.files import MAX_CHARACTERS, find_files
from polgraph.reading.metadata import Metadata, parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from polgraph.model import Document

__all__ = ["MAX_CHARACTERS", "SUFFIXES", "Metadata", "find_files", "parse_date", "read", "read_all", "read_stdin"]

# suffix → reader; a file without a suffix is read as plain text when it is named
SUFFIXES = {".txt": text.read, ".md": text.read, ".markdown": text.read, ".jsonl": jsonl.read}
_REMEDIES = {
    ".html": "save the article's text as .txt or .md",
    ".htm": "save the article's text as .txt or .md",
    ".pdf": "take the text out first, for instance with pdftotext",
    ".docx": "save it as plain text",
    ".doc": "save it as plain text",
    ".odt": "save it as plain text",
    ".json": "write one article a line into a .jsonl file",
    ".gz": "unpack it first",
    ".zip": "unpack it first",
}


def read(
    path: Path, *, defaults: Metadata | None = None, failed: Callable[[ReadingError], None] | None = None
) -> Iterator[Document]:
    """Read the article or articles of one file.

    defaults: what the file itself does not say. failed: called with what is wrong about one record of many, and the
    others are read; without it the first such error is raised. A file that cannot be read at all raises in any case.
    """
    suffix = path.suffix.lower()
    if path.is_dir():
        raise ReadingError(f"{path}: is a folder: name the files in it, or let find_files walk it")
    if suffix and suffix not in SUFFIXES:
        remedy = _REMEDIES.get(suffix, "save it as plain text (.txt) or Markdown (.md)")
        raise UnsupportedFormat(f"{path}: {suffix} files are not read: {remedy}")
    reader = SUFFIXES.get(suffix, text.read)
    return reader(path, defaults=defaults or Metadata(), failed=failed)


def read_stdin(
    content: bytes, *, defaults: Metadata | None = None, failed: Callable[[ReadingError], None] | None = None
) -> Iterator[Document]:
    """Read what was piped: articles as JSON lines where it begins with a brace, else one article as text."""
    chosen = jsonl.parse if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else text.parse
    return chosen(content, name="standard input", defaults=defaults or Metadata(), failed=failed)


def read_all(
    files: Iterable[Path],
    *,
    defaults: Metadata | None = None,
    failed: Callable[[ReadingError], None] | None = None,
) -> Iterator[Document]:
    """Read the articles of many files, as `find_files` yields them; `-` is standard input.

    failed: called with what is wrong about a file or a record, and the others are read; without it that is raised.
    """
    for file in files:
        try:
            if str(file) == "-":
                yield from read_stdin(sys.stdin.buffer.read(), defaults=defaults, failed=failed)
            else:
                yield from read(file, defaults=defaults, failed=failed)
        except ReadingError as error:
            if failed is None:
                raise
            failed(error)
