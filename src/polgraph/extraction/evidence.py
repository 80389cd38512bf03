"""What the words beside a name say of its kind: "X, who", "its envoy, X," a person; "the X", "X, which" a thing.

In: a name in a parsed article. Out: votes for a person and for an institution, and names put together that the model
cut at a particle or a hyphen. Only for names that no table and no head word explains.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load
from polgraph.extraction.titles import gender, is_person_noun, kin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.names import NameSpan

__all__ = ["beside_a_person", "is_explained", "person_votes", "thing_votes", "whole_names"]

_APPOSITION = 9  # tokens after a comma in which the noun of a description stands
_SPEECH = {"say", "add", "tell", "reply", "insist", "argue", "warn", "concede", "admit", "recall", "joke", "explain"}


def is_explained(text: str) -> bool:
    """Tell whether a table or the name's own words say what it names."""
    return (
        gazetteer.place(text) is not None
        or gazetteer.is_organ(text)
        or gazetteer.party(text)
        or any(gazetteer.is_institution_head(word) or word.casefold() in _state_heads() for word in text.split())
    )


def person_votes(doc: Doc, span: NameSpan) -> int:
    """Return how strongly the words beside a name say that somebody bears it."""
    votes = 2 * _is_titled(doc, span) + 2 * _is_described(doc, span) + 2 * _has_kin(doc, span)
    votes += 2 * (_word(doc, span.end) == "," and _word(doc, span.end + 1) in {"who", "whom"})
    head = doc[span.head]
    votes += head.dep_ == "nsubj" and head.head.lemma_ in _SPEECH
    votes += 2 * (span.end - span.start > 1 and gender(doc[span.start].text) is not None)
    return votes


def beside_a_person(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """As in "A B and C D": a name of two words in one row with a person's."""
    between = [token.lower_ for token in doc[one.end : two.start]]
    alike = all(span.end - span.start > 1 and not is_explained(span.text) for span in (one, two))
    return between == ["and"] and alike and "Person" in {one.type, two.type}


def thing_votes(doc: Doc, span: NameSpan) -> int:
    """Return how strongly the words beside a name say that a thing bears it."""
    articled = _word(doc, span.start - 1) == "the" and doc[span.start - 1].head.i == span.head
    whole = not doc[span.end - 1].text.endswith("s") and _word(doc, span.end) not in {"'s", "'", "-"}
    return 2 * (articled and whole and _is_alone(doc[span.head])) + (
        _word(doc, span.end) == "," and _word(doc, span.end + 1) == "which"
    )


def whole_names(doc: Doc, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Put the parts of a person's name together: "Ana bint", "Ruzhin"; "Tavel", "-", "Ostrow"."""
    at = {index: span for span in spans for index in range(span.start, span.end)}
    result: list[NameSpan] = []
    end = 0
    for span in spans:
        if span.start < end:
            continue
        stop = _stop(doc, span, at)
        parts = {at[index] for index in range(span.start, stop) if index in at}
        if stop > span.end and (span.type == "Person" or any(part.type == "Person" for part in parts)):
            head = int(doc[span.start : stop].root.i)
            text = doc[span.start : stop].text
            result.append(replace(span, end=stop, head=head, text=text, type="Person", country=None, adjective=False))
            end = stop
        else:
            result.append(span)
            end = span.end
    return result


def _stop(doc: Doc, span: NameSpan, at: dict[int, NameSpan]) -> int:
    """The token after a name with all its parts."""
    stop = span.end
    if span.adjective or (span.type != "Person" and (span.end - span.start > 1 or is_explained(span.text))):
        return stop
    while stop < len(doc):
        follower = stop
        while follower < len(doc) and (doc[follower].lower_ in _particles() or doc[follower].text == "-"):
            follower += 1
        joined = follower > stop or doc[stop - 1].lower_ in _particles()
        if follower == len(doc) or not _continues(doc[follower], at.get(follower), joined=joined):
            break
        stop = at[follower].end if follower in at else follower + 1
    return stop


def _continues(token: Token, owner: NameSpan | None, *, joined: bool) -> bool:
    if not token.text[:1].isupper() or token.is_sent_start or is_person_noun(token.lower_) or token.pos_ != "PROPN":
        return False
    if owner is not None:
        return joined and owner.start == token.i and not owner.adjective and not is_explained(owner.text)
    return not is_explained(token.text) and token.ent_type_ in {"", "PERSON"} and (joined or not token.is_upper)


def _is_titled(doc: Doc, span: NameSpan) -> bool:
    if span.start == 0 or doc[span.start - 1].is_sent_end:
        return False
    before = doc[span.start - 1]
    return before.tag_ in {"NN", "NNP"} and is_person_noun(before.lower_) and before.lower_ not in _fields()


def _is_described(doc: Doc, span: NameSpan) -> bool:
    """As in "X, editor of Y," "X, its former envoy," and "the director, X,"."""
    if _word(doc, span.start - 1) == "," and _word(doc, span.end) in {",", "."} and span.start > 1:
        noun = doc[span.start - 2]
        if noun.tag_ == "NN" and is_person_noun(noun.lower_):
            return True
    if _word(doc, span.end) != ",":
        return False
    for index in range(span.end + 1, min(span.end + _APPOSITION, len(doc))):
        token = doc[index]
        if token.pos_ in {"VERB", "AUX", "ADP", "CCONJ", "SCONJ"} or token.text == "," or token.is_sent_start:
            return False
        if token.tag_ == "NN" and is_person_noun(token.lower_):
            following = doc[index + 1] if index + 1 < len(doc) else token
            return following.pos_ in {"ADP", "PUNCT", "PRON", "SCONJ", "CCONJ"}
    return False


def _has_kin(doc: Doc, span: NameSpan) -> bool:
    return _word(doc, span.end) in {"'s", "'"} and kin(_word(doc, span.end + 1)) is not None


def _is_alone(head: Token) -> bool:
    return head.dep_ not in {"compound", "amod", "nmod", "poss"}


def _word(doc: Doc, index: int) -> str:
    return doc[index].lower_ if 0 <= index < len(doc) else ""


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("names")["particles"])


@cache
def _state_heads() -> frozenset[str]:
    return frozenset(load("institutions")["state_heads"])


@cache
def _fields() -> frozenset[str]:
    return frozenset({"star", "deputy", "independent", "opposition"})
