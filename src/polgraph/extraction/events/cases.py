"""Who acts where nobody is named: "Police charged X. ... Y was charged on Friday", "a day after police charged X".

In: a predicate of an official act without an agent, and the claims found before it. Out: who did the same before, or
does it in the same sentence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.participants import participants
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from polgraph.extraction.candidates import Candidate
    from polgraph.extraction.links import Resolution
    from polgraph.extraction.participants import Participant

__all__ = ["taken_again"]

_REACH = 300  # tokens
_LIKELY = 0.7


def taken_again(
    trigger: Token, relation: str, before: Sequence[Candidate], resolution: Resolution
) -> list[Participant]:
    """Return who did the same to somebody last: by the same verb."""
    words = tokens_of(trigger.doc)
    for verb in words[trigger.i + 1 : trigger.sent.end]:
        if verb.pos_ == "VERB" and arguments.lemma(verb) == arguments.lemma(trigger):
            return [p for noun in arguments.agents(verb) for p in participants(noun, resolution, target=False)]
    for past in reversed(before):
        if trigger.i - past.trigger > _REACH:
            break
        alike = past.relation == relation and arguments.lemma(words[past.trigger]) == arguments.lemma(trigger)
        if alike and past.modality == "asserted":
            last = past.subject
            return [replace(last, start=trigger.i, end=trigger.i + 1, score=last.score * _LIKELY)]
    return []
