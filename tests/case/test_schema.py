from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from polgraph.case import SCHEMA_VERSION, Case
from polgraph.errors import CaseError, NewerSchema

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_case_has_a_log_foreign_keys_and_its_version(path: Path) -> None:
    Case(path, create=True).close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    with Case(path) as case:
        assert case._connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_making_a_case_that_exists_opens_it(path: Path) -> None:
    Case(path, create=True).close()
    before = path.read_bytes()
    Case(path, create=True).close()
    assert path.read_bytes() == before


def test_a_missing_case_is_named_with_the_command_that_makes_it(path: Path) -> None:
    with pytest.raises(CaseError, match=r"case\.db: no such case file: make it with `polgraph ingest"):
        Case(path)
    assert not path.exists()


def test_a_case_of_a_newer_schema_is_refused_and_unharmed(path: Path) -> None:
    Case(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(NewerSchema, match=r"case\.db: was written by a newer polgraph .*upgrade with `pip"):
            Case(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database_is_refused_and_unharmed(path: Path, create: bool) -> None:  # noqa: FBT001  parametrised
    path.write_text("Dear diary, " * 200, "utf8")
    before = path.read_bytes()
    with pytest.raises(CaseError, match=r"case\.db: is no case file: name another"):
        Case(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_another_program_is_refused_and_unharmed(path: Path, create: bool) -> None:  # noqa: FBT001  parametrised
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cookies (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CaseError, match="is an SQLite database, but no case file"):
        Case(path, create=create)
    assert path.read_bytes() == before


def test_an_empty_file_is_no_case_to_read_and_one_to_fill(path: Path) -> None:
    path.touch()
    with pytest.raises(CaseError, match="is empty, no case file"):
        Case(path)
    Case(path, create=True).close()
    Case(path).close()


def test_a_folder_is_no_case_file(tmp_path: Path) -> None:
    for create in (False, True):
        with pytest.raises(CaseError, match="is a folder"):
            Case(tmp_path, create=create)


def test_a_case_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"case\.db: there is no folder .*nowhere: make it"):
        Case(tmp_path / "nowhere" / "case.db", create=True)


def test_a_case_where_nothing_can_be_written_is_refused() -> None:
    # even root cannot make files there
    with pytest.raises(CaseError, match=r"/proc/case\.db: cannot be written: name a file in a folder"):
        Case("/proc/case.db", create=True)


def test_names_that_mean_something_in_addresses_are_plain_names(tmp_path: Path) -> None:
    path = tmp_path / "case?mode=ro#x %41.db"
    Case(path, create=True).close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_case_that_cannot_be_written_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Case(path, create=True).close()
    # root may write anywhere, so the answer of the system is made
    monkeypatch.setattr("polgraph.case.schema.os.access", lambda *_: False)
    with Case(path) as case:
        assert case.claims() == []
        assert [file.name for file in path.parent.iterdir()] == ["case.db"]
        with pytest.raises(CaseError, match="cannot be written"):
            case._decide("rename", "person:x", name="X")


def test_a_case_in_use_is_named_as_such(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polgraph.case.schema._WAIT", 0)
    Case(path, create=True).close()
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with Case(path) as case, pytest.raises(CaseError, match="another program is writing to it"):
        case._decide("rename", "person:x", name="X")
    writer.close()


def test_a_damaged_case_is_refused_with_what_to_do(path: Path) -> None:
    Case(path, create=True).close()
    content = bytearray(path.read_bytes())
    content[1000:] = b"\x55" * (len(content) - 1000)
    path.write_bytes(content)
    with pytest.raises(CaseError, match=r"case\.db: .*restore a copy"), Case(path) as case:
        case.documents()
