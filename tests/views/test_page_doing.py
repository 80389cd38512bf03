"""What a reader does: filter, hide, pin, expand, find paths, move through time, undo, link, take away."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx
    from playwright.sync_api import Page

    from views.reader import Read

ACCUSED = "person:lina-marek|ACCUSED|institution:port-authority"


@pytest.fixture
def everybody(story: nx.MultiDiGraph) -> set[str]:
    return {name for _, name in story.nodes(data="name")}


def test_the_legend_switches_types_relations_modalities_and_publishers(
    read: Read, story: nx.MultiDiGraph, everybody: set[str]
) -> None:
    reader = read(story)
    page = reader.open()
    page.get_by_label("Nation").uncheck()
    assert reader.drawn() == everybody - {"Ostland", "Meridia"}
    page.get_by_label("Nation").check()
    for label, gone in [
        ("distanced itself from", "person:ida-quist|DISTANCED_FROM|institution:harbour-party"),
        ("planned", "nation:ostland|SANCTIONED|nation:meridia"),
        ("The Daily Lamp", "person:ida-quist|MET_WITH|person:ruzhin"),
    ]:
        assert gone in reader.lines()
        page.get_by_label(label).uncheck()
        assert gone not in reader.lines()


def test_a_filter_on_confidence_leaves_the_surer_claims(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    page.fill("#confidence", "0.85")
    assert reader.lines() == {ACCUSED, "person:lina-marek|HOLDS_OFFICE|institution:harbour-party"}
    assert "2 of 13 claims" in page.inner_text("#count")


def test_a_line_thins_with_its_filtered_claims(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open()
    width = f"edgeOf('{ACCUSED}').options.width"
    before = page.evaluate(width)
    page.get_by_label("denied").uncheck()
    assert page.evaluate(width) < before
    assert not page.evaluate(f"look(bundles.get('{ACCUSED}'), shown.lines.get('{ACCUSED}')).denied")


def test_a_head_row_switches_its_group_and_shows_when_part_of_it_is_off(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open()
    page.get_by_label("feuds with").uncheck()
    assert page.get_by_label("hostile (all)").evaluate("box => box.indeterminate")
    page.get_by_label("hostile (all)").click()
    assert page.get_by_label("feuds with").is_checked()


def test_hide_and_undo(read: Read, story: nx.MultiDiGraph, everybody: set[str]) -> None:
    reader = read(story)
    page = reader.open("#entity=person:ruzhin")
    page.get_by_role("button", name="Hide").click()
    assert reader.drawn() == everybody - {"Pavel Ruzhin"}
    page.click("#undo")
    assert reader.drawn() == everybody
    page.click("#redo")
    assert reader.drawn() == everybody - {"Pavel Ruzhin"}


def test_only_its_surroundings_then_expand_by_one_hop(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open("#entity=person:ruzhin")
    page.get_by_role("button", name="Only its surroundings").click()
    assert reader.drawn() == {"Pavel Ruzhin", "Ostland", "Ida Quist"}
    page.locator("#panel .lines").get_by_text("Ida Quist").first.click()
    reader.click_entity("person:ida-quist")
    page.get_by_role("button", name="Expand one hop").click()
    assert reader.drawn() == {"Pavel Ruzhin", "Ostland", "Ida Quist", "Meridia", "Harbour Party"}


def test_an_entity_is_pinned_where_it_is_dragged(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    box = page.locator("#network").bounding_box()
    assert box
    spot = page.evaluate("network.canvasToDOM(nodeOf('person:ruzhin'))")
    page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    page.mouse.down()
    page.mouse.move(box["x"] + spot["x"] + 60, box["y"] + spot["y"] + 40, steps=4)
    page.mouse.up()
    reader.wait_until("state.pins.size === 1")
    moved = page.evaluate("network.canvasToDOM(nodeOf('person:ruzhin'))")
    assert abs(moved["x"] - spot["x"] - 60) < 3
    page.click("#undo")
    assert abs(page.evaluate("network.canvasToDOM(nodeOf('person:ruzhin'))")["x"] - spot["x"]) < 3


def test_a_path_is_found_in_the_page_with_the_sentence_of_each_hop(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    page.click("#find-path")
    for field, name in (("#route-from", "Quist"), ("#route-to", "Tavel")):
        page.fill(field, name)
        page.press(field, "Enter")
    page.wait_for_selector("#panel ol.route")
    assert "3 hops" in reader.panel
    ways = []
    for _ in range(3):
        ways.append(page.locator("#panel ol.route blockquote").all_inner_texts())
        page.get_by_role("button", name="Next way").click()
    assert [
        "Ida Quist met Ruzhin on Monday.",
        "Ruzhin, a spokesman for Ostland,",
        "Ruzhin said Ostland could grant Tavel asylum.",
    ] in ways
    assert ways[0][0] == "Quist distanced herself from the Harbour Party."
    assert len({tuple(way) for way in ways}) == 3


def test_denied_claims_lead_nowhere(read: Read, story: nx.MultiDiGraph) -> None:
    for _, _, claim in story.edges("person:lina-marek", data=True):
        claim["modality"] = "negated"
    for _, _, claim in story.in_edges("person:lina-marek", data=True):
        claim["modality"] = "negated"
    page = read(story).open()
    assert page.evaluate("routesBetween('person:lina-marek', 'person:ruzhin')") == []


def test_the_time_slider_leaves_the_claims_of_a_period(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    page.fill("#since", "3")  # the days: 2, 8, 9 March, 1 April, 1 May
    assert reader.lines() == {
        ACCUSED,
        "person:ida-quist|MET_WITH|person:ruzhin",
        "person:ida-quist|CITIZEN_OF|nation:meridia",
        "person:ida-quist|DISTANCED_FROM|institution:harbour-party",
        "nation:ostland|SANCTIONED|nation:meridia",
    }
    page.fill("#until", "3")
    assert page.inner_text("#period") == "1 April 2024"
    assert page.get_attribute("#until", "aria-valuetext") == "1 April 2024"


def test_play_goes_from_the_first_day_to_the_last(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    page.evaluate("window.seen = []; onChange(() => seen.push(shown.claims.length))")
    page.click("#play")
    reader.wait_until("time.playing === null")
    seen = page.evaluate("seen")
    assert seen[0] == 5
    assert seen == sorted(seen)
    assert seen[-1] == 13


def test_a_drag_of_a_slider_is_one_step_to_undo(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open()
    for value in ("0.1", "0.2", "0.3"):
        page.fill("#confidence", value)
    page.keyboard.press("Escape")
    page.click("#undo")
    assert page.input_value("#confidence") == "0"


def test_the_address_holds_the_view(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open("#entity=person:ruzhin")
    page.get_by_role("button", name="Pin").click()
    page.get_by_label("planned").uncheck()
    page.fill("#confidence", "0.45")
    page.fill("#until", "3")
    page.evaluate("hide('person:alone')")
    page.evaluate("openLine('person:ida-quist|MET_WITH|person:ruzhin')")
    address, before = page.url, page.evaluate("toFragment(state)")
    lines, drawn = reader.lines(), reader.drawn()
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("toFragment(state)") == before
    assert (reader.lines(), reader.drawn()) == (lines, drawn)
    assert "Ida Quist met Ruzhin on Monday." in reader.panel


def test_it_opens_in_the_state_it_was_written_with(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story, begin={"route": {"from": "person:ida-quist", "to": "nation:ostland", "turn": 0}})
    reader.open()
    assert "2 hops" in reader.panel


def saved(page: Page, button: str, folder: Path) -> bytes:
    page.click("#save summary")
    with page.expect_download() as download:
        page.click(button)
    path = folder / "saved"
    download.value.save_as(path)
    return path.read_bytes()


def test_claims_shown_are_saved_as_csv_that_no_spreadsheet_runs(
    read: Read, story: nx.MultiDiGraph, tmp_path: Path
) -> None:
    story.nodes["person:ida-quist"]["name"] = '=HYPERLINK("x"),y'
    page = read(story).open()
    page.get_by_label("planned").uncheck()
    rows = list(csv.DictReader(io.StringIO(saved(page, "#save-csv", tmp_path).decode("utf-8-sig"))))
    assert len(rows) == 12
    assert {row["subject"] for row in rows if row["relation"] == "MET_WITH"} == {'\'=HYPERLINK("x"),y'}


def test_the_link_to_what_is_shown_is_copied(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    page.get_by_label("planned").uncheck()
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text; }}})"
    )
    page.click("#save summary")
    page.click("#copy-link")
    copied = page.evaluate("window.copied")
    assert copied == page.url
    assert "#" in copied, "the fragment says what is shown"
    assert reader.dialogs == []


def test_claims_shown_are_saved_as_json(read: Read, story: nx.MultiDiGraph, tmp_path: Path) -> None:
    rows = json.loads(saved(read(story).open(), "#save-json", tmp_path))
    assert len(rows) == 13
    assert {row["quote"] for row in rows} == {quote for _, _, quote in story.edges(data="quote")}


def test_the_picture_is_saved_as_svg_with_every_name(read: Read, story: nx.MultiDiGraph, tmp_path: Path) -> None:
    tree = ET.fromstring(saved(read(story).open(), "#save-svg", tmp_path))  # noqa: S314  our own
    words = {element.text for element in tree.iter("{http://www.w3.org/2000/svg}text")}
    assert words >= {name for _, name in story.nodes(data="name")}
    assert "accused ×3" in words


def test_the_picture_is_saved_as_png(read: Read, story: nx.MultiDiGraph, tmp_path: Path) -> None:
    reader = read(story)
    content = saved(reader.open(), "#save-png", tmp_path)
    assert content.startswith(b"\x89PNG")
    assert len(content) > 10_000
    assert reader.errors == []
