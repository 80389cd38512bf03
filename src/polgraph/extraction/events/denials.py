"""Denials that name nobody: "Athens denied the charge", "she has denied any wrongdoing", "which he denies".

What is denied was alleged before, by somebody. In: verbs of denial, the candidates found so far and the attributions.
Out: `Candidate`s REJECTED, from who denies to who made the accusation; where nothing else says that one was made, the
denial does, and who spoke of them last is ACCUSED of making it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.candidates import Candidate
from polgraph.extraction.lexicon import words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import Participant, participants, speaker_of
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Resolution

__all__ = ["denials", "is_denial"]

_ALLEGING = {"ACCUSED", "PROSECUTED", "INVESTIGATED"}
_JUDGING = {"ACCUSED", "CRITICIZED"}
_PRONOUNS = {"it", "this", "that", "which", "them", "all"}
_OWNERS = {"of", "by", "from", "against"}
_REACH = 150  # tokens
_SOON = 30  # tokens between what was said and its denial
_NEAR = 6  # attributions that are looked back at
_LIKELY = 0.8


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
    if any(_is_accusation(thing) for thing in _things(verb)):
        return True
    if lemma != "deny":
        return False
    subjects = [child for child in children(verb) if child.dep_ == "nsubj"]
    # "X said Y lied, which Y denies": the parser may take both for the subject
    pronoun = len(subjects) > 1 and subjects[0].lower_ == "which"
    pronoun = pronoun or any(child.dep_ == "dobj" and child.lower_ in _PRONOUNS for child in children(verb))
    return pronoun or any(child.dep_ in {"ccomp", "xcomp"} and child.i > verb.i for child in children(verb))


def denials(
    verbs: Sequence[Token], found: Sequence[Candidate], resolution: Resolution, attributions: Sequence[Attribution]
) -> Iterator[Candidate]:
    """Find who denies what whom alleged: the last accusation before, or one later in the sentence."""
    for verb in verbs:
        for noun in arguments.subjects(verb):
            for subject in participants(noun, resolution, target=False):
                kinds = _JUDGING if _is_of_words(verb) else _ALLEGING
                made = _accusations(verb, subject.entity, found, kinds)
                if not made and any(_is_charge(thing) for thing in _things(verb)):
                    made = list(_implied(verb, subject, resolution, attributions))
                    yield from made
                for accusation in made:
                    yield Candidate(
                        relation="REJECTED",
                        subject=subject,
                        object=accusation.subject,
                        trigger=verb.i,
                        modality=modality_of(verb),
                        rule="REJECTED:denial",
                    )


def _things(verb: Token) -> list[Token]:
    return arguments.objects(verb) or ([verb.head] if verb.dep_ == "relcl" else [])


def _is_charge(noun: Token) -> bool:
    """Tell "the allegation", "an accusation that", which somebody made, from "any wrongdoing"."""
    lemma = noun.lemma_.lower()
    return lemma in words("support", "charges_made") and _is_accusation(noun)


def _implied(
    verb: Token, accused: Participant, resolution: Resolution, attributions: Sequence[Attribution]
) -> Iterator[Candidate]:
    """As in "X said Y took the money, an allegation that Y denies": X, who spoke of Y last before."""
    doc = verb.doc
    near = [
        found for found in attributions if found.reports and found.start <= verb.idx and found.head_token is not None
    ]
    for said in reversed(near[-_NEAR:]):
        source = speaker_of(said, doc, resolution)
        if source is None or source.entity == accused.entity:
            continue
        span = doc.char_span(said.start, min(said.end, verb.idx - 1), alignment_mode="contract")
        if span is None or verb.i - span.end > _SOON:
            continue
        for token in span:
            link = resolution.by_token.get(token.i)
            if link is not None and link.entity == accused.entity:
                yield Candidate(
                    relation="ACCUSED",
                    subject=replace(source, score=source.score * _LIKELY),
                    object=replace(accused, score=accused.score * _LIKELY),
                    trigger=token.sent.root.i,
                    modality="asserted",
                    rule="ACCUSED:denied",
                )
                return


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
