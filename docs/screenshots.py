"""Draw the pictures of docs/ anew from seeds/: the page of the network at three sizes, and the charts.

python docs/screenshots.py
"""

# ruff: noqa: INP001  a script, no package

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ViewportSize

ROOT = Path(__file__).parent.parent
# file, width, height, colour scheme, what is done in the page before the picture is taken
_FERRY = "[...bundles.keys()].find((key) => key.includes('|DISMISSED|'))"
_NEAR = f"bundlesOf.get(bundles.get({_FERRY}).subject).flatMap(({{ subject, object }}) => [subject, object])"
PAGES: list[tuple[str, int, int, Literal["light", "dark"], str]] = [
    ("view-wide", 1440, 900, "light", f"openLine({_FERRY}), fitPicture({_NEAR})"),
    ("view-tablet", 820, 1180, "light", "openEntity('person:elon-musk'), fitPicture([...emphasis.entities])"),
    ("view-phone", 390, 844, "dark", "fitPicture()"),
]


def main() -> None:
    """Ingest the seeds, write the pages, take the pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = Path(folder) / "seeds.db"
        _polgraph("ingest", "--case", str(case), str(ROOT / "seeds"))
        page = Path(folder) / "view.html"
        _polgraph(
            "view", "--case", str(case), "--output", str(page), "--title", "The ferry affair, and an offer of asylum"
        )
        flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        for name, width, height, scheme, script in PAGES:
            screen: ViewportSize = {"width": width, "height": height}
            context = browser.new_context(
                offline=True,
                viewport=screen,
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            _take(context, page, ROOT / "docs" / f"{name}.png", script)
        browser.close()
        for what in ("timeline", "matrix"):
            _polgraph("view", "--case", str(case), "--what", what, "--output", str(ROOT / "docs" / f"{what}.svg"))


def _polgraph(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "polgraph", *arguments], check=True)  # noqa: S603  our own command


def _take(context: BrowserContext, page: Path, picture: Path, script: str) -> None:
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.wait_for_selector("html[data-ready]")
    tab.evaluate(script)
    tab.wait_for_timeout(300)
    tab.screenshot(path=picture)
    context.close()


if __name__ == "__main__":
    main()
