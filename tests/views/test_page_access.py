"""By keyboard, by screen reader, by night and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships no types

if TYPE_CHECKING:
    import networkx as nx

    from views.reader import Read

LEVELS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
}
STATES = {
    "whole": "0",
    "entity": "openEntity('person:lina-marek')",
    "line": "openLine('person:lina-marek|ACCUSED|institution:port-authority')",
    "path": "change({route: {from: 'person:ida-quist', to: 'nation:ostland', turn: 0}})",
    "path form": "askRoute()",
    "search": "byId('search').value = 'a', byId('search').dispatchEvent(new Event('input'))",
    "save": "byId('save').open = true",
    "keys": "byId('help').showModal()",
    "filtered": "change({relations: ['ACCUSED'], hidden: ['person:ruzhin'], confidence: 0.4})",
}


@pytest.mark.parametrize(("scheme", "width"), [("dark", 1280), ("light", 420)])
def test_axe_finds_no_violation_in_any_state(read: Read, story: nx.MultiDiGraph, scheme: str, width: int) -> None:
    reader = read(story, width=width, scheme=scheme, left_out="Something is left out.")
    page = reader.open()
    page.evaluate(Axe().axe_script)
    found = {}
    for name, script in STATES.items():
        page.evaluate(script)
        results = page.evaluate("options => axe.run(document, options)", LEVELS)
        if results["violations"]:
            found[name] = [
                (rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in results["violations"]
            ]
        page.evaluate(
            "byId('help').close(), byId('save').open = false, byId('search').value = '', byId('found').hidden = true"
        )
    assert found == {}


def test_everything_can_be_done_by_keyboard(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    page.keyboard.press("/")
    page.keyboard.type("ruzh")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Pavel Ruzhin"
    page.focus("#network")
    page.keyboard.press("n")
    assert page.evaluate("[...state.pins.keys()]") == ["person:ruzhin"]
    page.keyboard.press("f")
    assert reader.drawn() == {"Pavel Ruzhin", "Ostland", "Ida Quist"}
    page.keyboard.press("u")
    page.keyboard.press("h")
    assert "Pavel Ruzhin" not in reader.drawn()
    page.keyboard.press("Control+z")
    assert "Pavel Ruzhin" in reader.drawn()
    page.keyboard.press("Escape")
    assert page.inner_text("#panel h2") == "What this shows"
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()


def test_arrow_keys_walk_the_picture_and_say_where_they_are(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open()
    page.focus("#network")
    page.keyboard.press("ArrowRight")
    first = page.inner_text("#panel h2")
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    assert page.inner_text("#panel h2") != first or page.evaluate("earlier.length") > 1
    assert page.inner_text("#panel h2") in page.inner_text("#spoken")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"


def test_every_entity_and_line_is_reachable_from_the_panel(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open()
    assert page.locator("#panel button.line").count() == 11
    page.locator("#panel button.line").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel blockquote").count() == 3


def test_letters_typed_into_a_field_are_no_commands(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open("#entity=person:ruzhin")
    page.focus("#search")
    page.keyboard.type("hue")
    assert "Pavel Ruzhin" in reader.drawn()
    assert page.input_value("#search") == "hue"


def test_it_follows_the_system_into_the_dark_and_can_be_switched(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story, scheme="dark").open()
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(21, 25, 29)"
    page.click("#theme")
    assert page.evaluate(background) == "rgb(251, 250, 247)"


def test_print_shows_picture_and_sentences_without_controls(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open("#line=person%3Alina-marek%7CACCUSED%7Cinstitution%3Aport-authority")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.pdf().startswith(b"%PDF")
    assert page.locator("#panel blockquote").count() == 3
    for control in ("#legend input", ".tools", ".search", "#play", "#zoom"):
        assert not page.locator(control).first.is_visible()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (820, 1180), (1920, 1080)])
def test_nothing_is_wider_than_the_screen(read: Read, story: nx.MultiDiGraph, width: int, height: int) -> None:
    page = read(story, width=width, height=height).open("#entity=person:lina-marek")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_going_through_the_details_by_keyboard_the_focus_stays_in_them(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open("#entity=person:ruzhin")
    page.get_by_role("button", name="Pin").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("panel.contains(document.activeElement)")
    page.locator("#panel button.line").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("panel.contains(document.activeElement)")
    assert page.locator("#panel blockquote").count() == 1


def test_show_everything_appears_when_something_is_hidden(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    assert not page.locator("#reset").is_visible()
    page.get_by_label("planned").uncheck()
    page.evaluate("hide('person:ruzhin')")
    page.click("#reset")
    assert reader.drawn() == {name for _, name in story.nodes(data="name")}
    assert not page.locator("#reset").is_visible()
