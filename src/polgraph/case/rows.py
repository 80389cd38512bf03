"""Dataclasses to rows and back. The order of columns is that of `_SCHEMA`."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from polgraph.identity import Decision
from polgraph.model import Claim, Document, Entity, Mention, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "CLAIM",
    "DECISION",
    "DOCUMENT",
    "ENTITY",
    "MENTION",
    "QUOTE",
    "claim_row",
    "digest",
    "document_row",
    "entity_row",
    "mention_row",
    "quote_row",
    "to_claim",
    "to_decision",
    "to_document",
    "to_entity",
    "to_mention",
    "to_quote",
]

DOCUMENT = "id, source, text, sha256, digest, body_start, body_end, title, publisher, url, published"
ENTITY = "id, type, name, aliases, country, description, wikidata_id, collective"
MENTION = "start, end, text, type, entity, form, score"
CLAIM = (
    "id, subject, relation, object, quote, start, end, modality, speaker, speaker_text, date, date_precision, "
    "confidence, rule, title, action, former, kin"
)
QUOTE = "start, end, cue, speaker, speaker_text, speaker_start, speaker_end, direct"
DECISION = "number, kind, entity, other, documents, name, who, at, why, undone_at"

_Row = tuple[Any, ...]
_decode = json.JSONDecoder().raw_decode  # what we wrote has no space around it, for which json.loads looks


def digest(document: Document) -> str:
    """Hash text and metadata: two documents with one digest are the same article."""
    known = (document.text, document.title, document.publisher, document.url, _iso(document.published))
    return sha256(json.dumps(known).encode()).hexdigest()


def document_row(document: Document) -> _Row:
    """Return the columns of `DOCUMENT`."""
    return (
        document.id,
        document.source,
        document.text,
        sha256(document.text.encode()).hexdigest(),
        digest(document),
        *document.body,
        document.title,
        document.publisher,
        document.url,
        _iso(document.published),
    )


def to_document(row: Sequence[Any]) -> Document:
    """Make a document of the columns of `DOCUMENT`."""
    identity, source, text, _, _, start, end, title, publisher, url, published = row
    return Document(
        id=identity,
        text=text,
        source=source,
        body=(start, end),
        title=title,
        publisher=publisher,
        url=url,
        published=date.fromisoformat(published) if published else None,
    )


def entity_row(entity: Entity) -> _Row:
    """Return the columns of `ENTITY`."""
    return (
        entity.id,
        entity.type,
        entity.name,
        json.dumps(entity.aliases, ensure_ascii=False) if entity.aliases else "[]",
        entity.country,
        entity.description,
        entity.wikidata_id,
        entity.collective,
    )


def to_entity(row: Sequence[Any]) -> Entity:
    """Make an entity of the columns of `ENTITY`."""
    identity, kind, name, aliases, country, description, wikidata_id, collective = row
    return Entity(
        id=identity,
        type=kind,
        name=name,
        aliases=() if aliases == "[]" else tuple(_decode(aliases)[0]),
        country=country,
        description=description,
        wikidata_id=wikidata_id,
        collective=bool(collective),
    )


def mention_row(mention: Mention) -> _Row:
    """Return the columns of `MENTION`."""
    return mention.start, mention.end, mention.text, mention.type, mention.entity, mention.form, mention.score


def to_mention(row: Sequence[Any], entity: str) -> Mention:
    """Make a mention of the columns of `MENTION`, of the entity it resolves to."""
    start, end, text, kind, _, form, score = row
    return Mention(start=start, end=end, text=text, type=kind, entity=entity, form=form, score=score)


def claim_row(claim: Claim) -> _Row:
    """Return the columns of `CLAIM`."""
    return (
        claim.id,
        claim.subject,
        claim.relation,
        claim.object,
        claim.quote,
        claim.start,
        claim.end,
        claim.modality,
        claim.speaker,
        claim.speaker_text,
        claim.date,
        claim.date_precision,
        claim.confidence,
        claim.rule,
        claim.title,
        claim.action,
        claim.former,
        claim.kin,
    )


def to_claim(row: Sequence[Any], document: str, subject: str, object_: str, speaker: str | None) -> Claim:
    """Make a claim of the columns of `CLAIM`, with the entities its ends and speaker resolve to."""
    return Claim(
        id=row[0],
        document=document,
        subject=subject,
        relation=row[2],
        object=object_,
        quote=row[4],
        start=row[5],
        end=row[6],
        modality=row[7],
        speaker=speaker,
        speaker_text=row[9],
        date=row[10],
        date_precision=row[11],
        confidence=row[12],
        rule=row[13],
        title=row[14],
        action=row[15],
        former=None if row[16] is None else bool(row[16]),
        kin=row[17],
    )


def quote_row(quote: Quote) -> _Row:
    """Return the columns of `QUOTE`."""
    return (
        quote.start,
        quote.end,
        quote.cue,
        quote.speaker,
        quote.speaker_text,
        quote.speaker_start,
        quote.speaker_end,
        quote.direct,
    )


def to_quote(row: Sequence[Any], speaker: str | None) -> Quote:
    """Make a quote of the columns of `QUOTE`, with the entity its speaker resolves to."""
    start, end, cue, _, speaker_text, speaker_start, speaker_end, direct = row
    return Quote(
        start=start,
        end=end,
        cue=cue,
        speaker=speaker,
        speaker_text=speaker_text,
        speaker_start=speaker_start,
        speaker_end=speaker_end,
        direct=bool(direct),
    )


def to_decision(row: Sequence[Any]) -> Decision:
    """Make a decision of the columns of `DECISION`."""
    number, kind, entity, other, documents, name, who, at, why, undone_at = row
    return Decision(
        number=number,
        kind=kind,
        entity=entity,
        other=other,
        documents=tuple(json.loads(documents)),
        name=name,
        who=who,
        at=at,
        why=why,
        undone=undone_at is not None,
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
