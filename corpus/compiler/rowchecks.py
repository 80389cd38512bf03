"""What the relation rows of an article must satisfy: types, properties, speakers, dates, one row each, twins."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from corpus.compiler.sentences import sentences, words

from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from corpus.compiler.rows import Row
    from corpus.compiler.source import Source

__all__ = ["check_rows"]

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FULL_DATE = 10
_TWIN_SHARE = 0.5


def check_rows(source: Source, article: dict[str, Any]) -> None:
    """Add the problems of the rows to the source."""
    types = {entity.id: entity.type for entity in source.entities}
    mentioned = {mention["entity"] for mention in article["mentions"]}
    bounds = sentences(source.marked.text)
    for row in source.rows:
        _check_ends(source, row, types, mentioned)
        _check_properties(source, row)
        _check_date(source, row)
    for compiled, row in _placed(source, article):
        _check_speaker(source, row, compiled, article["attributions"], types)
        _check_sentence(source, row, compiled, article["mentions"], bounds)
    _check_repeats(source)
    _check_twins(source)


def _placed(source: Source, article: dict[str, Any]) -> list[tuple[dict[str, Any], Row]]:
    """Pair compiled rows with their lines; rows that could not be placed are reported already."""
    waiting = iter(source.rows)
    pairs = []
    for compiled in article["relations"]:
        row = next(r for r in waiting if (r.subject, r.relation, r.object, r.quote) ==
                   (compiled["s"], compiled["r"], compiled["o"], compiled["quote"]))  # fmt: skip
        pairs.append((compiled, row))
    return pairs


def _check_ends(source: Source, row: Row, types: dict[str, str], mentioned: set[str | None]) -> None:
    for end in {row.subject, row.object}:
        if end not in types:
            source.fault(row.line, f"{end} is no listed entity: add it or mend the id")
        elif end not in mentioned:
            source.fault(row.line, f"{end} has no mention in the text: mark one")
    if row.subject == row.object:
        source.fault(row.line, f"{row.subject} stands at both ends: a row joins two entities")
    relation = RELATIONS.get(row.relation)
    if relation is None:
        source.fault(row.line, f"{row.relation} is no relation type: see the table of GUIDELINES.md")
    elif row.subject in types and row.object in types and not relation.allows(types[row.subject], types[row.object]):
        source.fault(row.line, f"{row.relation} does not go from {types[row.subject]} to {types[row.object]}: it takes "
                     f"{'/'.join(sorted(relation.subject))} → {'/'.join(sorted(relation.object))}")  # fmt: skip
    if relation and not relation.tie and not row.predicate:
        source.fault(row.line, "no predicate: put asterisks around the word of the quote that says it, as in *accused*")


def _check_properties(source: Source, row: Row) -> None:
    relation = RELATIONS.get(row.relation)
    if relation is None:
        return
    given = {key for key in ("title", "action", "kin") if key in row.options} | ({"former"} if row.former else set())
    if wrong := given - set(relation.properties):
        source.fault(row.line, f"{row.relation} carries no {', '.join(sorted(wrong))}: remove it")
    if needed := {"action", "kin"} & set(relation.properties) - given:
        source.fault(row.line, f"{row.relation} needs {needed.pop()}=...: add it")
    title = row.options.get("title")
    if title and title.casefold() not in source.marked.text.casefold():
        source.fault(row.line, f"title {title!r} is not in the text: copy it")


def _check_date(source: Source, row: Row) -> None:
    day, when = row.options.get("date"), row.options.get("when", "")
    if day is None:
        return
    if not _DATE.fullmatch(day) or not when:
        source.fault(row.line, f'date={day}: write YYYY, YYYY-MM or YYYY-MM-DD, together with when="the words"')
        return
    try:
        weekday = _WEEKDAYS[date.fromisoformat(day).weekday()] if len(day) == _FULL_DATE else None
    except ValueError:
        source.fault(row.line, f"date={day} is no day of the calendar: mend it")
        return
    named = [name for name in _WEEKDAYS if name in when.casefold()]
    if weekday and named and weekday not in named:
        source.fault(row.line, f"{day} is a {weekday.title()}, when={when!r} says {named[0].title()}: mend the date")


def _check_speaker(
    source: Source, row: Row, compiled: dict[str, Any], attributions: list[dict[str, Any]], types: dict[str, str]
) -> None:
    """Compare the speaker of a row with the marked attributions."""
    start, end = compiled["start"], compiled["end"]
    around = [a for a in attributions if any(c["start"] <= start and end <= c["end"] for c in a["content"])]
    touching = [a for a in attributions if any(c["start"] < end and start < c["end"] for c in a["content"])]
    by = row.options.get("by")
    if by and not by.startswith("@"):
        if by not in types:
            source.fault(row.line, f"by={by} is no listed entity: add it or mend the id")
        elif not any(a["entity"] == by for a in touching):
            source.fault(row.line, f"by={by}, but the quote lies in no content marked as said by {by}: mark the "
                         "attribution, or drop by=")  # fmt: skip
    elif not by and around and all(a["entity"] != row.subject for a in around) and any(a["source"] for a in around):
        who = next(a["entity"] or "@" + a["source"][0]["text"] for a in reversed(around) if a["source"])
        source.fault(row.line, f"the quote lies wholly in what {who} says: add by=..., or choose a quote with the cue")


def _check_sentence(
    source: Source, row: Row, compiled: dict[str, Any], mentions: list[dict[str, Any]], bounds: list[tuple[int, int]]
) -> None:
    start, end = compiled["start"], compiled["end"]
    spans = [(a, b) for a, b in bounds if a < end and start < b]
    near = {m["entity"] for m in mentions if any(a <= m["start"] < b for a, b in spans)}
    if row.subject not in near and row.object not in near:
        source.fault(row.line, f"neither {row.subject} nor {row.object} is marked in the quoted sentence: mark the "
                     "mentions there, or quote another sentence")  # fmt: skip


def _check_repeats(source: Source) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for row in source.rows:
        relation = RELATIONS.get(row.relation)
        ends = sorted((row.subject, row.object)) if relation and relation.symmetric else [row.subject, row.object]
        key = (row.relation, *ends, row.modality, row.options.get("by"))
        if key in seen:
            source.fault(row.line, f"the same row stands on line {seen[key]}: keep one (symmetric: either way)")
        seen.setdefault(key, row.line)


def _check_twins(source: Source) -> None:
    twins: dict[str, list[Row]] = defaultdict(list)
    for row in source.rows:
        if "twin" in row.options:
            twins[row.options["twin"]].append(row)
    for label, pair in twins.items():
        if len(pair) != 2:  # noqa: PLR2004  twins are two
            source.fault(pair[0].line, f"twin={label} stands on {len(pair)} rows: twins are two rows with one label")
            continue
        one, other = pair
        same = (one.subject, one.object) == (other.subject, other.object)
        exchanged = (one.subject, one.object) == (other.object, other.subject)
        if one.relation != other.relation or not (exchanged or (same and "negated" in {one.modality, other.modality})):
            source.fault(other.line, f"twin={label}: twins share a relation, with roles exchanged or one negated")
        shared = set(words(one.quote)) & set(words(other.quote))
        if len(shared) < _TWIN_SHARE * min(len(set(words(one.quote))), len(set(words(other.quote)))):
            source.fault(other.line, f"twin={label}: the quotes share too few words: twins are one sentence, changed "
                         "in who or whether")  # fmt: skip
