"""What the layout of an article says of words in capitals: datelines, headings, shouts, labels of speakers.

In: a stretch of a parsed article. Out: whether it stands in one of these, and so names no participant by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.syntax.tree import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["is_in_dateline", "is_shouted"]

_DATELINE = 14  # tokens within which the dash of a dateline stands
_SHOUTED = 4  # letters: shorter words in capitals are acronyms
_DASHES = {"-", "--", "–", "—"}


def is_in_dateline(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a name in capitals opens a paragraph and a dash ends what it opens: "PORT VARN, March 2 —"."""
    if not text_of(doc, start, end).isupper():
        return False
    while not doc[start].is_sent_start and start > 0 and doc[start - 1].is_upper:
        start -= 1
    if not doc[start].is_sent_start:
        return False
    for index in range(end, min(end + _DATELINE, len(doc))):
        token = doc[index]
        if token.text in _DASHES and (doc[index - 1].whitespace_ or token.whitespace_):
            return True  # no hyphen, as in "UN Secretary-General"
        if token.is_sent_start or not (token.is_punct or token.is_digit or token.text[0].isupper()):
            return False
    return False


def is_shouted(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words in capitals shout or head a list ("HOST:", "THE FACTS.", "RUN, HERO, RUN!")."""
    text = text_of(doc, start, end)
    if not text.isupper() or len(text) < _SHOUTED:
        return False
    if doc[start].is_sent_start and end < len(doc) and doc[end].text == ":":
        return True
    sentence = doc[start].sent
    around = [doc[i] for i in (start - 2, start - 1, end, end + 1) if sentence.start <= i < sentence.end]
    shouted = any(token.is_alpha and token.is_upper and len(token) > 1 for token in around)
    return shouted or len(sentence) <= end - start + 1
