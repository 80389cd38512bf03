"""The schema is applied once, recorded, checked, and completed after an interruption."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.errors import StoreError
from polgraph.ontology import RELATIONS
from polgraph.stores import schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from polgraph.stores.connection import Connection


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "V0001__boats.cypher").write_text(
        "// Boats by name.\nCREATE INDEX test_boats IF NOT EXISTS FOR (b:Boat) ON (b.name);\n", "utf8"
    )
    (tmp_path / "R0001__ties.cypher").write_text(
        "CREATE INDEX test_ties_RELATION IF NOT EXISTS FOR ()-[r:RELATION]-() ON (r.day);\n", "utf8"
    )
    return tmp_path


@pytest.fixture
def bare(connection: Connection) -> Iterator[Connection]:
    """A database without a record of its schema."""
    recorded = connection.read("MATCH (s:PolgraphSchema) RETURN s.file, s.checksum").rows
    _run(connection, "MATCH (s:PolgraphSchema) DELETE s")
    yield connection
    _run(connection, "MATCH (s:PolgraphSchema) DELETE s")
    for [name] in connection.read("SHOW INDEXES YIELD name WHERE name STARTS WITH 'test_' RETURN name").rows:
        _run(connection, f"DROP INDEX {name}")
    for file, checksum in recorded:
        _run(connection, "CREATE (:PolgraphSchema {file: $file, checksum: $checksum})", file=file, checksum=checksum)


def test_each_file_is_applied_once(bare: Connection, folder: Path) -> None:
    wanted = schema.migrations(folder, ["ACCUSED", "URGED"])
    assert [migration.file for migration in schema.pending(bare, wanted)] == ["V0001__boats", "R0001__ties"]
    schema.apply(bare, wanted)
    assert _indexes(bare) == {"test_boats", "test_ties_ACCUSED", "test_ties_URGED"}
    assert schema.pending(bare, wanted) == []


def test_a_new_relation_is_indexed_by_the_next_load(bare: Connection, folder: Path) -> None:
    schema.apply(bare, schema.migrations(folder, ["ACCUSED"]))
    [again] = schema.pending(bare, schema.migrations(folder, ["ACCUSED", "URGED"]))
    schema.apply(bare, [again])
    assert "test_ties_URGED" in _indexes(bare)


def test_a_file_that_was_edited_after_it_was_applied_is_an_error(bare: Connection, folder: Path) -> None:
    schema.apply(bare, schema.migrations(folder, []))
    (folder / "V0001__boats.cypher").write_text("CREATE INDEX test_boats FOR (b:Boat) ON (b.size);", "utf8")
    with pytest.raises(StoreError, match="was set up with another V0001__boats"):
        schema.pending(bare, schema.migrations(folder, []))


def test_a_comment_may_be_edited(bare: Connection, folder: Path) -> None:
    schema.apply(bare, schema.migrations(folder, []))
    file = folder / "V0001__boats.cypher"
    file.write_text("// Better said.\n" + file.read_text("utf8"), "utf8")
    assert schema.pending(bare, schema.migrations(folder, [])) == []


def test_the_schema_of_a_newer_polgraph_is_an_error(bare: Connection, folder: Path) -> None:
    schema.apply(bare, schema.migrations(folder, []))
    (folder / "V0001__boats.cypher").unlink()
    with pytest.raises(StoreError, match=r"newer polgraph \(V0001__boats\): update polgraph"):
        schema.pending(bare, schema.migrations(folder, []))


def test_an_interrupted_migration_is_completed(bare: Connection, folder: Path) -> None:
    [boats, ties] = schema.migrations(folder, ["ACCUSED", "URGED"])
    _run(bare, ties.statements[0])
    schema.apply(bare, [boats, ties])
    assert _indexes(bare) == {"test_boats", "test_ties_ACCUSED", "test_ties_URGED"}


def test_a_file_with_another_name_is_an_error(folder: Path) -> None:
    (folder / "boats.cypher").write_text("RETURN 1", "utf8")
    with pytest.raises(StoreError, match="a schema file is named V0001__what"):
        schema.migrations(folder)


def test_our_own_schema_guards_every_relation(connection: Connection) -> None:
    guarded = connection.read(
        "SHOW CONSTRAINTS YIELD type, entityType, labelsOrTypes, properties "
        "WHERE entityType = 'RELATIONSHIP' RETURN labelsOrTypes[0], properties, type"
    ).rows
    assert {relation for relation, _, _ in guarded} == set(RELATIONS)
    assert {(*properties, kind) for _, properties, kind in guarded} == {("id", "RELATIONSHIP_UNIQUENESS")}


def test_our_own_indexes_serve(connection: Connection) -> None:
    states = connection.read(
        "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'polgraph_' RETURN name, state"
    ).rows
    assert {state for _, state in states} == {"ONLINE"}
    assert {"polgraph_names", "polgraph_entity_name_text", "polgraph_document_published"} <= {
        name for name, _ in states
    }


def _indexes(connection: Connection) -> set[str]:
    found = connection.read("SHOW INDEXES YIELD name WHERE name STARTS WITH 'test_' RETURN name").rows
    return {name for [name] in found}


def _run(connection: Connection, statement: str, **parameters: str) -> None:
    connection.write(lambda transaction: transaction.run(statement, parameters).consume())
