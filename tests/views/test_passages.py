from __future__ import annotations

from typing import Any

from hypothesis import given, strategies as st

from polgraph.views.passages import passages


def claim(text: str, quote: str, identity: str = "c") -> dict[str, Any]:
    start = text.index(quote)
    return {"id": identity, "document": "d", "quote": quote, "start": start, "end": start + len(quote)}


def test_a_quote_comes_with_its_paragraph() -> None:
    text = "Head\n\nFirst. The quote. Last.\n\nTail"
    assert passages([claim(text, "The quote.")], {"d": text}) == (["First. The quote. Last."], {"c": (0, 7)})


def test_two_quotes_of_a_paragraph_share_it() -> None:
    text = "One. Two."
    paragraphs, places = passages([claim(text, "One.", "a"), claim(text, "Two.", "b")], {"d": text})
    assert paragraphs == [text]
    assert places == {"a": (0, 0), "b": (0, 5)}


def test_an_endless_paragraph_is_cut_at_spaces() -> None:
    text = "word " * 1000 + "The quote." + " word" * 1000
    [paragraph], _ = passages([claim(text, "The quote.")], {"d": text})
    assert len(paragraph) < 1100
    assert paragraph.startswith("word")
    assert paragraph.endswith("word")


def test_a_claim_whose_article_has_changed_or_is_not_given_has_no_paragraph() -> None:
    text = "The quote."
    assert passages([claim(text, "The quote.")], {"d": "Something else."}) == ([], {})
    assert passages([claim(text, "The quote.")], {}) == ([], {})


@given(st.text(min_size=1), st.data())
def test_the_quote_stands_where_it_is_said_to(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = {"id": "c", "document": "d", "quote": text[start:end], "start": start, "end": end}
    [paragraph], places = passages([one], {"d": text})
    at = places["c"][1]
    assert paragraph[at : at + end - start] == text[start:end]
