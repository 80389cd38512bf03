"""A small graph of made-up people, and a strategy for graphs that hold any text at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.graph import build
from polgraph.model import Claim, Document, Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx


def make_graph(texts: Sequence[str]) -> nx.MultiDiGraph:
    """Each text is an entity, an article, and a claim between that entity and the one before it."""
    names = list(dict.fromkeys(texts))
    entities = [
        Entity(id=f"person:{name}", type="Person", name=name, aliases=(name, "x"), description=name) for name in names
    ]
    documents = [
        Document(id=f"{name}.txt", text=name, source="-", body=(0, 0), title=name, publisher=name, url=name)
        for name in names
    ]
    claims = [
        Claim(
            id=f"claim {name}",
            document=f"{name}.txt",
            subject=f"person:{name}",
            relation="HOLDS_OFFICE",
            object=f"person:{names[place - 1]}",
            quote=name,
            start=0,
            end=len(name),
            speaker_text=name,
            title=name,
            former=bool(place % 2),
        )
        for place, name in enumerate(names)
    ]
    return build(entities, claims, documents, {(f"person:{name}", f"{name}.txt"): 3 for name in names})


@pytest.fixture
def small() -> nx.MultiDiGraph:
    return make_graph(["Ana Ruiz", 'Bo, the "Baker"', "=cmd|' /C calc'!A0"])
