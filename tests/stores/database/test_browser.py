"""The Neo4j Browser that the server serves, in headless Chromium: log in, the colours, the guide, three questions.

With POLGRAPH_SCREENSHOTS=docs the pictures of docs/neo4j.md are made anew.
"""

from __future__ import annotations

import html
import os
import re
import threading
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from polgraph.case import Case
from polgraph.cli.guide import pages, serving
from polgraph.exports import browser as browser_files
from polgraph.ingest import ingest
from polgraph.ontology import ENTITY_TYPES, RELATIONS
from polgraph.queries import catalogue, shelf
from polgraph.reading import find_files, read_all
from polgraph.stores.credentials import read_env_file
from polgraph.stores.load import load
from polgraph.views.style import SIGN_COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    from playwright.sync_api import Browser, Page

    from polgraph.stores.connection import Connection

ROOT = Path(__file__).parents[3]
CASE = Path("story.db")
MUSK = "person:elon-musk"
FILES = sorted((shelf("cypher") / "browser").glob("*.cypher"))


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> nx.MultiDiGraph:
    """The graph of the sample articles, about which the guide asks."""
    with Case(tmp_path_factory.mktemp("samples") / "polgraph.db", create=True) as case:
        ingest(case, read_all(find_files([ROOT / "seeds"])))
        return case.graph


@pytest.fixture
def story(connection: Connection, articles: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The same, loaded."""
    load(connection, articles, CASE)
    connection.read("CALL db.index.fulltext.queryNodes('polgraph_names', 'musk') YIELD node RETURN node.id")
    return articles


def test_the_style_sheet_is_that_of_the_vocabulary() -> None:
    kept = (shelf("cypher") / "browser" / "polgraph.grass").read_text("utf8")
    assert kept == browser_files.style(), "run: polgraph export grass --output cypher/browser/polgraph.grass"


def test_every_type_has_its_colour() -> None:
    style = browser_files.style()
    for kind in ENTITY_TYPES.values():
        assert re.search(rf"node\.{kind.name} {{[^}}]*color: {kind.colour};", style)
    for relation in RELATIONS.values():
        assert re.search(rf"relationship\.{relation.name} {{[^}}]*color: {SIGN_COLOURS[relation.sign]};", style)


def test_the_favourites_hold_every_question_and_run(connection: Connection, story: nx.MultiDiGraph) -> None:
    with ZipFile(BytesIO(browser_files.render(story))) as archive:
        folder, *names = archive.namelist()
        texts = {name.removeprefix(folder): archive.read(name).decode() for name in names}
    assert set(texts) == {path.name for path in FILES} | {f"{query.name}.cypher" for query in catalogue()}
    for name, text in texts.items():
        assert re.match(r"// \S.*\n", text), f"{name} has no title"
        given = re.search(r"^// :params (\{.*\})$", text, re.MULTILINE)
        # the Browser reads the map as Cypher, and so does the server
        values = connection.read(f"RETURN {given[1]} AS given").rows[0][0] if given else {}
        connection.read(text, values)


def test_the_page_of_the_docs_asks_what_the_favourites_ask() -> None:
    page = (ROOT / "docs" / "neo4j.md").read_text("utf8")
    kept = {path.read_text("utf8").partition("\n")[2] for path in FILES}
    asked = re.findall(r"```cypher\n(.*?)```", page, re.DOTALL)
    assert len(asked) == 3
    assert set(asked) <= kept


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("step", range(5))
def test_every_step_of_the_guide_finds_something(connection: Connection, step: int) -> None:
    page = (shelf("cypher") / "browser" / "guide.html").read_text("utf8")
    questions = [html.unescape(text) for text in re.findall(r"<pre[^>]*runnable[^>]*>(.*?)</pre>", page, re.DOTALL)]
    assert len(questions) == 5
    assert connection.read(questions[step]).rows


def test_a_journalist_logs_in_and_sees(story: nx.MultiDiGraph, neo4j_credentials: Path, chromium: Browser) -> None:
    stated = [edge for edge in story.edges(data=True) if MUSK in edge[:2] and edge[2]["modality"] != "negated"]
    near = story.subgraph({end for edge in stated for end in edge[:2]})  # type: ignore[no-untyped-call]
    feud = next(claim for *_, claim in stated if claim["relation"] == "FEUDS_WITH")
    state = read_env_file(neo4j_credentials)
    with _page(chromium) as page, _guide() as place:
        page.goto(state["NEO4J_BROWSER"])
        page.get_by_test_id("username").first.fill(state["NEO4J_USERNAME"])
        page.get_by_test_id("password").first.fill(state["NEO4J_PASSWORD"])
        page.locator('button:text-is("Connect")').first.click()
        page.get_by_text("You are connected as user").first.wait_for()
        _enter(page, f":style {place}/polgraph.grass")
        page.get_by_text("node.Person").first.wait_for()

        _enter(page, f":play {place}/guide.html")
        page.get_by_text("who stands how to whom").first.wait_for()
        page.get_by_test_id("nextSlide").click()
        page.get_by_test_id("nextSlide").click()
        page.get_by_text("2. Who is near Musk?").wait_for()
        _keep(page, "neo4j-guide")
        page.locator(".slide.active pre.runnable, pre.runnable:visible").first.click()
        assert "Elon Musk" in page.get_by_test_id("activeEditor").inner_text().replace("\xa0", " ")

        _ask(page, "01-near")
        page.locator("svg g.node").nth(3).wait_for()
        colours = set(
            page.locator("svg g.node circle.b-outline").evaluate_all("all => all.map(c => c.getAttribute('fill'))")
        )
        assert colours == {ENTITY_TYPES[kind].colour for _, kind in near.nodes(data="type")}
        lines = page.locator("svg g.relationship path.b-outline").evaluate_all(
            "all => all.map(l => l.getAttribute('fill'))"
        )
        assert set(lines) == {SIGN_COLOURS[sign] for *_, sign in near.edges(data="sign")}
        # the sentence behind a line is one click away
        page.wait_for_timeout(3000)  # until the picture has come to rest
        page.locator("svg g.relationship text", has_text="FEUDS_WITH").first.click(force=True)
        page.get_by_text(feud["quote"]).scroll_into_view_if_needed()
        _keep(page, "neo4j-near")

        _ask(page, "03-way")
        page.get_by_text(re.compile(r"Displaying \d+ nodes, \d+ relationships")).wait_for()
        _keep(page, "neo4j-way")

        _ask(page, "04-way-sentences")
        page.get_by_text(next(quote for *_, quote in story.edges("person:dmitry-peskov", data="quote"))).wait_for()
        _keep(page, "neo4j-sentences")


def test_the_new_browser_imports_the_favourites_and_runs_one(
    story: nx.MultiDiGraph, neo4j_credentials: Path, chromium: Browser, tmp_path: Path
) -> None:
    state = read_env_file(neo4j_credentials)
    (tmp_path / "favorites.zip").write_bytes(browser_files.render(story))
    with _page(chromium) as page:
        page.goto(f"{state['NEO4J_BROWSER']}preview/")
        page.get_by_label("Connection URL").fill(state["NEO4J_URI"].removeprefix("bolt://"))
        page.get_by_label("Database user").fill(state["NEO4J_USERNAME"])
        page.get_by_label("Password").fill(state["NEO4J_PASSWORD"])
        page.get_by_role("button", name="Connect", exact=True).last.click()
        page.get_by_text("/ neo4j").first.wait_for()
        page.get_by_label("Cypher panel").click()
        page.locator('input[type=file][accept=".csv,.zip"]').set_input_files(tmp_path / "favorites.zip")
        page.get_by_label("Edit name of saved Cypher folder with name polgraph").wait_for()
        page.get_by_label("Collapse").click()
        for name, _ in browser_files.favourites(story):
            page.get_by_label(f"Run query for {name}", exact=True).wait_for(state="attached")
        page.get_by_text("02-sentences.cypher").hover()
        page.get_by_label("Run query for 02-sentences.cypher").click()
        page.get_by_text("FEUDS_WITH").first.wait_for()


@contextmanager
def _page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 660})
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


@contextmanager
def _guide() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), serving(pages())) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def _ask(page: Page, name: str) -> None:
    page.mouse.move(5, 5)  # what lies under it is described beside the picture, in the place of its summary
    _enter(page, ":clear")
    page.get_by_test_id("frame").first.wait_for(state="detached")
    _enter(page, next(path for path in FILES if path.stem == name).read_text("utf8"))


def _enter(page: Page, text: str) -> None:
    page.locator(".monaco-editor textarea").first.focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")


def _keep(page: Page, name: str) -> None:
    folder = os.environ.get("POLGRAPH_SCREENSHOTS")
    if folder:
        page.wait_for_timeout(3000)  # until the picture has come to rest
        page.screenshot(path=Path(folder) / f"{name}.png")
