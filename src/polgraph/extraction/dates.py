"""When: the day, week, month or year that a claim's sentence gives, and how precisely.

In: the token that states a claim, the day of publication. Out: the first day of the period as an ISO string and its
precision, or None. Only time expressions that the predicate governs are read:
`dateparser` never sees running text. A bare weekday is the last one up to the day of publication, the next one
where the claim lies ahead.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.syntax.tree import remembered, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from polgraph.model import DatePrecision, Modality

__all__ = ["date_of", "read_date"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
# lengths of time, ages, seasons and vague times are no dates
_NO_DATE = re.compile(
    r"(?<!last )(?<!this )(?<!next )\b(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies))\b(?! ago)"
    r"|\d+-year-old|\b(?:daily|weekly|monthly|annual)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"^(?:in |since |early |late |mid-?)*((?:19|20)\d\d)$", re.IGNORECASE)
_DAYPART = re.compile(
    r"\b(?:early|late|earlier|later|morning|afternoon|evening|night|overnight|local time|on|the|of)\b", re.IGNORECASE
)


def date_of(trigger: Token, modality: Modality, published: date | None) -> tuple[str, DatePrecision] | None:
    """Read the time of the claim that `trigger` states; `published` is the base of "Friday" and "last month"."""
    expression = _expression(trigger)
    if expression is None:
        return None
    ahead = modality in {"planned", "possible"}
    return read_date(expression.text, published, ahead=ahead)


@cache
def read_date(text: str, published: date | None, *, ahead: bool = False) -> tuple[str, DatePrecision] | None:
    """Read a time expression ("Friday", "12 March", "last month", "in 2014"); None where it names no period."""
    text = " ".join(text.split())
    year = _YEAR.match(text)
    if year:
        return f"{year[1]}-01-01", "year"
    if _NO_DATE.search(text):
        return None
    words = _DAYPART.sub(" ", text).lower().split()
    words = [word.strip(",.") for word in words if word.strip(",.")]
    day = _weekday(words)
    if day is not None:
        return (_nearest(published, day, words, ahead=ahead), "day") if published is not None else None
    if words in (["tonight"], ["last", "night"], []):
        return _relative_night(words, published)
    return _parsed(" ".join(words), published)


def _expression(trigger: Token) -> Span | None:
    """The DATE that the predicate, or the verb over its infinitive, governs; the nearest of several."""
    sentence = trigger.sent
    dates = _date_spans(sentence)
    own = [ent for ent in dates if _governs(ent.root, trigger)]
    return min(own, key=lambda ent: abs(ent.start - trigger.i), default=None)


def _date_spans(sentence: Span) -> list[Span]:
    """The DATE entities of a sentence; `Span.ents` would walk the whole article."""
    spans = []
    for first in _date_starts(sentence[0]):
        end = first.i + 1
        while end < sentence.end and sentence.doc[end].ent_type_ == "DATE" and sentence.doc[end].ent_iob_ == "I":
            end += 1
        spans.append(sentence.doc[first.i : end])
    return spans


@remembered
def _date_starts(opening: Token) -> list[Token]:
    """The first tokens of the DATE entities in the sentence that a token opens."""
    within = tokens_of(opening.doc)[opening.i : opening.sent.end]
    return [token for token in within if token.ent_type_ == "DATE" and token.ent_iob_ == "B"]


def _clause(token: Token) -> int:
    while token.head.i != token.i and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return int(token.i)


def _governs(expression: Token, predicate: Token) -> bool:
    """A date also holds for the infinitives and coordinated verbs under its clause, not for what is reported there."""
    clause = _clause(expression)
    verb = predicate.doc[_clause(predicate)]
    while verb.i != clause and verb.dep_ in {"xcomp", "conj", "pcomp", "acl"}:
        verb = predicate.doc[_clause(verb.head)]
    return verb.i == clause


def _weekday(words: list[str]) -> int | None:
    names = [word for word in words if word in _WEEKDAYS or word in _SHORT]
    others = [word for word in words if word not in names and word not in {"last", "next", "this", "past", "coming"}]
    if len(names) != 1 or others:
        return None
    return _WEEKDAYS.index(names[0]) if names[0] in _WEEKDAYS else _SHORT[names[0]]


def _nearest(published: date, weekday: int, words: list[str], *, ahead: bool) -> str:
    back = (published.weekday() - weekday) % 7
    if {"next", "coming"} & set(words) or (ahead and not {"last", "past"} & set(words)):
        forward = (weekday - published.weekday()) % 7 or 7
        return (published + timedelta(days=forward)).isoformat()
    if "last" in words and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _relative_night(words: list[str], published: date | None) -> tuple[str, DatePrecision] | None:
    if published is None or not words:
        return None
    return (published - timedelta(days=1) if words[0] == "last" else published).isoformat(), "day"


def _parsed(text: str, published: date | None) -> tuple[str, DatePrecision] | None:
    if not any(character.isdigit() for character in text) and published is None:
        return None
    precision = _precision(text)
    if precision is None:
        return None
    from dateparser import parse  # noqa: PLC0415  a third of a second, and many texts have no such date

    settings: dict[str, str | datetime] = {
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
    }
    if published is not None:
        # noon of the next day less a moment: "5 March" on the fifth of March is that day, not a year earlier
        settings["RELATIVE_BASE"] = datetime(published.year, published.month, published.day, 23, 59)  # noqa: DTZ001
    elif not re.search(r"\b(?:19|20)\d\d\b", text):
        return None
    found = parse(text, languages=["en"], settings=settings)
    if found is None:
        return None
    day = found.date()
    if precision == "week":
        day -= timedelta(days=day.weekday())
    elif precision == "month":
        day = day.replace(day=1)
    elif precision == "year":
        day = day.replace(month=1, day=1)
    return day.isoformat(), precision


def _precision(text: str) -> DatePrecision | None:
    if "week" in text:
        return "week"
    if "month" in text:
        return "month"
    if "year" in text:
        return "year"
    if re.search(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", text):
        return "day" if re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)", re.sub(r"\b\d{4}\b", "", text)) else "month"
    if text in {"today", "yesterday", "tomorrow"} or "day" in text or re.search(r"\d{4}-\d\d-\d\d|\d/\d", text):
        return "day"
    return None
