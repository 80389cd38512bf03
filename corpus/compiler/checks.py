"""What a single article must satisfy, beyond the form that source.py and assemble.py already demand."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from corpus.compiler.lists import REGIONS, STYLES, TOPICS
from corpus.compiler.missed import check_missed
from corpus.compiler.rowchecks import check_rows
from corpus.compiler.sentences import words

if TYPE_CHECKING:
    from corpus.compiler.source import Source

from polgraph.ontology import ENTITY_TYPES

__all__ = ["check_article"]

_CLOSED = {"style": STYLES, "region": REGIONS, "topic": TOPICS}
_LENGTH = range(120, 401)


def check_article(source: Source, article: dict[str, Any]) -> None:
    """Add to the source every problem found in it and in what it compiled to."""
    _check_header(source)
    _check_length(source)
    _check_entities(source, article)
    _check_mentions(source, article)
    check_missed(source, article)
    _check_attributions(source, article)
    check_rows(source, article)


def _check_header(source: Source) -> None:
    header = source.header
    if missing := {"date", *_CLOSED} - set(header):
        source.fault(1, f"the header lacks {', '.join(sorted(missing))}: add `key: value`")
    if extra := set(header) - {"date", *_CLOSED}:
        source.fault(1, f"unknown header {', '.join(sorted(extra))}: only date, style, region and topic")
    for key, allowed in _CLOSED.items():
        if key in header and header[key] not in allowed:
            source.fault(1, f"{key} {header[key]!r} is not in the closed list: choose from {', '.join(allowed)}")
    try:
        date.fromisoformat(header.get("date", "2000-01-01"))
    except ValueError:
        source.fault(1, f"date {header['date']!r}: write the day of publication as YYYY-MM-DD")


def _check_length(source: Source) -> None:
    length = len(words(source.marked.text))
    if length not in _LENGTH:
        source.fault(source.first_line, f"the text has {length} words: 120 to 400 are wanted")


def _check_entities(source: Source, article: dict[str, Any]) -> None:
    texts: dict[str, list[str]] = defaultdict(list)
    for mention in article["mentions"]:
        if mention["form"] != "pronoun":
            texts[mention["entity"]].append(mention["text"])
    known = {entity.id: entity for entity in source.entities}
    for entity_id, times in Counter(entity.id for entity in source.entities).items():
        if times > 1:
            source.fault(known[entity_id].line, f"entity {entity_id} is listed {times} times: give each its own id")
    for entity in source.entities:
        if entity.type not in ENTITY_TYPES:
            source.fault(entity.line, f"{entity.type} is no entity type: {', '.join(ENTITY_TYPES)}")
        if not any(entity.name in text for text in texts[entity.id]):
            source.fault(entity.line, f"no marked mention of {entity.id} holds its name {entity.name!r}: mark one, or "
                         "take the name from the text")  # fmt: skip
        country = entity.country
        if country and not country.isupper() and (country not in known or known[country].type != "Nation"):
            source.fault(
                entity.line, f"country {country!r} is no Nation of the list: name one, or an ISO code in capitals"
            )


def _check_mentions(source: Source, article: dict[str, Any]) -> None:
    known = {entity.id for entity in source.entities}
    for mention in article["mentions"]:
        if mention["entity"] not in known:
            source.fault(source.line_of(mention["start"]), f"[{mention['entity']}:{mention['text']}] names no listed "
                         "entity: add it to the entity list or mend the id")  # fmt: skip


def _check_attributions(source: Source, article: dict[str, Any]) -> None:
    for item in article["attributions"]:
        line = source.line_of(item["content"][0]["start"])
        if not item["source"] and not item["cue"]:
            source.fault(line, "an attribution with neither source nor cue: mark [id@1:source] or <1:cue>")
        entities = {
            m["entity"]
            for m in article["mentions"]
            for s in item["source"]
            if m["start"] == s["start"] and m["end"] == s["end"]
        }
        if len(entities) > 1:
            source.fault(line, f"one attribution with the sources {sorted(entities)}: number them apart")
        overlap = [
            c for c in item["content"] for s in item["source"] if s["start"] < c["end"] and c["start"] < s["end"]
        ]
        if overlap:
            source.fault(
                line, "the source stands inside its own content: close the content before it and reopen it after"
            )
