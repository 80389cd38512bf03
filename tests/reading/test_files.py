from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.errors import ReadingError
from polgraph.reading import find_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, str | bytes], Path]


def test_a_folder_is_walked_in_sorted_order_without_hidden_and_other_files(write: Write, tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/z.JSONL", "c/a.markdown", "photo.png", ".hidden.txt", ".git/x.txt", "notes"):
        write(name, "x")
    found = [file.relative_to(tmp_path).as_posix() for file in find_files([tmp_path])]
    assert found == ["a.md", "b.txt", "c/a.markdown", "c/z.JSONL"]


def test_a_named_file_is_yielded_whatever_it_is(write: Write, tmp_path: Path) -> None:
    paths = [write("photo.png", "x"), write(".hidden.txt", "x"), tmp_path / "missing.txt"]
    assert list(find_files(paths)) == paths


def test_a_file_named_twice_is_read_once(write: Write, tmp_path: Path) -> None:
    file = write("a.txt", "x")
    assert list(find_files([file, tmp_path, tmp_path / "." / "a.txt"])) == [file]


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"no articles in this folder: put .*\.txt files there"):
        list(find_files([tmp_path]))


def test_a_folder_without_articles_is_reported_and_the_rest_is_found(write: Write, tmp_path: Path) -> None:
    file = write("full/a.txt", "x")
    (tmp_path / "empty").mkdir()
    failures: list[ReadingError] = []
    assert list(find_files([tmp_path / "empty", tmp_path / "full"], failed=failures.append)) == [file]
    assert "empty: no articles" in str(failures[0])


def test_links_in_a_circle_end(write: Write, tmp_path: Path) -> None:
    file = write("a.txt", "x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert list(find_files([tmp_path])) == [file, tmp_path / "self.txt"]
