"""Interviews whose answers bear no name."""

from __future__ import annotations

from polgraph.extraction import extract
from polgraph.model import Document

INTRODUCTION = "Maria Velez ran the city for eight years. She spoke to us about the flood and about Daniel Osgood.\n\n"
ANSWERS = ["I did. We all did.", "He never asked me.\n\nAnd I never told him.", "I sleep well."]


def spoken(text: str) -> list[tuple[str | None, str]]:
    found = extract(Document(id="talk", text=text, source="talk", body=(0, len(text))))
    return [(quote.speaker_text, text[quote.start : quote.end]) for quote in found.quotes if quote.cue is None]


def test_answers_to_bold_questions_are_those_of_whom_the_introduction_names() -> None:
    questions = ["**Did you see it coming?**", "**And Mr Osgood?**", "**How do you sleep?**"]
    turns = "\n\n".join(f"{question}\n\n{answer}" for question, answer in zip(questions, ANSWERS, strict=True))
    assert spoken(INTRODUCTION + turns) == [("Maria Velez", answer.rstrip(".")) for answer in ANSWERS]


def test_answers_to_plain_questions_are_too() -> None:
    questions = ["Did you see it coming?", "And what about Mr Osgood?", "How do you sleep?"]
    turns = "\n\n".join(f"{question}\n\n{answer}" for question, answer in zip(questions, ANSWERS, strict=True))
    assert [speaker for speaker, _ in spoken(INTRODUCTION + turns)] == ["Maria Velez"] * 3


def test_questions_that_an_outlet_answers_itself_are_no_interview() -> None:
    pairs = ["**What is it?**\n\nA tax.", "**Who pays?**\n\nThe rich do.", "**Since when?**\n\nSince the flood."]
    assert spoken(INTRODUCTION + "\n\n".join(pairs)) == []


def test_the_answers_of_a_transcript_with_letters_are_those_of_whom_the_introduction_names() -> None:
    text = INTRODUCTION + "Q: Did you see it?\n\nA: I did.\n\nQ: And then?\n\nA: We left."
    found = extract(Document(id="talk", text=text, source="talk", body=(0, len(text))))
    assert {quote.speaker_text for quote in found.quotes if quote.cue == ":"} == {"Maria Velez"}
