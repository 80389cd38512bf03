from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from polgraph.case import Case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]
    Write = Callable[[str, str | bytes], Path]

pytestmark = pytest.mark.usefixtures("quick_parser")

MET = "| Ana Varo | MET_WITH | Ben Tallin |\n"
FEUD = "| Ana Varo | FEUDS_WITH | Ben Tallin |\n"


def _documents(path: Path) -> list[str]:
    with Case(path) as case:
        return [document.id for document in case.documents()]


def test_a_folder_is_read_and_counted(run: Run, write: Write) -> None:
    write("news/a.txt", MET)
    write("news/b.md", f"# Two\n{MET}{FEUD}")
    result = run("ingest", "news")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "polgraph.db: 2 articles: 2 new, 0 changed, 0 unchanged; 0 failed\n"
        "entities: 2 (2 Person)\n"
        "claims: 3 (2 MET_WITH, 1 FEUDS_WITH)\n"
    )


def test_the_same_again_changes_nothing(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", MET)
    run("ingest", "a.txt")
    before = (tmp_path / "polgraph.db").read_bytes()
    assert run("ingest", "a.txt").stdout == "polgraph.db: 1 article: 0 new, 0 changed, 1 unchanged; 0 failed\n"
    assert (tmp_path / "polgraph.db").read_bytes() == before


def test_a_changed_article_is_counted_as_such(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", MET)
    run("ingest", "a.txt")
    write("a.txt", FEUD)
    assert "0 new, 1 changed, 0 unchanged" in run("ingest", "a.txt").stdout
    with Case(tmp_path / "polgraph.db") as case:
        assert [claim.relation for claim in case.claims()] == ["FEUDS_WITH"]


def test_unchanged_articles_are_read_again_on_request(run: Run, write: Write) -> None:
    write("a.txt", MET)
    run("ingest", "a.txt")
    assert "0 new, 1 changed, 0 unchanged" in run("ingest", "--again", "a.txt").stdout


def test_options_say_what_the_articles_do_not(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", MET)
    write("b.txt", f"---\npublisher: Post\n---\n{MET}")
    run("ingest", ".", "--publisher", "Mail", "--date", "1 May 2024", "--title", "T", "--url", "u", "--case", "c.db")
    with Case(tmp_path / "c.db") as case:
        known = [(d.publisher, str(d.published), d.title, d.url) for d in case.documents()]
    assert known == [("Mail", "2024-05-01", "T", "u"), ("Post", "2024-05-01", "T", "u")]


def test_options_that_are_no_utf8_are_stored_as_escapes(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", MET)
    assert run("ingest", "a.txt", "--title", "T\udcff").exit_code == 0
    assert run("entities", "rename", "ana", "A\udcff", "--why", "\udcfe").exit_code == 0
    with Case(tmp_path / "polgraph.db") as case:
        assert case.document("a.txt").title == "T\\udcff"


def test_a_date_that_is_none_is_wrong_usage(run: Run, write: Write) -> None:
    write("a.txt", MET)
    result = run("ingest", "a.txt", "--date", "soon")
    assert result.exit_code == 2
    assert "“soon” is no date" in result.stderr


def test_standard_input_is_read(run: Run, tmp_path: Path) -> None:
    assert "1 new" in run("ingest", "-", stdin=MET.encode()).stdout
    assert "1 new" in run("ingest", "-", stdin=FEUD.encode()).stdout
    assert len(_documents(tmp_path / "polgraph.db")) == 2


def test_of_ten_files_with_one_broken_nine_are_stored_and_the_broken_one_is_listed(
    run: Run, write: Write, tmp_path: Path
) -> None:
    for number in range(10):
        write(f"news/{number}.txt", f"{number}\n{MET}")
    write("news/4.txt", b"\xff\xfe\x00broken")
    result = run("ingest", "news")
    assert result.exit_code == 1
    assert result.stdout.startswith("polgraph.db: 9 articles: 9 new, 0 changed, 0 unchanged; 1 failed\n")
    assert result.stderr == ("polgraph: news/4.txt: is UTF-16, not UTF-8: convert it with iconv -f utf-16 -t utf-8\n")
    assert _documents(tmp_path / "polgraph.db") == [f"{number}.txt" for number in range(10) if number != 4]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "", "a.txt: is empty: there is no article in it"),
        ("a.txt", b"\x89PNG\0\0", "a.txt: is a binary file, not text: name a plain text or Markdown file"),
        ("a.txt", "x" * 5_000_000, "a.txt: is longer than 1,000,000 characters: split it into its articles"),
        ("a.jsonl", '{"id": "1", "text": "' + "x" * 5_000_000 + '"}', "a.jsonl: line 1: is longer than 1,000,000"),
        ("a.jsonl", "{oops\n", "a.jsonl: line 1: is no JSON at character 1"),
        ("a.txt", "---\ndate: soon\n---\nText", "a.txt: line 2: “soon” is no date: write it as 2024-05-31"),
        ("a.pdf", "%PDF", "a.pdf: .pdf files are not read: take the text out first"),
        ("a.txt", b"Jos\xe9", "a.txt: is not UTF-8: byte 0xe9 at offset 3 (line 1): convert it"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_what_cannot_be_read_is_one_line_and_makes_no_case(
    run: Run, write: Write, name: str, content: str | bytes, message: str
) -> None:
    path = write(name, content)
    result = run("ingest", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"polgraph: {message}")
    assert result.stderr.count("\n") == 1
    assert list(path.parent.iterdir()) == [path]


def test_what_cannot_be_read_leaves_a_case_unharmed(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", MET)
    run("ingest", "a.txt")
    before = (tmp_path / "polgraph.db").read_bytes()
    write("a.txt", "x" * 5_000_000)
    assert run("ingest", "a.txt").exit_code == 1
    assert (tmp_path / "polgraph.db").read_bytes() == before


def test_a_missing_file_is_listed_and_the_rest_is_stored(run: Run, write: Write) -> None:
    write("a.txt", MET)
    result = run("ingest", "no.txt", "a.txt")
    assert result.exit_code == 1
    assert result.stderr == "polgraph: no.txt: no such file or directory: check the path\n"
    assert "1 new" in result.stdout


def test_a_folder_without_articles_is_nothing_found(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("ingest", "empty")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(
        "polgraph: empty: no articles in this folder: put .jsonl, .markdown, .md, .txt files"
    )
    assert not (tmp_path / "polgraph.db").exists()


def test_a_folder_without_articles_beside_others_is_listed(run: Run, write: Write, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write("a.txt", MET)
    result = run("ingest", "empty", "a.txt")
    assert result.exit_code == 1
    assert "1 new" in result.stdout
    assert result.stderr.count("\n") == 1


def test_broken_records_are_listed_and_the_others_stored(run: Run, write: Write, tmp_path: Path) -> None:
    write("wire.jsonl", '{"id": "a", "text": "x"}\n{"id": "b"}\n{"id": "c", "text": "y"}\n')
    result = run("ingest", "wire.jsonl")
    assert result.exit_code == 1
    assert result.stderr == 'polgraph: wire.jsonl: line 2: has no "text": both "id" and "text" are needed\n'
    assert _documents(tmp_path / "polgraph.db") == ["a", "c"]


def test_a_folder_that_cannot_be_written_is_one_line(run: Run, write: Write) -> None:
    write("a.txt", MET)
    result = run("ingest", "a.txt", "--case", "/proc/case.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("polgraph: /proc/case.db: cannot be written: name a file in a folder")
    assert result.stderr.count("\n") == 1


def test_a_case_of_a_newer_polgraph_is_one_line_and_unharmed(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", MET)
    Case(tmp_path / "polgraph.db", create=True).close()
    connection = sqlite3.connect(tmp_path / "polgraph.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (tmp_path / "polgraph.db").read_bytes()
    for arguments in (["ingest", "a.txt"], ["entities", "list"]):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("polgraph: polgraph.db: was written by a newer polgraph (schema 99")
        assert result.stderr.count("\n") == 1
    assert (tmp_path / "polgraph.db").read_bytes() == before


def test_without_a_path_it_is_wrong_usage(run: Run) -> None:
    assert run("ingest").exit_code == 2


FRENCH = (
    "La ministre a accusé le premier ministre d'avoir caché le contrat du port au parlement. Il a répondu vendredi que "
    "rien n'avait été caché et que l'opposition en trouverait chaque page à la bibliothèque de la chambre.\n"
)


def test_an_article_in_another_language_is_told_and_the_others_are_stored(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write("news/a.txt", MET)
    write("news/b.txt", FRENCH + MET)
    result = run("ingest", "news")
    assert (result.exit_code, _documents(tmp_path / "polgraph.db")) == (1, ["a.txt"])
    assert result.stdout.startswith("polgraph.db: 1 article: 1 new, 0 changed, 0 unchanged; 1 failed\n")
    assert result.stderr == (
        "polgraph: news/b.txt: is in French, and only English is read: translate it, "
        "or let ingest and extract take it as English with --any-language\n"
    )


def test_any_language_is_taken_on_request(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", FRENCH + MET)
    result = run("ingest", "a.txt", "--any-language")
    assert (result.exit_code, result.stderr, _documents(tmp_path / "polgraph.db")) == (0, "", ["a.txt"])
