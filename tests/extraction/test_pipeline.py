"""One article through all the steps: proof on every claim, the same result every time, no text that breaks it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from polgraph.extraction import extract, extract_all
from polgraph.model import Document
from polgraph.ontology import RELATIONS
from polgraph.reading import read

if TYPE_CHECKING:
    from polgraph.model import Extraction

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.md"))
SHARED = Path(__file__).parents[3] / "shared" / "gold" / "dev"
ARTICLES = [*SEEDS, *sorted(SHARED.glob("*.txt"))]


def _document(text: str) -> Document:
    return Document(id="x", text=text, source="x", body=(0, len(text)))


def _check(found: Extraction) -> None:
    text = found.document.text
    types = {entity.id: entity.type for entity in found.entities}
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip() == claim.quote
        assert RELATIONS[claim.relation].allows(types[claim.subject], types[claim.object])
        assert claim.subject != claim.object
        assert claim.speaker is None or claim.speaker in types
        assert 0 < claim.confidence <= 1
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.entity in types
    for quote in found.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
    assert len({claim.id for claim in found.claims}) == len(found.claims)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem[:30])
def test_every_claim_of_an_article_has_its_proof(path: Path) -> None:
    [document] = read(path)
    found = extract(document)
    _check(found)
    assert found.claims or path not in SEEDS, "every sample article says something"


def test_reading_twice_gives_the_same() -> None:
    [document] = read(SEEDS[0])
    assert extract(document) == extract(document)


def test_workers_change_nothing_but_the_time() -> None:
    documents = [document for path in SEEDS[:3] for document in read(path)]
    assert list(extract_all(documents, workers=2)) == list(extract_all(documents))


_WORDS = (
    "Ana Ruzhin|accused|Piet Tavel|of|“|”|\"|'|’|‘|«|»|said|that|the|(|)|,|.|\n|\n\n| - |HARBOUR PARTY WINS|SMITH:|•|"
    "#|**|http://example.org/?a=b|@tavel|\u200d|\u0000|\ud800|é|日本語|🙂|he|could|not|French President|Moscow|its|--|"
    "1,000|the US government|R-Ohio|]|[|ИВАН|Mr|Mr.|A.|O'Brien|'s"
)
_PIECES = st.sampled_from(_WORDS.split("|"))


@settings(max_examples=80, deadline=None)
@given(st.lists(_PIECES, max_size=40), st.sampled_from(["", " "]))
def test_no_text_breaks_it(pieces: list[str], joint: str) -> None:
    _check(extract(_document(joint.join(pieces)), collectives=True))


# the words of the sample articles in their order, but for what was lost, doubled or torn apart
_PROSE = [word for path in SEEDS for word in path.read_text("utf8").split("---", 2)[-1].split()]
_RUNS = st.tuples(st.integers(0, len(_PROSE) - 1), st.integers(1, 9)).map(lambda run: _PROSE[run[0] : sum(run)])
_LINKS = st.sampled_from([[], ["for"], ["to"], ["calling"], ["who"], [","], ["was"], ["says"], ["of"]])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_RUNS, _LINKS), min_size=4, max_size=30))
def test_no_torn_prose_breaks_it(runs: list[tuple[list[str], list[str]]]) -> None:
    text = " ".join(word for run, link in runs for word in [*run, *link])
    _check(extract(_document(text), collectives=True))


def test_a_sentence_of_five_thousand_words_is_read() -> None:
    _check(extract(_document("Ana Ruzhin and Piet Tavel " * 1000 + "met.")))


def test_an_empty_article_says_nothing() -> None:
    assert extract(_document("")).claims == ()
