"""Names in an article: where they stand and what kind of participant each names.

In: a parsed article. Out: `NameSpan`s in order, never overlapping, typed Person, Institution or Nation. The model's
entities are the start; gazetteers, the shape of names and the article's own consistency repair them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.evidence import beside_a_person, is_explained, person_votes, thing_votes, whole_names
from polgraph.extraction.lexicon import load
from polgraph.extraction.names import NameSpan
from polgraph.extraction.nations import related_names, unlisted_nations
from polgraph.extraction.titles import gender, is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["find_names"]


_LABELS = {"PERSON": "Person", "ORG": "Institution", "GPE": "Nation"}
_OTHER = {"PRODUCT", "WORK_OF_ART", "LOC", "FAC", "NORP", "EVENT", "LAW"}
_PROGRAMME = {"program", "programme", "project", "mission", "initiative", "operation"}
_SPEAKING = {"say", "add", "tell", "reply", "insist", "argue", "warn", "concede", "admit"}
_WITH_FIELD = {
    "committee",
    "subcommittee",
    "commission",
    "ministry",
    "department",
    "office",
    "council",
    "bureau",
    "court",
    "institute",
    "agency",
    "board",
}
_JOINTS = {"of", "for", "on", "and", "the", "'s", "de", "del", "della", "di", "du", "für", "&", "-", "in", "at"}
_PARTICLES = frozenset(load("names")["particles"])
_NOT_NAMES = re.compile(
    r"^(?:[\d\W]+|I|God|Internet|Twitter account|Earth|Inc|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen"
    r"|Former|Outside|Noon|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.?$"
)


def find_names(doc: Doc) -> list[NameSpan]:
    """Find and type the names of an article."""
    spans: dict[int, NameSpan] = {}  # by each of their tokens
    for start, end, label in _candidates(doc):
        span = _typed(doc, start, end, label)
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


def _candidates(doc: Doc) -> Iterator[tuple[int, int, str]]:
    entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    for index, (start, end, label) in enumerate(entities):
        if label not in _LABELS and label not in _OTHER:
            continue
        following = entities[index + 1] if index + 1 < len(entities) else None
        if label in {"ORG", "NORP", "GPE", "PERSON"}:
            end = _plural_owner_end(doc, start, end)  # noqa: PLW2901
        if label in {"ORG", "NORP", "GPE"} and following is not None:
            end = _joined_end(doc, end, following)  # noqa: PLW2901
        if label == "ORG":
            while _opens_longer_name(doc, end):
                end += 1  # noqa: PLW2901
            end = _field_end(doc, end)  # noqa: PLW2901
        if label == "PERSON" and _is_title_phrase(doc, start, end):
            continue
        yield start, end, label


def _plural_owner_end(doc: Doc, start: int, end: int) -> int:
    """Extend "Dockers'" over "Federation": the possessive of a plural opens the name of a body."""
    owner = end - 1 if doc[end - 1].lower_ not in {"'s", "'"} else end - 2
    mark = owner + 1
    if (
        owner < start
        or mark + 1 >= len(doc)
        or doc[mark].lower_ not in {"'s", "'"}
        or doc[owner].tag_ not in {"NNS", "NNPS"}
    ):
        return end
    stop = mark + 1
    while stop < len(doc) and _is_capitalised(doc[stop]) and not doc[stop].is_sent_start:
        stop += 1
    return stop if stop > mark + 1 else end


def _opens_longer_name(doc: Doc, end: int) -> bool:
    """As in "Civic" of "the Civic Left": the head of the name follows, capitalised, and the model left it out."""
    last = doc[end - 1]
    following = last.head
    return (
        last.dep_ == "compound"
        and following.i == end
        and following.pos_ == "PROPN"
        and following.text[:1].isupper()
        and not following.ent_type_
        and not is_person_noun(following.text)
    )


def _is_title_phrase(doc: Doc, start: int, end: int) -> bool:
    """As in "Ostlandic Interior" before "Minister": a title that the model took for a name."""
    if (
        end < len(doc)
        and doc[end].text[:1].isupper()
        and is_person_noun(doc[end].lower_)
        and doc[end - 1].dep_ == "compound"
    ):
        return doc[end - 1].lower_ in load("titles")["ranks"]
    return (
        is_person_noun(doc[end - 1].lower_)
        and doc[end - 1].lower_ in load("titles")["state_offices"]
        and end - start > 1
    )


def _field_end(doc: Doc, end: int) -> int:
    """Extend "Duma Committee" over "on International Affairs": the field belongs to the name."""
    if doc[end - 1].lower_ not in _WITH_FIELD or end + 1 >= len(doc) or doc[end].lower_ not in {"on", "for", "of"}:
        return end
    first = end + 2 if doc[end + 1].lower_ == "the" else end + 1
    stop = first
    while stop < len(doc) and (_is_capitalised(doc[stop]) or (_joins(doc, stop) or _lists(doc, stop))):
        stop += 1
    whole = doc[first:stop].text
    if (
        stop == first
        or gazetteer.place(whole) is not None
        or any(doc[i].ent_type_ in {"PERSON", "GPE", "DATE", "TIME"} for i in range(first, stop))
    ):
        return end
    return stop


def _lists(doc: Doc, index: int) -> bool:
    """An "and" inside a field: "Education and Science"."""
    return (
        doc[index].lower_ == "and"
        and index + 1 < len(doc)
        and _is_capitalised(doc[index + 1])
        and not doc[index + 1].ent_type_
    )


def _joined_end(doc: Doc, end: int, following: tuple[int, int, str]) -> int:
    """Extend an institution's name over "of the X", where X is a name too."""
    if not gazetteer.is_institution_head(doc[end - 1].text):
        return end
    between = [token.lower_ for token in doc[end : following[0]]]
    if between in (["of"], ["of", "the"], ["for"], ["for", "the"]) and following[2] in {"ORG", "GPE", "LOC"}:
        next_text = doc[following[0] : following[1]].text
        whole = gazetteer.place(next_text)
        # "the parliament of Ostland" keeps its parts; "the Communist Party of the Russian Federation" is one name
        if doc[end - 1].text[:1].isupper() and (
            whole is None or doc[end - 1].lower_ in {"party", "bank", "republic", "union"}
        ):
            return following[1]
    return end


def _typed(doc: Doc, start: int, end: int, label: str) -> NameSpan | None:
    start, end = _trimmed(doc, start, end)
    if start >= end:
        return None
    text = doc[start:end].text
    if (
        _NOT_NAMES.match(text)
        or "\n" in text
        or doc[start].lower_ in {"pro", "anti", "non"}
        or text.lower().startswith(("pro-", "anti-"))
    ):
        return None
    head = _head(doc, start, end)
    last = doc[end - 1]
    place = gazetteer.place(text)
    if gazetteer.party(text) and end < len(doc) and doc[end].lower_ in {"administration", "government", "campaign"}:
        return NameSpan(start, end + 1, end, doc[start : end + 1].text, "Institution")
    if gazetteer.party(text):
        adjective = last.dep_ in {"amod", "compound", "nmod"} and not last.text.endswith("s")
        return NameSpan(start, end, head, text, "Institution", adjective=adjective)
    if gazetteer.is_organ(text):
        return NameSpan(start, end, head, text, "Institution", gazetteer.organ_country(text))
    if label == "NORP" or (place is not None and label != "PERSON" and end - start <= 4):
        adjective = label == "NORP" and (last.tag_ in {"JJ", "NNP"} or last.dep_ in {"amod", "compound"})
        if place is None:
            return NameSpan(start, end, head, text, "Nation?", adjective=adjective)
        return NameSpan(start, end, head, text, "Nation", place.country, adjective)
    if label in {"PRODUCT", "WORK_OF_ART", "FAC", "LOC", "EVENT", "LAW"}:
        programme = end < len(doc) and doc[end].lower_ in _PROGRAMME
        if (
            not programme
            and end + 1 < len(doc)
            and doc[end + 1].lower_ in _PROGRAMME
            and doc[end].pos_ in {"NOUN", "PROPN"}
        ):
            programme, end = True, end + 1
        if programme:
            end += 1
            return NameSpan(start, end, end - 1, doc[start:end].text, "Institution")
        if label != "LAW" and gazetteer.is_institution_head(last.text) and last.text[:1].isupper():
            return NameSpan(start, end, head, text, "Institution")
        return NameSpan(start, end, head, text, None)
    kind = _LABELS[label]
    if end - start > 1 and last.lower_ in load("institutions")["state_heads"] and last.text[:1].isupper():
        kind = "Nation"
    if (
        kind != "Institution"
        and end - start > 1
        and gazetteer.is_institution_head(last.text)
        and last.text[:1].isupper()
    ):
        kind = "Institution"
    following = doc[end].lower_ if end < len(doc) else ""
    if following in {"campaign", "administration"} or (kind == "Institution" and following in _PROGRAMME):
        kind, head, end = "Institution", end, end + 1
        text = doc[start:end].text
    if kind == "Person" and text.isupper() and len(text) in range(2, 6) and end - start == 1:
        kind = "Institution"  # an acronym, unless a person of that name is in the article
    return NameSpan(start, end, head, text, kind)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    honorifics = {word.rstrip(".") for word in load("titles")["honorifics"]}
    if 1 < start < end - 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in {"pro", "anti"}:
        start += 1  # "pro-Ostland Harbour Party": the model begins the name at Ostland
    while end - start > 3 and doc[start].lower_ in {"pro", "anti"} and doc[start + 1].text == "-":
        start += 3
    while start < end and (
        doc[start].lower_ in {"the", "a", "an", "of", "'s", '"', "'", "ex", "-"}
        or doc[start].is_space
        or doc[start].text[0].isdigit()
        or (doc[start].is_punct and not doc[start].text[0].isalnum())
        or (end - start > 1 and doc[start].text.rstrip(".") in honorifics)
    ):
        start += 1
    while start < end and (
        doc[end - 1].lower_ in {"'s", "'", '"', "’s", ",", "."}
        or doc[end - 1].is_space
        or doc[end - 1].text in {"(", ")", "-"}
    ):
        end -= 1
    return start, end


def _head(doc: Doc, start: int, end: int) -> int:
    return int(doc[start:end].root.i)


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
        if not _is_capitalised(token) or index in taken:
            index += 1
            continue
        end = index + 1
        while end < len(doc) and (_is_capitalised(doc[end]) or _joins(doc, end)):
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
                yield NameSpan(first, last, _head(doc, first, last), text, "Institution", country, adjective)
                return
    sentence_start = bool(doc[start].is_sent_start)
    for last in range(end, start + 1, -1):
        if gazetteer.is_institution_head(doc[last - 1].text) and not (
            sentence_start and doc[start].pos_ in {"DET", "PRON", "ADP"}
        ):
            yield NameSpan(start, last, _head(doc, start, last), doc[start:last].text, "Institution")
            return


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"} and not token.is_space


def _joins(doc: Doc, index: int) -> bool:
    return (
        doc[index].lower_ in _JOINTS - {"and", "in", "at"} and index + 1 < len(doc) and _is_capitalised(doc[index + 1])
    )


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
        span = NameSpan(index, end, _head(doc, index, end), doc[index:end].text, "Person")
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
                head = _head(doc, index, index + length)
                text = doc[index : index + length].text
                found.append(NameSpan(index, index + length, head, text, model.type, model.country))
                index += length - 1
                break
        index += 1
    return sorted(found, key=lambda span: span.start)
