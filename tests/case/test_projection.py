"""The graph of a case is what `build` makes of its objects, however it was filled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import networkx as nx
from hypothesis import HealthCheck, given, settings, strategies as st

from polgraph.case import Case
from polgraph.case.projection import project
from polgraph.graph import build
from polgraph.model import Claim, Document, Entity, Extraction, Mention
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from polgraph.identity import Resolution

_TEXT = "Ada Brook met Carl Dorn in Meridia. " * 3
_IDS = ("person:ada-brook", "person:carl-dorn", "nation:meridia")


@st.composite
def _extractions(draw: st.DrawFn, identity: str) -> Extraction:
    document = Document(
        id=identity,
        text=_TEXT,
        source=f"/{identity}",
        body=(0, len(_TEXT)),
        title=draw(st.none() | st.just("A title")),
        published=draw(st.none() | st.just(date(2025, 1, 2))),
    )
    entities = tuple(
        Entity(
            id=entity,
            type=entity.split(":")[0].capitalize(),
            name=entity.split(":")[1].replace("-", " ").title(),
            aliases=draw(st.sampled_from([(), ("Ada",), ("Ada", "Brook")])),
            country=draw(st.none() | st.just("FRA")),
        )
        for entity in _IDS
    )
    mentions = tuple(
        Mention(start=at, end=at + 3, text=_TEXT[at : at + 3], type="Person", entity=entity)
        for at, entity in enumerate(draw(st.lists(st.sampled_from(_IDS), max_size=4)))
    )
    return Extraction(
        document=document,
        entities=entities,
        mentions=mentions,
        claims=tuple(draw(_claim(identity, number)) for number in range(draw(st.integers(0, 5)))),
        quotes=(),
    )


@st.composite
def _claim(draw: st.DrawFn, document: str, number: int) -> Claim:
    start = draw(st.integers(0, 20))
    ends = draw(st.permutations(_IDS))
    dated = draw(st.booleans())
    return Claim(
        id=f"{document}-{number}",
        document=document,
        subject=ends[0],
        relation=draw(st.sampled_from(sorted(RELATIONS))),
        object=ends[1],
        quote=_TEXT[start : start + 5],
        start=start,
        end=start + 5,
        modality=draw(st.sampled_from(["asserted", "possible", "planned", "negated"])),
        speaker=draw(st.sampled_from([None, ends[2]])),
        speaker_text=draw(st.sampled_from([None, "an aide"])),
        date="2025-01-01" if dated else None,
        date_precision="day" if dated else None,
        title=draw(st.sampled_from([None, "mayor"])),
        former=draw(st.sampled_from([None, True, False])),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_graph_is_what_build_makes_of_the_objects(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    ids = data.draw(st.lists(st.sampled_from(["a.md", "b.md", "c.md"]), min_size=1, unique=True))
    with Case(tmp_path_factory.mktemp("case") / "polgraph.db", create=True) as case:
        for identity in ids:
            case.store(data.draw(_extractions(identity)))
        places = {document for entity, document in case.mention_counts() if entity == "person:ada-brook"}
        if len(places) > 1 and data.draw(st.booleans()):
            case.split("person:ada-brook", [min(places)])
        elif data.draw(st.booleans()):
            case.merge("person:ada-brook", "person:carl-dorn")
        built = build(case.entities(), case.claims(), case.documents(), case.mention_counts(), case.merged())
        assert nx.utils.graphs_equal(case.graph, built)  # type: ignore[no-untyped-call]
        assert case.graph.graph == built.graph
        assert [edge[2] for edge in case.graph.edges(keys=True)] == [edge[2] for edge in built.edges(keys=True)]


def test_an_article_that_comes_in_meanwhile_is_in_the_next_graph(
    path: Path, case: Case, article: Callable[..., Document], extracted: Callable[[Document], Extraction]
) -> None:
    case.store(extracted(article("/news/a.txt", ("Ana Varo", "MET_WITH", "Ben Tallin"))))

    def while_another_program_stores(forms: Any) -> Resolution:  # noqa: ANN401  as `project` gives them
        with Case(path) as other:
            other.store(extracted(article("/news/b.txt", ("Cem Orrin", "MET_WITH", "Ben Tallin"))))
        return case._resolution(forms)

    graph = project(case._connection, while_another_program_stores, path)

    assert sorted(graph) == ["person:ana-varo", "person:ben-tallin"]
    assert len(graph.edges) == 1
    assert len(case.graph.edges) == 2
