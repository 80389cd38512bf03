"""Names in an article: where they stand and what kind of participant each names.

In: a parsed article. Out: `NameSpan`s in order, never overlapping, typed Person, Institution or Nation. The model's
entities are the start; gazetteers, the shape of names and the article's own consistency repair them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.evidence import beside_a_person, is_explained, person_votes, thing_votes, whole_names
from polgraph.extraction.lexicon import load
from polgraph.extraction.name_candidates import candidates, head_of, is_capitalised, joins, typed
from polgraph.extraction.names import NameSpan
from polgraph.extraction.nations import related_names, unlisted_nations
from polgraph.extraction.titles import gender, is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["find_names"]


_SPEAKING = {"say", "add", "tell", "reply", "insist", "argue", "warn", "concede", "admit"}
_PARTICLES = frozenset(load("names")["particles"])


def find_names(doc: Doc) -> list[NameSpan]:
    """Find and type the names of an article."""
    spans: dict[int, NameSpan] = {}  # by each of their tokens
    for start, end, label in candidates(doc):
        span = typed(doc, start, end, label)
        if span is not None:
            _put(spans, span)
    nations = unlisted_nations(doc, [span for span in spans.values() if span.type == "Person"])
    for span in nations:
        _put(spans, span, force=True)
    for span in _missed_institutions(doc, frozenset(spans)):
        _put(spans, span)
    found = sorted(set(spans.values()), key=lambda span: span.start)
    found = sorted({*found, *_unseen_people(doc, frozenset(spans))}, key=lambda span: span.start)
    names = _consistent(doc, whole_names(doc, found), nations)
    return _repeated(doc, names)


def _put(spans: dict[int, NameSpan], span: NameSpan, *, force: bool = False) -> None:
    """Keep the longer of two overlapping names; of equal ones the first, or the new one by `force`."""
    rivals = {spans[index] for index in range(span.start, span.end) if index in spans}
    length = span.end - span.start
    if any(other.end - other.start > length - (not force) for other in rivals):
        return
    for other in rivals:
        for index in range(other.start, other.end):
            del spans[index]
    spans.update(dict.fromkeys(range(span.start, span.end), span))


def _missed_institutions(doc: Doc, taken: frozenset[int]) -> Iterator[NameSpan]:
    """Capitalised runs that end in a word for an institution, and organs and parties by name."""
    index = 0
    while index < len(doc):
        token = doc[index]
        if not is_capitalised(token) or index in taken:
            index += 1
            continue
        end = index + 1
        while end < len(doc) and (is_capitalised(doc[end]) or joins(doc, end)):
            end += 1
        run = [t for t in range(index, end) if t not in taken]
        yield from _institution_in(doc, run)
        index = end


def _institution_in(doc: Doc, run: list[int]) -> Iterator[NameSpan]:
    if not run:
        return
    start, end = run[0], run[-1] + 1
    if end - start != len(run):
        return
    for first in range(start, end):
        for last in range(end, first, -1):
            text = doc[first:last].text
            if gazetteer.is_organ(text) or gazetteer.party(text):
                adjective = gazetteer.party(text) and doc[last - 1].dep_ in {"amod", "compound"} and text[-1] != "s"
                country = gazetteer.organ_country(text)
                yield NameSpan(first, last, head_of(doc, first, last), text, "Institution", country, adjective)
                return
    sentence_start = bool(doc[start].is_sent_start)
    for last in range(end, start + 1, -1):
        if gazetteer.is_institution_head(doc[last - 1].text) and not (
            sentence_start and doc[start].pos_ in {"DET", "PRON", "ADP"}
        ):
            yield NameSpan(start, last, head_of(doc, start, last), doc[start:last].text, "Institution")
            return


def _consistent(doc: Doc, names: list[NameSpan], nations: list[NameSpan]) -> list[NameSpan]:
    """Give every occurrence of one name the type that most occurrences have; a title before it makes it a person."""
    votes: dict[str, Counter[str]] = {}
    stated = {(span.text, span.type) for span in nations}
    for span in names:
        if span.type is not None and not span.adjective:
            weight = 3 if span.type == "Person" and _has_title(doc, span.start) else 1
            ballot = votes.setdefault(span.text.casefold(), Counter())
            ballot[span.type] += weight
            if not is_explained(span.text) and (span.text, span.type) not in stated:
                ballot["Person"] += person_votes(doc, span)
                ballot["Institution"] += thing_votes(doc, span)
    for one, two in pairwise(names):
        if beside_a_person(doc, one, two):
            for span in (one, two):
                votes.setdefault(span.text.casefold(), Counter())["Person"] += 2
    surnames: Counter[str] = Counter()
    for span in names:
        if span.type == "Person" and span.end - span.start > 1:
            surnames[doc[span.end - 1].text.casefold()] += 1
    institution_words = {
        doc[span.start].text for span in names if span.type == "Institution" and span.end - span.start > 1
    } - {span.text for span in nations}
    result = []
    for span in names:
        kind = span.type
        if kind is not None and not span.adjective and not gazetteer.is_organ(span.text):
            ballot = votes[span.text.casefold()]
            kind = max(sorted(ballot), key=lambda option: ballot[option])
            if span.end - span.start == 1 and span.text.casefold() in surnames and gazetteer.place(span.text) is None:
                kind = "Person"
            if (
                _has_title(doc, span.start)
                and kind != "Nation"
                and not gazetteer.is_institution_head(doc[span.end - 1].text)
            ):
                kind = "Person"
        if kind in {"Nation", "Nation?"} and gazetteer.place(span.text) is None and span.text in institution_words:
            kind = "Institution"
        if kind == "Nation?":
            kind = "Nation" if _names_a_nation(span, names) else None
        result.append(span if kind == span.type else replace(span, type=kind))
    return result


def _names_a_nation(span: NameSpan, names: list[NameSpan]) -> bool:
    """A people's name that no table knows counts where the article names its country too ("Ostlandic", "Ostland")."""
    return any(other.type == "Nation" and related_names(span.text, other.text) for other in names)


def _unseen_people(doc: Doc, taken: frozenset[int]) -> Iterator[NameSpan]:
    """Names that the model left out, told by their company: a title before, a description after, a verb of speech."""
    index = 0
    while index < len(doc):
        if index in taken or doc[index].pos_ != "PROPN" or not _is_name_word(doc[index]):
            index += 1
            continue
        end = index + 1
        while end < len(doc) and end not in taken and (_is_name_word(doc[end]) or _is_inside_name(doc, end)):
            end += 1
        span = NameSpan(index, end, head_of(doc, index, end), doc[index:end].text, "Person")
        if (
            gazetteer.place(span.text) is None
            and not gazetteer.is_institution_head(doc[end - 1].text)
            and _acts_as_person(doc, span)
        ):
            yield span
        index = end


def _is_name_word(token: Token) -> bool:
    return (
        token.text[:1].isupper() and token.pos_ == "PROPN" and not token.is_upper and not is_person_noun(token.lower_)
    )


def _is_inside_name(doc: Doc, index: int) -> bool:
    """A hyphen, an initial's dot or a particle between two words of a name."""
    inside = doc[index].lower_ in _PARTICLES or doc[index].text in {"-", "'"} or len(doc[index].text.strip(".")) == 1
    return inside and index + 1 < len(doc) and doc[index + 1].text[:1].isupper() and doc[index + 1].pos_ == "PROPN"


def _acts_as_person(doc: Doc, span: NameSpan) -> bool:
    head = doc[span.head]
    before = doc[span.start - 1] if span.start else None
    titled = before is not None and not before.is_sent_start and before.pos_ == "NOUN" and is_person_noun(before.lower_)
    apposed = any(child.dep_ == "appos" and is_person_noun(child.lower_) for child in head.children) or (
        head.dep_ == "appos" and is_person_noun(head.head.lower_)
    )
    speaks = head.dep_ == "nsubj" and head.head.lemma_ in _SPEAKING
    named = span.end - span.start > 1 and gender(doc[span.start].text) is not None
    return titled or apposed or speaks or named or _has_title(doc, span.start)


def _has_title(doc: Doc, start: int) -> bool:
    if start == 0:
        return False
    before = doc[start - 1]
    if before.text == "." and start > 1:
        before = doc[start - 2]
    titles = load("titles")
    return before.text.rstrip(".") in {word.rstrip(".") for word in titles["honorifics"]} or (
        before.text[:1].isupper() and before.lower_ in titles["state_offices"]
    )


def _repeated(doc: Doc, names: list[NameSpan]) -> list[NameSpan]:
    """Find further occurrences of names that the model saw once: full names, then surnames."""
    known: dict[tuple[str, ...], NameSpan] = {}
    for span in names:
        if span.type is None or span.adjective:
            continue
        words = tuple(token.text for token in doc[span.start : span.end])
        known.setdefault(words, span)
        if span.type == "Person" and len(words) > 1 and len(words[-1]) > 2 and words[-1][:1].isupper():
            known.setdefault(words[-1:], span)
    firsts = {words[0] for words in known}
    longest = max((len(words) for words in known), default=0)
    taken = {index for span in names for index in range(span.start, span.end)}
    found = list(names)
    index = 0
    while index < len(doc):
        if index in taken or doc[index].text not in firsts:
            index += 1
            continue
        for length in range(min(longest, len(doc) - index), 0, -1):
            words = tuple(token.text for token in doc[index : index + length])
            model = known.get(words)
            if model is not None and not any(i in taken for i in range(index, index + length)):
                if length == 1 and doc[index].pos_ not in {"PROPN", "NOUN"}:
                    break
                head = head_of(doc, index, index + length)
                text = doc[index : index + length].text
                found.append(NameSpan(index, index + length, head, text, model.type, model.country))
                index += length - 1
                break
        index += 1
    return sorted(found, key=lambda span: span.start)
