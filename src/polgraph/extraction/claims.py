"""Candidates to claims: quote, speaker, date, confidence, one row per distinct statement.

In: the candidates of an article with its resolution and attributions. Out: `Claim`s in order of place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.attribution import speaker_at
from polgraph.extraction.confidence import confidence
from polgraph.extraction.dates import date_of
from polgraph.extraction.identifiers import claim_id
from polgraph.extraction.participants import speaker_of
from polgraph.model import Claim
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate
    from polgraph.model import Document

__all__ = ["make_claims"]

# kinds of attribution (lexicon/speech.yaml) in which the source answers for what is said
_SPOKEN = {
    "say",
    "claim",
    "show",
    "deny",
    "admit",
    "announce",
    "predict",
    "think",
    "know",
    "feel",
    "threaten",
    "promise",
}
# what one does by saying it
_SPOKEN_ACTS = {
    "ACCUSED",
    "CRITICIZED",
    "CALLED_FOR_ACTION_AGAINST",
    "SUPPORTED",
    "REJECTED",
    "URGED",
}
_LONGEST_QUOTE = 400
_NAMING = (
    "HOLDS_OFFICE:",
    "SPEAKS_FOR:",
    "MEMBER_OF:",
    "CITIZEN_OF:",
    "PART_OF:",
    "RELATED_TO:",
    "CONTROLS:",
    "ALLIED_WITH:title",
)


def make_claims(
    document: Document,
    doc: Doc,
    candidates: Sequence[Candidate],
    resolution: Resolution,
    attributions: Sequence[Attribution],
) -> tuple[Claim, ...]:
    """Give each distinct candidate its quote, its speaker and an id; the surest of equal ones stays."""
    best: dict[tuple[object, ...], Claim] = {}
    for candidate in _said_once(doc, candidates):
        claim = _claim(document, doc, candidate, resolution, attributions)
        ends = (claim.subject, claim.object)
        if RELATIONS[claim.relation].symmetric:
            ends = (min(ends), max(ends))
        key = (*ends, claim.relation, claim.modality, claim.speaker)
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return tuple(
        sorted(best.values(), key=lambda claim: (claim.start, claim.end, claim.relation, claim.subject, claim.object))
    )


def _said_once(doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Of several predicates of one sentence that state the same, let the verb speak: "offered asylum" is one offer."""
    groups: dict[tuple[object, ...], list[Candidate]] = {}
    for candidate in candidates:
        place = doc[candidate.trigger].sent.start
        key = (candidate.subject.entity, candidate.relation, candidate.object.entity, place)
        groups.setdefault(key, []).append(candidate)
    for group in groups.values():
        verbs = [candidate for candidate in group if doc[candidate.trigger].pos_ in {"VERB", "AUX"}]
        yield from verbs or group


def _claim(
    document: Document, doc: Doc, candidate: Candidate, resolution: Resolution, attributions: Sequence[Attribution]
) -> Claim:
    trigger = doc[candidate.trigger]
    start, end = _quote_span(doc, candidate)
    speaker, speaker_text, denied = _speaker(
        doc, trigger.idx, trigger.idx + len(trigger), candidate, resolution, attributions
    )
    modality = "negated" if denied and candidate.modality == "asserted" else candidate.modality
    subject, object_ = candidate.subject.entity, candidate.object.entity
    when = date_of(trigger, modality, document.published)
    return Claim(
        id=claim_id(document.id, start, end, subject, candidate.relation, object_, modality, speaker or ""),
        document=document.id,
        subject=subject,
        relation=candidate.relation,
        object=object_,
        quote=document.text[start:end],
        start=start,
        end=end,
        modality=modality,
        speaker=speaker,
        speaker_text=speaker_text,
        confidence=confidence(candidate.rule, candidate.relation, candidate.subject.score, candidate.object.score),
        date=when[0] if when else None,
        date_precision=when[1] if when else None,
        rule=candidate.rule,
        title=candidate.title,
        action=candidate.action,
        former=candidate.former,
        kin=candidate.kin,
    )


def _quote_span(doc: Doc, candidate: Candidate) -> tuple[int, int]:
    """The sentence of the predicate; of a very long one, the stretch that holds the claim's parts."""
    sentence = doc[candidate.trigger].sent
    first, last = sentence.start, sentence.end
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last - 1].is_space:
        last -= 1
    if doc[last - 1].idx + len(doc[last - 1]) - doc[first].idx > _LONGEST_QUOTE:
        parts = [candidate.trigger]
        for participant in (candidate.subject, candidate.object):
            if first <= participant.start < last:
                parts += [participant.start, participant.end - 1]
        first, last = min(parts), max(parts) + 1
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])


def _speaker(  # noqa: PLR0913
    doc: Doc,
    start: int,
    end: int,
    candidate: Candidate,
    resolution: Resolution,
    attributions: Sequence[Attribution],
) -> tuple[str | None, str | None, bool]:
    """Return the speaker's entity, the words of a nameless source, and whether the source denies."""
    found = speaker_at(attributions, start, end, kinds=_SPOKEN)
    if found is None or (
        RELATIONS[candidate.relation].tie and not _in_own_words(found) and candidate.rule.startswith(_NAMING)
    ):
        # what a name carries with it ("the former minister X") is the article's own, also in reported speech
        return None, None, False
    denied = found.kind == "deny" and ":said:" not in candidate.rule  # what a judgement amounts to is settled there
    source = speaker_of(found, doc, resolution) or _named_beside(found, doc, resolution)
    if source is None:
        return None, found.source_text, denied
    own = source.entity == candidate.subject.entity and candidate.relation in _SPOKEN_ACTS
    if own and candidate.modality == "asserted" and not denied:
        # one's own words are the act itself: the article reports it; what one will do, may do or never did is told
        return None, None, denied
    return source.entity, None, denied


def _named_beside(found: Attribution, doc: Doc, resolution: Resolution) -> Link | None:
    """Give the name in apposition to a source that is nobody by itself: "her lawyer, Ana Brel"."""
    for start, end in found.names:
        span = doc.char_span(start, end)
        link = resolution.by_token.get(span.start) if span is not None else None
        if link is not None:
            return link
    return None


def _in_own_words(found: Attribution) -> bool:
    """Tell whether the names are the source's wording too: in quotation marks, or a turn of a transcript."""
    return found.direct or found.frame == "label"
