"""Denials that name nobody: "Athens denied the charge", "she has denied any wrongdoing", "which he denies".

What is denied was alleged before, by somebody. In: verbs of denial and the candidates found so far. Out: `Candidate`s
REJECTED, from who denies to who made the accusation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.candidates import Candidate
from polgraph.extraction.lexicon import words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import participants
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from polgraph.extraction.links import Resolution

__all__ = ["denials", "is_denial"]

_ALLEGING = {"ACCUSED", "PROSECUTED", "INVESTIGATED"}
_JUDGING = {"ACCUSED", "CRITICIZED"}
_PRONOUNS = {"it", "this", "that", "which", "them", "all"}
_OWNERS = {"of", "by", "from", "against"}
_REACH = 150  # tokens


def is_denial(verb: Token) -> bool:
    """Tell whether somebody denies here what he was accused of, without saying by whom."""
    if verb.pos_ != "VERB":
        return False
    lemma = arguments.lemma(verb)
    if lemma == "plead":
        return any(child.lower_ == "guilty" for child in children(verb)) and any(
            grand.dep_ == "neg" for child in verb.subtree for grand in children(child)
        )
    if lemma not in words("support", "denying"):
        return False
    things = arguments.objects(verb) or ([verb.head] if verb.dep_ == "relcl" else [])
    if any(_is_accusation(thing) for thing in things):
        return True
    if lemma != "deny":
        return False
    pronoun = any(child.dep_ == "dobj" and child.lower_ in _PRONOUNS for child in children(verb))
    return pronoun or any(child.dep_ in {"ccomp", "xcomp"} and child.i > verb.i for child in children(verb))


def denials(verbs: Sequence[Token], found: Sequence[Candidate], resolution: Resolution) -> Iterator[Candidate]:
    """Find who denies what whom alleged: the last accusation before, or one later in the sentence."""
    for verb in verbs:
        for noun in arguments.subjects(verb):
            for subject in participants(noun, resolution, target=False):
                kinds = _JUDGING if _is_of_words(verb) else _ALLEGING
                for accusation in _accusations(verb, subject.entity, found, kinds):
                    yield Candidate(
                        relation="REJECTED",
                        subject=subject,
                        object=accusation.subject,
                        trigger=verb.i,
                        modality=modality_of(verb),
                        rule="REJECTED:denial",
                    )


def _accusations(verb: Token, accused: str, found: Sequence[Candidate], kinds: set[str]) -> list[Candidate]:
    against = [
        one for one in found if one.relation in kinds and one.object.entity == accused and one.subject.entity != accused
    ]
    before = [one for one in against if verb.i - _REACH < one.trigger < verb.i]
    if before:
        return [one for one in before if one.trigger == before[-1].trigger]
    after = [one for one in against if verb.i < one.trigger < verb.sent.end]
    return [one for one in after if one.trigger == after[0].trigger]


def _is_of_words(verb: Token) -> bool:
    """Tell "dismissed the remarks" from "denied the charge"."""
    return any(thing.lemma_.lower() in words("support", "attacks") for thing in arguments.objects(verb))


def _is_accusation(noun: Token) -> bool:
    """Tell "the charge", "any wrongdoing" from "the charges of X", which say whose they are."""
    if noun.lemma_.lower() not in words("support", "accusations") | words("support", "attacks"):
        return False
    return not any(
        child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in _OWNERS - {"of"}) for child in children(noun)
    )
