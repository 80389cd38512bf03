"""`path`, `around`, `show`, `why`, `query`, `cypher`: what they print, and how they end."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete

from polgraph.case import Case
from polgraph.cli import main
from polgraph.model import Claim, Document, Entity, Extraction, Mention

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

_TEXT = (
    "Ada Brook feuds with Carl Dorn. Dorn met Eve Finch, an aide said. Eve Finch speaks for Meridia. "
    "\x1b[31m=Meridia\x1b[0m could shelter Ada Brook, Eve Finch said. Ada Brook is mayor of Harbour."
)
_NAMES = {
    "person:ada": "Ada Brook",
    "person:carl": "Carl Dorn",
    "person:eve": "Eve Finch",
    "person:eve-lane": "Eve Lane",
    "nation:meridia": "Meridia",
    "institution:harbour": "Harbour",
}
_ALIASES = {"person:ada": ("Brook",)}


@pytest.fixture(autouse=True)
def case(tmp_path: Path) -> None:
    """Make polgraph.db in the working folder."""
    document = Document(
        id="quarrel.md",
        text=_TEXT,
        source=str(tmp_path / "quarrel.md"),
        body=(0, len(_TEXT)),
        title="A quarrel",
        publisher="Example Wire",
        published=date(2025, 3, 1),
    )
    entities = tuple(
        Entity(
            id=key, type=key.split(":")[0].capitalize(), name=name, aliases=("Brook",) if key == "person:ada" else ()
        )
        for key, name in _NAMES.items()
    )
    mentions = tuple(
        Mention(
            start=_TEXT.index(name), end=_TEXT.index(name) + len(name), text=name, type=entity.type, entity=entity.id
        )
        for entity in entities
        if (name := entity.name) in _TEXT
    )
    claims = (
        _claim("c1", "person:ada", "FEUDS_WITH", "person:carl", "Ada Brook feuds with Carl Dorn."),
        _claim("c2", "person:carl", "MET_WITH", "person:eve", "Dorn met Eve Finch", speaker_text="an aide"),
        _claim("c3", "person:eve", "SPEAKS_FOR", "nation:meridia", "Eve Finch speaks for Meridia."),
        _claim(
            *(
                "c4",
                "nation:meridia",
                "OFFERED_ASYLUM_TO",
                "person:ada",
                "\x1b[31m=Meridia\x1b[0m could shelter Ada Brook",
            ),
            modality="possible",
            speaker="person:eve",
        ),
        _claim(
            "c5", "person:ada", "HOLDS_OFFICE", "institution:harbour", "Ada Brook is mayor of Harbour.", title="mayor"
        ),
    )
    with Case(tmp_path / "polgraph.db", create=True) as opened:
        opened.store(
            Extraction(
                document=opened.admit(document) or document,
                entities=entities,
                mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
                claims=claims,
                quotes=(),
            )
        )


def _claim(key: str, subject: str, relation: str, target: str, quote: str, **more: str) -> Claim:
    start = _TEXT.index(quote)
    return Claim(
        id=key,
        document="quarrel.md",
        subject=subject,
        relation=relation,
        object=target,
        quote=quote,
        start=start,
        end=start + len(quote),
        **more,  # type: ignore[arg-type]
    )


def test_a_path_prints_each_step_with_sentence_source_and_date(run: Run) -> None:
    result = run("path", "brook", "finch", "--sign", "friendly")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Ada Brook – Meridia – Eve Finch (2 steps, 2 claims)",
        "1. Meridia offered asylum to Ada Brook",
        r"     “\x1b[31m=Meridia\x1b[0m could shelter Ada Brook”",
        "     — possible; says Eve Finch; A quarrel; Example Wire; 2025-03-01",
        "2. Eve Finch speaks for Meridia",
        "     “Eve Finch speaks for Meridia.”",
        "     — A quarrel; Example Wire; 2025-03-01",
    ]


def test_a_path_can_pass_or_avoid_somebody_and_be_one_of_several(run: Run) -> None:
    two = run("path", "brook", "finch", "-k", "2", "--format", "json")
    assert [row["path"] for row in json.loads(two.stdout)] == [1, 1, 2, 2]
    avoiding = run("path", "brook", "finch", "--avoid", "meridia", "--format", "json")
    assert [row["claim"] for row in json.loads(avoiding.stdout)] == ["c1", "c2"]
    through = run("path", "brook", "finch", "--through", "dorn", "--format", "json")
    assert through.stdout == avoiding.stdout


def test_around_prints_what_is_within_the_hops(run: Run) -> None:
    near = run("around", "brook")
    assert "Carl Dorn" in near.stdout
    assert "Eve Finch speaks for Meridia" not in near.stdout
    assert "2. Eve Finch speaks for Meridia" in run("around", "brook", "--hops", "2").stdout


def test_around_can_be_narrowed(run: Run) -> None:
    result = run("around", "brook", "--relation", "feuds-with", "--since", "2025", "--format", "json")
    assert [row["claim"] for row in json.loads(result.stdout)] == ["c1"]
    assert run("around", "brook", "--relation", "ACUSED").exit_code == 2


def test_show_prints_what_is_known(run: Run) -> None:
    assert run("show", "Ada Brook").stdout.splitlines() == [
        "Ada Brook (Person, person:ada)",
        "  also: Brook",
        "  mayor, Harbour",
        "  2 claims as subject, 1 as object, 3 neighbours",
        "  1× quarrel.md: A quarrel; Example Wire; 2025-03-01",
    ]
    [card] = json.loads(run("show", "person:ada", "--format", "json").stdout)
    assert card["offices"] == [{"title": "mayor", "institution": "Harbour", "former": False}]


def test_why_prints_all_sentences_between_two(run: Run) -> None:
    assert run("why", "dorn", "brook").stdout.splitlines()[1] == "     “Ada Brook feuds with Carl Dorn.”"


@pytest.mark.parametrize(
    "arguments",
    [
        ("path", "harbour", "finch", "--max-hops", "1"),
        ("around", "Eve Lane"),
        ("why", "harbour", "finch"),
        ("query", "threats"),
        ("cypher", "MATCH (n:Person {id: 'x'}) RETURN n.id AS id"),
    ],
)
def test_nothing_found_ends_with_3(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (3, "")
    assert len(result.stderr.splitlines()) == 1


def test_a_name_of_two_lists_them(run: Run) -> None:
    result = run("around", "Eve")
    assert result.exit_code == 1
    assert "Eve Finch (person:eve), Eve Lane (person:eve-lane)" in result.stderr


def test_a_canned_path_answers_by_name_of_its_ends(run: Run) -> None:
    result = run("query", "path", "--from", "brook", "--to", "MERIDIA", "--format", "jsonl")
    [row] = map(json.loads, result.stdout.splitlines())
    assert (row["step"], row["subject"], row["relation"], row["object"]) == (
        1,
        "Meridia",
        "OFFERED_ASYLUM_TO",
        "Ada Brook",
    )
    assert (row["modality"], row["speaker"], row["claims"]) == ("possible", "Eve Finch", ["c4"])


def test_the_shelf_is_listed_by_family(run: Run) -> None:
    rows = json.loads(run("query", "--format", "json").stdout)
    assert len(rows) >= 30
    families = [row["family"] for row in rows]
    assert list(dict.fromkeys(families)) == [
        *("neighbourhood", "paths", "people", "conflict", "cooperation", "stance", "structure", "evidence")
    ]


def test_a_query_explains_its_parameters_and_columns(run: Run) -> None:
    text = run("query", "neighbourhood-by-period", "--help").stdout
    for part in ("--entity", '(such as "Elon Musk")', "--since", "2025-01", "neighbour: string", "[required]"):
        assert part in text


def test_evidence_stands_inside_a_row_in_json_and_on_lines_of_its_own_in_csv(run: Run) -> None:
    [row] = json.loads(run("query", "asylum", "--evidence", "--format", "json").stdout)
    [claim] = row["evidence"]
    assert (claim["speaker"], claim["modality"], claim["document"], claim["date"]) == (
        *("Eve Finch", "possible", "quarrel.md"),
        "2025-03-01",
    )
    [header, line] = csv.reader(io.StringIO(run("query", "feuds", "--evidence", "--format", "csv").stdout))
    assert dict(zip(header, line, strict=True))["quote"] == "Ada Brook feuds with Carl Dorn."


def test_columns_of_csv_are_those_of_the_header(run: Run) -> None:
    [header, _] = csv.reader(io.StringIO(run("query", "feuds", "--format", "csv").stdout))
    assert header == ["one", "other", "modality", "total", "first", "last", "one_id", "other_id", "claims"]


def test_a_limit_says_that_it_cut(run: Run) -> None:
    result = run("query", "most-connected", "--limit", "1", "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 1
    assert "only the first 1 rows" in result.stderr


def test_a_missing_parameter_is_wrong_usage(run: Run) -> None:
    assert run("query", "path", "--from", "brook").exit_code == 2


def test_an_unknown_query_is_told_near_ones(run: Run) -> None:
    result = run("query", "acusations")
    assert result.exit_code == 1
    assert "did you mean accusations" in result.stderr


def test_a_folder_of_ones_own_joins_the_shelf(run: Run, write: Callable[[str, str], Path]) -> None:
    header = '// Mine: who is there\n//\n// All.\n//\n// family: my own\n// columns:\n//   id: "string: id"\n'
    folder = write("mine/who.cypher", header + "MATCH (n:Nation) RETURN n.id AS id ORDER BY id\n").parent
    assert run("query", "--queries", str(folder), "who", "--format", "csv").stdout == "id\nnation:meridia\n"
    assert run("query", "who", "--queries", str(folder), "--format", "csv").stdout == "id\nnation:meridia\n"
    assert run("query", f"--queries={folder}", "who", "--format", "csv").stdout == "id\nnation:meridia\n"
    assert run("query", "--queries", str(folder), "--check").exit_code == 0


def test_a_query_of_ones_own_that_would_answer_wrongly_is_refused(run: Run, write: Callable[[str, str], Path]) -> None:
    header = '// Mine: who is there\n//\n// All.\n//\n// family: my own\n// columns:\n//   id: "string: id"\n'
    file = write("mine/who.cypher", header + "MATCH (n:Persn) RETURN n.id AS id\n")
    asked = run("query", "--queries", str(file.parent), "who")
    assert asked.exit_code == 1
    assert "unknown label 'Persn': did you mean Person?" in asked.stderr
    checked = run("query", "--check", str(file), "--format", "json")
    assert checked.exit_code == 1
    assert [(row["line"], row["column"]) for row in json.loads(checked.stdout)] == [(8, 9), (8, 17)]


def test_cypher_takes_parameters_and_standard_input(run: Run) -> None:
    query = b"MATCH (n:Entity) WHERE n.id = $who RETURN n.name AS name, $n + 1 AS n"
    result = run("cypher", "-", "-p", "who=person:eve", "-p", "n=41", "--format", "json", stdin=query)
    assert json.loads(result.stdout) == [{"name": "Eve Finch", "n": 42}]


def test_a_parameter_that_cypher_lacks_is_asked_for(run: Run) -> None:
    result = run("cypher", "MATCH (n:Entity) WHERE n.id = $who RETURN n.name AS name")
    assert result.exit_code == 1
    assert "the query needs $who: give it with --param who=VALUE" in result.stderr


@pytest.mark.parametrize(
    "text", ["MATCH (n) DETACH DELETE n", "CALL db.labels()", "LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x"]
)
def test_cypher_only_reads(run: Run, text: str) -> None:
    result = run("cypher", text)
    assert result.exit_code == 1
    assert result.stderr.startswith("polgraph: line 1, column ")


def test_cypher_gives_up_in_time(run: Run) -> None:
    endless = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x WHERE x < 0 RETURN count(x) AS n"
    result = run("cypher", endless, "--timeout", "0.2")
    assert result.exit_code == 1
    assert "no answer within 0.2 seconds" in result.stderr


def test_the_shell_completes_names_of_queries_and_entities(run: Run) -> None:
    run("query")  # work in its folder
    shell = ShellComplete(main, {}, "polgraph", "_POLGRAPH_COMPLETE")

    def completed(arguments: list[str], begun: str) -> list[str]:
        return [str(item.value) for item in shell.get_completions(arguments, begun)]

    assert completed(["query"], "accus") == ["accusations", "accusations-mutual"]
    assert completed(["around"], "Ev") == ["Eve Finch", "Eve Lane"]
    assert completed(["query", "path", "--from"], "bro") == ["Brook"]
    assert completed(["around", "--case", "nowhere.db"], "Ev") == []
