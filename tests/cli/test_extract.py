from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from polgraph.cli.extract import claim_rows, mention_rows, quote_rows
from polgraph.extraction import extract_all
from polgraph.model import Claim, Document, Entity, Extraction, Mention, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]
    Write = Callable[[str, str | bytes], Path]

_TEXT = "Ana Varo, a former envoy of Ostland, met nobody, the Post said."


@pytest.fixture
def extraction() -> Extraction:
    envoy = Claim(
        id="1", document="a.txt", subject="person:ana-varo", relation="HOLDS_OFFICE", object="nation:ostland",
        quote=_TEXT[:35], start=0, end=35, modality="possible", speaker="institution:post", date="2024-05-01",
        confidence=0.75, title="envoy", former=True, action="not of this relation",
    )  # fmt: skip
    quotes = (
        Quote(start=0, end=47, cue="said", speaker="institution:post", speaker_text="the Post", speaker_start=49,
              speaker_end=57, direct=False),
        Quote(start=0, end=8, cue=None, speaker_text="an aide", direct=True),
    )  # fmt: skip
    return Extraction(
        document=Document(id="a.txt", text=_TEXT, source="/a.txt", body=(0, len(_TEXT))),
        entities=(
            Entity(id="institution:post", type="Institution", name="Post"),
            Entity(id="nation:ostland", type="Nation", name="Ostland", country="OST"),
            Entity(id="person:ana-varo", type="Person", name="Ana Varo", aliases=("Varo",), country="OST"),
        ),
        mentions=(Mention(start=0, end=8, text="Ana Varo", type="Person", entity="person:ana-varo"),),
        claims=(envoy,),
        quotes=quotes,
    )


def test_a_claim_is_printed_with_names_and_the_properties_of_its_relation(extraction: Extraction) -> None:
    [row] = claim_rows(extraction)
    assert row == {
        "document": "a.txt",
        "subject": "Ana Varo",
        "subject_type": "Person",
        "subject_aliases": ("Varo",),
        "subject_country": "OST",
        "relation": "HOLDS_OFFICE",
        "object": "Ostland",
        "object_type": "Nation",
        "object_aliases": (),
        "object_country": "OST",
        "symmetric": False,
        "sign": 0,
        "plover": None,
        "modality": "possible",
        "speaker": "Post",
        "quote": _TEXT[:35],
        "start": 0,
        "end": 35,
        "date": "2024-05-01",
        "confidence": 0.75,
        "title": "envoy",
        "former": True,
    }


def test_a_quote_is_printed_with_its_speaker_or_the_words_of_its_source(extraction: Extraction) -> None:
    named, unnamed = quote_rows(extraction)
    assert named == {
        "document": "a.txt", "start": 0, "end": 47, "cue": "said", "speaker": "Post", "speaker_start": 49,
        "speaker_end": 57, "direct": False,
    }  # fmt: skip
    assert (unnamed["speaker"], unnamed["speaker_start"], unnamed["direct"]) == ("an aide", None, True)


def test_a_mention_is_printed_with_its_entity(extraction: Extraction) -> None:
    assert list(mention_rows(extraction)) == [
        {
            "document": "a.txt", "start": 0, "end": 8, "text": "Ana Varo", "type": "Person",
            "entity": "person:ana-varo", "name": "Ana Varo",
        }
    ]  # fmt: skip


@pytest.mark.usefixtures("quick_parser")
class TestCommand:
    MET = "| Ana Varo | MET_WITH | Ben Tallin |\n"

    def _rows(self, result: Result) -> list[dict[str, Any]]:
        return [json.loads(line) for line in result.stdout.splitlines()]

    def test_elsewhere_than_on_a_terminal_rows_are_json_lines(self, run: Run, write: Write, tmp_path: Path) -> None:
        write("a.txt", self.MET)
        [row] = self._rows(run("extract", "a.txt"))
        assert (row["document"], row["subject"], row["relation"], row["object"]) == (
            "a.txt", "Ana Varo", "MET_WITH", "Ben Tallin",
        )  # fmt: skip
        assert not (tmp_path / "polgraph.db").exists()

    def test_offsets_point_into_the_file_as_read(self, run: Run, write: Write) -> None:
        path = write("a.txt", f"---\ntitle: Über\n---\n{self.MET}")
        [row] = self._rows(run("extract", "a.txt"))
        assert path.read_text("utf8")[row["start"] : row["end"]] == row["quote"] == self.MET.strip()

    def test_records_and_piped_articles_are_named(self, run: Run, write: Write) -> None:
        write("wire.jsonl", json.dumps({"id": "r1", "text": self.MET}))
        assert self._rows(run("extract", "wire.jsonl"))[0]["document"] == "r1"
        assert self._rows(run("extract", "-", stdin=self.MET.encode()))[0]["document"].startswith("stdin-")

    def test_csv_has_every_column(self, run: Run, write: Write) -> None:
        write("a.txt", self.MET)
        header, row = csv.reader(run("extract", "a.txt", "--format", "csv").stdout.splitlines())
        assert len(header) == len(row) == 24
        assert {"title", "former", "action", "kin", "object_country"} <= set(header)

    def test_what_cannot_be_read_is_listed_and_the_rest_printed(self, run: Run, write: Write) -> None:
        write("a.txt", self.MET)
        write("b.txt", "")
        result = run("extract", ".", "--what", "mentions")
        assert result.exit_code == 1
        assert [row["text"] for row in self._rows(result)] == ["Ana Varo", "Ben Tallin"]
        assert result.stderr == "polgraph: b.txt: is empty: there is no article in it\n"

    def test_an_article_in_another_language_is_listed_unless_any_is_taken(self, run: Run, write: Write) -> None:
        german = (
            "Die Ministerin warf dem Regierungschef vor, den Hafenvertrag vor dem Parlament verborgen zu haben. Er "
            "antwortete am Freitag, nichts sei verborgen worden, und jeder werde den Vertrag dort lesen können.\n"
        )
        write("a.txt", german + self.MET)
        refused = run("extract", "a.txt")
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert refused.stderr.startswith("polgraph: a.txt: is in German, and only English is read: translate it")
        taken = run("extract", "a.txt", "--any-language")
        assert (taken.exit_code, len(self._rows(taken))) == (0, 1)

    def test_an_article_that_says_nothing_is_no_failure(self, run: Run, write: Write) -> None:
        write("a.txt", "Rain.")
        result = run("extract", "a.txt")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")

    def test_a_folder_without_articles_is_nothing_found(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        assert run("extract", "empty").exit_code == 3


def test_the_real_parser_fills_the_rows(run: Run, write: Write) -> None:
    write("a.txt", "Ana Varo accused Ben Tallin of theft, the Kesten Post said. Tallin denied it.")
    result = run("extract", "a.txt")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert ("Ana Varo", "ACCUSED", "Ben Tallin") in {(row["subject"], row["relation"], row["object"]) for row in rows}
    assert run("ingest", "a.txt").exit_code == 0
    assert json.loads(run("entities", "list", "--format", "json").stdout)


def test_an_article_that_breaks_the_extraction_is_listed_and_the_others_are_printed(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(documents: Iterable[Document], **options: bool) -> Iterator[Extraction]:
        for document in documents:
            if document.id == "b.txt":
                raise RecursionError("too deep")
            yield from extract_all([document], **options)

    monkeypatch.setattr("polgraph.extraction.extract_all", breaks)
    for name in "abc":
        write(f"news/{name}.txt", "Ana Varo met Ben Ruzhin.")
    result = run("extract", "news", "--format", "jsonl")
    assert [json.loads(line)["document"] for line in result.stdout.splitlines()] == ["a.txt", "c.txt"]
    assert (result.exit_code, result.stderr.startswith("polgraph: b.txt: not extracted, by a defect")) == (1, True)
