"""The JSON of one annotated article → a `GoldArticle`.

Wanted: `entities` (id, type, name, aliases) and `relations` (s, r, o, modality, speaker, quote). Where the annotation
goes further: `mentions`, `attributions`, and `start`, `end` and `date` of relations. Other fields are passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from polgraph.evaluation.gold import (
    GoldArticle,
    GoldAttribution,
    GoldEntity,
    GoldMention,
    GoldRelation,
    Span,
)
from polgraph.model import Modality
from polgraph.ontology import ENTITY_TYPES, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from polgraph.evaluation.records import Record
    from polgraph.model import Document

__all__ = ["parse_article", "parse_attributions"]

_MODALITIES = get_args(Modality)


def parse_article(record: Record, document: Document) -> GoldArticle:
    """Read the annotation of one article; raises GoldError where it does not fit the text or the vocabulary."""
    entities = tuple(_entity(entry) for entry in record.records("entities"))
    ids = {entity.id for entity in entities}
    return GoldArticle(
        document=document,
        entities=entities,
        relations=tuple(_relation(entry, ids, document.text) for entry in record.records("relations")),
        mentions=_mentions(record, ids, document.text) if "mentions" in record else None,
        attributions=parse_attributions(record, document.text) if "attributions" in record else None,
    )


def parse_attributions(record: Record, text: str) -> tuple[GoldAttribution, ...]:
    """Read who says what; a source may be missing, a content may be in pieces."""
    return tuple(
        GoldAttribution(source=_spans(entry, "source", text), content=_spans(entry, "content", text))
        for entry in record.records("attributions")
    )


def _entity(entry: Record) -> GoldEntity:
    return GoldEntity(
        id=entry.text("id"),
        type=_one_of(entry, "type", ENTITY_TYPES),
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
    )


def _relation(entry: Record, ids: Collection[str], text: str) -> GoldRelation:
    quote = entry.text("quote")
    known = None if entry.optional_text("speaker") is None else _one_of(entry, "speaker", ids)
    modality = None if entry.optional_text("modality") is None else _one_of(entry, "modality", _MODALITIES)
    return GoldRelation(
        subject=_one_of(entry, "s", ids),
        relation=_one_of(entry, "r", RELATIONS),
        object=_one_of(entry, "o", ids),
        modality=cast("Modality | None", modality),
        speaker=known,
        quote=quote,
        place=entry.span(text) if "start" in entry else _place(quote, text),
        date=entry.optional_text("date"),
    )


def _place(quote: str, text: str) -> Span | None:
    at = text.find(quote)
    return (at, at + len(quote)) if at >= 0 else None


def _mentions(record: Record, ids: Collection[str], text: str) -> tuple[GoldMention, ...]:
    mentions = []
    for entry in record.records("mentions"):
        start, end = entry.span(text)
        mentions.append(
            GoldMention(start=start, end=end, entity=_one_of(entry, "entity", ids), form=entry.text("form"))
        )
    return tuple(mentions)


def _spans(entry: Record, name: str, text: str) -> tuple[Span, ...]:
    return tuple(piece.span(text) for piece in entry.records(name))


def _one_of(entry: Record, name: str, allowed: Collection[str]) -> str:
    value = entry.text(name)
    if value not in allowed:
        raise entry.fault(
            name, "an entity of the article" if name in {"s", "o", "speaker", "entity"} else _list(allowed)
        )
    return value


def _list(allowed: Collection[str]) -> str:
    return f"one of {', '.join(allowed)}"
