"""Who said what: contents found, and found with the right speaker.

A content is found where its overlap with a predicted one is at least half of their union; each prediction serves one
gold attribution. Its speaker is right where the two sources overlap, or where both have none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.evaluation.tallies import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from polgraph.evaluation.gold import GoldAttribution, Span
    from polgraph.model import Quote

__all__ = ["attribution_tallies"]

_ENOUGH = 0.5


def attribution_tallies(gold: Iterable[GoldAttribution], quotes: Sequence[Quote]) -> dict[str, Tally]:
    """Count contents, and contents whose speaker is right too."""
    with_content = [attribution for attribution in gold if attribution.content]
    left = dict(enumerate(quotes))
    found = right = 0
    for attribution in with_content:
        chosen = _best(_characters(attribution.content), left)
        if chosen is not None:
            found += 1
            right += _same_speaker(attribution, left.pop(chosen))
    sizes = (len(with_content), len(quotes))
    return {"content": Tally(*sizes, found, found), "attribution": Tally(*sizes, right, right)}


def _best(content: set[int], quotes: dict[int, Quote]) -> int | None:
    """Choose the quote that overlaps most, the last of equals."""
    best, best_overlap = None, _ENOUGH
    for number, quote in quotes.items():
        shared = len(content & set(range(quote.start, quote.end)))
        overlap = shared / max(1, len(content) + quote.end - quote.start - shared)
        if overlap >= best_overlap:
            best, best_overlap = number, overlap
    return best


def _same_speaker(attribution: GoldAttribution, quote: Quote) -> bool:
    source = _characters(attribution.source)
    if quote.speaker_start is None or quote.speaker_end is None:
        return not source
    return not source.isdisjoint(range(quote.speaker_start, quote.speaker_end))


def _characters(spans: Iterable[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}
