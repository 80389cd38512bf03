"""A name leads to the same entity, or to the same candidates, wherever the graph lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from polgraph.errors import AmbiguousEntity, EntityError, UnknownEntity
from polgraph.graph import resolve
from strategies import graphs, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.stores.base import Store

    Opens = Callable[[nx.MultiDiGraph], Store]

PEOPLE = {
    "person:eve": ("Ève Finch", ["the Mayor", "Eve  FINCH"]),
    "person:eve-2": ("Eve Brook-Lane", ["E. B. Lane", "Straße"]),
    "person:lukasz": ("Łukasz Æbelø", ["O’Hara", 'the "Fox"']),
    "person:ivan": ("Иван Лунин", ["Ivan \\ Lunin", "line\nbreak"]),
    "institution:u-n": ("U.N.", ["United Nations", "…"]),
    "institution:brook": ("Brook", []),
}
MERGED = {"person:the-mayor": "person:eve", "person:eve-finch": "person:eve", "person:lunin": "person:ivan"}


@pytest.fixture
def opened(store: Opens) -> Store:
    graph = nx.MultiDiGraph(documents={}, mentions={}, merged=MERGED)
    for entity, (name, aliases) in PEOPLE.items():
        graph.add_node(entity, type=entity.partition(":")[0].title(), name=name, aliases=aliases)
    return store(graph)


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("person:eve", "person:eve"),
        ("eve finch", "person:eve"),
        ("MAYOR", "person:eve"),
        ("brook", "institution:brook"),
        ("brook lane", "person:eve-2"),
        ("STRASSE", "person:eve-2"),
        ("lukasz aebelo", "person:lukasz"),
        ("o'hara", "person:lukasz"),
        ("fox", "person:lukasz"),
        ("ЛУНИН", "person:ivan"),
        ("ivan \\ lunin", "person:ivan"),
        ("line break", "person:ivan"),
        ("u n", "institution:u-n"),
        ("…", "institution:u-n"),
        ("Person:Eve-2", "person:eve-2"),
    ],
)
def test_case_diacritics_and_signs_do_not_count(opened: Store, name: str, entity: str) -> None:
    assert opened.resolve(name) == entity


@pytest.mark.parametrize(
    ("name", "entity"),
    [("person:the-mayor", "person:eve"), ("Person:Eve-Finch", "person:eve"), ("person:lunin", "person:ivan")],
)
def test_the_id_of_a_merged_entity_leads_to_the_one_that_was_kept(opened: Store, name: str, entity: str) -> None:
    assert opened.resolve(name) == entity


@pytest.mark.parametrize("name", ["person:the", "=person:lunin=", "person:lunin=", "person:lunin\nperson:the-mayor"])
def test_a_part_of_such_an_id_is_no_id(opened: Store, name: str) -> None:
    with pytest.raises(UnknownEntity):
        opened.resolve(name)


def test_a_name_of_several_lists_them_all(opened: Store) -> None:
    with pytest.raises(AmbiguousEntity, match=r"Eve Brook-Lane \(person:eve-2\), Ève Finch \(person:eve\)") as error:
        opened.resolve("EVE")
    assert error.value.candidates == ("person:eve-2", "person:eve")


def test_an_unknown_name_is_told_near_ones(opened: Store) -> None:
    with pytest.raises(UnknownEntity, match=r"did you mean Ève Finch \(person:eve\)"):
        opened.resolve("Eve Flinch")


@pytest.mark.parametrize("name", ["", " ", "!", "zzz", "ve Finc", "\ud800", "' OR true //", "finch\neve", "\ud800 x"])
def test_no_part_of_a_word_is_a_name(opened: Store, name: str) -> None:
    with pytest.raises(UnknownEntity):
        opened.resolve(name)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(graph=graphs(), others=st.lists(names, max_size=5))
def test_every_store_means_what_the_graph_means(store: Opens, graph: nx.MultiDiGraph, others: list[str]) -> None:
    entities = sorted(graph)
    graph.graph["merged"] = {f"person:old-{number}": entities[0] for number in range(len(others))}
    opened = store(graph)
    known = {name for entity, data in graph.nodes(data=True) for name in (entity, data["name"], *data["aliases"])}
    words = {word for name in known for word in name.split()}
    for name in sorted(known | words | set(others) | set(graph.graph["merged"])):
        assert (name, meant(opened.resolve, name)) == (name, meant(lambda name: resolve(graph, name), name))


def meant(resolved: Callable[[str], str], name: str) -> str | tuple[type[EntityError], set[str]]:
    try:
        return resolved(name)
    except EntityError as error:
        return type(error), set(error.candidates)
