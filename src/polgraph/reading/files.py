"""Finding files and turning their bytes into text, with an error that says where and what to do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from polgraph.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["ARTICLE_SUFFIXES", "MAX_CHARACTERS", "decode", "find_files", "load", "source_of", "storable", "too_long"]

ARTICLE_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".jsonl"})
# the longest article; a book is no article, and a parser needs about 1 GB for 1,000,000 characters
MAX_CHARACTERS = 1_000_000
_MAX_BYTES = 4 * MAX_CHARACTERS  # UTF-8 has at most four bytes a character
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def find_files(paths: Sequence[Path], *, failed: Callable[[ReadingError], None] | None = None) -> Iterator[Path]:
    """Yield the files to read, each once: named ones as they are, those of folders in sorted order.

    In folders, hidden files and files that are no articles are left out; a named file is always yielded, so that
    reading it can say what is wrong. failed: called for a folder that has no article or cannot be listed; without it
    that error is raised.
    """
    seen: set[str] = set()
    for path in paths:
        found = _walk(path, failed) if path.is_dir() else iter([path])
        for file in found:
            resolved = os.path.realpath(file)
            if resolved not in seen:
                seen.add(resolved)
                yield file


def load(path: Path) -> bytes:
    """Return the file's bytes; a missing, unreadable or far too large file is a ReadingError."""
    try:
        with path.open("rb") as file:
            # no more than that: a device may never end
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise ReadingError(f"{path}: {(error.strerror or 'cannot be read').lower()}: {_remedy(error)}") from error
    if len(content) > _MAX_BYTES:
        _refuse_binary(content, str(path))
        raise too_long(str(path))
    return content


def decode(content: bytes, name: str) -> str:
    """Return the text of UTF-8 bytes, its line ends made one, as `Path.read_text("utf8")` does."""
    if content.startswith(_UTF16):
        raise ReadingError(f"{name}: is UTF-16, not UTF-8: convert it with iconv -f utf-16 -t utf-8")
    _refuse_binary(content, name)
    try:
        text = content.decode("utf8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ReadingError(
            f"{name}: is not UTF-8: byte 0x{content[error.start]:02x} at offset {error.start} (line {line}): "
            "convert it, for instance with iconv -f windows-1252 -t utf-8"
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def too_long(name: str) -> ReadingError:
    """Return the error for an article beyond the limit."""
    return ReadingError(f"{name}: is longer than {MAX_CHARACTERS:,} characters: split it into its articles")


def source_of(path: Path) -> str:
    """Return the resolved path as text that can be stored, even where its name is no UTF-8."""
    return storable(os.path.realpath(path))


def storable(name: str) -> str:
    """Return the name with bytes that are no UTF-8 as escapes."""
    return name.encode("utf8", "backslashreplace").decode("utf8")


def _refuse_binary(content: bytes, name: str) -> None:
    if b"\0" in content:
        raise ReadingError(f"{name}: is a binary file, not text: name a plain text or Markdown file")


def _walk(folder: Path, failed: Callable[[ReadingError], None] | None) -> Iterator[Path]:
    def refuse(error: ReadingError) -> None:
        if failed is None:
            raise error
        failed(error)

    def unlisted(error: OSError) -> None:
        refuse(ReadingError(f"{error.filename}: {(error.strerror or 'cannot be listed').lower()}: {_remedy(error)}"))

    empty = True
    for parent, folders, files in os.walk(folder, onerror=unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in ARTICLE_SUFFIXES:
                empty = False
                yield Path(parent, name)
    if empty:
        suffixes = ", ".join(sorted(ARTICLE_SUFFIXES))
        refuse(ReadingError(f"{folder}: no articles in this folder: put {suffixes} files there"))


def _remedy(error: OSError) -> str:
    return "change its permissions" if isinstance(error, PermissionError) else "check the path"
