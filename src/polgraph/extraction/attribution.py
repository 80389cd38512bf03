"""Who says, thinks, wants or judges what.

In: a parsed article and its text. Out: `Attribution`s ordered by start, each with its content, cue and source as
half-open character spans; `to_quotes` turns them into `Quote`s once mentions are known. Cues come from
`lexicon/speech.yaml`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.speech.interviews import interview_attributions
from polgraph.extraction.speech.labels import colon_attributions, label_attributions
from polgraph.extraction.speech.quotations import find_quotations
from polgraph.extraction.speech.quoted import quoted_attributions
from polgraph.extraction.speech.reported import reported_attributions
from polgraph.extraction.speech.signatures import signed_attributions
from polgraph.extraction.speech.spans import Attribution, Layout
from polgraph.extraction.speech.trailing import with_right_ends
from polgraph.extraction.syntax.tree import indexed, text_of
from polgraph.model import Quote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from spacy.tokens import Doc

    from polgraph.model import Mention

__all__ = ["Attribution", "find_attributions", "speaker_at", "to_quotes"]

_NESTING = 8  # so many mentions may stand inside one another
_NEAR = 8  # so many outermost attributions may overlap one place


def find_attributions(doc: Doc, text: str) -> list[Attribution]:
    """Find who says what in an article parsed by `language.parse`."""
    with indexed(doc):
        return _find(doc, text)


def _find(doc: Doc, text: str) -> list[Attribution]:
    layout = Layout(doc, text, find_quotations(text, *_prose_bounds(doc)))
    quoted = quoted_attributions(layout)
    taken = {attribution.cue[0] for attribution in quoted if attribution.cue is not None}
    labelled = label_attributions(layout) or interview_attributions(layout) or signed_attributions(layout)
    reported = [found for found in reported_attributions(layout) if found.cue is None or found.cue[0] not in taken]
    taken.update(found.cue[0] for found in reported if found.cue is not None)
    colons = [found for found in colon_attributions(layout) if found.cue is not None and found.cue[0] not in taken]
    ended = with_right_ends(layout, [*labelled, *quoted, *reported, *colons])
    ordered = sorted(ended, key=lambda found: (found.start, -found.end))
    inside = _inside(ordered)
    plain = [at for at, found in enumerate(ordered) if found.frame != "label"]
    deep = {plain[at] for at in _inside([ordered[at] for at in plain])} if len(plain) < len(ordered) else inside
    return [
        replace(found, nested=True, in_turn=at not in deep) if at in inside else found
        for at, found in enumerate(ordered)
    ]


def speaker_at(  # noqa: PLR0913
    attributions: Sequence[Attribution],
    start: int,
    end: int,
    *,
    kinds: Collection[str] | None = None,
    reporting: bool = True,
    around: Attribution | None = None,
) -> Attribution | None:
    """Give the innermost attribution whose content contains text[start:end].

    kinds: only these. reporting: only statements ("said that ...", "..."), not "rejected the plan" or "wants to go",
    where what the content tells is the article's own word. around: only what holds more than this one. The
    attributions must be in the order of `find_attributions`; only those near the place are looked at.
    """
    best: Attribution | None = None
    outside = 0
    for at in range(bisect_right(attributions, start, key=lambda found: found.start) - 1, -1, -1):
        found = attributions[at]
        if any(first <= start and end <= last for first, last in found.content):
            wanted = (kinds is None or found.kind in kinds) and (found.reports or not reporting)
            wanted = wanted and (around is None or _size(found) > _size(around))
            if wanted and (best is None or _size(found) < _size(best)):
                best = found
        elif not found.nested:
            # what is not nested hardly overlaps: behind a few that end before the place, nothing reaches it
            outside += 1
            if outside == _NEAR:
                break
    return best


def to_quotes(attributions: Iterable[Attribution], mentions: Iterable[Mention], *, nested: bool = False) -> list[Quote]:
    """Turn attributions into quotes, the speaker being the entity mentioned by the head of the source.

    nested: also those that stand inside the content of another; what speakers of a transcript report comes anyway.
    """
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    starts = [mention.start for mention in ordered]
    quotes = []
    for found in attributions:
        if found.nested and not nested and not (found.in_turn and found.reports):
            continue
        source = found.source or (None, None)
        quotes.append(
            Quote(
                start=found.start,
                end=found.end,
                cue=found.cue_text,
                speaker=_speaker(found, ordered, starts),
                speaker_text=found.source_text,
                speaker_start=source[0],
                speaker_end=source[1],
                direct=found.direct,
            )
        )
    return quotes


def _size(found: Attribution) -> int:
    return found.end - found.start


def _speaker(found: Attribution, mentions: Sequence[Mention], starts: Sequence[int]) -> str | None:
    heads = [found.head, *found.names] if found.head is not None else []
    for place, _ in heads:
        at = bisect_right(starts, place)
        # mentions hardly nest, so the one that covers the head is among the few before it
        for mention in reversed(mentions[max(0, at - _NESTING) : at]):
            if mention.start <= place < mention.end:
                return mention.entity
    return None


def _prose_bounds(doc: Doc) -> tuple[int, int]:
    """Leave out what the parser did not read (front matter is blank in the Doc)."""
    text = text_of(doc, 0, len(doc))
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _inside(ordered: list[Attribution]) -> set[int]:
    """Give the numbers of those whose cue stands inside the content of another."""
    spans = sorted((span, owner) for owner, found in enumerate(ordered) for span in found.content)
    cues = sorted((found.cue[0], owner) for owner, found in enumerate(ordered) if found.cue is not None)
    inside: set[int] = set()
    # of the contents that began, the two that reach furthest: the second, in case the first is the cue's own
    furthest, second = (0, -1), (0, -1)
    upcoming = 0
    for place, owner in cues:
        while upcoming < len(spans) and spans[upcoming][0][0] <= place:
            reach = (spans[upcoming][0][1], spans[upcoming][1])
            if reach[0] > furthest[0]:
                furthest, second = reach, furthest if furthest[1] != reach[1] else second
            elif reach[0] > second[0] and reach[1] != furthest[1]:
                second = reach
            upcoming += 1
        if any(end > place and other != owner for end, other in (furthest, second)):
            inside.add(owner)
    return inside
