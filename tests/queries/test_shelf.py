"""The files of queries/: that each passes the check, and that the shelf holds what it promises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from polgraph.errors import QueryError, UnknownQuery
from polgraph.ontology import RELATIONS
from polgraph.queries import FAMILIES, catalogue, find, shelf
from polgraph.queries.check import check

if TYPE_CHECKING:
    from pathlib import Path

    from polgraph.queries import CannedQuery

_SHELF = catalogue()
_MINE = """// Mine: my own question
//
// Who is there.
//
// family: my own
// columns:
//   id: "string: id of the entity"
MATCH (e:Entity) RETURN e.id AS id ORDER BY id
"""


@pytest.mark.parametrize("query", _SHELF, ids=lambda query: query.name)
def test_each_file_passes_the_check(query: CannedQuery) -> None:
    assert check(query.path) == []


def test_there_are_thirty_and_more_in_all_families() -> None:
    assert len(_SHELF) >= 30
    assert {query.family for query in _SHELF} == set(FAMILIES)


@pytest.mark.parametrize("query", _SHELF, ids=lambda query: query.name)
def test_lists_of_relations_follow_the_vocabulary(query: CannedQuery) -> None:
    symmetric = [name for name, relation in RELATIONS.items() if relation.symmetric]
    for listed in re.findall(r"type\(r\) IN \[(.*?)\]", query.cypher):
        assert re.findall(r"\w+", listed) == symmetric
    signs = {"path-hostile": {-1}, "path-friendly": {1}}.get(query.name, {-1, 0, 1})
    for listed in re.findall(r"\[r?:([A-Z_|\s]{200,})", query.cypher):
        assert re.findall(r"\w+", listed) == [name for name, relation in RELATIONS.items() if relation.sign in signs]


def test_a_folder_of_ones_own_joins_the_shelf(tmp_path: Path) -> None:
    (tmp_path / "mine.cypher").write_text(_MINE, "utf8")
    mine = find("mine", [tmp_path])
    assert (mine.title, mine.text, mine.family, mine.own) == ("Mine: my own question", "Who is there.", "my own", False)
    assert catalogue([tmp_path])[-1].name == "mine"
    assert check(mine.path) == []


def test_the_environment_names_folders_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.cypher").write_text(_MINE, "utf8")
    monkeypatch.setenv("POLGRAPH_QUERIES", str(tmp_path))
    assert find("mine").name == "mine"


def test_a_file_of_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    (tmp_path / "path.cypher").write_text(_MINE, "utf8")
    with pytest.raises(QueryError, match=r"path\.cypher.*rename the file"):
        catalogue([tmp_path])


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no folder of queries"):
        catalogue([tmp_path / "nowhere"])


def test_an_unknown_query_is_told_near_ones() -> None:
    with pytest.raises(UnknownQuery, match=r"did you mean .*accusations"):
        find("acusations")


def test_the_shelf_is_found_in_the_source_tree() -> None:
    assert (shelf("queries") / "path.cypher").is_file()


_ID = "// A: a\n// family: x\n// columns: {id: 'string: x'}\n"


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("", "no title"),
        ("// A: a\n", "no `family:`"),
        ("// A: a\n// family: x\n", "no `columns:`"),
        ("// A: a\n// family: [\n", "not YAML"),
        ("// A: a\n// family: x\n// columns: {id: 'string: x'}\n// other: 1\n", "unknown field other"),
        ("// A: a\n// family: x\n// columns: {id: 'string: x'}\n// parameters: {p: {type: entity}}\n", "needs type"),
        ("// A: a\n// family: x\n// columns: {i: 'string: x'}\n", "the header's columns are i, the query returns id"),
        ("// A: a\n// family: x\n// columns: {id: x}\n", "has no type"),
        (_ID + "// parameters: {limit: {type: entity, help: h, example: e}}\n", "parameter name 'limit' is taken"),
        (_ID + "// parameters: {p: {type: since, help: h, example: soon}}\n", "an example is none"),
        (_ID + "// parameters: {p: {type: person, help: h, example: e}}\n", "unknown type 'person'"),
    ],
)
def test_a_header_that_lacks_something_is_found(tmp_path: Path, header: str, problem: str) -> None:
    file = tmp_path / "mine.cypher"
    file.write_text(header + _MINE.splitlines()[-1], "utf8")
    assert any(problem in finding.problem for finding in check(file))


def test_parameters_of_header_and_query_must_be_the_same(tmp_path: Path) -> None:
    file = tmp_path / "mine.cypher"
    header = _MINE.rsplit("MATCH", 1)[0] + "// parameters: {p: {type: entity, help: h, example: e}}\n"
    file.write_text(header + "MATCH (e:Entity {id: $q}) RETURN e.id AS id ORDER BY id\n", "utf8")
    assert [finding.problem for finding in check(file)] == [
        "$q is not among the header's parameters",
        "parameter 'p' is not used",
    ]


def test_what_is_wrong_below_a_header_is_said_too_where_the_header_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "q.cypher"
    path.write_text("MATCH (n) SET n.x = 1 RETURN n.id AS id ORDER BY id\n", "utf8")
    problems = [finding.problem for finding in check(path)]
    assert "no title" in problems[0]
    assert any("SET writes" in problem for problem in problems)
