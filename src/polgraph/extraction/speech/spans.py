"""An attribution, and the layout of an article that finding them needs.

In: tokens and quotation marks. Out: `Attribution`, the find; `Layout`, which tells in constant or logarithmic time
what stands where and turns token spans into trimmed character spans.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polgraph.extraction.syntax.tree import children, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Span, Token

    from polgraph.extraction.speech.quotations import Quotation
    from polgraph.extraction.speech.sources import Source

__all__ = ["Attribution", "Layout"]

_REPORTING = frozenset(["quotation", "clause", "label", "colon"])
_OF_DEEDS = ("deny", "admit")
_BULLETS = " \n*•·>#|"
_EDGE = " \t\n\r\u00a0\u2009\u200b.,;:–—―-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody's words, thoughts, wishes or judgements.

    kind: a kind of `lexicon/speech.yaml` ("say", "deny", "want", ...). frame: the complement that holds the content.
    content: half-open character spans in the order of the text; several where the cue stands between them.
    cue: span of the word that attributes, None where only the layout does. source: span of the whole noun phrase.
    head: span of the word that names the source, to be linked to an entity; for a relative pronoun its antecedent.
    head_token: index of that word. names: spans of the words in apposition to it ("the premier, Ana Brel").
    direct: in quotation marks. nested: its cue stands in another one's content.
    in_turn: nested, but in nothing except the turn of a transcript.
    """

    kind: str
    frame: str
    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None = None
    cue_text: str | None = None
    source: tuple[int, int] | None = None
    source_text: str | None = None
    head: tuple[int, int] | None = None
    head_token: int | None = None
    names: tuple[tuple[int, int], ...] = ()
    direct: bool = False
    nested: bool = False
    in_turn: bool = False

    @property
    def reports(self) -> bool:
        """Tell statements, whose words are the source's, from wishes, acts and judgements of a thing.

        "Denied having gone" states something too.
        """
        return self.frame in _REPORTING or (self.frame == "gerund" and self.kind in _OF_DEEDS)

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """End of the content."""
        return self.content[-1][1]


class Layout:
    """Where tokens, quotations and paragraphs stand."""

    def __init__(self, doc: Doc, text: str, quotations: Sequence[Quotation]) -> None:
        self.doc = doc
        self.text = text
        # of the prose; Doc.text puts all tokens together each time it is asked
        self.begin = next((token.idx for token in tokens_of(doc) if not token.is_space), 0)
        self.quotations = [quotation for quotation in quotations if quotation.depth == 0]
        self._token_starts = [token.idx for token in tokens_of(doc)]
        self._sentences = _sentence_starts(doc)
        self._line_ends = [match.start() for match in re.finditer(r"\n|\Z", text)]
        self._trimmed_ends: dict[int, int] = {}
        self._quotation_starts = [quotation.start for quotation in self.quotations]

    def quotation_at(self, place: int) -> int | None:
        """Give the number of the outermost quotation around a character."""
        at = bisect_right(self._quotation_starts, place) - 1
        return at if at >= 0 and place < self.quotations[at].end else None

    def tokens(self, start: int, end: int) -> Span:
        """Give the tokens that begin in text[start:end]."""
        return self.doc[bisect_left(self._token_starts, start) : bisect_left(self._token_starts, end)]

    def sentence(self, token: int) -> tuple[int, int]:
        """Give the first and last token of a token's sentence."""
        at = bisect_right(self._sentences, token)
        last = self._sentences[at] - 1 if at < len(self._sentences) else len(self.doc) - 1
        return self._sentences[at - 1], last

    def line_end(self, place: int) -> int:
        """Give the end of the line around a character."""
        return self._line_ends[bisect_left(self._line_ends, place)]

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """Drop blanks, stops and commas at both ends of a span; None where nothing is left."""
        text = self.text
        while start < end and text[start] in _EDGE:
            start += 1
        if end not in self._trimmed_ends:  # contents inside one another share their end
            last = end
            while last and text[last - 1] in _EDGE:
                last -= 1
            self._trimmed_ends[end] = last
        end = self._trimmed_ends[end]
        return (start, end) if start < end else None

    def characters(self, first: int, last: int) -> tuple[int, int]:
        """Give the characters of a token span, both ends included."""
        closing = self.doc[last]
        return self.doc[first].idx, closing.idx + len(closing)

    def content(self, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Turn token spans of a complement into characters, whole quotations included."""
        found = []
        for first, end in spans:
            last = end
            while last > first and (self.doc[last].tag_ == "CC" or self.doc[last].is_punct or self.doc[last].is_space):
                last -= 1  # "and" at the end joins something else
            if last < end and self.doc[last + 1].tag_ != "CC":
                last = end
            span = self.trimmed(*self.characters(first, last))
            if span is not None:
                found.append(self._with_quotation(*span))
        return tuple(found)

    def attribution(
        self,
        content: Iterable[tuple[int, int]],
        *,
        kind: str,
        frame: str,
        cue: tuple[int, int] | None,
        source: Source | None,
    ) -> Attribution:
        """Build an attribution; `content` and `cue` are characters."""
        content = tuple(content)
        where = self._source(source) if source is not None else None
        head = self.doc[source.head] if source is not None and where is not None else None
        return Attribution(
            kind=kind,
            frame=frame,
            content=content,
            cue=cue,
            cue_text=self.text[cue[0] : cue[1]] if cue is not None else None,
            source=where,
            source_text=self.text[where[0] : where[1]] if where is not None else None,
            head=(head.idx, head.idx + len(head)) if head is not None else None,
            head_token=head.i if head is not None else None,
            names=tuple((name.idx, name.idx + len(name)) for name in _appositions(head)) if head is not None else (),
            direct=self.is_quoted(content),
        )

    def within_quotation(self, place: int, content: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """Keep the content of a quoted cue inside its quotation."""
        around = self.quotation_at(place)
        if around is None:
            return content
        first, last = self.quotations[around].start + 1, self.quotations[around].end
        last -= self.quotations[around].closed
        cut = (self.trimmed(max(start, first), min(end, last)) for start, end in content)
        return tuple(span for span in cut if span is not None)

    def _source(self, source: Source) -> tuple[int, int] | None:
        """Give the characters of a source without the bullet of the next line."""
        start, end = self.characters(source.first, source.last)
        return self.trimmed(start, start + len(self.text[start:end].rstrip(_BULLETS)))

    def is_quoted(self, spans: Iterable[tuple[int, int]]) -> bool:
        """Tell whether spans are whole quotations."""
        numbers = [(self.quotation_at(start), start, end) for start, end in spans]
        return all(
            at is not None and (self.quotations[at].start, self.quotations[at].end) == (start, end)
            for at, start, end in numbers
        )

    def _with_quotation(self, start: int, end: int) -> tuple[int, int]:
        """Stretch a content over the quotation that it cuts."""
        around = self.quotation_at(end - 1)
        if around is None:
            following = self.quotation_at(end) if end < len(self.text) else None
            if following is not None and self.quotations[following].end == end + 1:
                end += 1
        elif self.quotations[around].start >= start - 1:
            start, end = min(start, self.quotations[around].start), self.quotations[around].end
        if start and self.quotation_at(start) is not None:
            opening = self.quotations[self.quotation_at(start) or 0]
            if opening.start == start - 1 and opening.end <= end:
                start = opening.start
        return start, end


def _appositions(head: Token) -> list[Token]:
    return [child for child in children(head) if child.dep_ == "appos"]


def _sentence_starts(doc: Doc) -> list[int]:
    return [token.i for token in tokens_of(doc) if token.is_sent_start or token.i == 0]
