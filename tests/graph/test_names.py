"""Which entity a name leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from polgraph.errors import AmbiguousEntity, UnknownEntity
from polgraph.graph import names, resolve, resolve_among
from strategies import graphs

if TYPE_CHECKING:
    import networkx as nx


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("person:ada", "person:ada"),
        ("Ada Brook", "person:ada"),
        ("ADA  brook", "person:ada"),
        ("eve finch", "person:eve"),
        ("Éve Finch", "person:eve"),
        ("the Mayor", "person:ada"),
        ("mayor", "person:ada"),
        ("dorn", "person:carl"),
        ("lane", "person:eve-2"),
    ],
)
def test_a_name_leads_to_its_entity_whatever_its_case_and_diacritics(
    quarrel: nx.MultiDiGraph, name: str, entity: str
) -> None:
    assert resolve(quarrel, name) == entity


@pytest.mark.parametrize("name", ["person:mayor", "Person:Mayor"])
def test_the_id_of_a_merged_entity_leads_to_the_one_that_was_kept(quarrel: nx.MultiDiGraph, name: str) -> None:
    quarrel.graph["merged"] = {"person:mayor": "person:ada"}
    assert resolve(quarrel, name) == "person:ada"


def test_an_id_in_other_letters_leads_to_its_entity(quarrel: nx.MultiDiGraph) -> None:
    assert resolve(quarrel, "PERSON:ADA") == "person:ada"


def test_a_whole_name_goes_before_a_part_of_one(quarrel: nx.MultiDiGraph) -> None:
    # "Brook" is an alias of the one and a word in the name of the other
    assert resolve(quarrel, "brook") == "person:ada"


def test_a_name_of_several_lists_them_all(quarrel: nx.MultiDiGraph) -> None:
    with pytest.raises(AmbiguousEntity, match=r"Eve Brook-Lane \(person:eve-2\), Ève Finch \(person:eve\)") as error:
        resolve(quarrel, "Eve")
    assert error.value.candidates == ("person:eve-2", "person:eve")


def test_an_unknown_name_is_told_near_ones(quarrel: nx.MultiDiGraph) -> None:
    with pytest.raises(UnknownEntity, match="did you mean Carl Dorn") as error:
        resolve(quarrel, "Karl Dorn")
    assert error.value.candidates == ("person:carl",)


@pytest.mark.parametrize("name", ["", "  ", "…", "zzz", "da Broo"])
def test_no_part_of_a_word_is_a_name(quarrel: nx.MultiDiGraph, name: str) -> None:
    with pytest.raises(UnknownEntity):
        resolve(quarrel, name)


def test_a_graph_that_grew_is_read_anew(quarrel: nx.MultiDiGraph) -> None:
    with pytest.raises(UnknownEntity):
        resolve(quarrel, "Gil")
    quarrel.add_node("person:gil", type="Person", name="Gil", aliases=[])
    assert resolve(quarrel, "Gil") == "person:gil"


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(graph=graphs())
def test_every_name_leads_somewhere_or_to_candidates(graph: nx.MultiDiGraph) -> None:
    table = {entity: (data["name"], data["aliases"]) for entity, data in graph.nodes(data=True)}
    for name in filter(str.strip, names(graph)):
        try:
            found = {resolve(graph, name)}
            assert resolve_among(table, name) in found
        except AmbiguousEntity as error:
            found = set(error.candidates)
        owners = {entity for entity, (own, aliases) in table.items() if name in (entity, own, *aliases)}
        assert owners <= found
