"""A case comes into Neo4j: completely, once, and after any history as if it were loaded fresh."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from neo4j_contents import CASE, contents, execute, expected, made
from polgraph.errors import StoreError
from polgraph.graph import build
from polgraph.model import Claim, Document, Entity
from polgraph.stores.connection import Connection
from polgraph.stores.load import load, plan_load, wipe
from polgraph.stores.neo4j import Neo4jStore
from polgraph.stores.state import read_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from neo4j import ManagedTransaction


def test_a_load_brings_everything_with_its_properties(connection: Connection) -> None:
    graph = made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy"), date="2024-03-01", speaker="Cy", former=True)
    graph.nodes["person:ada"]["country"] = "FRA"
    load(connection, graph, CASE)
    assert contents(connection) == expected(graph)


def test_all_that_a_claim_can_say_arrives(connection: Connection) -> None:
    document = Document(id="a.txt", text="A.", source="/a.txt", body=(0, 2), published=date(2024, 3, 2))
    people = [Entity(id=f"person:{name}", type="Person", name=name.title()) for name in ("ada", "bo")]
    claim = Claim(
        id="c0",
        document="a.txt",
        subject="person:ada",
        relation="ACCUSED",
        object="person:bo",
        quote="A.",
        start=0,
        end=2,
        modality="possible",
        speaker="person:bo",
        speaker_text="he",
        date="2024-03-01",
        date_precision="day",
        confidence=0.25,
        rule="verb",
        title="mayor",
        action="to leave",
        former=True,
        kin="sister",
    )
    assert all(getattr(claim, field.name) is not None for field in fields(claim))
    graph = build(people, [claim], [document], {})
    load(connection, graph, CASE)
    assert contents(connection) == expected(graph)


def test_a_second_load_writes_nothing(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy"))
    load(connection, graph, CASE)

    def no_write(*_: object) -> None:
        pytest.fail("it wrote")

    monkeypatch.setattr(Connection, "write", no_write)
    assert len(load(connection, graph, CASE)) == 0


def test_what_is_unknown_now_is_removed(connection: Connection) -> None:
    load(connection, made(("ada", "ACCUSED", "bo"), date="2024-03-01", speaker="Cy"), CASE)
    graph = made(("ada", "ACCUSED", "bo"))
    load(connection, graph, CASE)
    assert contents(connection) == expected(graph)


def test_merged_entities_take_their_claims_along(connection: Connection) -> None:
    load(connection, made(("ada", "ACCUSED", "bo"), ("adah", "MET_WITH", "cy")), CASE)
    graph = made(("ada", "ACCUSED", "bo"), ("ada", "MET_WITH", "cy"))
    load(connection, graph, CASE)
    assert contents(connection) == expected(graph)


def test_an_entity_that_changed_its_type_has_one_label(connection: Connection) -> None:
    graph = made(("ada", "ACCUSED", "bo"))
    load(connection, graph, CASE)
    graph.nodes["person:bo"]["type"] = "Institution"
    load(connection, graph, CASE)
    assert contents(connection) == expected(graph)


def test_a_claim_that_changed_its_relation_is_there_once(connection: Connection) -> None:
    load(connection, made(("ada", "ACCUSED", "bo")), CASE)
    graph = made(("ada", "CRITICIZED", "bo"))
    load(connection, graph, CASE)
    assert contents(connection) == expected(graph)


def test_half_a_surrogate_pair_does_not_stop_a_load(connection: Connection) -> None:
    graph = made(("ada", "ACCUSED", "bo"), speaker="\ud800 source")
    load(connection, graph, CASE)
    assert connection.read("MATCH ()-[r:ACCUSED]->() RETURN r.speaker").rows == [("? source",)]
    assert len(load(connection, graph, CASE)) == 0


@pytest.mark.parametrize("hostile", ["'}) DETACH DELETE n //", "`x`", "a\0b", "\u202e", "x" * 100_000, "${jndi:x}"])
def test_hostile_text_stays_text(connection: Connection, hostile: str) -> None:
    graph = made(("ada", "ACCUSED", "bo"), title=hostile)
    graph.nodes["person:ada"]["description"] = hostile
    load(connection, graph, CASE)
    assert connection.read("MATCH (e:Person)-[r]->(:Person) RETURN r.title, e.description").rows == [(hostile, hostile)]


class TestOtherData:
    """What polgraph did not write stays as it is."""

    def test_nodes_and_relationships_of_others_survive_load_and_wipe(self, connection: Connection) -> None:
        execute(
            connection,
            "CREATE (a:Entity {id: 'of others', name: 'A'})-[:ACCUSED {why: 'x'}]->(:Document {id: 'theirs'})"
            "-[:MENTIONED_IN]->(:Recipe {id: 1})",
        )
        before = _all(connection)
        load(connection, made(("ada", "ACCUSED", "bo")), CASE)
        wipe(connection, CASE)
        assert _all(connection) == before

    def test_a_note_on_a_removed_entity_keeps_its_place(self, connection: Connection) -> None:
        load(connection, made(("ada", "ACCUSED", "bo")), CASE)
        execute(connection, "MATCH (e {id: 'person:bo'}) CREATE (:Note {text: 'call him'})-[:ABOUT]->(e)")
        load(connection, made(("ada", "ACCUSED", "cy")), CASE)
        found = connection.read("MATCH (n:Note)-[:ABOUT]->(e) RETURN n.text, labels(e), e.id, e.name").rows
        assert found == [("call him", ["Former"], "person:bo", "Bo")]

    def test_labels_properties_and_relationships_of_others_on_our_nodes_stay(self, connection: Connection) -> None:
        load(connection, made(("ada", "ACCUSED", "bo")), CASE)
        execute(connection, "MATCH (e {id: 'person:bo'}) SET e:Suspect, e.stars = 3")
        execute(connection, "MATCH ()-[r:ACCUSED]->() SET r.checked = true")
        graph = made(("ada", "ACCUSED", "bo"), date="2024-01-01")
        graph.nodes["person:bo"]["country"] = "ITA"
        load(connection, graph, CASE)
        found = connection.read("MATCH (e:Suspect)<-[r]-() RETURN e.stars, e.country, r.checked, r.date").rows
        assert found == [(3, "ITA", True, "2024-01-01")]

    def test_what_others_wrote_on_a_claim_moves_with_it(self, connection: Connection) -> None:
        load(connection, made(("ada", "ACCUSED", "bo")), CASE)
        execute(connection, "MATCH ()-[r:ACCUSED]->() SET r.checked = true")
        load(connection, made(("ada", "ACCUSED", "cy")), CASE)
        found = connection.read("MATCH ()-[r:ACCUSED]->(e) RETURN e.id, r.checked").rows
        assert found == [("person:cy", True)]

    def test_a_node_of_others_with_an_id_of_ours_is_an_error(self, connection: Connection) -> None:
        execute(connection, "CREATE (:Entity {id: 'person:bo'})")
        with pytest.raises(StoreError, match="that polgraph did not load"):
            load(connection, made(("ada", "ACCUSED", "bo")), CASE)


class TestAnotherCase:
    """One database holds one case."""

    def test_a_case_that_lacks_documents_of_the_database_is_refused(self, connection: Connection) -> None:
        load(connection, made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy")), CASE)
        with pytest.raises(StoreError, match=r"holds another case, harbour\.db: it has 1 documents .* --wipe"):
            load(connection, made(("ada", "ACCUSED", "bo")), Path("elsewhere/harbour.db"))

    def test_a_case_that_was_moved_is_loaded(self, connection: Connection) -> None:
        load(connection, made(("ada", "ACCUSED", "bo")), CASE)
        plan = load(connection, made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy")), Path("elsewhere/harbour.db"))
        assert plan.counts()["claims"] == {"written": 1, "removed": 0}

    def test_after_a_wipe_another_case_is_loaded(self, connection: Connection) -> None:
        load(connection, made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy")), CASE)
        graph = made(("xi", "URGED", "yo"))
        wipe(connection, Path("other.db"))
        load(connection, graph, Path("other.db"))
        assert contents(connection) == expected(graph)


class TestInterrupted:
    """A load that stopped anywhere shows, and the next one completes it."""

    @pytest.mark.parametrize("after", range(9))
    def test_the_next_load_completes_it(
        self,
        connection: Connection,
        monkeypatch: pytest.MonkeyPatch,
        after: int,
    ) -> None:
        load(connection, made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy"), ("di", "URGED", "bo")), CASE)
        graph = made(("ada", "ACCUSED", "cy"), ("bo", "MET_WITH", "ed"))
        with monkeypatch.context() as patched:
            _stop_after(patched, after)
            with pytest.raises(KeyboardInterrupt):
                load(connection, graph, CASE)
        if after:
            assert "has not ended" in str(Neo4jStore(connection).warning())
        load(connection, graph, CASE)
        assert contents(connection) == expected(graph)
        assert Neo4jStore(connection).warning() is None

    def test_an_interrupted_wipe_is_completed_by_a_load(
        self, connection: Connection, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        load(connection, made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy")), CASE)
        other = Path("other.db")
        with monkeypatch.context() as patched:
            _stop_after(patched, 2)
            with pytest.raises(KeyboardInterrupt):
                wipe(connection, other)
        graph = made(("xi", "URGED", "yo"))
        load(connection, graph, other)
        assert contents(connection) == expected(graph)

    def test_two_loads_at_a_time_are_noticed_and_the_next_one_completes_them(self, connection: Connection) -> None:
        graph, other = made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy")), made(("ada", "ACCUSED", "bo"))
        others: list[int] = []

        def meanwhile(_rows: int) -> None:
            if not others:
                others.append(len(load(connection, other, CASE)))

        with pytest.raises(StoreError, match=r"another load into bolt:.* went on at the same time"):
            load(connection, graph, CASE, batch=1, started=lambda _: meanwhile)
        assert others[0] > 0
        assert "has not ended" in str(Neo4jStore(connection).warning())
        load(connection, graph, CASE)
        assert contents(connection) == expected(graph)
        assert Neo4jStore(connection).warning() is None

    def test_an_empty_database_says_that_nothing_was_loaded(self, connection: Connection) -> None:
        assert "no case has been loaded" in str(Neo4jStore(connection).warning())


def test_an_empty_case_is_a_case(connection: Connection) -> None:
    load(connection, made(), CASE)
    assert contents(connection) == ({}, {})
    assert Neo4jStore(connection).warning() is None


def test_a_case_that_lost_everything_leaves_nothing(connection: Connection) -> None:
    load(connection, made(("ada", "ACCUSED", "bo")), CASE)
    load(connection, made(), CASE)
    assert contents(connection) == ({}, {})


def test_what_somebody_deleted_in_the_browser_comes_back(connection: Connection) -> None:
    graph = made(("ada", "ACCUSED", "bo"), ("bo", "MET_WITH", "cy"))
    load(connection, graph, CASE)
    execute(connection, "MATCH (e:Entity {id: 'person:bo'}) DETACH DELETE e")
    load(connection, graph, CASE)
    assert contents(connection) == expected(graph)


def test_a_name_too_long_for_an_index_is_told(connection: Connection) -> None:
    graph = made(("ada", "ACCUSED", "bo"))
    graph.nodes["person:bo"]["name"] = "Bo " * 5000
    with pytest.raises(StoreError, match=r"cannot index a name, publisher, id or date of more than 8,000 bytes"):
        load(connection, graph, CASE)


def test_a_plan_writes_nothing(connection: Connection) -> None:
    plan = plan_load(connection, made(("ada", "ACCUSED", "bo")), CASE)
    assert plan.counts()["entities"] == {"written": 2, "removed": 0}
    assert read_state(connection) is None
    assert _all(connection) == ([], [])


def test_progress_tells_every_row(connection: Connection) -> None:
    told: list[int] = []
    plan = load(
        connection, made(("ada", "ACCUSED", "bo"), ("bo", "URGED", "cy")), CASE, batch=1, started=lambda _: told.append
    )
    assert sum(told) == len(plan)
    assert set(told) == {1}


def test_a_commit_whose_answer_was_lost_is_not_repeated(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = made(("ada", "ACCUSED", "bo"), ("bo", "ACCUSED", "cy"))
    write = Connection.write

    def twice(self: Connection, work: Callable[[ManagedTransaction], object]) -> object:
        write(self, work)
        return write(self, work)

    monkeypatch.setattr(Connection, "write", twice)
    load(connection, graph, CASE)
    assert contents(connection) == expected(graph)


def _stop_after(monkeypatch: pytest.MonkeyPatch, writes: int) -> None:
    write = Connection.write
    left = [writes]

    def stopping(self: Connection, work: Callable[[ManagedTransaction], object]) -> object:
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        return write(self, work)

    monkeypatch.setattr(Connection, "write", stopping)


def _all(connection: Connection) -> tuple[list[Any], list[Any]]:
    known = "MATCH (n) WHERE NOT n:PolgraphSchema RETURN labels(n), properties(n) ORDER BY elementId(n)"
    ties = "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r) ORDER BY elementId(r)"
    return connection.read(known).rows, connection.read(ties).rows
