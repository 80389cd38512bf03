"""Whom something is for or against by its prefix: "a pro-Ostland stance", "the anti-Ruzhin ad".

In: the word "pro" or "anti" of a parsed article, and its resolution. Out: `Candidate`s SUPPORTED and CRITICIZED, from
whoever the noun after the prefix names, belongs to or speaks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.candidates import Candidate
from polgraph.extraction.participants import Participant, participants
from polgraph.extraction.syntax.arguments import subjects
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from polgraph.extraction.links import Resolution

__all__ = ["LEANINGS", "leaning_claims"]

LEANINGS = {"pro": "SUPPORTED", "anti": "CRITICIZED"}
_MODIFIERS = {"amod", "compound", "nmod", "npadvmod", "punct"}


def leaning_claims(prefix: Token, resolution: Resolution) -> Iterator[Candidate]:
    """Find who is for or against what follows a prefix."""
    doc = prefix.doc
    if prefix.i + 2 >= len(doc) or doc[prefix.i + 1].text != "-":
        return
    named = doc[prefix.i + 2]
    link = resolution.by_token.get(named.i)
    if link is None or named.dep_ not in _MODIFIERS or named.head.i <= named.i:
        return
    if resolution.entities[link.entity].type == "Nation" and _is_somebody(named.head, resolution):
        return  # "the pro-Ostland deputy" is of a camp
    for subject in _leaners(named.head, resolution):
        if subject.entity != link.entity:
            yield Candidate(
                relation=LEANINGS[prefix.lower_],
                subject=subject,
                object=Participant(link.entity, max(link.start, named.i), link.end, link.score),
                trigger=prefix.i,
                modality="asserted",
                rule=f"{LEANINGS[prefix.lower_]}:prefix:{prefix.lower_}",
            )


def _is_somebody(noun: Token, resolution: Resolution) -> bool:
    return noun.dep_ in {"appos", "compound"} or resolution.at(noun) is not None or is_person_noun(noun.lemma_.lower())


def _leaners(noun: Token, resolution: Resolution) -> list[Participant]:
    """Whom the noun stands for: "Daniel Kest, an anti-Ruzhin deputy", "the pro-Ruzhin Harbour Party", "X's stance"."""
    if noun.dep_ == "appos":
        return participants(noun.head, resolution, target=False)
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return [one for subject in subjects(noun.head) for one in participants(subject, resolution, target=False)]
    if noun.dep_ == "compound" and resolution.at(noun.head) is not None:
        noun = noun.head
    return participants(noun, resolution, target=True)
