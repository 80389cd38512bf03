"""Large pages: they open, answer and say what they leave out. How fast is measured in bench/views.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from views.reader import Crowd, Read


def test_a_large_page_answers_search_clicks_and_filters(read: Read, crowd: Crowd) -> None:
    reader = read(crowd(1000))
    page = reader.open()
    page.fill("#search", "Somebody 999")
    page.press("#search", "Enter")
    assert page.inner_text("#panel h2") == "Somebody 999"
    page.locator("#panel button.line").first.click()
    assert page.locator("#panel blockquote").count() >= 1
    page.get_by_label("hostile (all)").uncheck()
    assert 0 < len(reader.lines()) < page.evaluate("data.bundles.length")
    assert reader.errors == []


def test_ten_thousand_entities_open_and_answer(read: Read, crowd: Crowd) -> None:
    graph = crowd(10_000, claims=1)
    places = {node: (number % 100 * 90, number // 100 * 60) for number, node in enumerate(graph)}
    reader = read(graph, places=places)
    page = reader.open()
    page.fill("#search", "Somebody 9876")
    page.press("#search", "Enter")
    assert page.inner_text("#panel h2") == "Somebody 9876"
    reader.click_entity("person:9876")
    page.locator("#panel button.line").first.click()
    assert page.locator("#panel blockquote").count() >= 1
    assert reader.errors == []


NAMES = """(() => {
  const pen = network.canvas.getContext();
  const fillText = pen.fillText;
  const names = new Set();
  pen.fillText = (text) => names.add(text);
  drawLabels(pen);
  pen.fillText = fillText;
  return [...names].filter((name) => name.startsWith("Somebody"));
})()"""
IN_VIEW = """(() => {
  const { clientWidth, clientHeight } = byId("network");
  const inside = ({ x, y }) => x > 0 && y > 0 && x < clientWidth && y < clientHeight;
  return data.entities.filter(({ id }) => inside(network.canvasToDOM(nodeOf(id)))).map(({ name }) => name);
})()"""


def test_zooming_in_brings_out_more_names(read: Read, crowd: Crowd) -> None:
    page = read(crowd(300)).open()
    assert 10 < len(page.evaluate(NAMES)) < 250
    page.evaluate("network.moveTo({scale: 1.2})")
    in_view = set(page.evaluate(IN_VIEW))
    named = in_view & set(page.evaluate(NAMES))
    assert len(named) > 0.8 * len(in_view)
