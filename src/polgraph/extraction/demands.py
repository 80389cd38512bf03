"""Demands for action against somebody: "called for X's deportation", "urged Y to seize X", "said X should resign".

In: a parsed article, its resolution and attributions. Out: CALLED_FOR_ACTION_AGAINST `Candidate`s from whoever
demands to whoever would suffer, with the action as a verb (`lexicon/actions.yaml`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from polgraph.extraction import arguments
from polgraph.extraction.attribution import speaker_at
from polgraph.extraction.lexicon import load
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import Participant, participants
from polgraph.extraction.predicates import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Resolution

__all__ = ["demand_claims"]

_DUTY = {"should", "must", "ought"}


def demand_claims(doc: Doc, resolution: Resolution, attributions: Sequence[Attribution]) -> list[Candidate]:
    """Find the demands of an article."""
    found: list[Candidate] = []
    for token in doc:
        action, targets = _action(token)
        if action is None or not targets:
            continue
        ends = [p for target in targets for p in participants(target, resolution, target=True)]
        for trigger, by in _demanders(token, resolution, attributions):
            found += [
                Candidate(
                    relation="CALLED_FOR_ACTION_AGAINST",
                    subject=subject,
                    object=end,
                    trigger=trigger.i,
                    modality=modality_of(trigger),
                    rule=f"CALLED_FOR_ACTION_AGAINST:{token.pos_.lower()}",
                    action=action,
                )
                for subject in by
                for end in ends
                if subject.entity != end.entity
            ]
    return found


def _action(token: Token) -> tuple[str | None, list[Token]]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if lemma in _table("verbs"):
            return _table("verbs")[lemma], arguments.patients(token)
        if lemma in _table("own_verbs"):
            return _table("own_verbs")[lemma], arguments.subjects(token)
    if token.pos_ == "NOUN" and lemma in _table("nouns"):
        owners = [noun for child in token.children if child.dep_ == "poss" for noun in arguments.coordinated(child)]
        for words in (("of",), ("into",), ("on|against",)):
            owners = owners or arguments.prepositional(token, words)
        return _table("nouns")[lemma], owners or [child for child in token.children if child.dep_ == "compound"]
    return None, []


def _demanders(
    token: Token, resolution: Resolution, attributions: Sequence[Attribution]
) -> Iterator[tuple[Token, list[Participant]]]:
    governor = _governor(token)
    if governor is not None:
        who = (
            arguments.agents(governor)
            if governor.pos_ == "VERB"
            else [
                owner for child in governor.children if child.dep_ == "poss" for owner in arguments.coordinated(child)
            ]
        )
        yield governor, [p for noun in who for p in participants(noun, resolution, target=False)]
    elif token.pos_ == "VERB" and any(
        child.lower_ in _DUTY for child in token.children if child.dep_ in {"aux", "auxpass"}
    ):
        said = speaker_at(attributions, token.idx, token.idx + len(token))
        link = resolution.by_token.get(said.head_token) if said is not None and said.head_token is not None else None
        if said is not None and link is not None and said.cue is not None:
            cue = next((t for t in token.sent if t.idx == said.cue[0]), None)
            if cue is not None:
                yield cue, [Participant(link.entity, link.start, link.end, link.score)]


def _governor(token: Token) -> Token | None:
    """The demanding verb or noun over an action: "called for the arrest", "urged them to arrest", "a demand to"."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ in {"for", "to", "on"}:
        head = head.head
    elif token.dep_ not in {"xcomp", "ccomp", "dobj", "acl", "conj"}:
        return None
    if token.dep_ == "conj":
        return _governor(head) if head.i != token.i else None
    if head.pos_ == "VERB" and head.lemma_.lower() in _words("demanding"):
        return head
    return head if head.pos_ == "NOUN" and head.lemma_.lower() in _words("demands") else None


@cache
def _table(key: str) -> dict[str, str]:
    table: dict[str, Any] = load("actions")[key]
    return table


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("actions")[key])
