"""Protests that name nobody they are against: people who take to the streets at home do so before their own state.

In: a parsed article, its resolution, which takes collectives, and the claims found so far. Out: `Candidate`s
PROTESTED_AGAINST from an unnamed group to the nation it belongs to (PLOVER manual, 2021: without another target it is
the government), where nothing in the sentence says whom the protest is against.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.collectives import nation
from polgraph.extraction.lexicon import load
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import Participant, participants
from polgraph.extraction.predicates import Candidate
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution

__all__ = ["home_protests"]

_RELATION = "PROTESTED_AGAINST"
_RULE = "PROTESTED_AGAINST:at home"
_GUESS = 0.6


def home_protests(doc: Doc, resolution: Resolution, found: Sequence[Candidate]) -> list[Candidate]:
    """Find the protests of unnamed groups against nobody in particular."""
    if not resolution.collectives:
        return []
    taken = {doc[candidate.trigger].sent.start for candidate in found if candidate.relation == _RELATION}
    claims = []
    for token in tokens_of(doc):
        for protester in _protesters(token):
            if token.sent.start not in taken and modality_of(token) == "asserted":
                claims += list(_claims(token, protester, resolution))
    return claims


def _protesters(token: Token) -> list[Token]:
    lemma = arguments.lemma(token)
    if token.pos_ == "VERB" and lemma in _words("protesting"):
        return arguments.subjects(token)
    if token.pos_ != "NOUN" or lemma not in _words("protests"):
        return []
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in {"on", "to", "in"} else token.head
    carried = token.dep_ in {"dobj", "pobj", "nsubjpass"} and arguments.lemma(verb) in _words("protest_verbs")
    return arguments.agents(verb) if carried else []


def _claims(token: Token, protester: Token, resolution: Resolution) -> Iterator[Candidate]:
    for subject in participants(protester, resolution, target=False):
        entity = resolution.entities[subject.entity]
        home = nation(entity.country, resolution) if entity.collective else None
        if home is not None:
            yield Candidate(
                relation=_RELATION,
                subject=subject,
                object=Participant(home, subject.start, subject.end, subject.score * _GUESS),
                trigger=token.i,
                modality="asserted",
                rule=_RULE,
            )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("support")[key])
