"""How well extraction does on texts that people annotated: every layer measured, broken down, held to floors.

`evaluate` reads a set, runs the extractor on its texts and scores them; `score_articles` and `score_events` score
extractions that are there already. `report` turns the result into rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.errors import GoldError
from polgraph.evaluation.floors import Fall, below, floors_for, read_floors
from polgraph.evaluation.gold import GoldArticle
from polgraph.evaluation.reading import EventSet, read_articles, read_records
from polgraph.evaluation.report import measures
from polgraph.evaluation.scoring import Evaluation, score_articles, score_events
from polgraph.evaluation.tallies import Share, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from polgraph.errors import ReadingError
    from polgraph.model import Document, Extraction

__all__ = [
    "Evaluation",
    "Fall",
    "GoldArticle",
    "Share",
    "Tally",
    "below",
    "evaluate",
    "floors_for",
    "measures",
    "read_articles",
    "read_floors",
    "read_records",
    "score_articles",
    "score_events",
]


def evaluate(
    gold: Path,
    *,
    texts: Path | None = None,
    collectives: bool | None = None,
    workers: int = 1,
    failed: Callable[[ReadingError], None] | None = None,
) -> Evaluation:
    """Extract a set of annotated texts and measure the result.

    gold: a folder of annotated articles, or a file of event records or attributions (JSON lines).
    texts: the folder of the articles' texts, where they do not lie beside the annotation.
    collectives: whether to extract groups without a name; by default for event records, whose ends often are such, and
        not for articles, as in `polgraph extract`.
    failed: called for a record of a file that cannot be read.
    """
    if gold.is_dir():
        articles = read_articles(gold, texts)
    elif texts is not None:
        raise GoldError(f"{gold}: is no folder, and records hold their texts: leave out --texts")
    else:
        annotated = read_records(gold, failed)
        if isinstance(annotated, EventSet):
            return score_events(annotated.records, _extract(annotated.documents, workers, collectives is not False))
        articles = annotated
    return score_articles(articles, _extract([article.document for article in articles], workers, bool(collectives)))


def _extract(documents: Sequence[Document], workers: int, collectives: bool) -> Iterator[Extraction]:  # noqa: FBT001  private
    from polgraph.extraction import extract_all  # noqa: PLC0415  the parser takes seconds to load

    return extract_all(documents, workers=workers, collectives=collectives)
