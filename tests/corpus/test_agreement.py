from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from corpus.compiler.agreement import Pair, agreement, same_entities
from corpus.compiler.disagreements import disagreements
from corpus.compiler.splits import annotated_twice

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.compiler.source import Source

    from polgraph.evaluation import Evaluation

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@pytest.fixture
def pair(write: Callable[..., str], compiled: Callable[..., tuple[Source, dict[str, object]]]) -> Callable[..., Pair]:
    """Pair the article with itself, some words of the second annotation replaced."""

    def build(*changes: tuple[str, str]) -> Pair:
        source, first = compiled()
        _, second = compiled(content=write(*changes))
        return Pair(text=source.marked.text, first=first, second=second)

    return build


@pytest.fixture
def measured(pair: Callable[..., Pair]) -> Callable[..., Evaluation]:
    def build(*changes: tuple[str, str]) -> Evaluation:
        return agreement([pair(*changes)])

    return build


def test_an_annotation_agrees_with_itself(measured: Callable[..., Evaluation]) -> None:
    same = measured()
    assert {tally.f1 for name, tally in same.tallies.items() if tally.gold} == {1.0}
    assert {share.value for share in same.shares.values()} == {1.0}


def test_entities_are_the_same_by_their_mentions_whatever_their_ids_and_names(pair: Callable[..., Pair]) -> None:
    other = pair(
        ("ada Person Ada Brink", "eve Person Brink"),
        ("[ada", "[eve"),
        ("ada ACC", "eve ACC"),
        ("DETAINED ada", "DETAINED eve"),
    )
    assert same_entities(other.first, other.second) == {"eve": "ada", "bo": "bo", "mer": "mer"}
    assert agreement([other]).tallies["all strict"].f1 == 1.0


def test_two_entities_are_never_taken_for_one(pair: Callable[..., Pair]) -> None:
    merged = pair(("bo Person Bo Tarn\n", ""), ("[bo", "[ada"), ("bo", "ada"))
    assert same_entities(merged.first, merged.second) == {"ada": "ada", "mer": "mer"}


def test_a_row_that_only_one_has_lowers_the_agreement(measured: Callable[..., Evaluation]) -> None:
    fewer = measured(("ada ACCUSED bo: *accused* Bo Tarn of theft\n", ""))
    strict = fewer.tallies["all strict"]
    assert (strict.gold, strict.predicted, strict.found) == (2, 1, 1)


def test_modality_is_judged_on_the_rows_that_both_have(measured: Callable[..., Evaluation]) -> None:
    other = measured(("possible", "planned"))
    assert other.tallies["all strict"].f1 == 1.0
    assert other.shares["modality right"].value == 0.5


@pytest.mark.parametrize("source", ["[bo@1:He]", "[@1:He]"])
def test_an_unnamed_source_is_neither_the_article_nor_somebody_named(
    measured: Callable[..., Evaluation], source: str
) -> None:
    named = source.startswith("[bo")
    other = measured(("[bo@1:He]", source), ("by=bo", "by=bo" if named else "by=@1"))
    assert other.shares["speaker right"].value == (1.0 if named else 0.5)


def test_unnamed_sources_agree_with_one_another(
    write: Callable[..., str], compiled: Callable[..., tuple[Source, dict[str, object]]]
) -> None:
    source, article = compiled(content=write(("[bo@1:He]", "[@1:He]"), ("by=bo", "by=@1")))
    assert agreement([Pair(text=source.marked.text, first=article, second=article)]).shares["speaker right"].value == 1


def test_a_missed_mention_and_a_missed_attribution_show_in_their_layers(measured: Callable[..., Evaluation]) -> None:
    other = measured(("[ada:her]", "[-:her]"))
    assert other.tallies["mentions, pronouns"].f1 == pytest.approx(2 / 3)
    assert other.tallies["mentions, names"].f1 == 1.0
    assert other.means["coreference CoNLL"] < 1.0


def test_disagreements_tell_who_has_the_row_and_the_quote(pair: Callable[..., Pair]) -> None:
    other = pair(("ada ACCUSED bo", "bo ACCUSED ada"), ("possible", "planned"))
    row = "mer DETAINED ada possible by=bo: might arrest her"
    assert list(disagreements(other, "relations")) == [
        "- ada ACCUSED bo asserted: accused Bo Tarn of theft",
        f"~ {row}   second: {row.replace('possible', 'planned')}",
        "+ bo ACCUSED ada asserted: accused Bo Tarn of theft",
    ]


def test_disagreements_show_mentions_in_their_place(pair: Callable[..., Pair]) -> None:
    [line] = disagreements(pair(("[ada:her]", "[-:her]")), "mentions")
    assert line.startswith("- [ada:her] pronoun …")


def test_disagreements_show_attributions_with_their_source(pair: Callable[..., Pair]) -> None:
    listed = list(disagreements(pair(("{1:[mer:Meridia] might", "[mer:Meridia] {1:might")), "attributions"))
    assert listed == ["- [bo:He] {Meridia might arrest her}", "+ [bo:He] {might arrest her}"]


def test_the_articles_annotated_twice_are_fixed() -> None:
    assert len(annotated_twice()) == 45
    assert {3, 300} & annotated_twice() == {300}


def test_all_of_them_are_there_twice() -> None:
    second = sorted(path.name for path in (CORPUS / "second").iterdir())
    assert {int(name[:3]) for name in second} == annotated_twice()
    assert sorted(path.name for path in (CORPUS / "first").iterdir()) == second


def test_the_data_card_tells_the_agreement_that_the_command_prints() -> None:
    printed = {line[:32].strip(): line[32:].split()[0] for line in run(CORPUS).stdout.splitlines()}
    card = (CORPUS / "README.md").read_text("utf8")
    for row, measures in {
        "relations strict, F1": ["all strict"],
        "– events, ties": ["events strict", "ties strict"],
        "– family, signed pair, pair": ["all family", "all signed pair", "all pair"],
        "modality, given the row": ["modality right"],
        "speaker, given the row": ["speaker right"],
        "date, given the row": ["date right"],
        "mentions, F1": ["mentions"],
        "– names, nominals, pronouns": ["mentions, names", "mentions, nominals", "mentions, pronouns"],
        "coreference CoNLL": ["coreference CoNLL"],
        "attributions: content, F1": ["content"],
        "attributions: content and source, F1": ["attribution"],
    }.items():
        assert f"| {row} | {', '.join(printed[measure].lstrip('0') for measure in measures)} |" in card


@pytest.fixture
def root(tmp_path: Path, write: Callable[..., str]) -> Path:
    """Make a corpus of one article, annotated twice."""
    name = f"{min(annotated_twice()):03}-a.txt"
    for folder in ("source", "first", "second"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(write(), "utf8")
    return tmp_path


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CORPUS / "agreement.py"), "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_prints_a_line_per_layer(root: Path) -> None:
    printed = run(root).stdout.splitlines()
    assert printed[0].split() == ["layer", "F1", "first", "second"]
    assert any(line.split() == ["all", "strict", "1.0", "2", "2"] for line in printed)
    assert run(root, "--settled").stdout.splitlines() == printed


def test_another_text_fails_the_check(root: Path) -> None:
    [path] = (root / "second").glob("*.txt")
    path.write_text(path.read_text("utf8").replace("Word after word", "Line after line", 1), "utf8")
    checked = run(root, "--check")
    assert checked.returncode == 1
    assert "the text is not the article's" in checked.stdout
    assert "the text is not the article's" in run(root).stdout


def test_another_header_and_another_name_fail_the_check(root: Path) -> None:
    [path] = (root / "second").glob("*.txt")
    path.write_text(path.read_text("utf8").replace("style: tabloid", "style: interview"), "utf8")
    assert "the header is not the article's" in run(root, "--check").stdout
    path.rename(path.with_name("003-b.txt"))
    printed = run(root, "--check").stdout
    assert "not drawn for a second annotation" in printed
    assert "there is no 003-b.txt" in printed


def test_a_sound_second_annotation_passes_the_check(root: Path) -> None:
    assert (run(root, "--check").returncode, run(root, "--check").stdout) == (0, "1 articles, 0 problems\n")
