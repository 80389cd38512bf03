"""Names of people put together that the model cut at a particle, a hyphen or an initial.

In: the names of a parsed article in order. Out: the same, with "Ana bint", "Ruzhin" and "Tavel", "-", "Ostrow" in one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.names.evidence import has_title, is_explained
from polgraph.extraction.syntax.tree import text_of
from polgraph.extraction.titles import gender, honorifics, is_person_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.names.name import NameSpan

__all__ = [
    "is_body_after_people",
    "is_body_of_town",
    "is_thing_after_people",
    "surname",
    "surname_start",
    "whole_names",
]

_GENERATIONS = {"jr", "sr"}  # after the surname
_FULL = 2  # words of most people's names


def is_body_after_people(doc: Doc, start: int, end: int) -> bool:
    """As in "Ana Ruzhin Center", "the Ruzhin Foundation": no surname ends the name."""
    last = doc[end - 1]
    return end - start > 1 and last.text[:1].isupper() and last.lower_ in words("names", "bodies_after_people")


def is_thing_after_people(doc: Doc, start: int, end: int) -> bool:
    """As in "Ruzhin Avenue", "Ana Ruzhin Day": no participant."""
    last = doc[end - 1]
    if end - start == 1 or not last.text[:1].isupper():
        return False
    return last.lower_ in words("names", "things_after_people") or (
        end - start > _FULL and last.lower_ in words("names", "things_after_full_names")
    )


def is_body_of_town(doc: Doc, start: int, end: int) -> bool:
    """As in "Tavel Police Department", "the Tavel Herald": the first word alone is the town."""
    known = words("names", "bodies_of_towns")
    return end - start > 1 and (doc[end - 1].lower_ in known or text_of(doc, end - 2, end).casefold() in known)


def surname_start(doc: Doc, start: int, end: int) -> int:
    """Return the token at which the last word of a name begins, or the words that a hyphen joins to it."""
    first = end - 1
    if first > start and doc[first].lower_.rstrip(".") in _GENERATIONS:
        first -= 1
    while first - 2 >= start and doc[first - 1].text == "-":
        first -= 2
    return first


def surname(doc: Doc, span: NameSpan) -> str:
    """Return the last word of a name, with the words that a hyphen joins to it, folded."""
    first = surname_start(doc, span.start, span.end)
    end = span.end - (span.end - first > 1 and doc[span.end - 1].lower_.rstrip(".") in _GENERATIONS)
    return text_of(doc, first, end).casefold()


def whole_names(doc: Doc, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Put the parts of a person's name together: "Ana bint", "Ruzhin"; "Tavel", "-", "Ostrow"."""
    at = {index: span for span in spans for index in range(span.start, span.end)}
    result: list[NameSpan] = []
    end = 0
    for span in spans:
        if span.start < end:
            continue
        stop = _stop(doc, span, at)
        span = _with_first_name(doc, span, at, end)  # noqa: PLW2901
        parts = {at[index] for index in range(span.start, stop) if index in at}
        people = "Person" in {span.type, *(part.type for part in parts)} or _is_titled(doc, span.start)
        people = people or _is_given(span)
        if stop > span.end and people:
            head = int(doc[span.start : stop].root.i)
            text = text_of(doc, span.start, stop)
            result.append(replace(span, end=stop, head=head, text=text, type="Person", country=None, adjective=False))
            end = stop
        else:
            result.append(span)
            end = span.end
    return result


def _with_first_name(doc: Doc, span: NameSpan, at: dict[int, NameSpan], free: int) -> NameSpan:
    """As in "Padma" before "Tavel": the model left out the first word of the name."""
    first = span.start - 1
    if (
        span.type != "Person"
        or (span.end - span.start > 1 and doc[span.start + 1].text != "-")
        or first < free
        or first in at
    ):
        return span
    token = doc[first]
    if (
        token.pos_ != "PROPN"
        or token.dep_ != "compound"
        or not token.text.istitle()
        or token.head.i not in range(span.start, span.end)
        or is_person_noun(token.lower_)
        or token.text.rstrip(".") in honorifics()
        or token.ent_type_ not in {"", "PERSON"}
        or is_explained(token.text)
        or (gender(token.text) is None and not doc.vocab[token.lower_].is_oov)
    ):
        return span
    return replace(span, start=first, text=text_of(doc, first, span.end))


def _stop(doc: Doc, span: NameSpan, at: dict[int, NameSpan]) -> int:
    """The token after a name with all its parts."""
    stop = span.end
    single = span.end - span.start == 1 and not is_explained(span.text)
    if (span.adjective and not _is_given(span)) or (span.type != "Person" and not single):
        return stop
    if _has_post_for_surname(doc, span):
        return stop + 1
    while stop < len(doc):
        follower = stop
        while follower < len(doc) and (
            doc[follower].lower_ in words("names", "particles") or doc[follower].text == "-"
        ):
            follower += 1
        joined = follower > stop or doc[stop - 1].lower_ in words("names", "particles")
        joined = joined or _is_halved(doc, span, stop, at.get(follower))
        if follower == len(doc) or not _continues(doc[follower], at.get(follower), joined=joined):
            break
        stop = at[follower].end if follower in at else follower + 1
    return stop


def _is_given(span: NameSpan) -> bool:
    """As in "Joakim" before "Tavel", which the model took for a place or a body."""
    return span.end - span.start == 1 and gender(span.text) is not None and not is_explained(span.text)


def _has_post_for_surname(doc: Doc, span: NameSpan) -> bool:
    """As in "Omar King": after a first name, with no name to follow, what else is a title is a surname."""
    last = doc[min(span.end, len(doc) - 1)]
    return (
        span.end - span.start == 1
        and last.i == span.end
        and last.text.istitle()
        and last.tag_ == "NNP"
        and is_person_noun(last.lower_)
        and doc[span.start].dep_ == "compound"
        and doc[span.start].head.i == last.i
        and gender(doc[span.start].text) is not None
        and not (last.i + 1 < len(doc) and doc[last.i + 1].text[:1].isupper())
    )


def _is_halved(doc: Doc, span: NameSpan, stop: int, rest: NameSpan | None) -> bool:
    """As in "Chairman Ostan Prebus": a first name after a title, and a surname that the model took for another's."""
    first = doc[span.start]
    given = rest is not None and rest.type in {"Person", None} and gender(first.text) is not None
    return (
        rest is not None
        and rest.type != "Nation"
        and stop == rest.start == span.start + 1
        and rest.end == stop + 1
        and (span.type != "Nation" or _is_given(span))
        and first.dep_ == "compound"
        and first.head.i == stop
        and (given or _is_titled(doc, span.start))
    )


def _is_titled(doc: Doc, start: int) -> bool:
    return start > 0 and (has_title(doc, start) or is_person_noun(doc[start - 1].lower_))


def _continues(token: Token, owner: NameSpan | None, *, joined: bool) -> bool:
    if (
        not token.text[:1].isupper()
        or (token.is_sent_start and not joined)
        or is_person_noun(token.lower_)
        or token.pos_ != "PROPN"
    ):
        return False
    if owner is not None:
        return joined and owner.start == token.i and not owner.adjective and not is_explained(owner.text)
    return not is_explained(token.text) and token.ent_type_ in {"", "PERSON"} and (joined or not token.is_upper)
