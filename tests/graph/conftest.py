"""A small quarrel of made-up people, as a graph."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from polgraph.graph import build
from polgraph.model import Claim, Document, Entity

if TYPE_CHECKING:
    import networkx as nx

_TEXT = "Ada Brook feuds with Carl Dorn. Carl Dorn met Eve Finch. Eve Finch did not meet Ada Brook."


def _claim(key: str, subject: str, relation: str, target: str, quote: str, **more: object) -> Claim:
    start = _TEXT.index(quote)
    fields: dict[str, object] = {"document": "quarrel.md", "start": start, "end": start + len(quote)}
    return Claim(id=key, subject=subject, relation=relation, object=target, quote=quote, **(fields | more))  # type: ignore[arg-type]


@pytest.fixture
def quarrel() -> nx.MultiDiGraph:
    entities = [
        Entity(id="person:ada", type="Person", name="Ada Brook", aliases=("Brook", "the mayor")),
        Entity(id="person:carl", type="Person", name="Carl Dorn", country="FRA"),
        Entity(id="person:eve", type="Person", name="Ève Finch"),
        Entity(id="person:eve-2", type="Person", name="Eve Brook-Lane"),
    ]
    claims = [
        _claim("c1", "person:ada", "FEUDS_WITH", "person:carl", "Ada Brook feuds with Carl Dorn."),
        _claim("c2", "person:carl", "MET_WITH", "person:eve", "Carl Dorn met Eve Finch.", speaker="person:ada"),
        _claim("c3", "person:eve", "MET_WITH", "person:ada", "Eve Finch did not meet Ada Brook.", modality="negated"),
        _claim("c4", "person:carl", "FEUDS_WITH", "person:ada", "Ada Brook feuds with Carl Dorn.", date="2025-01-02"),
    ]
    document = Document(
        id="quarrel.md",
        text=_TEXT,
        source="/quarrel.md",
        body=(0, len(_TEXT)),
        title="A quarrel",
        published=date(2025, 3, 1),
    )
    return build(entities, claims, [document], {("person:ada", "quarrel.md"): 2})
