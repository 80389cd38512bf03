"""Somebody who reads a page in a browser: opens it, clicks, looks at what is drawn and at what the page did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import networkx as nx
    from playwright.sync_api import ConsoleMessage, Dialog, Error, Page, Request

__all__ = ["Crowd", "Read", "Reader"]


class Read(Protocol):
    """Writes a graph as a page; the options are those of the fixture `read`."""

    def __call__(self, graph: nx.MultiDiGraph, **options: Any) -> Reader: ...  # noqa: ANN401  see there


class Crowd(Protocol):
    """Makes a graph of many people."""

    def __call__(self, size: int, claims: int = 2, group: int = 20) -> nx.MultiDiGraph: ...


class Reader:
    """A page open in the browser, and all that it did: requests, dialogs, errors."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._request)
        page.on("dialog", self._dismiss)
        page.on("pageerror", self._error)
        page.on("console", self._note)

    def leave(self) -> None:
        """Stop watching; the tab is for the next."""
        self.page.remove_listener("request", self._request)
        self.page.remove_listener("dialog", self._dismiss)
        self.page.remove_listener("pageerror", self._error)
        self.page.remove_listener("console", self._note)

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _error(self, error: Error) -> None:
        self.errors.append(str(error))

    def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def open(self, fragment: str = "") -> Page:
        self.page.goto(f"{self.address}{fragment}")
        self.page.wait_for_selector("html[data-ready]")
        return self.page

    @property
    def panel(self) -> str:
        return self.page.inner_text("#panel")

    def wait_until(self, condition: str) -> None:
        """Wait for a condition of the page; Playwright's own way to do it needs an eval that the page forbids."""
        for _ in range(200):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(25)
        raise AssertionError(f"never came true: {condition}")

    def drawn(self) -> set[str]:
        """The names of the entities that vis-network draws."""
        numbers = self._visible("nodes")
        return set(self.page.evaluate("numbers => numbers.map(number => data.entities[number].name)", numbers))

    def lines(self) -> set[str]:
        """The keys of the lines that vis-network draws."""
        numbers = self._visible("edges")
        return set(self.page.evaluate("numbers => numbers.map(number => data.bundles[number].key)", numbers))

    def _visible(self, what: str) -> list[int]:
        drawn = f"Object.values(network.body.{what}).filter(one => !one.options.hidden).map(one => one.id)"
        # vis-network keeps helpers of its own there, under names
        return [number for number in self.page.evaluate(drawn) if isinstance(number, int)]

    def click_entity(self, entity: str) -> None:
        """Click where the picture shows the entity."""
        self._click(self.page.evaluate("id => network.canvasToDOM(nodeOf(id))", entity))

    def click_line(self, key: str) -> None:
        """Click the middle of the line."""
        self._click(self.page.evaluate("key => network.canvasToDOM(middleOf(key))", key))

    def _click(self, spot: dict[str, float]) -> None:
        self.page.locator("#network").click(position={"x": spot["x"], "y": spot["y"]})
