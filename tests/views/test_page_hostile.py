"""What an article says is shown and never run: payloads everywhere, every page opened, nothing happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.graph import build
from polgraph.model import Claim, Document, Entity
from polgraph.views import html, matrix
from views.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx
    from playwright.sync_api import BrowserContext

    from views.reader import Read

PAYLOADS = [
    "<img src=x onerror=alert(1)>",
    "<img src=https://evil.example/x onerror='window.pwned=1'>",
    "</script><script>window.pwned=1</script>",
    "</SCRIPT ><svg onload=alert(1)>",
    "<!--<script>window.pwned=1",
    "]]><script>alert(1)</script>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " \tjava\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    '"><iframe src="https://evil.example">',
    "<a href='https://evil.example'>href</a>",
    "{{constructor.constructor('alert(1)')()}}",
    "{{data}} {{script}} ${alert(1)} <%= 1 %> {% raw %}",
    "\u2028\u2029window.pwned=1//",
    "\u202egnp.exe\u2066 \ufeff\u200b",
    "\x00\x08\x1b[31m\x9b",
    "＜script＞alert(1)＜/script＞",
    "<style>*{background:url(https://evil.example)}</style>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example>",
    "\ud800 lone surrogate",
    "__proto__",
    "constructor",
    "a|ACCUSED|b",
]

# every page that can be opened is
OPEN_ALL = "entities.forEach((_, id) => openEntity(id)), bundles.forEach((_, key) => openLine(key)), askRoute()"
NONSENSE = [
    "#entity=nobody",
    "#line=x%7Cy",
    "#from=a&to=b",
    "#only=nobody",
    "#pin=1,2,nobody",
    "#pin=%3Cscript%3E",
    "#since=yesterday",
    "#confidence=NaN",
    "#confidence=9",
    "#turn=-4&from=person%3Aruzhin&to=nation%3Aostland",
    "#%E0%A4%A",
    "#hide=__proto__",
    "#entity=__proto__",
    "#entity=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "#panel",
]


def hostile_graph(payloads: list[str]) -> nx.MultiDiGraph:
    """Each payload is an entity's name, id, alias and description, a quote, speaker, title, publisher and address."""
    entities = [
        Entity(
            id=payload,
            type="Person",
            name=payload,
            aliases=(payload, f"x{payload}"),
            description=payload,
            country=payload,
            wikidata_id=payload,
        )
        for payload in payloads
    ]
    documents = [
        Document(
            id=f"{payload}{n}", text=payload, source="-", body=(0, 0), title=payload, publisher=payload, url=payload
        )
        for n, payload in enumerate(payloads)
    ]
    claims = [
        Claim(
            id=f"{payload}{n}",
            document=documents[n].id,
            subject=payload,
            object=payloads[n - 1],
            relation="HOLDS_OFFICE" if n % 2 else "CALLED_FOR_ACTION_AGAINST",
            quote=payload,
            start=0,
            end=len(payload),
            speaker_text=payload,
            title=payload,
            action=payload,
            kin=payload,
            rule=payload,
        )
        for n, payload in enumerate(payloads)
    ]
    return build(entities, claims, documents, {(payload, payload): 1 for payload in payloads})


def test_payloads_in_every_field_do_nothing(read: Read) -> None:
    graph = hostile_graph(PAYLOADS)
    texts = {f"{payload}{n}": payload for n, payload in enumerate(PAYLOADS)}
    reader = read(graph, title=PAYLOADS[2], left_out=PAYLOADS[1], texts=texts)
    page = reader.open()
    page.evaluate(OPEN_ALL)
    for payload in PAYLOADS[:4]:
        page.fill("#search", payload)
    page.evaluate("ids => change({route: {from: ids[0], to: ids[1], turn: 0}})", PAYLOADS)
    page.evaluate("asSvg().text.length + asCsv(rowsShown()).length")
    page.evaluate("undo(), undo(), undo()")
    page.wait_for_timeout(150)
    assert (reader.requests, reader.dialogs, reader.errors) == ([reader.address], [], [])
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("[...document.scripts].map(script => script.type || 'script')") == [
        "application/json",
        "script",
        "script",
    ]
    assert (
        page.evaluate("document.querySelectorAll('img, iframe, object, embed, base, link, form[action]').length") == 0
    )
    names = page.evaluate("[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())")
    assert not [name for name in names if name.startswith("on")]


def test_payloads_do_nothing_even_without_the_policy(browser: BrowserContext, tmp_path: Path) -> None:
    graph = hostile_graph(PAYLOADS)
    pages = [
        html.render(graph, title=PAYLOADS[2], left_out=PAYLOADS[1]),
        html.render_chart(graph, matrix.render(graph, title=PAYLOADS[3]), title=PAYLOADS[2], left_out=PAYLOADS[1]),
    ]
    for page, script in zip(pages, (OPEN_ALL, "document.querySelectorAll('.mark').forEach(openMark)"), strict=True):
        path = tmp_path / "page.html"
        path.write_text(page.replace('http-equiv="Content-Security-Policy"', 'name="policy"', 1), encoding="utf8")
        reader = Reader(browser.new_page(), path.as_uri())
        reader.open().evaluate(script)
        reader.page.wait_for_timeout(150)
        assert (reader.requests, reader.dialogs, reader.errors) == ([reader.address], [], [])
        assert reader.page.evaluate("window.pwned") is None
        reader.page.close()


def test_a_payload_is_shown_as_the_text_it_is(read: Read) -> None:
    page = read(hostile_graph(PAYLOADS)).open()
    for payload in PAYLOADS:
        # Playwright cannot carry half a character to the page, so it is looked up by its place
        number = page.evaluate("start => data.entities.findIndex(entity => entity.name.endsWith(start))", payload[1:])
        shown = page.evaluate(
            "n => (openEntity(data.entities[n].id), document.querySelector('#panel h2').textContent)", number
        )
        assert shown.replace("\ufffd", "\ud800") == payload


def test_only_web_addresses_become_links(read: Read, story: nx.MultiDiGraph) -> None:
    addresses = [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//evil.example",
        "blob:x",
        " ",
    ]
    page = read(story).open()
    assert page.evaluate("addresses => addresses.map(webAddress)", addresses) == [None] * len(addresses)


def test_links_open_without_a_way_back(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open("#line=person%3Alina-marek%7CACCUSED%7Cinstitution%3Aport-authority")
    assert page.locator("#panel article a").first.get_attribute("rel") == "noopener noreferrer"


def test_an_address_that_makes_no_sense_is_harmless(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    for fragment in NONSENSE:
        page.evaluate("fragment => { location.hash = fragment }", fragment)
        page.wait_for_timeout(20)
        assert len(reader.drawn()) == len(story), fragment
    assert reader.errors == reader.dialogs == []


def test_a_script_that_is_not_ours_is_refused(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    page.evaluate("document.body.append(Object.assign(document.createElement('img'), {src: 'https://evil.example/x'}))")
    assert (
        page.evaluate(
            "(() => { try { document.body.innerHTML = '<b>'; return 'ran' } catch (error) { return error.name } })()"
        )
        == "TypeError"
    )
    page.evaluate("fetch('https://evil.example').catch(() => 0)")
    page.wait_for_timeout(50)
    assert all(
        "Content Security Policy" in error or "Refused" in error or "TrustedHTML" in error for error in reader.errors
    )
    assert len(reader.errors) >= 2
