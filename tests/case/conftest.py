"""A case in a temporary folder, and articles made by hand: (subject, relation, object) per sentence."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from polgraph.case import Case
from polgraph.identity import words
from polgraph.model import Claim, Document, Entity, Extraction, Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Statement = tuple[str, str, str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with Case(path, create=True) as opened:
        yield opened


@pytest.fixture
def article() -> Callable[..., Document]:
    """Make the document that a file of these statements would be."""
    return make_article


@pytest.fixture
def extracted() -> Callable[[Document], Extraction]:
    """Extract a document made by `article`: the statements stand in its text, one a line."""
    return extract_made


@pytest.fixture
def ingest(case: Case) -> Callable[..., list[str | None]]:
    """Admit and store documents; return the ids under which they were stored, None where there was nothing to do."""

    def ingest_documents(*documents: Document) -> list[str | None]:
        return ingest_into(case, *documents)

    return ingest_documents


def ingest_into(case: Case, *documents: Document) -> list[str | None]:
    admitted = [case.admit(document) for document in documents]
    for document in admitted:
        if document is not None:
            case.store(extract_made(document))
    return [None if document is None else document.id for document in admitted]


def make_article(source: str, *statements: Statement, publisher: str | None = None) -> Document:
    text = "".join(f"{' | '.join(statement)}\n" for statement in statements)
    return Document(id=source.rpartition("/")[2], text=text, source=source, body=(0, len(text)), publisher=publisher)


def extract_made(document: Document) -> Extraction:
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    claims: list[Claim] = []
    start = 0
    for line in document.text.splitlines(keepends=True):
        subject, relation, object_ = line.rstrip("\n").split(" | ")
        ends: list[str] = []
        for name, place in ((subject, start), (object_, start + len(line) - 1 - len(object_))):
            entity = Entity(id=f"person:{'-'.join(words(name))}", type="Person", name=name)
            entities[entity.id] = entity
            ends.append(entity.id)
            mentions.append(Mention(start=place, end=place + len(name), text=name, type="Person", entity=entity.id))
        quote = line.rstrip("\n")
        key = f"{document.id} {start} {ends} {relation}"
        claims.append(
            Claim(
                id=sha256(key.encode()).hexdigest()[:16],
                document=document.id,
                subject=ends[0],
                relation=relation,
                object=ends[1],
                quote=quote,
                start=start,
                end=start + len(quote),
                rule="made",
            )
        )
        start += len(line)
    return Extraction(
        document=document,
        entities=tuple(entities[key] for key in sorted(entities)),
        mentions=tuple(mentions),
        claims=tuple(claims),
        quotes=(),
    )
