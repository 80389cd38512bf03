"""What people annotated in one article: entities, relations and, where they went so far, mentions and attributions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polgraph.model import Document, Modality

__all__ = ["GoldArticle", "GoldAttribution", "GoldEntity", "GoldMention", "GoldRelation", "Span"]

Span = tuple[int, int]  # half-open, in characters of the article's text


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """A participant."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRelation:
    """One row: who stands how to whom, in whose words (None: the article's own), proved by the quote.

    place: where the quote stands, None where it is not in the text. date: the day, month or year it is dated to.
    """

    subject: str
    relation: str
    object: str
    modality: Modality | None
    speaker: str | None
    quote: str
    place: Span | None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A stretch of text that stands for an entity."""

    start: int
    end: int
    entity: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttribution:
    """Somebody says something; both may be in several pieces, and the source may be missing."""

    source: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """An annotated article; a layer that was not annotated is None, which is not the same as empty."""

    document: Document
    entities: tuple[GoldEntity, ...] = ()
    relations: tuple[GoldRelation, ...] | None = None
    mentions: tuple[GoldMention, ...] | None = None
    attributions: tuple[GoldAttribution, ...] | None = None
