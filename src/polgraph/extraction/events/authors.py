"""Whose a remark, a ruling or a plan is that is only named again: "the remarks were shameful", "it was outrageous".

In: the word that points back, what resolution and attributions say, and who it can not be (who judges). Out: the owner
of the nearest noun before for such an act ("X's speech ... the speech"), else who spoke or acted last before.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.attribution import speaker_at
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.participants import Participant, participants, speaker_of
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children, tokens_of
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Span, Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Resolution

__all__ = ["author_around", "author_before", "is_act_again", "is_thing_again", "issuer_before"]

_DEFINITE = {"the", "that", "this", "those", "these", "such", "any", "all", "what"}
_SENTENCES = 2  # that are looked back through for who acted
_REMEMBERED = 200  # tokens that are looked back through for the same act
_ISSUING = ("making", "issuing", "authoring")
_LIKELY, _SAME = 0.65, 0.75


def issuer_before(noun: Token, resolution: Resolution) -> list[Participant]:
    """Return who speaks through a thing named again: "X filed a lawsuit. ... The lawsuit accuses Y"."""
    if noun.lemma_.lower() not in words("participants", "instruments") or not is_thing_again(noun):
        return []
    return _named_before(noun, resolution, (), makers=_ISSUING)


def is_act_again(noun: Token) -> bool:
    """As in "the remarks", "such a move": what somebody did before, without a word on who."""
    return noun.lemma_.lower() in words("support", "act_anaphors") and is_thing_again(noun)


def is_thing_again(noun: Token) -> bool:
    """As in "the rules", "that book": something told of before, without a word on whose."""
    if noun.pos_ != "NOUN" or is_person_noun(noun.lower_):
        return False
    dated = [child.i for child in children(noun) if child.dep_ == "poss" and child.ent_type_ == "DATE"]  # "Friday's"
    determined = dated or any(child.lower_ in _DEFINITE for child in children(noun) if child.i < noun.i)
    return bool(determined) and not any(
        child.dep_ in {"prep", "poss", "acl", "relcl", "compound"} and child.i not in dated for child in children(noun)
    )


def author_around(
    token: Token, judging: Token, resolution: Resolution, attributions: Sequence[Attribution], but: Collection[str]
) -> list[Participant]:
    """Return whose it is that "it" is called something: of whom the sentence is, else who acted before it."""
    root = token.sent.root
    if root.i != judging.i and root.pos_ == "VERB":
        nouns = arguments.subjects(root)
        found = [p for noun in nouns for p in participants(noun, resolution, target=True, groups=False)]
        found = [replace(p, score=p.score * _LIKELY) for p in found if p.entity not in but]
        if found:
            return found
    owned = _owned_before(token, resolution)
    if owned:  # it is of nobody else, even if it can not be theirs
        return [p for p in owned if p.entity not in but]
    before = token.doc[token.sent.start - 1] if token.sent.start else token
    said = speaker_at(attributions, before.sent.root.idx, before.sent.root.idx + 1)
    if said is not None and said.direct:
        return []  # not who is quoted before, but what he speaks of
    return _actor_before(token, resolution, attributions, but, target=True)


def author_before(
    token: Token, resolution: Resolution, attributions: Sequence[Attribution], but: Collection[str]
) -> list[Participant]:
    """Return whose act it is that a word points back at; of a thing that is no act, whose it was when it was named."""
    if token.pos_ == "NOUN":
        found = _nominee(token, resolution, but) or _named_before(token, resolution, but)
        if found or not is_act_again(token) or _is_standing(token):
            return found
    return _clause_before(token, resolution, but) or _actor_before(token, resolution, attributions, but)


def _is_standing(noun: Token) -> bool:
    """Tell "the bill", "the tax", which are not of whoever spoke last, from "that plan", "the remark"."""
    planned = _kinds().get(noun.lemma_.lower()) == "planning"
    return planned and any(child.lower_ == "the" for child in children(noun))


def _nominee(noun: Token, resolution: Resolution, but: Collection[str]) -> list[Participant]:
    """As in "the nomination" after "the nominee, X": who is against it is against X."""
    if noun.lemma_.lower() not in words("support", "candidacies"):
        return []
    for before in reversed(tokens_of(noun.doc)[max(0, noun.i - _REMEMBERED) : noun.sent.start]):
        nouns = (
            [before]
            if before.pos_ == "NOUN" and before.lemma_.lower() in words("support", "chosen")
            else arguments.patients(before)
            if before.pos_ == "VERB" and arguments.lemma(before) in words("support", "choosing")
            else []
        )
        found = [p for one in nouns for p in participants(one, resolution, target=False, groups=False)]
        found = [p for p in found if resolution.entities[p.entity].type == "Person"]
        if found:
            return [replace(p, score=p.score * _SAME) for p in found if p.entity not in but]
    return []


def _named_before(
    noun: Token, resolution: Resolution, but: Collection[str], makers: Collection[str] = ("making",)
) -> list[Participant]:
    """Return whose the nearest act of the kind before is: "X's remarks ... the comment"."""
    lemma = noun.lemma_.lower()
    kind = _kinds().get(lemma)
    doc = noun.doc
    before_it = [t for t in tokens_of(doc)[max(0, noun.i - _REMEMBERED) : noun.sent.start] if t.pos_ == "NOUN"]
    alike = [[t for t in reversed(before_it) if t.lemma_.lower() == lemma]]
    if kind is not None:
        alike.append([t for t in reversed(before_it) if _kinds().get(t.lemma_.lower()) == kind])
    for before in (t for nouns in alike for t in nouns):
        if before.head.pos_ == "VERB" and before.dep_ in {"dobj", "nsubjpass"}:
            verb = before.head
            made = any(arguments.lemma(verb) in words("participants", key) for key in makers)
            nouns = arguments.agents(verb) if made and not arguments.possessors(before) else [before]
        else:
            nouns = [before]
        found = [p for word in nouns for p in participants(word, resolution, target=True, groups=False)]
        if found:  # it is of nobody else, even if it can not be theirs
            return [replace(p, score=p.score * _SAME) for p in found if p.entity not in but]
    return []


def _owned_before(token: Token, resolution: Resolution) -> list[Participant]:
    """As in "Y voted for X's motion. Z rejected it": the act that the sentence before speaks of is X's."""
    doc, first = token.doc, token.sent.start
    if token.lower_ != "it" or not first:
        return []
    for noun in reversed(tokens_of(doc)[doc[first - 1].sent.start : first]):
        if noun.dep_ not in {"dobj", "pobj"} or noun.lemma_.lower() not in words("support", "act_anaphors"):
            continue
        owners = [p for one in arguments.possessors(noun) for p in participants(one, resolution, target=True)]
        if owners:
            return [replace(p, score=p.score * _SAME) for p in owners]
    return []


def _clause_before(token: Token, resolution: Resolution, but: Collection[str]) -> list[Participant]:
    """As in "X unveiled the plan, but Y said it was absurd": who acts in the clause before."""
    root = token.sent.root
    if root.pos_ != "VERB" or root.i > token.i or not any(c.dep_ == "conj" and c.i <= token.i for c in children(root)):
        return []
    found = [
        p for noun in arguments.agents(root)[:1] for p in participants(noun, resolution, target=False, groups=False)
    ]
    return [replace(p, score=p.score * _LIKELY) for p in found if p.entity not in but]


def _actor_before(
    token: Token,
    resolution: Resolution,
    attributions: Sequence[Attribution],
    but: Collection[str],
    *,
    target: bool = False,
) -> list[Participant]:
    """Return who acted or spoke last before; with `target` also whose the thing is that a sentence is about."""
    doc = token.doc
    sentence = token.sent
    for _ in range(_SENTENCES):
        if sentence.start == 0:
            break
        sentence = doc[sentence.start - 1].sent
        found = _actor(sentence, resolution, attributions, but, target=target)
        if found is not None:
            return [replace(found, score=found.score * _LIKELY)]
        if any("\n" in space.text for space in sentence if space.is_space):
            break  # not over more than one paragraph
    return []


def _actor(
    sentence: Span, resolution: Resolution, attributions: Sequence[Attribution], but: Collection[str], *, target: bool
) -> Participant | None:
    root = sentence.root
    said = speaker_at(attributions, root.idx, root.idx + len(root))
    speaker = speaker_of(said, sentence.doc, resolution) if said is not None else None
    if speaker is not None and speaker.entity not in but:
        return speaker
    if root.pos_ != "VERB":
        return None
    clauses = [child for child in children(root) if child.dep_ == "ccomp"]  # "He did X," Y said: it is he
    nouns = [noun for verb in (root, *clauses) for noun in arguments.agents(verb)[:1]]
    found = [p for noun in nouns for p in participants(noun, resolution, target=target, groups=False)]
    return next((p for p in found if p.entity not in but), None)


@cache
def _kinds() -> dict[str, str]:
    """Which nouns may name the same act: "remarks" and "comment", "ruling" and "decision"."""
    return {lemma: kind for kind, lemmas in load("support")["act_kinds"].items() for lemma in lemmas}
