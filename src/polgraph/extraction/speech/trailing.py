"""What stands at the end of a content: words after a colon that belong to it, and a participle that does not.

In: attributions found one by one. Out: the same with their ends put right by looking at the whole sentence.
"She noted three things: the price, ..." goes on after the colon. In "He said the firm had lied, adding that it
would pay" the adding is his, not the firm's.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.speech.reported import frames_of
from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from polgraph.extraction.speech.spans import Attribution, Layout

__all__ = ["with_right_ends"]

_MOST_BETWEEN = 2
_SPEECH_FRAMES = frozenset(("quotation", "clause", "that"))
_REPORTING = frozenset(["clause", "that", "infinitive", "object-to", "quotation"])


def with_right_ends(layout: Layout, found: Sequence[Attribution]) -> list[Attribution]:
    """Cut trailing participles off, hand them to the outer source, and stretch contents over a colon."""
    participles = [(comma, token) for token in tokens_of(layout.doc) if (comma := _comma_before(token)) is not None]
    starts = [token.idx for _, token in participles]
    owners: dict[int, Attribution] = {}
    ended = []
    for attribution in sorted(found, key=lambda each: (each.start, -each.end)):
        start = attribution.content[-1][0]
        tail = _tail(layout, attribution, participles, starts)
        if tail is not None:
            # the outermost content that ends in it comes first in this order
            comma, token = tail
            owners.setdefault(token.idx, attribution)
            cut = layout.trimmed(start, comma.idx)
            content = (*attribution.content[:-1], cut) if cut is not None else attribution.content
            ended.append(replace(attribution, content=content))
        else:
            content = (*attribution.content[:-1], (start, _end_after_colon(layout, attribution)))
            if attribution.cue is not None and not attribution.direct:
                content = layout.within_quotation(attribution.cue[0], content)
            ended.append(replace(attribution, content=content or attribution.content))
    return [_given_to(attribution, owners) for attribution in ended]


def _comma_before(token: Token) -> Token | None:
    """Give the comma of ", adding that ..." or ", aside from saying that ..."; None for any other word."""
    if token.tag_ != "VBG" or token.dep_ not in ("advcl", "pcomp", "prep", "conj"):
        return None
    if _SPEECH_FRAMES.isdisjoint(frames_of(token)[0]):
        return None
    for before in reversed(tokens_of(token.doc)[max(0, token.i - _MOST_BETWEEN - 1) : token.i]):
        if before.text == ",":
            return before
        if before.pos_ != "ADV" and (token.dep_ != "pcomp" or before.pos_ not in ("ADP", "SCONJ")):
            break
    return None


def _tail(
    layout: Layout, attribution: Attribution, participles: Sequence[tuple[Token, Token]], starts: Sequence[int]
) -> tuple[Token, Token] | None:
    """Find the participle, with its comma, with which a reported clause ends."""
    start, end = attribution.content[-1]
    if (
        attribution.direct
        or attribution.frame not in _REPORTING
        or attribution.cue is None
        or attribution.cue[0] > start
    ):
        return None
    at = bisect_left(starts, end) - 1
    if at < 0 or participles[at][0].idx <= start:
        return None
    token = participles[at][1]
    if layout.quotation_at(token.idx) is not None or token.right_edge.idx + len(token.right_edge) < end - 2:
        return None
    return participles[at]


def _given_to(attribution: Attribution, owners: dict[int, Attribution]) -> Attribution:
    owner = owners.get(attribution.cue[0]) if attribution.cue is not None else None
    if owner is None or owner.source is None:
        return attribution
    return replace(
        attribution,
        source=owner.source,
        source_text=owner.source_text,
        head=owner.head,
        head_token=owner.head_token,
    )


def _end_after_colon(layout: Layout, attribution: Attribution) -> int:
    """Give the end of the sentence where a colon follows the content, else the content's end."""
    end = attribution.end
    after = layout.tokens(end, end + 3)
    if attribution.direct or attribution.frame == "label" or not len(after) or after[0].text != ":":
        return end
    colon = after[0]
    first, last = layout.sentence(colon.i)
    if last == colon.i and last + 1 < len(layout.doc):
        last = layout.sentence(last + 1)[1]
    stop = layout.characters(last, last)[1]
    line = layout.text.find("\n", end, stop)
    span = layout.trimmed(end, line if line >= 0 else stop)
    return span[1] if span is not None and first <= colon.i else end
