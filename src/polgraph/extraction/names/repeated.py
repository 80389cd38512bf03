"""Further places of names that the model saw once: full names, surnames with their particles, first names, capitals.

In: the names of a parsed article. Out: the same and the places that were missed, in order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.names.bounds import head_of
from polgraph.extraction.names.evidence import is_explained
from polgraph.extraction.names.layout import is_in_dateline
from polgraph.extraction.names.name import NameSpan
from polgraph.extraction.names.parts import is_body_of_town, surname_start
from polgraph.extraction.syntax.tree import text_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

__all__ = ["repeated_names"]

_SHORTEST = 3  # letters of a part of a name that may stand alone
_CAPITALS = 4  # letters of a word in capitals that may be a name

Words = tuple[str, ...]


def repeated_names(doc: Doc, capitals: Sequence[Token], names: Sequence[NameSpan]) -> list[NameSpan]:
    """Find further occurrences of the names."""
    known, particles = _known(doc, names)
    found = [_with_particles(doc, span, particles) for span in names]
    taken = {index for span in found for index in range(span.start, span.end)}
    firsts = {form[0] for form in known}
    longest = max((len(form) for form in known), default=0)
    # a name may begin small: "ten Cate"
    tokens = tokens_of(doc) if any(first[:1].islower() for first in firsts) else capitals
    end = 0
    for token in tokens:
        if token.text not in firsts or token.i < end or token.i in taken:
            continue
        span = _at(doc, token.i, longest, known, taken)
        if span is not None:
            found.append(span)
            end = span.end
    return sorted(found, key=lambda span: span.start)


def _known(doc: Doc, names: Sequence[NameSpan]) -> tuple[dict[Words, NameSpan], dict[str, Words]]:
    """The forms to look for, and the particles before surnames."""
    known: dict[Words, NameSpan] = {}
    parts: dict[Words, NameSpan] = {}
    particles: dict[str, Words] = {}
    creeds = words("names", "peoples_without_state")  # "Islamic" is no short form of "the Islamic State"
    for span in names:
        if span.type is None or span.adjective:
            continue
        form = _words(doc, span.start, span.end)
        known.setdefault(form, span)
        if span.type == "Institution" and len(form) > 1:
            town = is_body_of_town(doc, span.start, span.end)
            for word in (form[0], form[-1])[town:]:
                if len(word) >= _CAPITALS and word[0].isupper() and not is_explained(word) and word not in creeds:
                    parts.setdefault((word,), span)
        if span.type != "Person" or len(form) == 1:
            continue
        last = surname_start(doc, span.start, span.end)
        first = last
        while first - 1 > span.start and doc[first - 1].lower_ in words("names", "particles"):
            first -= 1
        particles.setdefault(text_of(doc, last, span.end), _words(doc, first, last))
        for part in ((first, span.end), (last, span.end), (span.start, span.start + 1)):
            text = text_of(doc, part[0], part[1])
            if len(text) >= _SHORTEST and not text.islower() and not is_explained(text):
                parts.setdefault(_words(doc, *part), span)
    for form, span in parts.items():
        known.setdefault(form, span)
    for form, span in list(known.items()):
        if span.type == "Person" and len("".join(form)) >= _CAPITALS:
            known.setdefault(tuple(word.upper() for word in form), span)
    return known, {name: before for name, before in particles.items() if before}


def _words(doc: Doc, start: int, end: int) -> Words:
    return tuple(token.text for token in tokens_of(doc)[start:end])


def _with_particles(doc: Doc, span: NameSpan, particles: dict[str, Words]) -> NameSpan:
    """As in "ten Cate" where the article has a "Wim ten Cate": the surname begins at its particle."""
    before = particles.get(span.text, ())
    start = span.start - len(before)
    if not before or start < 0 or _words(doc, start, span.start) != before:
        return span
    return replace(span, start=start, text=text_of(doc, start, span.end))


def _at(doc: Doc, index: int, longest: int, known: dict[Words, NameSpan], taken: set[int]) -> NameSpan | None:
    for length in range(min(longest, len(doc) - index), 0, -1):
        model = known.get(_words(doc, index, index + length))
        if model is None or any(i in taken for i in range(index, index + length)):
            continue
        token = doc[index]
        if length == 1 and token.pos_ not in {"PROPN", "NOUN"} and (token.is_sent_start or token.is_lower):
            return None
        if is_in_dateline(doc, index, index + length):
            return None
        head, text = head_of(doc, index, index + length), text_of(doc, index, index + length)
        return NameSpan(index, index + length, head, text, model.type, model.country)
    return None
