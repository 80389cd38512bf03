"""Made-up articles and extractions, as short as a test needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from polgraph.evaluation.gold import GoldArticle, GoldEntity, GoldRelation
from polgraph.model import Claim, Document, Entity, Extraction

if TYPE_CHECKING:
    from collections.abc import Callable

TYPES = {"Grey Union": "Institution", "Velmark": "Nation", "Tanzur": "Nation"}
TEXT = (
    "Ada Nwosu met Ruben Holt in Tanzur. Holt accused the Grey Union of theft, and Ms Nwosu backed him.\n\n"
    "The Grey Union, a Velmarkian party, said it might sue Holt."
)


def make_document(text: str = TEXT, name: str = "story.txt") -> Document:
    return Document(id=name, text=text, source="-", body=(0, len(text)))


@pytest.fixture
def document() -> Callable[..., Document]:
    return make_document


@pytest.fixture
def article() -> Callable[..., GoldArticle]:
    """Build an annotated article of rows (subject, relation, object, and modality or speaker by name)."""

    def build(*rows: tuple[Any, ...], name: str = "story.txt") -> GoldArticle:
        names = dict.fromkeys(name for row in rows for name in (row[0], row[2], *_speakers(row)))
        entities = tuple(GoldEntity(id=f"e-{name}", type=TYPES.get(name, "Person"), name=name) for name in names)
        return GoldArticle(document=make_document(name=name), entities=entities, relations=tuple(map(_row, rows)))

    return build


@pytest.fixture
def extraction() -> Callable[..., Extraction]:
    """Build an extraction of claims (subject, relation, object, and modality, speaker or rule in a dict)."""

    def build(*claims: tuple[Any, ...], types: dict[str, str] | None = None) -> Extraction:
        known = TYPES | (types or {})
        names = dict.fromkeys(name for row in claims for name in (row[0], row[2], *_speakers(row)))
        return Extraction(
            document=make_document(),
            entities=tuple(Entity(id=f"x-{name}", type=known.get(name, "Person"), name=name) for name in names),
            mentions=(),
            claims=tuple(_claim(number, row) for number, row in enumerate(claims)),
            quotes=(),
        )

    return build


def _speakers(row: tuple[Any, ...]) -> tuple[str, ...]:
    speaker = row[3].get("speaker") if len(row) > 3 else None
    return (speaker,) if speaker else ()


def _row(row: tuple[Any, ...]) -> GoldRelation:
    options: dict[str, Any] = {"modality": "asserted", "speaker": None, "quote": "", "place": (0, 4)}
    options |= row[3] if len(row) > 3 else {}
    if options["speaker"]:
        options["speaker"] = f"e-{options['speaker']}"
    return GoldRelation(subject=f"e-{row[0]}", relation=row[1], object=f"e-{row[2]}", **options)


def _claim(number: int, row: tuple[Any, ...]) -> Claim:
    options: dict[str, Any] = {"start": 0, "end": 4}
    options |= row[3] if len(row) > 3 else {}
    if options.get("speaker"):
        options["speaker"] = f"x-{options['speaker']}"
    quote = TEXT[options["start"] : options["end"]]
    return Claim(
        id=str(number),
        document="story.txt",
        subject=f"x-{row[0]}",
        relation=row[1],
        object=f"x-{row[2]}",
        quote=quote,
        **options,
    )
