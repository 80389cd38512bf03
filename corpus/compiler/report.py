"""The balance of the corpus, counted: relations per type, predicates, modality, speakers, pairs, twins, metadata."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from corpus.compiler.lists import MODALITIES, REGIONS, STYLES, TOPICS
from corpus.compiler.sentences import sentences, words

from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["pairs", "report"]

_WANTED_ROWS, _WANTED_PREDICATES = 40, 8
_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were|get|got|gets)\b(?:\s+\w+ly)?\s*$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:ies|ied|ing|ed|es|e|s|y)$")
_STEM = 3


def report(articles: Sequence[dict[str, Any]], texts: Sequence[str]) -> str:
    """Write the counts as lines of text."""
    rows = [(row, text) for article, text in zip(articles, texts, strict=True) for row in article["relations"]]
    lines = [
        *_sizes(articles, texts),
        *_shares([row for row, _ in rows]),
        *_pair_lines(articles, texts),
        f"twins: {len({(a['document'], r['twin']) for a in articles for r in a['relations'] if 'twin' in r})}",
        *(_counted(key, articles, allowed) for key, allowed in
          (("style", STYLES), ("region", REGIONS), ("topic", TOPICS), ("split", ("train", "dev", "test")))),
        "",
        *_per_type(rows),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def pairs(article: dict[str, Any], text: str) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Pairs of entities that share a sentence: those with a relation in the article, and those without."""
    together: set[frozenset[str]] = set()
    for start, end in sentences(text):
        here = sorted({m["entity"] for m in article["mentions"] if start <= m["start"] < end})
        together |= {frozenset(pair) for pair in combinations(here, 2)}
    related = {frozenset((row["s"], row["o"])) for row in article["relations"]}
    return together & related, together - related


def _sizes(articles: Sequence[dict[str, Any]], texts: Sequence[str]) -> list[str]:
    entities = [entity for article in articles for entity in article["entities"]]
    attributions = [item for article in articles for item in article["attributions"]]
    forms = Counter(m["form"] for a in articles for m in a["mentions"])
    return [
        f"articles: {len(articles)}   words: {sum(len(words(text)) for text in texts)}",
        f"entities: {len(entities)}   collective: {sum('collective' in entity for entity in entities)}",
        f"mentions: {forms.total()}   " + "   ".join(f"{form}: {n}" for form, n in sorted(forms.items())),
        f"attributions: {len(attributions)}   without a named source: {sum(t['entity'] is None for t in attributions)}",
    ]


def _shares(rows: Sequence[dict[str, Any]]) -> list[str]:
    total = max(1, len(rows))
    modality = Counter(row["modality"] for row in rows)
    spoken = sum(1 for row in rows if row["speaker"] or "speaker_text" in row)
    return [
        f"relations: {len(rows)}   with a date expression: {sum('when' in row for row in rows)}",
        "modality: " + "   ".join(f"{m}: {modality[m]} ({modality[m] / total:.0%})" for m in MODALITIES),
        f"under a speaker: {spoken} ({spoken / total:.0%})",
    ]


def _pair_lines(articles: Sequence[dict[str, Any]], texts: Sequence[str]) -> list[str]:
    counted = [pairs(article, text) for article, text in zip(articles, texts, strict=True)]
    related, unrelated = (sum(len(sets[at]) for sets in counted) for at in (0, 1))
    return [f"pairs in a sentence: {related} related, {unrelated} unrelated"]


def _counted(key: str, articles: Sequence[dict[str, Any]], allowed: Sequence[str]) -> str:
    counts = Counter(article.get(key) for article in articles)
    return f"{key}: " + "   ".join(f"{value} {counts[value]}" for value in allowed)


def _per_type(rows: Sequence[tuple[dict[str, Any], str]]) -> list[str]:
    count: Counter[str] = Counter()
    passive: Counter[str] = Counter()
    predicates: dict[str, set[str]] = defaultdict(set)
    for row, text in rows:
        count[row["r"]] += 1
        if "predicate" in row:
            first = row["predicate"][0]
            predicates[row["r"]].add(" ".join(_stem(word) for p in row["predicate"] for word in words(p["text"])))
            passive[row["r"]] += _PASSIVE.search(text, 0, first["start"]) is not None
    lines = [f"{'relation':28} rows predicates passive"]
    for name in RELATIONS:
        short = count[name] < _WANTED_ROWS or len(predicates[name]) < _WANTED_PREDICATES
        lines.append(
            f"{name:28} {count[name]:4} {len(predicates[name]):10} {passive[name]:7}{'  short' if short else ''}"
        )
    return lines


def _stem(word: str) -> str:
    stem = _SUFFIX.sub("", word)
    return stem if len(stem) >= _STEM else word
