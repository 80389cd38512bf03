"""Timeline and matrix as pages: every mark leads to its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships no types

from polgraph.views.draw import draw
from polgraph.views.select import Chosen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import networkx as nx
    from playwright.sync_api import BrowserContext

    from views.reader import Reader


@pytest.fixture
def chart(browser: BrowserContext, tmp_path: Path, story: nx.MultiDiGraph) -> Callable[[str], Reader]:
    from views.reader import Reader  # noqa: PLC0415  only here

    def chart(what: str) -> Reader:
        path = tmp_path / "chart.html"
        path.write_bytes(draw(Chosen(graph=story), what=what, file_format="html", title="<img src=x onerror=alert(1)>"))
        return Reader(browser.new_page(), path.as_uri())

    return chart


@pytest.mark.parametrize("what", ["timeline", "matrix"])
def test_a_mark_leads_to_its_sentences_by_click_and_by_key(chart: Callable[[str], Reader], what: str) -> None:
    reader = chart(what)
    page = reader.open()
    page.locator(".mark").first.click()
    assert page.locator("#panel blockquote").count() >= 1
    last = page.locator(".mark").last
    last.focus()
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == last.get_attribute("aria-label")
    assert (reader.requests, reader.dialogs, reader.errors) == ([reader.address], [], [])


@pytest.mark.parametrize("what", ["timeline", "matrix"])
def test_the_sentences_are_those_of_the_mark(chart: Callable[[str], Reader], what: str) -> None:
    page = chart(what).open()
    for mark in page.locator(".mark").all():
        mark.dispatch_event("click")
        numbers = (mark.get_attribute("data-claims") or "").split()
        quotes = page.evaluate("numbers => numbers.map(n => claims[n].quote)", numbers)
        assert page.locator("#panel blockquote").all_inner_texts() == quotes
        if what == "timeline":
            relation = (mark.get_attribute("aria-label") or "").split(",")[0]
            assert set(page.evaluate("numbers => numbers.map(n => claims[n].bundle.relation.label)", numbers)) == {
                relation
            }


@pytest.mark.parametrize("what", ["timeline", "matrix"])
def test_axe_finds_no_violation(chart: Callable[[str], Reader], what: str) -> None:
    page = chart(what).open()
    page.locator(".mark").first.dispatch_event("click")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    assert [violation["id"] for violation in results.response["violations"]] == []
