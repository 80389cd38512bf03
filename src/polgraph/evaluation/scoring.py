"""Extractions against what people annotated: one `Evaluation` for a whole set.

Each article is judged alone; the counts add up. Which layers are measured is what the articles have annotated.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from polgraph.evaluation import relations
from polgraph.evaluation.attribution import Misquoted, attribution_tallies, misquoted
from polgraph.evaluation.coreference import CONLL, mention_tallies
from polgraph.evaluation.events import Missed, event_tallies
from polgraph.evaluation.mistakes import Mistake, mistakes
from polgraph.evaluation.tallies import Share, Tally, add_shares, add_tallies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from polgraph.evaluation.events import EventRecord
    from polgraph.evaluation.gold import GoldArticle
    from polgraph.model import Extraction

__all__ = ["Evaluation", "score_articles", "score_events"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How well a set was extracted.

    tallies, shares, means: the measures by name, in the order of a report; figures without counts are means.
    relations, rules, articles: the strict level broken down. mistakes, misquoted: the claims and
    attributions of articles that are wrong; missed: of event records. counts: how much was judged.
    """

    counts: Mapping[str, int]
    tallies: Mapping[str, Tally]
    shares: Mapping[str, Share] = field(default_factory=dict)
    means: Mapping[str, float] = field(default_factory=dict)
    relations: Mapping[str, Tally] = field(default_factory=dict)
    rules: Mapping[str, Tally] = field(default_factory=dict)
    articles: Mapping[str, Tally] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    misquoted: tuple[Misquoted, ...] = ()
    missed: tuple[Missed, ...] = ()


def score_articles(articles: Sequence[GoldArticle], extractions: Iterable[Extraction]) -> Evaluation:
    """Judge the extraction of each article, which come in the same order."""
    total: dict[str, Tally] = {}
    shares: dict[str, Share] = {}
    by_relation: dict[str, Tally] = {}
    by_rule: dict[str, Tally] = {}
    by_article: dict[str, Tally] = {}
    wrong: list[Mistake] = []
    wrongly_quoted: list[Misquoted] = []
    for article, extraction in zip(articles, extractions, strict=True):
        if article.relations is not None:
            matched = relations.match(article, extraction)
            tallies = relations.tallies(matched)
            add_tallies(total, tallies)
            add_shares(shares, relations.shares(matched))
            add_tallies(by_relation, relations.relation_tallies(matched))
            add_tallies(by_rule, relations.rule_tallies(matched))
            by_article[article.document.id] = tallies["all strict"]
            wrong += mistakes(matched, extraction)
        if article.mentions is not None:
            add_tallies(total, mention_tallies(article.mentions, extraction.mentions))
        if article.attributions is not None:
            add_tallies(total, attribution_tallies(article.attributions, extraction.quotes))
            wrongly_quoted += misquoted(article.document, article.attributions, extraction.quotes)
    rows = total.get("all strict", Tally()).gold
    return Evaluation(
        counts={"articles": len(articles)},
        tallies=total,
        shares={name: share for name, share in shares.items() if share.of or name != "date right"},
        means=_means(total, by_article),
        relations=dict(sorted(by_relation.items())),
        # a rule's recall is of all the rows, also of articles where it found nothing
        rules={rule: replace(tally, gold=rows) for rule, tally in sorted(by_rule.items())},
        articles=by_article,
        mistakes=tuple(wrong),
        misquoted=tuple(wrongly_quoted),
    )


def score_events(records: Sequence[EventRecord], extractions: Iterable[Extraction]) -> Evaluation:
    """Judge the claims of event records."""
    tallies, with_claim, missed = event_tallies(records, extractions)
    counts = {"texts": len({record.text for record in records}), "texts with a claim": with_claim}
    return Evaluation(counts=counts, tallies=tallies, missed=tuple(missed))


def _means(total: Mapping[str, Tally], articles: Mapping[str, Tally]) -> dict[str, float]:
    means = {}
    if articles:
        means["all strict, mean F1 of articles"] = sum(tally.f1 for tally in articles.values()) / len(articles)
    parts = [total[name] for name in (f"coreference {measure}" for measure in CONLL) if name in total]
    if parts:
        means["coreference CoNLL"] = sum(tally.f1 for tally in parts) / len(parts)
    return means
