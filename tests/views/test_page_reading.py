"""What a reader sees and reads: the picture, the pages of entities and lines, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.views import svg
from polgraph.views.select import Wanted, choose

if TYPE_CHECKING:
    import networkx as nx

    from views.reader import Read

ACCUSED = "person:lina-marek|ACCUSED|institution:port-authority"
ASYLUM = "nation:ostland|OFFERED_ASYLUM_TO|person:oren-tavel"


def test_the_page_loads_nothing_and_breaks_nothing(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    reader.open()
    assert (reader.requests, reader.dialogs, reader.errors) == ([reader.address], [], [])


def test_every_entity_and_line_is_drawn(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    reader.open()
    assert reader.drawn() == {name for _, name in story.nodes(data="name")}
    assert len(reader.lines()) == 11  # thirteen claims, three of them of one relation between the same two


def test_a_click_on_a_line_lists_all_its_sentences(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    reader.click_line(ACCUSED)
    quotes = page.locator("#panel blockquote").all_inner_texts()
    assert quotes == [
        "Lina Márek accused the Port Authority of hiding the ledgers.",
        "Marek again accused the authority of fraud.",
        "Her office denied that she had accused the authority.",
    ]
    assert "3 articles from 3 publishers; 1 claim denies it." in reader.panel


def test_a_claim_shows_speaker_modality_date_publisher_and_document(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open(f"#line={ASYLUM.replace('|', '%7C')}")
    card = page.locator("#panel article").inner_text()
    for part in ("possible", "according to Pavel Ruzhin", "9 March 2024", "Ostland Wire", "offer.txt"):
        assert part in card


def test_the_quote_is_marked_in_its_paragraph(read: Read, story: nx.MultiDiGraph, texts: dict[str, str]) -> None:
    page = read(story, texts=texts).open(f"#line={ASYLUM.replace('|', '%7C')}")
    assert page.inner_text("#panel blockquote") == "Before it. Ruzhin said Ostland could grant Tavel asylum. After it."
    assert page.inner_text("#panel mark") == "Ruzhin said Ostland could grant Tavel asylum."


def test_a_quote_after_emoji_is_marked_in_the_right_place(
    read: Read, story: nx.MultiDiGraph, texts: dict[str, str]
) -> None:
    quote = "Tavel mocked her plan."
    for _, _, claim in story.edges(data=True):
        if claim["quote"] == quote:
            claim.update(start=4, end=4 + len(quote))
    texts["harbour.txt"] = f"😀😀🏴 {quote} The end."
    page = read(story, texts=texts).open("#line=person%3Aoren-tavel%7CCRITICIZED%7Cperson%3Alina-marek")
    assert page.inner_text("#panel blockquote") == f"😀😀🏴 {quote} The end."
    assert page.inner_text("#panel mark") == quote


def test_sources_with_a_web_address_are_links_and_others_are_not(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open(f"#line={ACCUSED.replace('|', '%7C')}")
    assert [link.get_attribute("href") for link in page.locator("#panel article a").all()] == [
        "https://example.org/harbour",
        "http://example.org/offer",
    ]
    assert "The Daily Lamp" in page.inner_text("#panel article:last-of-type")


def test_a_click_on_an_entity_opens_its_page(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    reader.open()
    reader.click_entity("person:lina-marek")
    for part in ("Lina Márek", "Ms Marek", "OST", "6 times in 3 articles", "chair, Harbour Party", "Oren Tavel"):
        assert part in reader.panel


def test_what_stands_out_is_the_entity_with_its_neighbours(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story)
    page = reader.open()
    reader.click_entity("person:ida-quist")
    near = {"Ida Quist", "Pavel Ruzhin", "Meridia", "Harbour Party"}
    assert set(page.evaluate("[...emphasis.entities].map(nameOf)")) == near


def test_lines_look_as_sure_as_their_claims(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open()
    looks = page.evaluate(
        "Object.fromEntries([...shown.lines].map(([key, kept]) => [key, look(bundles.get(key), kept)]))"
    )
    assert looks[ASYLUM]["dashes"] == [3, 5]  # only possible
    assert looks["nation:ostland|SANCTIONED|nation:meridia"]["dashes"] == [11, 5]  # only planned
    assert (looks[ACCUSED]["dashes"], looks[ACCUSED]["denied"], looks[ACCUSED]["reports"]) == (False, True, 3)
    assert looks[ACCUSED]["width"] > looks[ASYLUM]["width"]
    assert looks[ACCUSED]["text"] == "accused ×3"


def test_different_relations_between_two_are_drawn_apart(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open()
    one, other = (
        page.evaluate("key => middleOf(key)", key)
        for key in ("person:oren-tavel|CRITICIZED|person:lina-marek", "person:lina-marek|FEUDS_WITH|person:oren-tavel")
    )
    assert abs(one["x"] - other["x"]) + abs(one["y"] - other["y"]) > 10


@pytest.mark.parametrize("typed", ["lina marek", "MÁREK", "Ms Ma", "person:lina"])
def test_search_finds_names_aliases_and_ids_and_jumps_there(read: Read, story: nx.MultiDiGraph, typed: str) -> None:
    page = read(story).open()
    page.fill("#search", typed)
    page.press("#search", "Enter")
    assert page.inner_text("#panel h2") == "Lina Márek"


def test_search_says_when_nobody_is_found(read: Read, story: nx.MultiDiGraph) -> None:
    page = read(story).open()
    page.fill("#search", "zzz")
    assert page.inner_text("#found") == "Nobody of that name is on this page"


def test_the_page_says_what_it_leaves_out(read: Read, story: nx.MultiDiGraph) -> None:
    reader = read(story, left_out="12 of 300 entities are left out.")
    reader.open()
    assert "12 of 300 entities are left out." in reader.panel


def test_an_entity_of_which_nothing_is_claimed_can_be_shown_alone(read: Read, story: nx.MultiDiGraph) -> None:
    chosen = choose(story, Wanted(around="person:alone"))
    reader = read(chosen.graph, begin=chosen.begin)
    reader.open()
    assert reader.drawn() == {"Tomas Alone"}
    assert reader.errors == []
    assert "Tomas Alone" in svg.render(chosen.graph)
