"""Names in headlines of title case, where a capital says nothing: "Tavel Blasts Rivals Over Debts".

In: the names found so far in a parsed article. Out: those that may stay. What a headline names, the text below it names
too: any other run of capitals in it is a scrap of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.syntax.tree import tokens_of
from polgraph.extraction.titles import gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span

    from polgraph.extraction.names.name import NameSpan

__all__ = ["without_scraps"]

_LONG = 4  # letters: shorter words of a headline may begin small
_FEWEST = 3  # such words in a headline
_LONGEST = 3  # words of a person's name
_COMMON = {"VERB", "AUX", "ADP", "ADV", "PRON", "ADJ", "NOUN", "SCONJ"}


def without_scraps(doc: Doc, names: Sequence[NameSpan]) -> list[NameSpan]:
    """Leave out what only a headline takes for a name."""
    loud = _headlines(doc)
    if not loud:
        return list(names)
    below = [span for span in names if span.start not in loud]
    known = {span.text.casefold() for span in below}
    known |= {doc[index].lower_ for span in below if span.type == "Person" for index in (span.start, span.end - 1)}
    return [span for span in names if span.start not in loud or _is_sure(doc, span, known)]


def _headlines(doc: Doc) -> set[int]:
    """The tokens of headlines; an article that is nothing else has none."""
    sentences = [(sentence, _is_title_case(sentence)) for sentence in doc.sents if not sentence.text.isspace()]
    if all(loud for _, loud in sentences):
        return set()
    return {index for sentence, loud in sentences if loud for index in range(sentence.start, sentence.end)}


def _is_title_case(sentence: Span) -> bool:
    long, common = 0, False
    for token in tokens_of(sentence.doc)[sentence.start : sentence.end]:
        if not token.is_alpha or len(token) < _LONG:
            continue
        if not token.text[0].isupper():
            return False
        long += 1
        common = common or (token.i > sentence.start and token.pos_ in _COMMON and not token.is_upper)
    return common and long >= _FEWEST


def _is_sure(doc: Doc, span: NameSpan, known: set[str]) -> bool:
    text = span.text
    if text.casefold() in known or gazetteer.place(text) or gazetteer.is_organ(text) or gazetteer.party(text):
        return True
    length = span.end - span.start
    return span.type == "Person" and 1 < length <= _LONGEST and gender(doc[span.start].text) is not None
