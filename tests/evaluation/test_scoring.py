from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polgraph.evaluation import measures, score_articles, score_events
from polgraph.evaluation.events import EventRecord
from polgraph.evaluation.gold import GoldArticle, GoldAttribution, GoldMention
from polgraph.evaluation.report import breakdown_rows, error_columns, error_rows, measure_rows
from polgraph.evaluation.tallies import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.evaluation.scoring import Evaluation
    from polgraph.model import Document, Extraction

    Articles = Callable[..., GoldArticle]
    Extractions = Callable[..., Extraction]

MET = ("Ada Nwosu", "MET_WITH", "Ruben Holt", {"rule": "verb:meet"})
ACCUSED = ("Ruben Holt", "ACCUSED", "Grey Union", {"rule": "verb:accuse"})
SUED = ("Grey Union", "PROSECUTED", "Ruben Holt", {"rule": "verb:sue"})
PART = ("Grey Union", "PART_OF", "Velmark", {"rule": "tie:demonym"})


@pytest.fixture
def two_articles(article: Articles, extraction: Extractions) -> Evaluation:
    """In the first, both rows and one extra claim; in the second, one row of three."""
    gold = [
        article(MET[:3], ACCUSED[:3], name="a.txt"),
        article(ACCUSED[:3], PART[:3], ("Velmark", "AIDED", "Tanzur"), name="b.txt"),
    ]
    return score_articles(gold, [extraction(MET, ACCUSED, SUED), extraction(ACCUSED)])


def test_articles_are_counted_together(two_articles: Evaluation) -> None:
    assert two_articles.tallies["all strict"] == Tally(5, 4, 3, 3)
    assert two_articles.tallies["ties strict"] == Tally(1, 0, 0, 0)
    figures = measures(two_articles)
    assert (figures["all strict P"], figures["all strict R"], figures["all strict F1"]) == (0.75, 0.6, 0.667)


def test_the_mean_of_articles_weighs_each_the_same(two_articles: Evaluation) -> None:
    # F1 of the first 2*2/(2+3), of the second 2*1/(3+1)
    assert measures(two_articles)["all strict, mean F1 of articles"] == 0.65


def test_a_rule_finds_its_part_of_all_rows_also_of_those_where_it_is_silent(two_articles: Evaluation) -> None:
    assert two_articles.rules["verb:meet"] == Tally(5, 1, 1, 1)
    assert two_articles.rules["verb:accuse"] == Tally(5, 2, 2, 2)


def test_the_breakdown_begins_with_what_costs_most(two_articles: Evaluation) -> None:
    assert next(row["rule"] for row in breakdown_rows(two_articles, "rule")) == "verb:sue"
    assert [row["article"] for row in breakdown_rows(two_articles, "article")] == ["b.txt", "a.txt"]
    last = breakdown_rows(two_articles, "relation")[-1]
    assert last == {"relation": "MET_WITH", "P": 1, "R": 1, "F1": 1, "right": 1, "gold": 1, "predicted": 1}


def test_layers_are_measured_where_they_are_annotated(
    two_articles: Evaluation, document: Callable[..., Document], extraction: Extractions
) -> None:
    assert not any(name.startswith(("mentions", "coreference", "content")) for name in measures(two_articles))
    layered = GoldArticle(
        document=document(),
        mentions=(GoldMention(start=0, end=9, entity="a", form="name"),),
        attributions=(GoldAttribution(source=((0, 9),), content=((10, 20),)),),
    )
    figures = measures(score_articles([layered], [extraction()]))
    assert figures["mentions F1"] == figures["coreference CoNLL"] == figures["attribution F1"] == 0
    assert "all strict F1" not in figures


def test_errors_are_of_the_kind_that_the_set_annotates(
    two_articles: Evaluation, document: Callable[..., Document], extraction: Extractions
) -> None:
    quotes = GoldArticle(document=document(), attributions=(GoldAttribution(source=(), content=((0, 9),)),))
    record = EventRecord(id="1", text="x", plover="AID", coded=True, events=frozenset({("VMK", "AID", "TZR")}))
    results = [two_articles, score_articles([quotes], [extraction()]), score_events([record], [])]
    assert [error_columns(result)[-1] for result in results] == ["sentence", "content", "text"]
    assert [len(list(error_rows(result))) for result in results] == [3, 1, 1]


def test_every_row_has_a_value_or_the_three_figures(two_articles: Evaluation) -> None:
    for row in measure_rows(two_articles):
        assert ("value" in row) != ({"P", "R", "F1"} <= set(row))


def test_nothing_predicted_is_nought_everywhere(article: Articles, extraction: Extractions) -> None:
    figures = measures(score_articles([article(MET[:3])], [extraction()]))
    assert {value for name, value in figures.items() if name != "articles"} == {0}
