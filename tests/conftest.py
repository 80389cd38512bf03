"""What several folders of tests share: a Neo4j server and a browser, started when the first test asks for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

_SCRIPT = Path(__file__).parent.parent / "scripts" / "neo4j"


@pytest.fixture(scope="session")
def neo4j_credentials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Start a server with an empty database; give the path of its credentials file; stop it at the end."""
    home = tmp_path_factory.mktemp("neo4j")
    script = [sys.executable, str(_SCRIPT), "--home", str(home)]
    started = subprocess.run([*script, "start"], capture_output=True, text=True, check=False)
    if started.returncode:
        pytest.fail(f"this test needs a Neo4j server: {started.stderr.strip()}", pytrace=False)
    try:
        yield Path(started.stdout.strip())
    finally:
        subprocess.run([*script, "stop"], capture_output=True, check=True)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium; one for all, since Playwright's synchronous side runs once in a thread."""
    quiet = ["gpu", "quic", "background-networking", "component-update", "sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--no-first-run", *(f"--disable-{what}" for what in quiet)],
        )
        yield browser
        browser.close()
