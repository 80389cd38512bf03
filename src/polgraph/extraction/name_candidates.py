"""Stretches of text that the model takes for names, set right at their ends and typed.

In: a parsed article. Out: spans with the model's label, mended ("Duma Committee" grows over
"on International Affairs"), and the `NameSpan` that each makes: gazetteers and the words around it decide its type.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load
from polgraph.extraction.names import NameSpan
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["candidates", "head_of", "is_capitalised", "joins", "typed"]

_LABELS = {"PERSON": "Person", "ORG": "Institution", "GPE": "Nation"}
_OTHER = {"PRODUCT", "WORK_OF_ART", "LOC", "FAC", "NORP", "EVENT", "LAW"}
_PROGRAMME = {"program", "programme", "project", "mission", "initiative", "operation"}
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
_NOT_NAMES = re.compile(
    r"^(?:[\d\W]+|I|God|Internet|Twitter account|Earth|Inc|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen"
    r"|Former|Outside|Noon|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.?$"
)


def candidates(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Find the spans of the model that may be names: first token, end, label."""
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
    while stop < len(doc) and is_capitalised(doc[stop]) and not doc[stop].is_sent_start:
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
    while stop < len(doc) and (is_capitalised(doc[stop]) or (joins(doc, stop) or _lists(doc, stop))):
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
        and is_capitalised(doc[index + 1])
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


def typed(doc: Doc, start: int, end: int, label: str) -> NameSpan | None:
    """Trim a span and type it; None where it is no name."""
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
    head = head_of(doc, start, end)
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


def head_of(doc: Doc, start: int, end: int) -> int:
    """Return the index of the token that heads a span."""
    return int(doc[start:end].root.i)


def is_capitalised(token: Token) -> bool:
    """Tell whether a token may be a word of a name by its capital."""
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"} and not token.is_space


def joins(doc: Doc, index: int) -> bool:
    """Tell whether a small word stands between two words of one name."""
    return (
        doc[index].lower_ in _JOINTS - {"and", "in", "at"} and index + 1 < len(doc) and is_capitalised(doc[index + 1])
    )
