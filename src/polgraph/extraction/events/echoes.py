"""Who does as somebody else does: "as did Y", "so did Y", "neither has Y", "Y followed suit".

In: a parsed article, its resolution and the candidates found so far. Out: their `Candidate`s once more with the other
subject, for a clause that only says that its subject did likewise.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.participants import participants
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["echo_claims"]

_WORDS = ("as", "so", "neither", "nor", "same", "suit", "likewise")
_AGAIN = {"same": {"do", "say"}, "suit": {"follow"}, "likewise": {"do"}}  # "did the same", "followed suit"
_CONTRARY = {"neither", "nor"}
_AUXILIARY = {"do", "have", "be", "will", "would", "can", "could", "may", "should"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_LIKELY = 0.85


def echo_claims(doc: Doc, found: Sequence[Candidate], resolution: Resolution) -> Iterator[Candidate]:
    """Find whom an echo adds to the claims of the clause that it takes up."""
    wanted = {doc.vocab.strings[word] for word in _WORDS}
    lowered = doc.to_array("LOWER").tolist()
    for at, word in enumerate(lowered):
        if word not in wanted:
            continue
        echo = _echo(doc[at])
        if echo is None:
            continue
        verb, taken_up = echo
        who = [p for noun in _who(verb) for p in participants(noun, resolution, target=False)]
        for one in _claims_of(taken_up, found, resolution) if who else ():
            if (one.modality == "negated") == (doc[at].lower_ in _CONTRARY):
                yield from (
                    replace(
                        one,
                        subject=replace(other, score=other.score * _LIKELY),
                        trigger=verb.i,
                        rule=f"{one.relation}:echo",
                    )
                    for other in who
                    if other.entity not in {one.subject.entity, one.object.entity}
                )


def _echo(mark: Token) -> tuple[Token, Token] | None:
    """Return the verb of an echo and the verb that it takes up."""
    if mark.lower_ in _AGAIN:
        verb = mark.head
        return (verb, taken) if verb.lemma_ in _AGAIN[mark.lower_] and (taken := _before(verb)) is not None else None
    verb = mark.nbor() if mark.i + 1 < len(mark.doc) else mark
    if verb.lemma_ not in _AUXILIARY or any(child.dep_ in {"xcomp", "acomp", "attr", "prep"} for child in _own(verb)):
        return None
    if mark.lower_ == "as":
        return (verb, verb.head) if verb.dep_ == "advcl" and verb.head.i < verb.i and _who(verb) else None
    taken = _before(verb)
    return (verb, taken) if taken is not None else None


def _own(verb: Token) -> list[Token]:
    """What a verb has beside its subject, close by."""
    return [child for child in children(verb) if child.dep_ != "prep" or child.i == verb.i + 1]


def _before(verb: Token) -> Token | None:
    """Return the verb that an echo joins: the one before it in the sentence, or that of the sentence before."""
    if verb.dep_ in {"conj", "ccomp", "parataxis"} and verb.head.i < verb.i:
        return verb.head
    first = verb.sent.start
    if verb.dep_ != "ROOT" or not first or verb.doc[first - 1].is_space:
        return None
    return verb.doc[first - 1].sent.root


def _who(verb: Token) -> list[Token]:
    """Return the subject of an echo, which the parser may take for an object behind its verb."""
    nouns = [child for child in children(verb) if child.dep_ in _SUBJECTS and child.pos_ in {"NOUN", "PROPN", "PRON"}]
    nouns = [noun for noun in nouns if noun.lower_ not in _WORDS]
    nouns = nouns or [child for child in children(verb) if child.dep_ in {"dobj", "attr"} and child.pos_ == "PROPN"]
    return [noun for first in nouns for noun in arguments.coordinated(first)]


def _claims_of(verb: Token, found: Sequence[Candidate], resolution: Resolution) -> list[Candidate]:
    """Return what a clause says that its subject does."""
    subjects = {
        p.entity for noun in arguments.agents(verb) for p in participants(noun, resolution, target=False, groups=False)
    }
    first, last = verb.left_edge.i, verb.right_edge.i
    return [
        one
        for one in found
        if first <= one.trigger <= last and one.subject.entity in subjects and not RELATIONS[one.relation].tie
    ]
