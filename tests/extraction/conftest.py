"""Short ways from a sentence to what is found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from polgraph.extraction import extract
from polgraph.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from polgraph.model import Extraction


class Row(NamedTuple):
    """A claim with names in the place of ids."""

    subject: str
    relation: str
    object: str
    modality: str
    speaker: str | None
    title: str | None
    former: bool | None
    kin: str | None
    action: str | None
    date: str | None


def _extraction(text: str, published: date | None = None, *, collectives: bool = False) -> Extraction:
    document = Document(id="test.txt", text=text, source="test.txt", body=(0, len(text)), published=published)
    return extract(document, collectives=collectives)


@pytest.fixture(scope="session")
def extraction() -> Callable[..., Extraction]:
    """Extract from a text."""
    return _extraction


@pytest.fixture(scope="session")
def claims() -> Callable[..., list[Row]]:
    """The claims of a text, by name."""

    def rows(text: str, published: date | None = None, *, collectives: bool = False) -> list[Row]:
        found = _extraction(text, published, collectives=collectives)
        names = {entity.id: entity.name for entity in found.entities}
        return [
            Row(
                names[claim.subject],
                claim.relation,
                names[claim.object],
                claim.modality,
                names[claim.speaker] if claim.speaker else None,
                claim.title,
                claim.former,
                claim.kin,
                claim.action,
                claim.date,
            )
            for claim in found.claims
        ]

    return rows
