"""compose.yaml, as far as it goes without Docker: its keys, and that the server knows each of its settings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from polgraph.stores.connection import Connection

FOLDER = Path(__file__).parents[3]
# of the Compose specification: those that a file as plain as ours has a use for
SERVICE = {"image", "restart", "ports", "environment", "volumes", "healthcheck"}
CHECK = {"test", "interval", "timeout", "retries", "start_period"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf8"))
    return loaded


@pytest.fixture(scope="module")
def service(compose: dict[str, Any]) -> dict[str, Any]:
    [found] = compose["services"].values()
    return dict(found)


def test_it_has_the_keys_of_the_specification(compose: dict[str, Any], service: dict[str, Any]) -> None:
    assert set(compose) == {"services", "volumes"}
    assert set(service) <= SERVICE
    assert set(service["healthcheck"]) <= CHECK
    assert all(re.fullmatch(r"\d+s", service["healthcheck"][name]) for name in ("interval", "timeout", "start_period"))
    assert {mount.partition(":")[0] for mount in service["volumes"]} == set(compose["volumes"])


def test_it_listens_on_this_machine_only(service: dict[str, Any]) -> None:
    assert service["ports"] == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]


def test_the_password_comes_from_the_example_that_one_copies(service: dict[str, Any]) -> None:
    # the image's start script takes no user but this one
    assert service["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")
    names = re.findall(r"\$\{(\w+)", " ".join(map(str, service["environment"].values())))
    example = (FOLDER / ".env.example").read_text("utf8")
    assert all(name in example or f"${{{name}:-" in str(service["environment"]) for name in names)


def test_the_server_knows_every_setting(service: dict[str, Any], connection: Connection) -> None:
    known = {name for (name,) in connection.read("SHOW SETTINGS YIELD name").rows}
    # the image's own spelling: one underscore is a dot, two are one
    wanted = {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")
        for name in service["environment"]
    } - {"AUTH"}
    assert len(wanted) >= 5
    assert wanted <= known
