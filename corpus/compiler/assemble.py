"""A source → the compiled article: entities with aliases, mentions, relations and attributions with offsets.

The JSON is a superset of the format of plain relation gold (document, date, entities, relations). A row whose quote
cannot be placed, or an attribution without content, becomes a problem of the source and is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from corpus.compiler.lists import DETERMINERS, PRONOUNS
from corpus.compiler.splits import split

if TYPE_CHECKING:
    from corpus.compiler.markup import Mark
    from corpus.compiler.rows import EntityLine, Row
    from corpus.compiler.source import Source

__all__ = ["assemble"]

Json = dict[str, Any]

_OPENING = "\"“‘«„'"
_CLOSING = "\"”’»“'"


def assemble(source: Source) -> Json:
    """Compile one article."""
    mentions = _mentions(source)
    attributions = _attributions(source)
    return {
        "document": source.name,
        "title": source.marked.text.partition("\n")[0],
        **source.header,
        "split": split(source.number),
        "entities": _entities(source, mentions),
        "relations": [row for line in source.rows if (row := _relation(source, line, attributions))],
        "mentions": mentions,
        "attributions": [{key: value for key, value in item.items() if key != "number"} for item in attributions],
    }


def _mentions(source: Source) -> list[Json]:
    collectives = {entity.id for entity in source.entities if entity.collective}
    return [
        {
            **_span(source, mark.start, mark.end),
            "entity": mark.entity,
            "form": mark.form or _form(source.marked.text[mark.start : mark.end], mark.entity in collectives),
        }
        for mark in source.marked.marks
        if mark.entity and mark.entity != "-"
    ]


def _form(text: str, collective: bool) -> str:  # noqa: FBT001  a private helper
    first = text.split(maxsplit=1)[0].casefold()
    if text.casefold() in PRONOUNS:
        return "pronoun"
    if collective or first in DETERMINERS or not any(letter.isupper() or letter.isdigit() for letter in text):
        return "nominal"
    return "name"


def _entities(source: Source, mentions: list[Json]) -> list[Json]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    owners: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention["form"] != "pronoun":
            forms[mention["entity"]][mention["text"]] += 1
            owners[mention["text"].casefold()].add(mention["entity"])
    return [_entity(entity, forms[entity.id], owners) for entity in source.entities]


def _entity(entity: EntityLine, forms: Counter[str], owners: dict[str, set[str]]) -> Json:
    # a form that two entities share ("Mr Okafor" of two brothers) names neither
    aliases = [form for form in forms if form != entity.name and len(owners[form.casefold()]) == 1]
    compiled: Json = {"id": entity.id, "type": entity.type, "name": entity.name, "aliases": aliases}
    if entity.collective:
        compiled |= {"collective": True, "country": entity.country}
    return compiled


def _attributions(source: Source) -> list[Json]:
    parts: dict[int, dict[str, list[Mark]]] = defaultdict(lambda: {"source": [], "cue": [], "content": []})
    for mark in source.marked.marks:
        for number in mark.sources:
            parts[number]["source"].append(mark)
        if mark.number is not None:
            parts[mark.number]["content" if mark.bracket == "{" else "cue"].append(mark)
    compiled: list[Json] = []
    for number, part in parts.items():
        if not part["content"]:
            first = (part["source"] + part["cue"])[0]
            source.fault(source.line_of(first.start), f"attribution {number} has no content: mark it {{{number}:...}}")
            continue
        spans = {name: [_span(source, mark.start, mark.end) for mark in marks] for name, marks in part.items()}
        entities = [mark.entity for mark in part["source"] if mark.entity and mark.entity != "-"]
        compiled.append({
            "number": number, **spans, "entity": entities[0] if entities else None,
            "direct": all(_quoted(span["text"]) for span in spans["content"]),
        })  # fmt: skip
    compiled.sort(key=lambda item: item["content"][0]["start"])
    return compiled


def _quoted(text: str) -> bool:
    return text[0] in _OPENING and text.rstrip(".,;:!?")[-1:] in _CLOSING


def _relation(source: Source, row: Row, attributions: list[Json]) -> Json | None:
    start = _place(source, row)
    if start is None:
        return None
    options = row.options
    speaker = options.get("by")
    compiled: Json = {
        "s": row.subject, "r": row.relation, "o": row.object, "modality": row.modality,
        "speaker": speaker if speaker and not speaker.startswith("@") else None,
        "quote": row.quote, "start": start, "end": start + len(row.quote),
    }  # fmt: skip
    if row.predicate:
        compiled["predicate"] = [_span(source, start + a, start + b) for a, b in row.predicate]
    if speaker and speaker.startswith("@"):
        _unnamed_speaker(source, row, compiled, attributions)
    compiled |= {key: options[key] for key in ("title", "action", "kin", "date", "twin") if key in options}
    if row.former:
        compiled["former"] = True
    if "when" in options:
        at = _nearest(source.marked.text, options["when"], start)
        if at is None:
            source.fault(row.line, f"when={options['when']!r} does not stand in the text: copy it letter by letter")
        else:
            compiled["when"] = _span(source, at, at + len(options["when"]))
    return compiled


def _unnamed_speaker(source: Source, row: Row, compiled: Json, attributions: list[Json]) -> None:
    for item in attributions:
        if row.options["by"] == f"@{item['number']}" and item["source"] and item["entity"] is None:
            compiled["speaker_text"] = item["source"][0]["text"]
            return
    source.fault(row.line, f"by={row.options['by']} is no attribution with an unnamed source: write by=entity "
                 "or by=@number")  # fmt: skip


def _place(source: Source, row: Row) -> int | None:
    text = source.marked.text
    places = [found.start() for found in re.finditer(f"(?={re.escape(row.quote)})", text)]
    if not places:
        known = next((n for n in range(len(row.quote), 0, -1) if row.quote[:n] in text), 0)
        source.fault(row.line, f"the quote is not in the text: it agrees up to {row.quote[:known]!r}; copy it "
                     "without marks")  # fmt: skip
    elif row.nth is None and len(places) > 1:
        source.fault(row.line, f"the quote stands {len(places)} times: lengthen it, or put #1 or #2 before it")
    elif row.nth is not None and row.nth > len(places):
        source.fault(row.line, f"#{row.nth}, but the quote stands {len(places)} times: correct the number")
    else:
        return places[(row.nth or 1) - 1]
    return None


def _nearest(text: str, words: str, place: int) -> int | None:
    places = [found.start() for found in re.finditer(re.escape(words), text)]
    return min(places, key=lambda at: abs(at - place), default=None)


def _span(source: Source, start: int, end: int) -> Json:
    return {"start": start, "end": end, "text": source.marked.text[start:end]}
