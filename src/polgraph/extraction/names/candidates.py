"""Stretches of text that the model takes for names, set right at their ends and typed.

In: a parsed article. Out: spans with the model's label, mended ("Duma Committee" grows over
"on International Affairs"), and the `NameSpan` that each makes: gazetteers and the words around it decide its type.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.names.bounds import (
    grown_end,
    head_of,
    pieces,
    untitled_start,
)
from polgraph.extraction.names.edges import trimmed
from polgraph.extraction.names.evidence import is_explained
from polgraph.extraction.names.layout import is_in_dateline, is_shouted
from polgraph.extraction.names.name import NameSpan
from polgraph.extraction.names.parts import is_body_after_people, is_thing_after_people
from polgraph.extraction.names.portfolios import is_portfolio
from polgraph.extraction.names.programmes import is_programme
from polgraph.extraction.names.towns import is_acting_town
from polgraph.extraction.standing.party_words import is_plain_word
from polgraph.extraction.syntax.tree import children, text_of
from polgraph.extraction.titles import gender, is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["candidates", "typed", "without_state"]

_LABELS = {"PERSON": "Person", "ORG": "Institution", "GPE": "Nation"}
_OTHER = {"PRODUCT", "WORK_OF_ART", "LOC", "FAC", "NORP", "EVENT", "LAW"}
_PROGRAMME = {"program", "programme", "project", "mission", "initiative", "operation"}
_WITH_STATE = {"bank", "party", "union", "university", "democrats", "league", "association", "church"}
_TITLE_LETTERS = {"Rep", "Sen", "Gov", "Reps", "Sens", "Govs", "Lt", "Gen", "Col", "Attorney", "Majority", "Minority"}
_STORMS = {"cyclone", "hurricane", "typhoon", "storm"}
_DISTRICTS = {"province", "district", "town", "city", "county", "village", "countryside", "prefecture", "township"}
_RULED = {"State", "County", "City", "Territory", "Province", "Region"}
_COUNTIES = {"county", "township", "borough"}
_LOWER_HEADS = {"party", "movement"}
_NOT_NAMES = re.compile(r"^(?:[\d\W]+|Twitter account)$")


def candidates(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Find the spans of the model that may be names: first token, end, label."""
    entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    for index, (start, end, label) in enumerate(entities):
        if label not in _LABELS and label not in _OTHER:
            continue
        following = entities[index + 1] if index + 1 < len(entities) else None
        for first, last in pieces(doc, start, end, label):
            stop = grown_end(doc, first, last, label, following) if last == end else last
            stop = _before_title(doc, first, stop) if label in {"ORG", "GPE"} else stop
            if label != "PERSON" and not _is_titled_person(doc, first, stop, label):
                yield first, stop, label
            elif not _is_title_phrase(doc, first, stop):
                yield untitled_start(doc, first, stop), stop, label


def _is_titled_person(doc: Doc, start: int, end: int, label: str) -> bool:
    """As in "Registrar K S Tavel Ostan": a title and initials, which the model took for a body."""
    initials = sum(len(doc[index].text.strip(".")) == 1 and doc[index].is_upper for index in range(start + 1, end))
    named = all(doc[index].text[:1].isupper() for index in range(start, end))
    return label == "ORG" and bool(initials) and named and is_person_noun(doc[start].lower_)


def _before_title(doc: Doc, start: int, end: int) -> int:
    """As in "Norwegian Home" before "Secretary": the state alone, the rest is the title's."""
    stop = end
    if end < len(doc) and doc[end].text[:1].isupper() and is_person_noun(doc[end].lower_):
        while stop - start > 1 and doc[stop - 1].lower_ in words("titles", "ranks"):
            stop -= 1
    named = stop - start > 1 and doc[stop - 1].lower_ in _COUNTIES
    return stop if named or gazetteer.place(text_of(doc, start, stop)) is not None else end


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


def typed(doc: Doc, start: int, end: int, label: str) -> NameSpan | None:
    """Trim a span and type it; None where it is no name."""
    start, end = trimmed(doc, start, end)
    if start >= end:
        return None
    if start > 0 and gazetteer.party(text_of(doc, start - 1, end)) and not doc[start - 1].is_sent_end:
        start -= 1  # "Liberal" before "Democrat"
    text = text_of(doc, start, end)
    if gazetteer.is_outlet(text) and _is_paper(doc, start):
        return NameSpan(start, end, head_of(doc, start, end), text, "Institution")
    if (
        _NOT_NAMES.match(text)
        or text.islower()
        or text.casefold().strip(".,:;") in words("names", "calendar") | words("names", "never")
        or is_portfolio(doc, start, end)
        or _is_town_alone(doc, start, end)
        or (end - start == 1 and label == "ORG" and _is_plain(text))
        or (text.casefold().rstrip(".") in load("titles")["abbreviated"] and not text.isupper())  # "the SEC"
        or _is_any_of_a_kind(doc, start, end)
        or (start > 1 and doc[start - 1].text == "," and gazetteer.is_state_short(text))
        or (text.removesuffix("s") in words("names", "peoples_without_state") and not gazetteer.party(text))
        or "\n" in text
        or doc[start].lower_ in {"pro", "anti", "non"}
        or is_in_dateline(doc, start, end)
        or (is_shouted(doc, start, end) and not is_explained(text))
        or text.lower().startswith(("pro-", "anti-"))
        or (end - start == 1 and text.endswith("ism"))  # "Catholicism"
    ):
        return None
    head = head_of(doc, start, end)
    last = doc[end - 1]
    place = gazetteer.place(text)
    if gazetteer.party(text) and end < len(doc) and doc[end].lower_ in {"administration", "government", "campaign"}:
        return NameSpan(start, end + 1, end, text_of(doc, start, end + 1), "Institution")
    stop = _party_end(doc, end)
    if gazetteer.party(text) and stop > end:
        return NameSpan(start, stop, head_of(doc, start, stop), text_of(doc, start, stop), "Institution")
    if gazetteer.party(text) and is_plain_word(doc, start, end):
        return None
    if gazetteer.party(text):
        adjective = last.dep_ in {"amod", "compound", "nmod"} and not last.text.endswith("s")
        return NameSpan(start, end, head, text, "Institution", adjective=adjective)
    if gazetteer.is_organ(text):
        return NameSpan(start, end, head, text, "Institution", gazetteer.organ_country(text))
    ruled = _ruled_state(doc, start, end)
    if ruled is not None:
        return ruled
    if label == "NORP" or (place is not None and label != "PERSON" and end - start <= 4):
        adjective = label == "NORP" and (last.tag_ in {"JJ", "NNP"} or last.dep_ in {"amod", "compound"})
        if place is None:
            return NameSpan(start, end, head, text, "Nation?", adjective=adjective)
        return NameSpan(start, end, head, text, "Nation", place.country, adjective)
    if doc[start].lower_ in _STORMS or (label != "GPE" and _is_district(doc, start, end)):
        return NameSpan(start, end, head, text, None)
    if label in {"PRODUCT", "WORK_OF_ART", "FAC", "LOC", "EVENT", "LAW"}:
        if is_programme(doc, start, end):
            return NameSpan(start, end, head, text, "Institution")
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
            return NameSpan(start, end, end - 1, text_of(doc, start, end), "Institution")
        if label in {"LOC", "FAC"} and _is_state_name(doc, start, end):
            return NameSpan(start, end, head, text, "Nation")
        if label != "LAW" and gazetteer.is_institution_head(last.text) and last.text[:1].isupper():
            return NameSpan(start, end, head, text, "Institution")
        return NameSpan(start, end, head, text, None)
    kind = _LABELS[label]
    if kind == "Person" and (_is_site(doc, start, end) or is_thing_after_people(doc, start, end)):
        return NameSpan(start, end, head, text, None)
    if kind == "Person" and is_body_after_people(doc, start, end):
        return NameSpan(start, end, head, text, "Institution")
    if _is_state_name(doc, start, end) or (
        end - start > 1 and last.text.casefold() in _COUNTIES and last.text.istitle()
    ):
        kind = "Nation"
    if (
        kind != "Institution"
        and end - start > 1
        and gazetteer.is_institution_head(last.text)
        and last.text[:1].isupper()
        and gender(doc[start].text) is None
    ) or (end - start > 1 and kind != "Institution" and _sells(doc, start, end)):
        kind = "Institution"
    if end - start > 1 and kind != "Institution" and doc[start].lower_ in words("names", "opening"):
        kind = "Institution"
    following = doc[end].lower_ if end < len(doc) else ""
    if (
        following in _LOWER_HEADS
        and last.dep_ == "compound"
        and kind != "Nation"
        and not gazetteer.is_institution_head(last.text)
    ):
        return NameSpan(start, end + 1, end, text_of(doc, start, end + 1), "Institution")
    if following in {"camp", "team"} and kind == "Person" and start > 0 and doc[start - 1].lower_ == "the":
        return NameSpan(start, end + 1, end, text_of(doc, start, end + 1), "Institution")
    if _goes_on(text, kind, following):
        kind, head, end = "Institution", end, end + 1
        text = text_of(doc, start, end)
    if kind == "Person" and text.isupper() and len(text) in range(2, 6) and end - start == 1:
        kind = "Institution"  # an acronym, unless a person of that name is in the article
    return NameSpan(start, end, head, text, kind)


def _goes_on(text: str, kind: str, following: str) -> bool:
    """As in "the Ruzhin campaign", "the Tide spacecraft programme"; a channel's programme is the channel's."""
    if following in {"campaign", "administration"}:
        return True
    if kind == "Person" and " " not in text:
        return following in {"government", "cabinet"}
    airs = gazetteer.is_outlet(text) or text in gazetteer.bodies()
    return kind == "Institution" and following in _PROGRAMME and not airs


def _ruled_state(doc: Doc, start: int, end: int) -> NameSpan | None:
    """As in "the Norwegian Government", "the Government of Norway": the state itself; `nominals` takes the rest in."""
    if end - start == 1:
        return None
    if doc[end - 1].text == "Government" and end - start > 2 and doc[end - 2].text in _RULED:
        end -= 1  # "the Tavel State Government"
        return NameSpan(start, end, end - 1, text_of(doc, start, end), "Nation")
    if doc[end - 1].text == "Government":
        end -= 1
    elif end - start > 2 and doc[start].text == "Government" and doc[start + 1].lower_ == "of":
        start += 2 + (doc[start + 2].lower_ == "the" and end - start > 3)
    else:
        return None
    place = gazetteer.place(text_of(doc, start, end)) if end > start else None
    if place is None:
        return None
    head = head_of(doc, start, end)
    return NameSpan(
        start, end, head, text_of(doc, start, end), "Nation", place.country, doc[head].dep_ in {"amod", "compound"}
    )


def _is_site(doc: Doc, start: int, end: int) -> bool:
    """As in "the Tavel mine"."""
    return (
        end - start == 1
        and gender(doc[start].text) is None
        and text_of(doc, end, end + 1).casefold() in words("names", "sites")
    )


def _is_any_of_a_kind(doc: Doc, start: int, end: int) -> bool:
    """As in "an NGO", "the main super PAC": letters for a kind of body."""
    if end - start > 1 or not doc[start].is_upper or start == 0 or doc[start].dep_ == "compound":
        return False
    return doc[start - 1].lower_ == "super" or any(
        child.dep_ == "det" and child.lower_ in {"a", "an", "another"} for child in children(doc[start])
    )


def _is_plain(text: str) -> bool:
    """As in "the Sheriff", "the Unions": a post or several bodies of a kind, capitalised."""
    known = gazetteer.party(text) or gazetteer.is_institution_head(text)
    if text.casefold() in words("titles", "state_offices"):
        return True
    return text[-1:] == "s" and text[:-1].casefold() in load("institutions")["nominals"] and not known


def _is_town_alone(doc: Doc, start: int, end: int) -> bool:
    """As in "the City": a word for a town that stands for one named elsewhere."""
    return end - start == 1 and doc[start].lower_ in words("anaphora", "towns") | {"state"}


def _is_paper(doc: Doc, start: int) -> bool:
    """As in "a writer for The Atlantic": inside a sentence only a title has its article with a capital."""
    return start > 0 and doc[start - 1].text == "The" and not doc[start - 1].is_sent_start


def _is_district(doc: Doc, start: int, end: int) -> bool:
    """As in "Tavel province", "the town of Tavel": a place that takes no part in politics."""
    if end < len(doc) and doc[end].lower_ in _DISTRICTS and doc[end - 1].dep_ == "compound":
        return not gazetteer.is_institution_head(doc[end - 1].text)
    if start < 2 or doc[start - 1].lower_ != "of" or doc[start - 2].lower_ not in _DISTRICTS:
        return False
    return not is_acting_town(doc, start)


def _is_state_name(doc: Doc, start: int, end: int) -> bool:
    """As in "the Ostland Isles", "the Republic of Ostland"; "the Mission of the Isles" is a mission."""
    heads = words("institutions", "state_heads")
    if end - start == 1 or not doc[end - 1].text[:1].isupper():
        return False
    if doc[start + 1].lower_ == "of":
        return doc[start].lower_ in heads - {"federation", "commonwealth"}
    return doc[end - 1].lower_ in heads


def _sells(doc: Doc, start: int, end: int) -> bool:
    """As in "Tavel Cement": a product or a trade ends the name of a company."""
    return doc[end - 1].lower_ in words("institutions", "trades") and gender(doc[start].text) is None


def _party_end(doc: Doc, end: int) -> int:
    """As in "Democratic Granary": a party's adjective opens a longer name."""
    stop = end
    while (
        stop < len(doc)
        and doc[stop].pos_ == "PROPN"
        and doc[stop].text.istitle()
        and doc[stop].ent_type_ in {"", "ORG"}
        and not doc[stop].is_sent_start
        and not is_person_noun(doc[stop].lower_.rstrip("."))
        and doc[stop].text.rstrip(".") not in _TITLE_LETTERS
        and not gazetteer.is_organ(doc[stop].text)
        and doc[stop].lower_ not in words("institutions", "chambers")
        and gazetteer.place(doc[stop].text) is None
        and gender(doc[stop].text) is None
    ):
        stop += 1
    return stop


def without_state(doc: Doc, whole: NameSpan, state: NameSpan) -> NameSpan | None:
    """Cut the state off a body's name: "the Press Council | of Ostland"; None where it belongs to it."""
    if whole.type != "Institution" or whole.end != state.end or state.start < whole.start + 3:
        return None
    end = state.start - (doc[state.start - 1].lower_ == "the") - 1
    if doc[end].lower_ != "of" or any(doc[i].lower_ in _WITH_STATE for i in range(whole.start, end)):
        return None
    if not any(gazetteer.is_institution_head(doc[i].text) for i in range(whole.start, end)):
        return None
    return NameSpan(whole.start, end, head_of(doc, whole.start, end), text_of(doc, whole.start, end), "Institution")
