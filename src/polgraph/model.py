"""What an article says: documents, mentions, entities, claims, quotes. Frozen data, no behaviour.

Offsets are characters into `Document.text`, half-open. Entities are named by id ("person:elon-musk") wherever
one object points at another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Claim", "DatePrecision", "Document", "Entity", "Extraction", "Mention", "Modality", "Quote"]

Modality = Literal["asserted", "possible", "planned", "negated"]
DatePrecision = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it was read.

    id: the file's name, or the record's own id; a case file lengthens it by folders where two files share it.
    text: all of the source, front matter included, so that offsets point into the file as read.
    body: half-open span of `text` that holds the article (after the front matter).
    published: day of publication, the base for the dates of its claims.
    source: resolved path of the file, or "-" for standard input.
    """

    id: str
    text: str
    source: str
    body: tuple[int, int]
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None

    def __post_init__(self) -> None:
        start, end = self.body
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{self.id}: body {self.body} lies outside a text of {len(self.text)} characters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that stands for an entity: a name, a title, a nominal or a pronoun.

    form: how it refers. score: how sure the link to the entity is, 0 to 1.
    """

    start: int
    end: int
    text: str
    type: str
    entity: str
    form: Literal["name", "nominal", "pronoun"] = "name"
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A participant: Person, Institution or Nation.

    name: the fullest form without title. aliases: the other forms found, sorted. country: ISO 3166-1 alpha-3.
    collective: a group without a name, mostly one that a country qualifies ("Rwandan rebels").
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    description: str | None = None
    wikidata_id: str | None = None
    collective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of one article about two entities.

    id: hash of document, place, ends and relation, the same at every run.
    quote: `document.text[start:end]`, verbatim.
    speaker: id of the entity in whose words the article reports it, None when the article says it itself.
    speaker_text: the words of a source that has no name ("a senior official"), kept as text.
    date: ISO day the claim is about (first day of the period), None when the sentence gives none.
    confidence: 0 to 1. rule: name of the rule that found it.
    """

    id: str
    document: str
    subject: str
    relation: str
    object: str
    quote: str
    start: int
    end: int
    modality: Modality = "asserted"
    speaker: str | None = None
    speaker_text: str | None = None
    date: str | None = None
    date_precision: DatePrecision | None = None
    confidence: float = 0.5
    rule: str = ""
    title: str | None = None
    action: str | None = None
    former: bool | None = None
    kin: str | None = None

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote):
            raise ValueError(
                f"{self.document}: the quote has {len(self.quote)} characters, its span {self.start}:{self.end}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody says: content, cue and speaker.

    start, end: the content. speaker: entity id, None where the source has no name or none was found;
    speaker_start, speaker_end, speaker_text: the source as the text gives it.
    direct: in quotation marks.
    """

    start: int
    end: int
    cue: str | None = None
    speaker: str | None = None
    speaker_text: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    direct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one article yields. Mentions, claims and quotes are ordered by place."""

    document: Document
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
