from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from polgraph.errors import ReadingError, UnsupportedFormat
from polgraph.reading import MAX_CHARACTERS, Metadata, read, read_stdin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from polgraph.model import Document

    Write = Callable[[str, str | bytes], Path]
    ReadOne = Callable[[str, str | bytes], Document]


def test_a_plain_file_is_one_article_named_by_the_file(read_one: ReadOne, tmp_path: Path) -> None:
    document = read_one("mill.txt", "Varo met Tallin.\n")
    assert (document.id, document.text, document.body) == ("mill.txt", "Varo met Tallin.\n", (0, 17))
    assert document.source == str((tmp_path / "mill.txt").resolve())
    assert (document.title, document.published, document.publisher, document.url) == (None, None, None, None)


def test_a_front_matter_stays_in_the_text_and_outside_the_body(read_one: ReadOne) -> None:
    head = "---\ntitle: The mill\ndate: 2024-05-01\npublisher: Kesten Post\nurl: https://kesten.example/mill\n---\n"
    document = read_one("mill.txt", f"{head}Varo met Tallin.\n")
    assert document.text[slice(*document.body)] == "Varo met Tallin.\n"
    assert document.text.startswith(head)
    assert (document.title, document.published) == ("The mill", date(2024, 5, 1))
    assert (document.publisher, document.url) == ("Kesten Post", "https://kesten.example/mill")


def test_an_id_in_the_front_matter_names_the_article(read_one: ReadOne) -> None:
    assert read_one("mill.txt", "---\nid: kp-17\n---\nVaro met Tallin.").id == "kp-17"


def test_what_the_file_says_goes_before_the_options(write: Write) -> None:
    path = write("mill.txt", "---\ntitle: The mill\n---\nVaro met Tallin.")
    defaults = Metadata(title="Other", publisher="Kesten Post", published=date(2024, 5, 1))
    [document] = read(path, defaults=defaults)
    assert (document.title, document.publisher, document.published) == ("The mill", "Kesten Post", date(2024, 5, 1))


def test_line_ends_become_one_kind_as_python_reads_them(read_one: ReadOne, tmp_path: Path) -> None:
    document = read_one("mill.txt", b"Varo\r\nmet\rTallin.\n")
    assert document.text == (tmp_path / "mill.txt").read_text("utf8") == "Varo\nmet\nTallin.\n"


def test_a_byte_order_mark_stays_in_the_text_and_outside_the_body(read_one: ReadOne) -> None:
    document = read_one("mill.txt", "\ufeffVaro met Tallin.")
    assert (document.text[0], document.body) == ("\ufeff", (1, 17))


def test_a_front_matter_is_seen_behind_a_byte_order_mark(read_one: ReadOne) -> None:
    document = read_one("mill.txt", "\ufeff---\ntitle: The mill\n---\nVaro met Tallin.")
    assert (document.title, document.text[slice(*document.body)]) == ("The mill", "Varo met Tallin.")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# The mill\n\nVaro met Tallin.", "The mill"),
        ("\n\n# The mill #\nVaro met Tallin.", "The mill"),
        ("The mill\n========\nVaro met Tallin.", "The mill"),
        ("## The mill\n\nVaro met Tallin.", None),
        ("Varo met Tallin.\n\n# The mill", None),
    ],
)
def test_the_first_heading_of_markdown_is_the_title(read_one: ReadOne, body: str, title: str | None) -> None:
    assert read_one("mill.md", body).title == title


def test_a_title_given_goes_before_the_heading(read_one: ReadOne) -> None:
    assert read_one("mill.md", "---\ntitle: Given\n---\n# The mill\n\nVaro met Tallin.").title == "Given"


def test_plain_text_has_no_headings(read_one: ReadOne) -> None:
    assert read_one("mill.txt", "# The mill\n\nVaro met Tallin.").title is None


def test_a_named_file_without_a_suffix_is_plain_text(read_one: ReadOne) -> None:
    assert read_one("mill", "Varo met Tallin.").id == "mill"


@pytest.mark.parametrize("content", ["", " \n\t\n", "---\ntitle: The mill\n---\n\n", "\ufeff"])
def test_an_empty_file_is_refused(read_one: ReadOne, content: str) -> None:
    with pytest.raises(ReadingError, match=r"mill\.txt: is empty"):
        read_one("mill.txt", content)


def test_a_binary_file_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(ReadingError, match=r"mill\.txt: is a binary file"):
        read_one("mill.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")


def test_a_large_binary_file_is_called_binary_not_long(read_one: ReadOne) -> None:
    with pytest.raises(ReadingError, match="is a binary file"):
        read_one("mill.txt", b"\x7fELF\0" + b"x" * 5_000_000)


def test_text_that_is_not_utf8_is_refused_with_place_and_remedy(read_one: ReadOne) -> None:
    with pytest.raises(ReadingError, match=r"mill\.txt: is not UTF-8: byte 0xe9 at offset 8 \(line 2\): .*iconv"):
        read_one("mill.txt", b"Varo\nJos\xe9")


def test_utf16_is_refused_by_its_name(read_one: ReadOne) -> None:
    with pytest.raises(ReadingError, match="is UTF-16"):
        read_one("mill.txt", "Varo met Tallin.".encode("utf-16"))


def test_five_megabytes_in_one_line_are_refused_with_the_limit(read_one: ReadOne) -> None:
    with pytest.raises(ReadingError, match=r"mill\.txt: is longer than 1,000,000 characters: split"):
        read_one("mill.txt", "a" * 5_000_000)


def test_an_article_at_the_limit_is_read_and_one_character_more_is_not(read_one: ReadOne) -> None:
    assert len(read_one("mill.txt", "é" * MAX_CHARACTERS).text) == MAX_CHARACTERS
    with pytest.raises(ReadingError, match="is longer"):
        read_one("mill.txt", "é" * (MAX_CHARACTERS + 1))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"nowhere\.txt: no such file or directory: check the path"):
        list(read(tmp_path / "nowhere.txt"))


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is a folder"):
        list(read(tmp_path))


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("mill.pdf", "pdftotext"), ("mill.html", "save the article"), ("mill.xyz", r"plain text \(\.txt\)")],
)
def test_an_unknown_format_is_refused_with_what_to_do(write: Write, name: str, remedy: str) -> None:
    with pytest.raises(UnsupportedFormat, match=remedy):
        list(read(write(name, "Varo met Tallin.")))


def test_a_file_name_that_is_no_utf8_gives_an_id_that_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / "mill\udcff.txt"
    path.write_text("Varo met Tallin.", "utf8")
    [document] = read(path)
    assert document.id == "mill\\udcff.txt"
    assert document.source.encode().endswith(b"mill\\udcff.txt")


def test_piped_articles_are_told_apart_by_their_text() -> None:
    [one], [other] = (list(read_stdin(text)) for text in (b"Varo met Tallin.", b"Tallin met Varo."))
    assert one.id.startswith("stdin-")
    assert one.id != other.id
    assert one.source == other.source == "-"


def test_piped_json_lines_are_read_as_such() -> None:
    [document] = read_stdin(b'{"id": "r1", "text": "Varo met Tallin."}\n')
    assert (document.id, document.text) == ("r1", "Varo met Tallin.")


def test_piped_errors_name_standard_input() -> None:
    with pytest.raises(ReadingError, match=r"^standard input: is empty"):
        list(read_stdin(b""))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_is_read_whole_or_refused_as_empty(text: str) -> None:
    try:
        [document] = read_stdin(b"." + text.encode())
    except ReadingError:
        raise AssertionError("a text with a full stop is not empty") from None
    assert document.text == ("." + text).replace("\r\n", "\n").replace("\r", "\n")
    assert document.body == (0, len(document.text))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_reading_error(content: bytes) -> None:
    failures: list[ReadingError] = []
    try:
        documents = list(read_stdin(content, failed=failures.append))
    except ReadingError as error:
        failures.append(error)
    else:
        assert all(document.text.strip() for document in documents)
    assert all(str(error).startswith("standard input: ") for error in failures)
