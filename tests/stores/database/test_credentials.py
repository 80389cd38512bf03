"""Where the way into a database is found, and that a password stays out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.errors import StoreError
from polgraph.stores.credentials import Credentials, find_credentials, read_env_file

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = {
    "NEO4J_URI": "bolt://environment:7687",
    "NEO4J_USERNAME": "eve",
    "NEO4J_PASSWORD": "secret-e",
    "NEO4J_DATABASE": "edb",
}


@pytest.fixture
def aura(tmp_path: Path) -> Path:
    """A file as Aura hands it out, with values of our own."""
    file = tmp_path / "Neo4j-0a1b2c3d.txt"
    file.write_text(
        "# Wait 60 seconds before connecting using these details\n"
        "NEO4J_URI=neo4j+s://0a1b2c3d.databases.example\nNEO4J_USERNAME=neo4j\nNEO4J_PASSWORD=se=cret#f\n"
        "NEO4J_DATABASE=neo4j\nAURA_INSTANCEID=0a1b2c3d\nAURA_INSTANCENAME=Instance01\n",
        "utf8",
    )
    return file


def test_the_file_that_aura_hands_out_is_enough(aura: Path) -> None:
    found = find_credentials(env_file=aura, environment={})
    assert (found.uri, found.user, found.password) == ("neo4j+s://0a1b2c3d.databases.example", "neo4j", "se=cret#f")


def test_an_option_goes_before_the_file_and_the_file_before_the_environment(aura: Path) -> None:
    found = find_credentials(env_file=aura, environment=ENVIRONMENT, database="chosen")
    assert (found.database, found.user, found.password) == ("chosen", "neo4j", "se=cret#f")


def test_the_environment_alone_is_enough() -> None:
    found = find_credentials(environment=ENVIRONMENT)
    assert (found.uri, found.user, found.password, found.database) == tuple(ENVIRONMENT.values())


def test_without_any_word_it_is_the_server_of_this_machine() -> None:
    found = find_credentials(environment={"NEO4J_PASSWORD": "x"})
    assert (found.uri, found.user, found.database) == ("neo4j://localhost:7687", "neo4j", "neo4j")


def test_a_password_that_is_nowhere_is_asked_for() -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "typed"

    assert find_credentials(environment={}, ask=ask).password == "typed"  # noqa: S105  made up
    assert asked == ["Password of neo4j at neo4j://localhost:7687"]


def test_a_password_that_nobody_can_give_is_an_error() -> None:
    with pytest.raises(StoreError, match=r"no password for neo4j .* set NEO4J_PASSWORD, or .* --env-file"):
        find_credentials(environment={})


def test_a_server_without_users_needs_no_password() -> None:
    assert find_credentials(user="", environment={}).password == ""


@pytest.mark.parametrize("uri", ["neo4j://eve:secret@db:7687", "bolt://secret@db"])
def test_a_password_in_the_address_is_refused_and_not_repeated(uri: str) -> None:
    with pytest.raises(StoreError) as caught:
        find_credentials(uri=uri, environment={})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("uri", ["http://db:7474", "db:7687", "bolt://", "bolt://db:99999", "bolt://db:x", "neo4j:db"])
def test_what_is_no_address_is_told_before_a_password_is_asked_for(uri: str) -> None:
    with pytest.raises(StoreError, match="is no Neo4j address: it looks like neo4j://localhost:7687"):
        find_credentials(uri=uri, environment={})


def test_no_representation_shows_the_password() -> None:
    assert "hidden" not in repr(Credentials(password="hidden"))  # noqa: S106  made up


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("NEO4J_PASSWORD=plain", "plain"),
        ("export NEO4J_PASSWORD=plain", "plain"),
        ('NEO4J_PASSWORD="with space "', "with space "),
        ("NEO4J_PASSWORD='single'", "single"),
        ("  NEO4J_PASSWORD = spaced  ", "spaced"),
        ("\ufeffNEO4J_PASSWORD=marked", "marked"),
        ('NEO4J_PASSWORD="', '"'),
    ],
)
def test_lines_of_a_file_as_people_write_them(tmp_path: Path, line: str, value: str) -> None:
    file = tmp_path / "neo4j.env"
    file.write_text(f"{line}\n", "utf8")
    assert read_env_file(file)["NEO4J_PASSWORD"] == value


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.env: cannot be read \(No such file or directory\)"):
        find_credentials(env_file=tmp_path / "none.env", environment={})


def test_a_file_that_holds_something_else(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("eggs\nA=1\n", "utf8")
    with pytest.raises(StoreError, match="holds none of NEO4J_URI"):
        find_credentials(env_file=file, environment={})


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "picture"
    file.write_bytes(b"\xff\xd8\xff")
    with pytest.raises(StoreError, match="it is no text"):
        find_credentials(env_file=file, environment={})
