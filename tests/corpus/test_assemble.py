from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.compiler.source import Source

    Compiled = Callable[..., tuple[Source, dict[str, Any]]]


def test_a_sound_article_has_no_faults(faults: Callable[..., list[str]]) -> None:
    assert faults() == []


def test_every_span_holds_its_text(compiled: Compiled) -> None:
    source, article = compiled()
    text = source.marked.text
    spans = [*article["mentions"], *(span for row in article["relations"] for span in row["predicate"])]
    for item in article["attributions"]:
        spans += item["source"] + item["cue"] + item["content"]
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in article["relations"])


def test_mentions_know_their_form(compiled: Compiled) -> None:
    text = "[ada:Ada Brink] [bo:Bo Tarn] [mer:Meridia] [ada:her] [ada:The 40-year-old] [bo:rival] [mer/name:the Mere]"
    _, article = compiled(text=text, rows="")
    forms = [mention["form"] for mention in article["mentions"]]
    assert forms == ["name", "name", "name", "pronoun", "nominal", "nominal", "name"]


def test_aliases_are_the_other_forms_but_neither_pronouns_nor_shared_ones(compiled: Compiled) -> None:
    text = "[ada:Ada Brink] [ada:Brink] [ada:she] [bo:Bo Tarn] [ada:the rival] [bo:the rival] [mer:Meridia]"
    _, article = compiled(text=text, rows="")
    assert [entity["aliases"] for entity in article["entities"]] == [["Brink"], [], []]


def test_a_collective_carries_its_country(compiled: Compiled) -> None:
    _, article = compiled(entities="mer Nation Meridia\nreb Institution*mer Meridian rebels\n", rows="")
    assert article["entities"][1] == {
        "id": "reb",
        "type": "Institution",
        "name": "Meridian rebels",
        "aliases": [],
        "collective": True,
        "country": "mer",
    }


def test_an_interrupted_quotation_is_one_direct_attribution(compiled: Compiled) -> None:
    _, article = compiled(text="{1:“We go,”} [ada@1:Ada Brink] <1:said>, {1:“all.”}", rows="")
    [attribution] = article["attributions"]
    assert [span["text"] for span in attribution["content"]] == ["“We go,”", "“all.”"]
    assert (attribution["entity"], attribution["direct"]) == ("ada", True)


def test_a_number_takes_a_later_place_of_the_quote(compiled: Compiled) -> None:
    text = "[ada:Ada Brink] hit [bo:Bo Tarn]. Later [bo:Bo Tarn] hit [ada:Ada Brink]."
    source, article = compiled(text=text, rows="ada ATTACKED bo: #1 *hit*\nbo ATTACKED ada: #2 *hit*")
    first, second = article["relations"]
    assert first["start"] < second["start"]
    assert source.marked.text[second["start"] : second["end"]] == "hit"


def test_the_words_of_an_unnamed_speaker_are_kept(compiled: Compiled) -> None:
    text = "[@2:An aide] <2:said> {2:[ada:Ada Brink] met [bo:Bo Tarn] of [mer:Meridia]}."
    _, article = compiled(text=text, rows="ada MET_WITH bo by=@2: *met* Bo Tarn")
    [row] = article["relations"]
    assert (row["speaker"], row["speaker_text"]) == (None, "An aide")
