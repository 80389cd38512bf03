"""What is missing, what is extra, and what is right but for its modality or speaker, each with its sentence.

In: a `Match`. Out: `Mistake`s in the order of the text; `note` says what was found instead, as far as one can tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from polgraph.evaluation.names import UNKNOWN, Roster
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from polgraph.evaluation.gold import GoldRelation, Span
    from polgraph.evaluation.relations import Match, MatchedClaim
    from polgraph.model import Extraction

__all__ = ["Mistake", "mistakes", "sentence_at"]

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*[-*#>])")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One row that is wrong. rule: of the claim, empty for a missing one. place: of its quote in the text."""

    kind: Literal["missing", "extra", "modality", "speaker"]
    document: str
    subject: str
    relation: str
    object: str
    modality: str | None
    speaker: str | None
    rule: str
    note: str
    sentence: str
    place: int


def mistakes(matched: Match, extraction: Extraction) -> list[Mistake]:
    """List what is wrong with the claims of one article."""
    say = _Describer(matched, extraction)
    found = {claim.key for claim in matched.claims}
    listed = [say.is_missing(row) for key, rows in matched.rows.items() if key not in found for row in rows[:1]]
    for claim in matched.claims:
        rows = matched.rows.get(claim.key)
        if rows is None:
            listed.append(say.is_extra(claim))
            continue
        if all(row.modality != claim.claim.modality for row in rows):
            listed.append(say.is_wrong("modality", claim, rows, lambda row: row.modality or "none"))
        if all(row.speaker != claim.speaker for row in rows):
            listed.append(say.is_wrong("speaker", claim, rows, lambda row: say.speaker(row.speaker) or "the article"))
    return sorted(listed, key=lambda mistake: (mistake.place, mistake.kind, mistake.relation))


def sentence_at(text: str, start: int, end: int) -> str:
    """Give the sentence or sentences around text[start:end], on one line; punctuation decides, not a parser."""
    first = max((found.end() for found in _PARAGRAPH.finditer(text, 0, start)), default=0)
    after = _PARAGRAPH.search(text, end)
    paragraph = text[first : after.start() if after else len(text)]
    bounds = [0, *(found.end() for found in _SENTENCE.finditer(paragraph)), len(paragraph)]
    begin = max(bound for bound in bounds if bound <= start - first)
    stop = min(bound for bound in bounds if bound >= end - first)
    return " ".join(paragraph[begin:stop].split())


class _Describer:
    """Names for ids, and what stands near a row, in one article."""

    def __init__(self, matched: Match, extraction: Extraction) -> None:
        self._matched = matched
        self._text = matched.article.document.text
        self._names = {entity.id: entity.name for entity in matched.article.entities}
        self._extracted = {entity.id: entity.name for entity in extraction.entities}
        roster = Roster(matched.article.entities)
        self._known = {roster.find(entity.name, entity.aliases) for entity in extraction.entities}

    def speaker(self, identity: str | None) -> str | None:
        return None if identity is None else self._names.get(identity, identity)

    def is_missing(self, row: GoldRelation) -> Mistake:
        unfound = [self._names[end] for end in (row.subject, row.object) if end not in self._known]
        note = f"no entity {' and no entity '.join(unfound)}" if unfound else ""
        return Mistake(
            kind="missing",
            document=self._matched.article.document.id,
            subject=self._names[row.subject],
            relation=row.relation,
            object=self._names[row.object],
            modality=row.modality,
            speaker=self.speaker(row.speaker),
            rule="",
            note=note or self._beside("found", row.relation, row.subject, row.object, self._claimed()),
            sentence=self._sentence(row.place) or row.quote,
            place=row.place[0] if row.place else -1,
        )

    def is_extra(self, found: MatchedClaim) -> Mistake:
        claim = found.claim
        strangers = [
            self._extracted[own]
            for own, end in ((claim.subject, found.subject), (claim.object, found.object))
            if end.startswith(UNKNOWN)
        ]
        note = f"not annotated: {', '.join(strangers)}" if strangers else ""
        note = note or self._beside("annotated", claim.relation, found.subject, found.object, self._annotated())
        return self._mistake("extra", found, note)

    def is_wrong(
        self,
        kind: Literal["modality", "speaker"],
        found: MatchedClaim,
        rows: Iterable[GoldRelation],
        right: Callable[[GoldRelation], str],
    ) -> Mistake:
        return self._mistake(kind, found, f"annotated: {' or '.join(sorted({right(row) for row in rows}))}")

    def _mistake(self, kind: Literal["extra", "modality", "speaker"], found: MatchedClaim, note: str) -> Mistake:
        claim = found.claim
        return Mistake(
            kind=kind,
            document=self._matched.article.document.id,
            subject=self._extracted[claim.subject],
            relation=claim.relation,
            object=self._extracted[claim.object],
            modality=claim.modality,
            speaker=None if claim.speaker is None else self._extracted[claim.speaker],
            rule=claim.rule,
            note=note,
            sentence=self._sentence((claim.start, claim.end)),
            place=claim.start,
        )

    def _claimed(self) -> list[tuple[str, str, str]]:
        return [(found.claim.relation, found.subject, found.object) for found in self._matched.claims]

    def _annotated(self) -> list[tuple[str, str, str]]:
        return [(row.relation, row.subject, row.object) for row in self._matched.article.relations or ()]

    def _beside(
        self, verb: str, relation: str, subject: str, object_: str, others: Iterable[tuple[str, str, str]]
    ) -> str:
        """Name the relations between the same two, and say when only the direction differs."""
        near = set()
        for other, first, second in others:
            if {first, second} == {subject, object_}:
                turned = first != subject and not RELATIONS[other].symmetric
                name = "the same" if other == relation else other
                near.add(f"{name} (other way round)" if turned else name)
        return f"{verb}: {', '.join(sorted(near))}" if near else ""

    def _sentence(self, place: Span | None) -> str:
        return "" if place is None else sentence_at(self._text, *place)
