from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from polgraph.cli.ontology import page
from polgraph.ontology import ENTITY_TYPES, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

_PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_the_page_in_the_docs_is_what_the_command_prints(run: Run) -> None:
    printed = run("ontology", "--markdown").stdout
    assert printed == page()
    assert _PAGE.read_text("utf8") == printed, "run: polgraph ontology --markdown > docs/ontology.md"


def test_every_relation_is_printed_with_all_that_is_known(run: Run) -> None:
    rows = [json.loads(line) for line in run("ontology", "--format", "jsonl").stdout.splitlines()]
    assert [row["name"] for row in rows] == list(RELATIONS)
    [office] = [row for row in rows if row["name"] == "HOLDS_OFFICE"]
    assert (office["subject"], office["object"], office["properties"]) == (
        ["Person"], ["Institution", "Nation"], ["title", "former"],
    )  # fmt: skip


def test_entity_types_are_printed_on_request(run: Run) -> None:
    lines = run("ontology", "--what", "types", "--format", "csv").stdout.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["name", *ENTITY_TYPES]


def test_the_table_holds_every_relation(run: Run) -> None:
    assert {line.partition(" ")[0] for line in run("ontology").stdout.splitlines()[2:]} == set(RELATIONS)
