"""Requests that are told by their answer: who turned down X's plea was asked by X.

In: a parsed article, its resolution and the candidates found so far. Out: `Candidate`s URGED, from who is refused or
granted something to who refuses or grants it, where the thing answered is a request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.candidates import Candidate
from polgraph.extraction.lexicon import words
from polgraph.extraction.participants import participants
from polgraph.extraction.syntax import arguments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution

__all__ = ["answered_requests"]

_ANSWERS = {"REJECTED", "CONCEDED_TO", "AGREED_WITH"}


def answered_requests(doc: Doc, found: Sequence[Candidate], resolution: Resolution) -> Iterator[Candidate]:
    """Find the requests that somebody answers."""
    for one in found:
        trigger = doc[one.trigger]
        if one.relation not in _ANSWERS or trigger.pos_ != "VERB":
            continue
        for noun in (*arguments.patients(trigger), *_after_particle(trigger)):
            if noun.lemma_.lower() not in words("support", "requests") or _is_procedural(noun):
                continue
            askers = participants(noun, resolution, target=True)
            if any(asker.entity == one.object.entity for asker in askers):
                yield Candidate(
                    relation="URGED",
                    subject=one.object,
                    object=one.subject,
                    trigger=noun.i,
                    modality="asserted",
                    rule="URGED:answered",
                )
                break


def _is_procedural(noun: Token) -> bool:
    """As in "refused his request for bail": a step of a trial that demands nothing of anybody."""
    wanted = arguments.prepositional(noun, ("for",))
    return any(thing.lemma_.lower() in words("support", "procedural") for thing in wanted)


def _after_particle(verb: Token) -> list[Token]:
    """As in "turned down a plea", "bowed to demands"."""
    return arguments.prepositional(verb, ("down|out|to|aside|away|off|back|with",))
