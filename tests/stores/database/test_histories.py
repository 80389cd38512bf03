"""Whatever happened to a case, the database equals a fresh load of it."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
from hypothesis import HealthCheck, given, settings, strategies as st

from neo4j_contents import contents, expected
from polgraph.case import Case
from polgraph.errors import PolgraphError
from polgraph.model import Claim, Document, Entity, Extraction, Mention
from polgraph.ontology import ENTITY_TYPES, RELATIONS
from polgraph.stores.load import load
from polgraph.stores.neo4j import Neo4jStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.stores.connection import Connection


PLACE = Path("histories.db")
NAMES = ("Ada Moor", "Bo Lund", "Cy Pell", "Di Voss")
# a few relations stand for all: each is one more round of constraints, and none is special
SOME = ("ACCUSED", "MET_WITH", "HOLDS_OFFICE")
WITH_SERVER = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

texts = st.text(st.characters(codec="utf8"), max_size=8)
days = st.dates().map(str)


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph:
    """A small graph; several share ids, so that one after the other is a history."""
    graph = nx.MultiDiGraph()
    documents = draw(st.lists(st.sampled_from(["a.txt", "b.txt", "c.txt"]), unique=True, min_size=1))
    graph.graph["documents"] = {
        name: {"id": name, "sha256": draw(texts)} | draw(st.fixed_dictionaries({}, optional={"title": texts}))
        for name in documents
    }
    entities = draw(st.lists(st.sampled_from(["e1", "e2", "e3", "e4"]), unique=True, min_size=1))
    more = {"country": st.sampled_from(["FRA", "ITA"]), "description": texts, "collective": st.just(value=True)}
    for name in entities:
        known: dict[str, Any] = {"type": draw(st.sampled_from(list(ENTITY_TYPES))), "name": draw(texts)}
        known["aliases"] = draw(st.lists(texts, max_size=2))
        graph.add_node(name, **known, **draw(st.fixed_dictionaries({}, optional=more)))
    graph.graph["mentions"] = draw(
        st.dictionaries(st.tuples(st.sampled_from(entities), st.sampled_from(documents)), st.integers(1, 9), max_size=4)
    )
    optional = {"date": days, "speaker": texts, "former": st.booleans(), "kin": texts, "title": texts}
    for identity in draw(st.lists(st.sampled_from([f"c{number}" for number in range(6)]), unique=True)):
        relation = draw(st.sampled_from(SOME))
        claim: dict[str, Any] = {
            "id": identity,
            "relation": relation,
            "sign": RELATIONS[relation].sign,
            "quote": draw(texts),
        }
        claim |= {"start": 0, "end": 1, "document": documents[0], "modality": "asserted", "rule": "", "confidence": 0.5}
        ends = draw(st.sampled_from(entities)), draw(st.sampled_from(entities))
        claim |= draw(st.fixed_dictionaries({}, optional=optional))
        graph.add_edge(ends[0], ends[1], key=identity, **claim)
    return graph


@WITH_SERVER
@given(history=st.lists(graphs(), min_size=2, max_size=3))
def test_after_any_graphs_the_database_equals_the_last(
    server: Connection, empty: Callable[[], None], history: list[nx.MultiDiGraph]
) -> None:
    empty()
    for graph in history:
        load(server, graph, PLACE)
        assert contents(server) == expected(graph)
    assert len(load(server, history[-1], PLACE)) == 0


steps = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(0, 3), st.lists(st.tuples(*[st.integers(0, 3)] * 2), max_size=3)),
        st.tuples(st.just("merge"), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("split"), st.integers(0, 9), st.integers(0, 3)),
        st.tuples(st.just("rename"), st.integers(0, 9), st.sampled_from(["Ada M. Moor", "New Name"])),
        st.tuples(st.just("undo")),
        st.tuples(st.just("load")),
    ),
    min_size=3,
    max_size=10,
)


@WITH_SERVER
@given(history=steps)
def test_after_any_decisions_the_database_equals_the_case(
    server: Connection, empty: Callable[[], None], history: list[tuple[Any, ...]]
) -> None:
    empty()
    with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "case.db", create=True) as case:
        case.store(article(0, [(0, 1), (2, 3)]))
        for step, *values in history:
            if step == "load":
                load(server, case.graph, case.path)
            else:
                change(case, step, *values)
        load(server, case.graph, case.path)
        assert contents(server) == expected(case.graph)
        assert all(Neo4jStore(server).resolve(old) == case.resolve(old) for old in case.graph.graph["merged"])
        assert len(load(server, case.graph, case.path)) == 0


def change(case: Case, step: str, *values: Any) -> None:  # noqa: ANN401  what hypothesis drew
    """Do one thing to a case; what it refuses is no part of its history."""
    entities = [entity.id for entity in case.entities()]
    documents = [document.id for document in case.documents()]
    if not entities and step in ("merge", "split", "rename"):
        return
    try:
        match step, values:
            case "read", (number, pairs):
                case.store(article(number, pairs))
            case "merge", (keep, other):
                case.merge(entities[keep % len(entities)], entities[other % len(entities)])
            case "split", (entity, document):
                case.split(entities[entity % len(entities)], [documents[document % len(documents)]])
            case "rename", (entity, name):
                case.rename(entities[entity % len(entities)], name)
            case _:
                case.undo()
    except PolgraphError:
        return


def article(number: int, pairs: list[tuple[int, int]]) -> Extraction:
    """An article that says of each pair that the first accuses the second."""
    text = "".join(f"{NAMES[a]} accuses {NAMES[b]}.\n" for a, b in pairs if a != b)
    document = Document(id=f"{number}.txt", text=text, source=f"/made/{number}.txt", body=(0, len(text)))
    mentions, claims = [], []
    for line in text.splitlines():
        start = text.index(line)
        subject, _, target = line.rstrip(".").partition(" accuses ")
        for name in (subject, target):
            at = text.index(name, start)
            mentions.append(Mention(start=at, end=at + len(name), text=name, type="Person", entity=identity(name)))
        ends = {"subject": identity(subject), "relation": "ACCUSED", "object": identity(target)}
        key = sha256(f"{document.id} {line}".encode()).hexdigest()[:16]
        place = {"quote": line, "start": start, "end": start + len(line)}
        claims.append(Claim(id=key, document=document.id, **ends, **place))  # type: ignore[arg-type]
    named = sorted({mention.entity: mention.text for mention in mentions}.items())
    return Extraction(
        document=document,
        entities=tuple(Entity(id=key, type="Person", name=name, aliases=(name,)) for key, name in named),
        mentions=tuple({(m.start, m.entity): m for m in mentions}.values()),
        claims=tuple({claim.id: claim for claim in claims}.values()),
        quotes=(),
    )


def identity(name: str) -> str:
    return "person:" + name.lower().replace(" ", "-")
