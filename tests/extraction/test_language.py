"""The parser: offsets into the source, paragraphs and datelines as bounds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from polgraph.extraction.language import parse


@pytest.mark.parametrize(
    "dateline",
    [
        "BRUSSELS (Reuters) - ",
        "SAN FRANCISCO — ",
        "KYIV, June 4 – ",
        "VELGRAD, Feb 11 (Continental Wire) - ",
        "Friday, May 9, 2025 ",
    ],
)
def test_a_dateline_is_not_part_of_the_first_sentence(dateline: str) -> None:
    doc = parse(f"{dateline}The premier resigned on Monday.")
    assert list(doc.sents)[-1].text == "The premier resigned on Monday."


def test_a_sentence_ends_with_its_paragraph() -> None:
    doc = parse("Premier quits\n\nThe premier resigned.\nHer party mourned.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Premier quits",
        "The premier resigned.",
        "Her party mourned.",
    ]


def test_lines_that_were_wrapped_belong_together() -> None:
    lines = "The premier of the northern isles\nresigned on Monday after a vote\nthat nobody had expected to be\nheld."
    assert len(list(parse(lines).sents)) == 1


def test_front_matter_is_not_prose() -> None:
    text = "---\ntitle: Premier quits\n---\nThe premier resigned."
    assert [token.text for token in parse(text, (29, len(text))) if not token.is_space] == [
        "The",
        "premier",
        "resigned",
        ".",
    ]


def test_a_plural_noun_taken_for_a_verb_heads_its_phrase_again() -> None:
    doc = parse("“It might,” Ruzhin added, recalling the island’s old shelter offers to sailors such as Piet Tavel.")
    offers = next(token for token in doc if token.text == "offers")
    assert (offers.pos_, offers.lemma_) == ("NOUN", "offer")


def test_what_is_said_is_no_plural_noun_over_its_own_clause() -> None:
    doc = parse("We must stop the border tax says")
    says = doc[6]
    assert [says.tag_, says.head.text, doc[5].head.text] == ["VBZ", "says", "stop"]


def test_the_name_before_a_verb_without_a_subject_is_its_subject() -> None:
    doc = parse("Rather than praise Daniel Kest, Ana Ruzhin left the hall.")
    ruzhin = next(token for token in doc if token.text == "Ruzhin")
    assert (ruzhin.dep_, ruzhin.head.text) == ("nsubj", "left")


@pytest.mark.parametrize("said", ["Ana Ruzhin is deranged.", "Daniel Kest said that Ana Ruzhin was deranged."])
def test_an_adjective_that_looks_like_a_passive_is_none(said: str) -> None:
    words = {token.text: token for token in parse(said)}
    copula = words["deranged"].head
    assert (words["Ruzhin"].dep_, words["Ruzhin"].head, copula.lemma_) == ("nsubj", copula, "be")
    assert copula.head.text == ("said" if "said" in words else "is")


def test_what_somebody_did_to_her_stays_a_passive() -> None:
    words = {token.text: token for token in parse("Ana Ruzhin was misguided by Daniel Kest.")}
    assert words["Ruzhin"].dep_ == "nsubjpass"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_every_token_stands_at_its_offset(text: str) -> None:
    doc = parse(text)
    assert len(doc.text) == len(text)
    assert all(doc.text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_a_dash_glued_to_a_word_parts_it_from_the_next() -> None:
    doc = parse("The council named one candidate— Ruzhin— to the post; Kest—who was late—left.")
    assert {"candidate", "Ruzhin", "Kest", "late"} <= {token.text for token in doc}


def test_a_title_after_its_state_opens_no_sentence() -> None:
    doc = parse("TAVEL HILL — Vermont Sen. Ana Ruzhin was jeered by her own delegates Monday.")
    assert not next(token for token in doc if token.text == "Sen.").is_sent_start


def test_a_plural_title_cut_short_ends_no_sentence() -> None:
    text = "The council has praised former Govs. Ana Ruzhin and Mira Tavel."
    assert len(list(parse(text).sents)) == 1
