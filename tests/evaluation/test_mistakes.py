from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.evaluation.mistakes import mistakes, sentence_at
from polgraph.evaluation.relations import match

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.evaluation.gold import GoldArticle
    from polgraph.evaluation.mistakes import Mistake
    from polgraph.model import Extraction

    Articles = Callable[..., GoldArticle]
    Extractions = Callable[..., Extraction]

ACCUSED = ("Ruben Holt", "ACCUSED", "Grey Union", {"place": (36, 72), "quote": "Holt accused the Grey Union of theft"})


def wrong(article: GoldArticle, extraction: Extraction) -> list[Mistake]:
    return mistakes(match(article, extraction), extraction)


def test_a_row_that_nobody_found_comes_with_its_sentence(article: Articles, extraction: Extractions) -> None:
    [missing] = wrong(article(ACCUSED), extraction())
    assert (missing.kind, missing.subject, missing.relation, missing.object) == (
        "missing",
        "Ruben Holt",
        "ACCUSED",
        "Grey Union",
    )
    assert missing.sentence == "Holt accused the Grey Union of theft, and Ms Nwosu backed him."
    assert missing.note == "no entity Ruben Holt and no entity Grey Union"


def test_an_extra_claim_names_its_rule_and_who_was_not_annotated(article: Articles, extraction: Extractions) -> None:
    claim = ("Ruben Holt", "ACCUSED", "Ostland", {"rule": "verb:accuse"})
    [mistake, _] = wrong(article(ACCUSED), extraction(claim))
    assert (mistake.kind, mistake.rule, mistake.note) == ("extra", "verb:accuse", "not annotated: Ostland")
    assert mistake.sentence == "Ada Nwosu met Ruben Holt in Tanzur."


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        (("Ruben Holt", "AIDED", "Grey Union"), "AIDED"),
        (("Grey Union", "AIDED", "Ruben Holt"), "AIDED (other way round)"),
        (("Grey Union", "ACCUSED", "Ruben Holt"), "the same (other way round)"),
        (("Grey Union", "MET_WITH", "Ruben Holt"), "MET_WITH"),
    ],
)
def test_what_was_found_between_the_same_two_is_noted(
    claim: tuple[str, str, str], note: str, article: Articles, extraction: Extractions
) -> None:
    extra, missing = wrong(article(ACCUSED), extraction((*claim, {"start": 36, "end": 40})))
    assert (extra.kind, missing.kind) == ("extra", "missing")
    assert missing.note == f"found: {note}"
    assert extra.note.startswith("annotated: ")


def test_a_right_claim_with_a_wrong_modality_or_speaker_says_what_was_annotated(
    article: Articles, extraction: Extractions
) -> None:
    gold = article(("Ruben Holt", "ACCUSED", "Grey Union", {"modality": "possible", "speaker": "Ada Nwosu"}))
    modality, speaker = wrong(gold, extraction(("Ruben Holt", "ACCUSED", "Grey Union")))
    assert (modality.kind, modality.note) == ("modality", "annotated: possible")
    assert (speaker.kind, speaker.note) == ("speaker", "annotated: Ada Nwosu")


def test_nothing_is_wrong_with_what_agrees(article: Articles, extraction: Extractions) -> None:
    assert wrong(article(ACCUSED), extraction(ACCUSED[:3])) == []


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("One", "One here."),
        ("two", "“And two!”"),
        ("here.\n“And", "One here. “And two!”"),
        ("Three", "Three in a paragraph of its own"),
        ("four", "- four in a list"),
    ],
)
def test_a_sentence_ends_at_its_mark_or_with_its_paragraph(quote: str, sentence: str) -> None:
    text = "One here.\n“And two!”\n\nThree in a paragraph\nof its own\n- four in a list\n"
    at = text.index(quote)
    assert sentence_at(text, at, at + len(quote)) == sentence
