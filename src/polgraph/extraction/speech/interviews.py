"""Interviews whose answers bear no name: questions in paragraphs of their own, and what the person asked says to each.

In: the layout of an article. Out: an attribution for each answer, all of the one whom the introduction names most.
A list of questions that an outlet answers itself says "I" nowhere, and is none.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from polgraph.extraction.speech.sources import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from polgraph.extraction.speech.spans import Attribution, Layout

__all__ = ["interview_attributions", "interviewee"]

_LINE = re.compile(r"[^\n]+")
_BOLD = re.compile(r"\s*(?:\*\*|__|<(?:b|strong)>)(?P<words>.+?)(?:\*\*|__|</(?:b|strong)>)\s*\Z")
_QUESTION = re.compile(r"[^\n\"“”]+\?\s*\Z")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|we|our|us)\b")
_FEWEST = 3  # questions, and half as many answers in the first person
_LONGEST = 40  # words of a question
_LONGEST_ANSWER = 4  # paragraphs, on average, the question included


class _Paragraph(NamedTuple):
    start: int
    end: int
    asks: bool


def interview_attributions(layout: Layout) -> list[Attribution]:
    """Find the answers of an interview."""
    paragraphs = _paragraphs(layout)
    asked = [at for at, paragraph in enumerate(paragraphs) if paragraph.asks]
    if len(asked) < _FEWEST or len(asked) * _LONGEST_ANSWER < len(paragraphs) - asked[0]:
        return []  # an essay asks now and then
    answers = [
        (paragraphs[at + 1].start, paragraphs[end - 1].end)
        for at, end in zip(asked, [*asked[1:], len(paragraphs)], strict=True)
        if end > at + 1
    ]
    own = sum(_FIRST_PERSON.search(layout.text, *answer) is not None for answer in answers)
    if len(answers) < _FEWEST or 2 * own < len(answers):
        return []
    source = interviewee(layout, paragraphs[asked[0]].start)
    if source is None:
        return []
    contents = [span for answer in answers if (span := layout.trimmed(*answer)) is not None]
    return [layout.attribution([span], kind="say", frame="label", cue=None, source=source) for span in contents]


def interviewee(layout: Layout, first: int) -> Source | None:
    """Find the person that an introduction, which ends at a character, names most; of several the first."""
    names: dict[str, Token] = {}
    counts: Counter[str] = Counter()
    words = layout.tokens(0, first)
    for token in words:
        last = token.i + 1 == len(layout.doc) or token.nbor().ent_iob_ != "I"
        if token.ent_type_ == "PERSON" and last:
            names.setdefault(token.text, token)
            counts[token.text] += 1
    if not names:
        return None
    head = names[max(counts, key=lambda name: counts[name])]
    start = head.i
    while start and layout.doc[start].ent_iob_ == "I" and layout.doc[start].ent_type_ == "PERSON":
        start -= 1
    return Source(start, head.i, head.i)


def _paragraphs(layout: Layout) -> Sequence[_Paragraph]:
    """Split an article; where some paragraphs are bold questions, only these ask."""
    spans = [match.span() for match in _LINE.finditer(layout.text, layout.begin) if match[0].strip()]
    bold = [_BOLD.match(layout.text[start:end]) for start, end in spans]
    asking = sum(match is not None and match["words"].rstrip().endswith("?") for match in bold)
    if asking >= _FEWEST:
        return [_Paragraph(*span, match is not None) for span, match in zip(spans, bold, strict=True)]
    return [_Paragraph(*span, _asks(layout.text[span[0] : span[1]])) for span in spans]


def _asks(paragraph: str) -> bool:
    return _QUESTION.match(paragraph) is not None and paragraph.count(" ") < _LONGEST
