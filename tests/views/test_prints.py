"""Pictures without a browser: SVG, PNG, timeline, matrix, ego."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from polgraph.errors import ViewError
from polgraph.views import ego, matrix, png, svg, timeline

if TYPE_CHECKING:
    import networkx as nx

    from views.reader import Crowd

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</text><script>alert(1)</script><image href="file:///etc/passwd"/>\x00\ud800'


def words(drawing: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(drawing).iter(f"{SVG}text")]  # noqa: S314  our own


def marks(drawing: str) -> dict[str, list[int]]:
    groups = ET.fromstring(drawing).iter(f"{SVG}g")  # noqa: S314  our own
    return {
        group.attrib["aria-label"]: [int(number) for number in group.attrib["data-claims"].split()]
        for group in groups
        if "data-claims" in group.attrib
    }


def test_the_network_is_drawn_with_names_relations_title_and_legend(story: nx.MultiDiGraph) -> None:
    written = words(svg.render(story, title="The harbour", left_out="Much is left out."))
    assert {name for _, name in story.nodes(data="name")} <= set(written)
    assert {"accused ×3", "offered asylum to", "The harbour", "hostile", "denied", "Much is left out."} <= set(written)


def test_a_drawing_of_hostile_text_is_harmless_xml(story: nx.MultiDiGraph) -> None:
    for _, node in story.nodes(data=True):
        node["name"] = HOSTILE
    for drawing in (
        svg.render(story, title=HOSTILE),
        timeline.render(story, title=HOSTILE),
        matrix.render(story, title=HOSTILE),
    ):
        tags = {element.tag for element in ET.fromstring(drawing).iter()}  # noqa: S314  our own
        assert tags <= {f"{SVG}{tag}" for tag in ("svg", "g", "rect", "circle", "path", "text", "title")}
        assert drawing.encode()


def test_the_same_graph_gives_the_same_drawing(story: nx.MultiDiGraph) -> None:
    assert svg.render(story) == svg.render(story.copy())


def test_a_drawing_becomes_a_png_of_twice_its_size(story: nx.MultiDiGraph) -> None:
    drawing = svg.render(story)
    content = png.render(drawing)
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    size = ET.fromstring(drawing).attrib  # noqa: S314  our own
    assert content.startswith(b"\x89PNG")
    assert abs(width - 2 * float(size["width"])) <= 2
    assert abs(height - 2 * float(size["height"])) <= 2


def test_without_a_font_a_png_says_what_to_install(monkeypatch: pytest.MonkeyPatch, story: nx.MultiDiGraph) -> None:
    monkeypatch.setattr(png, "_finds_fonts", lambda: False)
    with pytest.raises(ViewError, match="fonts-dejavu-core"):
        png.render(svg.render(story))


def test_a_timeline_has_a_mark_for_each_relation_and_time(story: nx.MultiDiGraph) -> None:
    drawn = marks(timeline.render(story))
    assert sorted(number for numbers in drawn.values() for number in numbers) == list(range(13))
    assert "accused" in words(timeline.render(story))


def test_claims_without_any_date_are_counted_below_the_title(story: nx.MultiDiGraph) -> None:
    for _, _, claim in story.edges(data=True):
        if claim["relation"] == "ACCUSED":
            claim.pop("date", None)
            claim.pop("published", None)
    assert any("3 claims without a date left out" in text for text in words(timeline.render(story)))


def test_a_timeline_of_nothing_dated_is_an_error(story: nx.MultiDiGraph) -> None:
    for _, _, claim in story.edges(data=True):
        claim.pop("date", None)
        claim.pop("published", None)
    with pytest.raises(ViewError, match="no claim has a date"):
        timeline.render(story)


def test_few_claims_about_long_ago_do_not_press_the_others_together(crowd: Crowd) -> None:
    graph = crowd(60)
    next(iter(graph.edges(data=True)))[2]["date"] = "1911-05-01"
    assert "earlier" in words(timeline.render(graph))
    assert sum("2024" in text for text in words(timeline.render(graph))) > 5


def test_a_matrix_cell_is_friendly_minus_hostile_reports(story: nx.MultiDiGraph) -> None:
    drawn = marks(matrix.render(story))
    assert "Lina Márek → Port Authority: −2" in drawn  # two accuse, the third denies it
    assert len(drawn["Lina Márek → Port Authority: −2"]) == 3
    assert "Oren Tavel → Lina Márek: −2" in drawn  # criticised, and the feud goes both ways
    assert "Lina Márek → Oren Tavel: −1" in drawn
    assert "Lina Márek → Harbour Party: 0" in drawn  # an office is neutral


def test_a_matrix_keeps_as_many_as_can_be_read(crowd: Crowd) -> None:
    assert any("of 300 entities that tell most" in text for text in words(matrix.render(crowd(300))))


def test_an_ego_network_stands_in_rings(story: nx.MultiDiGraph) -> None:
    places, radii = ego.places(story, "person:ida-quist")
    assert places["person:ida-quist"] == (0, 0)
    for near in ("person:ruzhin", "nation:meridia", "institution:harbour-party"):
        assert abs(math.hypot(*places[near]) - radii[0]) < 2
    assert abs(math.hypot(*places["nation:ostland"]) - radii[1]) < 2
    assert set(places) == set(story)
    assert len(set(places.values())) == len(places)
