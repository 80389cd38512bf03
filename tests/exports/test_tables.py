"""Rows of claims, entities and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.exports.tables import COLUMNS, ROWS, claims, documents, entities

if TYPE_CHECKING:
    import networkx as nx


def test_a_claim_row_carries_names_ids_evidence_and_source(small: nx.MultiDiGraph) -> None:
    row = next(row for row in claims(small) if row["subject"] == "Ana Ruiz")
    assert row["subject_id"] == "person:Ana Ruiz"
    assert (row["relation"], row["symmetric"], row["sign"], row["modality"]) == ("HOLDS_OFFICE", False, 0, "asserted")
    assert (row["document"], row["publisher"], row["quote"], row["start"], row["end"]) == (
        "Ana Ruiz.txt",
        "Ana Ruiz",
        "Ana Ruiz",
        0,
        8,
    )
    assert row["speaker"] == "Ana Ruiz"


def test_an_entity_row_counts_mentions_and_claims(small: nx.MultiDiGraph) -> None:
    row = next(row for row in entities(small) if row["name"] == "Ana Ruiz")
    assert (row["mentions"], row["documents"], row["claims_as_subject"], row["claims_as_object"]) == (3, 1, 1, 1)


def test_a_document_row_counts_its_claims(small: nx.MultiDiGraph) -> None:
    assert [row["claims"] for row in documents(small)] == [1, 1, 1]


def test_rows_hold_the_documented_columns_and_no_others(small: nx.MultiDiGraph) -> None:
    for name, rows in ROWS.items():
        for row in rows(small):
            assert set(row) <= set(COLUMNS[name])
