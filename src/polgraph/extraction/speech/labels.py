"""Speech that a colon attributes: transcripts ("SMITH: ..."), headlines ("Smith: do this"), "she added: We shall see".

In: the layout of an article. Out: attributions whose content follows a colon without quotation marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polgraph.extraction.speech.cues import speech
from polgraph.extraction.speech.interviews import interviewee
from polgraph.extraction.speech.reported import frames_of
from polgraph.extraction.speech.sources import Source, subject_source
from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from polgraph.extraction.speech.spans import Attribution, Layout

__all__ = ["colon_attributions", "label_attributions"]

_LINE = re.compile(r"[^\n]+")
_CAPITAL = r"[^\W\d_a-z]"
_SMALL = r"de|van|von|al|bin|bint|ibn|ag|ould|du|la|le|der|den|ten|zu|z|of|the|for"
_NAME = rf"{_CAPITAL}[\w.'’-]*(?:[ ](?:\(?{_CAPITAL}[\w.'’()-]*|{_SMALL})){{0,6}}(?:[ ]\([^()\n:]{{1,60}}\))?"
_LABEL = re.compile(rf"[ \t*_>]*(?P<name>{_NAME}|[QA])(?:[ ]on[ ][^:\n]{{1,60}})?[*_]*(?P<colon>:)[*_]*[ \t]+(?=\S)")
_WORD = re.compile(r"[\w'’-]+")
_CLOSERS = "\"”’'»)*_ "
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord|Sen|Rep|The)\b", re.IGNORECASE)
_SELDOM = 3  # of so many turns of an interviewer one at least ends in a question
_REACH = 12  # a cue stands within so many words of its colon


def label_attributions(layout: Layout) -> list[Attribution]:
    """Find the turns of a transcript, or the one headline that quotes."""
    text, doc = layout.text, layout.doc
    if not len(doc):
        return []
    lines = [match.span() for match in _LINE.finditer(text, layout.begin) if match[0].strip()]
    labels = [(at, match) for at, span in enumerate(lines) if (match := _label(text, span)) is not None]
    names = [match["name"] for _, match in labels]
    transcript = len(set(names)) < len(names) or sum(name.isupper() for name in names) > 1
    asking = _interviewers([(match["name"], text[match.end() : lines[at][1]]) for at, match in labels])
    headline = _headline_attribution(layout, lines[0]) if lines else None
    found = [headline] if headline is not None else []
    for number, (at, match) in enumerate(labels):
        if transcript and number in asking:
            continue
        if not transcript and not (
            _is_person(layout, match) if _opens_quotation(layout, match) else at == 0 and _is_headline(layout, match)
        ):
            continue
        last = at
        if transcript and number + 1 < len(labels):
            last = labels[number + 1][0] - 1  # a turn of several paragraphs ends where the next one begins
        content = layout.trimmed(match.end(), lines[last][1])
        words = layout.tokens(match.start("name"), match.end("name"))
        if content is None or not len(words):
            continue
        source = Source(words[0].i, words[-1].i, words[-1].i)
        if match["name"] == "A":  # who answers is whom the introduction names
            source = interviewee(layout, labels[0][1].start()) or source
        colon = match.span("colon")
        found.append(layout.attribution([content], kind="say", frame="label", cue=colon, source=source))
    return found


def _interviewers(turns: Sequence[tuple[str, str]]) -> set[int]:
    """Give the numbers of the turns that are the outlet's own: of whoever opens, and introduces or mostly asks."""
    voices: list[set[str]] = []
    owners: list[int] = []
    for name, _ in turns:
        known = next((at for at, voice in enumerate(voices) if _surname(name) in voice), None)
        if known is None:
            known = len(voices)
            voices.append(set())
        voices[known] |= {word.casefold() for word in _WORD.findall(name)}
        owners.append(known)
    asking = {at for at, voice in enumerate(voices) if voice & speech().interviewers}
    opening = next((owner for owner in owners if owners.count(owner) > 1), None)
    if opening is not None and not asking and not _HONORIFIC.match(turns[owners.index(opening)][0]):
        own = [words for (_, words), owner in zip(turns, owners, strict=True) if owner == opening]
        asked = sum(words.rstrip(_CLOSERS).endswith("?") for words in own)
        others = {_surname(name) for (name, _), owner in zip(turns, owners, strict=True) if owner != opening}
        introduced = others & {word.casefold() for word in _WORD.findall(own[0])}
        if others and (introduced or asked * _SELDOM >= len(own)):
            asking.add(opening)
    return {number for number, owner in enumerate(owners) if owner in asking}


def _surname(label: str) -> str:
    words: list[str] = _WORD.findall(label.partition("(")[0])
    return words[-1].casefold()


def colon_attributions(layout: Layout) -> list[Attribution]:
    """Find what follows a cue and a colon: the rest of the paragraph, or the next one where the colon ends a line."""
    found = []
    for colon in tokens_of(layout.doc):
        if colon.text != ":" or layout.quotation_at(colon.idx) is not None:
            continue
        cue = _cue_before(layout, colon)
        source = subject_source(cue) if cue is not None else None
        content = _after_colon(layout, colon) if source is not None else None
        if cue is not None and content is not None:
            kind = frames_of(cue)[0]["quotation"]
            where = layout.characters(cue.i, cue.i)
            found.append(layout.attribution([content], kind=kind, frame="colon", cue=where, source=source))
    return found


def _cue_before(layout: Layout, colon: Token) -> Token | None:
    first = max(layout.sentence(colon.i - 1)[0] if colon.i else 0, colon.i - _REACH)
    for token in reversed(tokens_of(layout.doc)[first : colon.i]):
        if token.tag_.startswith("VB") and token.tag_ != "VB" and "quotation" in frames_of(token)[0]:
            return token
    return None


def _after_colon(layout: Layout, colon: Token) -> tuple[int, int] | None:
    if colon.i + 1 >= len(layout.doc):
        return None
    following = colon.nbor()
    if following.is_space and colon.i + 2 < len(layout.doc):
        following = following.nbor()
    span = layout.trimmed(following.idx, layout.line_end(following.idx))
    if span is None or layout.quotation_at(span[0]) is not None:
        return None
    if layout.text[span[0]].islower():  # a list, not a speech
        first = layout.tokens(*span)
        last = layout.sentence(first[0].i)[1] if len(first) else colon.i
        return layout.trimmed(span[0], min(span[1], layout.characters(last, last)[1]))
    return span


def _label(text: str, span: tuple[int, int]) -> re.Match[str] | None:
    match = _LABEL.match(text, *span)
    if match is None or not match["name"][0].isupper():
        return None
    words = match["name"].lower().split(" ")
    return None if {words[0], words[-1]} & speech().labels else match


def _headline_attribution(layout: Layout, line: tuple[int, int]) -> Attribution | None:
    """Find who is quoted in '"I kept the keys": Ana Brel looks back', the first line."""
    start = layout.trimmed(*line)
    number = layout.quotation_at(start[0]) if start is not None else None
    if start is None or number is None or layout.quotations[number].start != start[0]:
        return None
    quotation = layout.quotations[number]
    if layout.text[quotation.end : quotation.end + 1] != ":":
        return None
    words = layout.tokens(quotation.end + 1, line[1])
    name = [token for token in words if token.ent_type_ == "PERSON"][:1]
    if not name:
        return None
    last = name[0]
    while last.i + 1 < len(layout.doc) and last.nbor().ent_type_ == "PERSON" and last.nbor().ent_iob_ == "I":
        last = last.nbor()
    source = Source(name[0].i, last.i, last.i)
    return layout.attribution(
        [(quotation.start, quotation.end)],
        kind="say",
        frame="label",
        cue=(quotation.end, quotation.end + 1),
        source=source,
    )


def _opens_quotation(layout: Layout, match: re.Match[str]) -> bool:
    at = layout.quotation_at(match.end())
    return at is not None and layout.quotations[at].start == match.end() and not layout.quotations[at].single


def _is_person(layout: Layout, match: re.Match[str]) -> bool:
    return any(token.ent_type_ == "PERSON" for token in layout.tokens(match.start("name"), match.end("name")))


def _is_headline(layout: Layout, match: re.Match[str]) -> bool:
    """Tell "Smith: do this" from a topic before a colon: the label is a person, a body or a kind of source."""
    words = layout.tokens(match.start("name"), match.end("name"))
    kinds = {token.ent_type_ for token in words}
    sentence = layout.text[match.end() : layout.line_end(match.end())].rstrip().endswith(".")
    if "GPE" in kinds and sentence:
        return False  # a dateline
    named = not kinds.isdisjoint(("PERSON", "ORG", "NORP", "GPE"))
    return named and all(token.pos_ in ("PROPN", "NOUN", "DET") and not token.is_stop for token in words)
