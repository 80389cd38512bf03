"""`scripts/neo4j` starts a server of one's own, keeps its password to itself, and stops nothing else."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from polgraph.stores.credentials import read_env_file

SCRIPT = Path(__file__).parents[2] / "scripts" / "neo4j"


def script(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


def test_the_running_server_tells_where_it_is(neo4j_credentials: Path) -> None:
    result = script("--home", neo4j_credentials.parent, "status")
    assert result.returncode == 0
    assert result.stdout.startswith(read_env_file(neo4j_credentials)["NEO4J_URI"])


def test_it_listens_on_this_machine_only(neo4j_credentials: Path) -> None:
    state = read_env_file(neo4j_credentials)
    assert state["NEO4J_URI"].startswith("bolt://127.0.0.1:")
    assert state["NEO4J_BROWSER"].startswith("http://127.0.0.1:")


def test_starting_it_again_leaves_it_as_it_is(neo4j_credentials: Path) -> None:
    before = neo4j_credentials.read_text("utf8")
    assert script("--home", neo4j_credentials.parent, "start").stdout.strip() == str(neo4j_credentials)
    assert neo4j_credentials.read_text("utf8") == before


def test_only_its_owner_may_read_the_password(neo4j_credentials: Path) -> None:
    assert stat.S_IMODE(neo4j_credentials.stat().st_mode) == 0o600


def test_the_password_is_in_no_list_of_processes_and_no_output(neo4j_credentials: Path) -> None:
    password = read_env_file(neo4j_credentials)["NEO4J_PASSWORD"]
    processes = subprocess.run(["ps", "-eww", "-o", "args="], capture_output=True, text=True, check=True).stdout
    assert f"--home-dir={neo4j_credentials.parent}" in processes
    assert password not in processes
    assert password not in script("--home", neo4j_credentials.parent, "status").stdout
    logs = "".join(path.read_text("utf8", "replace") for path in (neo4j_credentials.parent / "logs").iterdir())
    assert password not in logs


def test_a_server_that_does_not_run(tmp_path: Path) -> None:
    result = script("--home", tmp_path, "status")
    assert (result.returncode, result.stdout) == (3, f"not running ({tmp_path})\n")
    assert script("--home", tmp_path, "stop").returncode == 0


def test_it_stops_no_process_of_others_that_has_the_number_today(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        (tmp_path / "server.env").write_text(f"NEO4J_PID={other.pid}\n", "utf8")
        assert script("--home", tmp_path, "stop").stderr == "was not running\n"
        assert other.poll() is None
        other.communicate(b"\n")


@pytest.mark.parametrize(("missing", "says"), [("mvn", "Maven (mvn) is needed"), ("java", "Java 17 or 21 is needed")])
def test_what_is_missing_on_the_machine_is_named(tmp_path: Path, missing: str, says: str) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in {"mvn", "java", "ps"} - {missing}:
        found = shutil.which(name)
        assert found, f"these tests need {name}"
        (programs / name).symlink_to(found)
    cache = tmp_path / "cache"
    result = script(
        "--home", tmp_path / "home", "start", PATH=str(programs), POLGRAPH_NEO4J_CACHE=str(cache), JAVA_HOME=""
    )
    assert result.returncode == 1
    assert result.stderr.startswith(f"scripts/neo4j: {says}")
    assert "Traceback" not in result.stderr


def test_a_lost_password_is_no_reason_to_wait(tmp_path: Path) -> None:
    (tmp_path / "data" / "databases" / "system").mkdir(parents=True)
    result = script("--home", tmp_path, "start")
    assert "the password of the server in" in result.stderr
    assert result.returncode == 1
