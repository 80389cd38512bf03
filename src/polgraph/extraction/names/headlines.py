"""Names in headlines of title case, where a capital says nothing: "Tavel Blasts Rivals Over Debts".

In: the names found so far in a parsed article. Out: those that may stay. What a headline names, the text below it names
too: of a longer run of capitals only that stays ("Ana Tavel Blasts"), any other is a scrap of the sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.syntax.tree import text_of
from polgraph.extraction.titles import gender

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span

    from polgraph.extraction.names.name import NameSpan

__all__ = ["without_scraps"]

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LONG = 4  # letters: shorter words of a headline may begin small
_SMALL = {"with", "from", "after", "over", "amid", "into", "than", "that", "upon", "when", "before", "under", "about"}
_FEWEST = 3  # such words in a headline
_LONGEST = 3  # words of a person's name
_LONGEST_RUN = 6  # words of a name
_LONGEST_LINE = 200  # characters of a headline
_COMMON = {"VERB", "AUX", "ADP", "ADV", "PRON", "ADJ", "NOUN", "SCONJ"}
_PARTICIPANTS = {"Person", "Institution", "Nation"}


def without_scraps(doc: Doc, names: Sequence[NameSpan]) -> list[NameSpan]:
    """Leave out what only a headline takes for a name, and cut a longer run down to what the text names."""
    lines = _headlines(doc)
    if not lines:
        return list(names)
    loud = {index for start, end, _ in lines for index in range(start, end)}
    sure = {index for start, end, common in lines if common for index in range(start, end)}
    below = [span for span in names if span.start not in loud]
    spelt = {span.text: span for span in below if span.type in _PARTICIPANTS and not span.adjective}
    known = {span.text.casefold() for span in below}
    known |= {doc[index].lower_ for span in below if span.type == "Person" for index in (span.start, span.end - 1)}
    longer = {index: span.end - span.start for span in names for index in range(span.start, span.end)}
    again = [
        span
        for start, end, _ in lines
        for span in _named_below(doc, start, end, spelt)
        if (span.type == "Person" and span.end - span.start > 1) or span.end - span.start >= longer.get(span.start, 0)
    ]
    taken = {index for span in again for index in range(span.start, span.end)}
    rest = [span for span in names if taken.isdisjoint(range(span.start, span.end))]
    rest = [span for span in rest if span.start not in sure or _is_sure(doc, span, known)]
    return sorted([*again, *rest], key=lambda span: span.start)


def _named_below(doc: Doc, first: int, last: int, spelt: Mapping[str, NameSpan]) -> Iterator[NameSpan]:
    """Give the longest runs of a headline's words that the text below has as names of two words or people."""
    opening = {text.split()[0] for text in spelt}
    start = first
    while start < last:
        for end in range(min(last, start + _LONGEST_RUN), start, -1) if doc[start].text in opening else ():
            same = spelt.get(text_of(doc, start, end))
            if same is not None and (end - start > 1 or same.type == "Person"):
                yield replace(same, start=start, end=end, head=start + min(same.head - same.start, end - start - 1))
                start = end - 1
                break
        start += 1


def _headlines(doc: Doc) -> list[tuple[int, int, bool]]:
    """The lines in title case as spans of tokens, and whether they are more than names: that is a headline."""
    text = text_of(doc, 0, len(doc))
    lines = [line for line in _LINE.finditer(text) if line[0].strip()]
    loud = [line for line in lines if len(line[0]) <= _LONGEST_LINE and _has_capitals(line[0])]
    ended = sum(line[0].rstrip().endswith(".") for line in loud)
    if len(loud) == len(lines) and ended in {0, len(loud)}:  # no headline over a text
        return []
    spans = (doc.char_span(*line.span(), alignment_mode="expand") for line in loud)
    found = [(span.start, span.end, _has_common(span)) for span in spans if span is not None]
    return [(start, end, common and start == found[0][0] == 0) for start, end, common in found]


def _has_capitals(line: str) -> bool:
    long = [word for word in _WORD.findall(line) if len(word) >= _LONG]
    return len(long) >= _FEWEST and all(word[0].isupper() or word in _SMALL for word in long)


def _has_common(line: Span) -> bool:
    """Tell a headline from a row of names."""
    words = [token for token in line if token.is_alpha and not token.is_upper]
    return any(token.pos_ in _COMMON and (len(token) >= _LONG or token.text[0].islower()) for token in words[1:])


def _is_sure(doc: Doc, span: NameSpan, known: set[str]) -> bool:
    text = span.text
    if text.casefold() in known or gazetteer.place(text) or gazetteer.is_organ(text) or gazetteer.party(text):
        return True
    length = span.end - span.start
    return span.type == "Person" and 1 < length <= _LONGEST and gender(doc[span.start].text) is not None
