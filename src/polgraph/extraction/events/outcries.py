"""What an utterance does by its first words: "Shame on X", "How dare you", "Kudos to X", "Resign, X".

In: a parsed article, its resolution and attributions. Out: `Candidate`s from the speaker to whom the words are about.
The parser makes little of utterances without a verb, so `lexicon/outcries.yaml` is read as the words lie.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.attribution import speaker_at
from polgraph.extraction.candidates import Candidate
from polgraph.extraction.events.addressees import addressed, called, faced
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.participants import Participant, participants, speaker_of
from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Resolution

__all__ = ["outcry_claims"]

_QUOTES = {'"', "'", "“", "‘", "@"}
_ENDS = {",", ".", "!", "?", '"', "'", "”", "’", "-", ";", ":"}
_REACH = 5  # words in which the name of whom an outcry is about begins
_STOPS = {".", "!", "?", ";", '"'}


@dataclass(frozen=True, slots=True)
class _Outcry:
    words: tuple[str, ...]
    relation: str
    action: str | None
    addressed: bool


def outcry_claims(doc: Doc, resolution: Resolution, attributions: Sequence[Attribution]) -> Iterator[Candidate]:
    """Find what speakers do by the first words of what they say."""
    known = _outcries()
    first = {doc.vocab.strings[word]: word for word in known}
    for at, word in enumerate(doc.to_array("LOWER").tolist()):
        if word in first and _opens(doc[at]):
            outcry = next((one for one in known[first[word]] if _fits(doc, at, one)), None)
            if outcry is not None:
                yield from _claims(doc[at], outcry, resolution, attributions)


def _claims(
    first: Token, outcry: _Outcry, resolution: Resolution, attributions: Sequence[Attribution]
) -> Iterator[Candidate]:
    said = speaker_at(attributions, first.idx, first.idx + len(first))
    by = speaker_of(said, first.doc, resolution) if said is not None and said.reports else None
    if by is None or said is None:
        return
    after = first.i + len(outcry.words)
    for whom in _whom(first.doc, after, outcry, said, by, resolution):
        if whom.entity != by.entity:
            yield Candidate(
                relation=outcry.relation,
                subject=by,
                object=whom,
                trigger=first.i,
                modality="asserted",
                rule=f"{outcry.relation}:outcry",
                action=outcry.action,
            )


def _whom(  # noqa: PLR0913
    doc: Doc, after: int, outcry: _Outcry, said: Attribution, by: Participant, resolution: Resolution
) -> list[Participant]:
    """Return whom an outcry is about: who is named behind it, or who is spoken to."""
    if outcry.addressed:
        after_pause = after + 1 < len(doc) and doc[after].text == ","
        link = resolution.by_token.get(after + 1) if after_pause else None
        if link is not None and link.form == "name":
            return [Participant(link.entity, link.start, link.end, link.score)]
        return faced(doc[after - 1], said, resolution, {by.entity})
    for token in tokens_of(doc)[after : after + _REACH]:
        if token.text in _STOPS:
            break
        if token.lower_ in {"you", "your"}:
            return addressed(token, said, resolution, {by.entity})
        if resolution.headed(token) is not None:
            return participants(token, resolution, target=True, groups=False)
    spoken_to = outcry.words[-1] in {"you", ","}
    return called(doc[after].sent, resolution) if spoken_to and after < len(doc) else []


def _opens(token: Token) -> bool:
    return token.is_sent_start or token.i == 0 or token.nbor(-1).text in _QUOTES or token.nbor(-1).text in _STOPS


def _fits(doc: Doc, at: int, outcry: _Outcry) -> bool:
    end = at + len(outcry.words)
    if [token.lower_ for token in doc[at:end]] != list(outcry.words):
        return False
    return not outcry.addressed or (end < len(doc) and doc[end].lower_ in _ENDS | words("outcries", "at_once"))


@cache
def _outcries() -> Mapping[str, Sequence[_Outcry]]:
    """Group the outcries by their first word, the longest first."""
    table: dict[str, list[_Outcry]] = {}
    for entry in load("outcries")["outcries"]:
        for opening in entry["openings"]:
            words = tuple(opening.replace(",", " ,").split())
            outcry = _Outcry(words, entry["relation"], entry.get("action"), entry.get("addressed", False))
            table.setdefault(words[0], []).append(outcry)
    return {word: sorted(found, key=lambda one: -len(one.words)) for word, found in table.items()}
