"""File → `Document`s.

`read` reads one file, `read_stdin` what was piped, `find_files` walks folders, `read_all` reads what they hold.
A document's text is the file's text as Python reads it (UTF-8, line ends made one), front matter included, so that
every offset points into the file; `body` is the part that holds the article. An article in another language than
English is a ReadingError like a file that cannot be decoded, unless any language is allowed.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from polgraph.errors import ReadingError, UnsupportedFormat
from polgraph.reading import jsonl, text
from polgraph.reading.files import MAX_CHARACTERS, find_files
from polgraph.reading.language import english_only
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
    path: Path,
    *,
    defaults: Metadata | None = None,
    failed: Callable[[ReadingError], None] | None = None,
    any_language: bool = False,
) -> Iterator[Document]:
    """Read the article or articles of one file.

    defaults: what the file itself does not say. failed: called with what is wrong about one article, and the others
    are read; without it the first such error is raised. A file that cannot be read at all raises in any case.
    any_language: pass on articles that are not in English, too.
    """
    suffix = path.suffix.lower()
    if path.is_dir():
        raise ReadingError(f"{path}: is a folder: name the files in it, or let find_files walk it")
    if suffix and suffix not in SUFFIXES:
        remedy = _REMEDIES.get(suffix, "save it as plain text (.txt) or Markdown (.md)")
        raise UnsupportedFormat(f"{path}: {suffix} files are not read: {remedy}")
    reader = SUFFIXES.get(suffix, text.read)
    documents = reader(path, defaults=defaults or Metadata(), failed=failed)
    return documents if any_language else english_only(documents, _where(str(path), reader is jsonl.read), failed)


def read_stdin(
    content: bytes,
    *,
    defaults: Metadata | None = None,
    failed: Callable[[ReadingError], None] | None = None,
    any_language: bool = False,
) -> Iterator[Document]:
    """Read what was piped: articles as JSON lines where it begins with a brace, else one article as text."""
    chosen = jsonl.parse if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else text.parse
    name = "standard input"
    documents = chosen(content, name=name, defaults=defaults or Metadata(), failed=failed)
    return documents if any_language else english_only(documents, _where(name, chosen is jsonl.parse), failed)


def read_all(
    files: Iterable[Path],
    *,
    defaults: Metadata | None = None,
    failed: Callable[[ReadingError], None] | None = None,
    any_language: bool = False,
) -> Iterator[Document]:
    """Read the articles of many files, as `find_files` yields them; `-` is standard input.

    failed: called with what is wrong about a file or a record, and the others are read; without it that is raised.
    any_language: pass on articles that are not in English, too.
    """
    for file in files:
        try:
            if str(file) == "-":
                content = sys.stdin.buffer.read()
                yield from read_stdin(content, defaults=defaults, failed=failed, any_language=any_language)
            else:
                yield from read(file, defaults=defaults, failed=failed, any_language=any_language)
        except ReadingError as error:
            if failed is None:
                raise
            failed(error)


def _where(name: str, records: bool) -> Callable[[Document], str]:  # noqa: FBT001  private
    """Return how errors call a document: by its file, and where that holds many by its id as well."""
    return lambda document: f"{name}: record {document.id}" if records else name
