"""Who said what: contents found, and found with the right speaker.

A content is found where its overlap with a predicted one is at least half of their union; each prediction serves one
gold attribution. Its speaker is right where the two sources overlap, or where both have none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from polgraph.evaluation.tallies import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from polgraph.evaluation.gold import GoldAttribution, Span
    from polgraph.model import Document, Quote

__all__ = ["Misquoted", "attribution_tallies", "misquoted"]

_ENOUGH = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Misquoted:
    """One attribution that is wrong; source and found are the two speakers as the text names them."""

    kind: Literal["missing", "extra", "speaker"]
    document: str
    source: str | None
    found: str | None
    content: str
    place: int


def attribution_tallies(gold: Sequence[GoldAttribution], quotes: Sequence[Quote]) -> dict[str, Tally]:
    """Count contents, and contents whose speaker is right too."""
    with_content = [attribution for attribution in gold if attribution.content]
    pairs = _pair(with_content, quotes)
    right = sum(_same_speaker(with_content[at], quotes[chosen]) for at, chosen in pairs.items())
    sizes = (len(with_content), len(quotes))
    return {"content": Tally(*sizes, len(pairs), len(pairs)), "attribution": Tally(*sizes, right, right)}


def misquoted(document: Document, gold: Sequence[GoldAttribution], quotes: Sequence[Quote]) -> list[Misquoted]:
    """List the attributions that are missing, extra, or somebody else's, in the order of the text."""
    with_content = [attribution for attribution in gold if attribution.content]
    pairs = _pair(with_content, quotes)
    wrong = []
    for at, attribution in enumerate(with_content):
        chosen = pairs.get(at)
        if chosen is None or not _same_speaker(attribution, quotes[chosen]):
            wrong.append(
                Misquoted(
                    kind="missing" if chosen is None else "speaker",
                    document=document.id,
                    source=_words(document.text, attribution.source) or None,
                    found=None if chosen is None else quotes[chosen].speaker_text,
                    content=_words(document.text, attribution.content),
                    place=attribution.content[0][0],
                )
            )
    for number in sorted(set(range(len(quotes))) - set(pairs.values())):
        quote = quotes[number]
        content = _words(document.text, [(quote.start, quote.end)])
        wrong.append(
            Misquoted(
                kind="extra",
                document=document.id,
                source=None,
                found=quote.speaker_text,
                content=content,
                place=quote.start,
            )
        )
    return sorted(wrong, key=lambda mistake: mistake.place)


def _pair(gold: Sequence[GoldAttribution], quotes: Sequence[Quote]) -> dict[int, int]:
    """Give each attribution, in order, the quote that overlaps it most among those that are left."""
    left = dict(enumerate(quotes))
    pairs = {}
    for at, attribution in enumerate(gold):
        chosen = _best(_characters(attribution.content), left)
        if chosen is not None:
            del left[chosen]
            pairs[at] = chosen
    return pairs


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


def _words(text: str, spans: Iterable[Span]) -> str:
    return " ... ".join(" ".join(text[start:end].split()) for start, end in spans)
