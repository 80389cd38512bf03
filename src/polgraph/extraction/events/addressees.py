"""Whom somebody's words are said to: "you" in a quotation, and whoever an order is given to.

In: a word of a quotation or an order, with the attribution around it. Out: `Participant`s: the one told ("X told Y"),
the one whose name stands apart ("Resign, Y"), to whom the letter is, or whom the speaker faced in the sentence before.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.attribution import speaker_at
from polgraph.extraction.lexicon import words
from polgraph.extraction.participants import Participant, participants
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.arguments import lemma
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Doc, Span, Token

    from polgraph.extraction.attribution import Attribution
    from polgraph.extraction.links import Link, Resolution

__all__ = ["addressed", "called", "cue_of", "faced", "told", "told_by", "weighed"]

_SECOND = {"you", "your", "yours", "yourself", "yourselves"}
_NAMES = {"nsubj", "nsubjpass", "pobj", "dobj", "conj", "poss", "compound"}
_QUOTES = {'"', "“", "”", "‘", "’", "'"}
_TOWARDS = "to|at|with|on|after|against|toward|towards|into"
_CERTAIN, _FACED = 0.8, 0.65


def addressed(
    token: Token, said: Attribution | None, resolution: Resolution, but: Collection[str]
) -> list[Participant]:
    """Return whom "you" means: the one told, the one whose name stands apart, or whom the speaker just faced."""
    return faced(token, said, resolution, but) if said is not None and _is_you(token) else []


def faced(token: Token, said: Attribution, resolution: Resolution, but: Collection[str]) -> list[Participant]:
    """Return whom a speaker speaks to at a word of his: the one told, called by name, or faced just before."""
    by_name = called(token.sent, resolution)
    if by_name:
        return by_name
    cue = cue_of(said, token.doc)
    if cue is None or not said.direct:
        return []
    return told_by(cue, resolution) or _faced_before(cue.sent if cue.text != ":" else token.sent, resolution, but)


def _is_you(token: Token) -> bool:
    """As in "you", "you people"."""
    return token.lower_ in _SECOND or (token.pos_ == "NOUN" and any(child.lower_ == "you" for child in children(token)))


def called(sentence: Span, resolution: Resolution) -> list[Participant]:
    """Return whose name stands apart in a sentence: "X, you lied"."""
    for name in sentence:
        link = resolution.headed(name)
        if link is not None and link.form == "name" and name.dep_ not in _NAMES and _stands_apart(name.doc, link):
            return [Participant(link.entity, link.start, link.end, link.score * _CERTAIN)]
    return []


def _faced_before(sentence: Span, resolution: Resolution, but: Collection[str]) -> list[Participant]:
    """As in 'X confronted Y. "You are a disgrace," he said': whom the sentence before says that the speaker faced."""
    if sentence.start == 0:
        return []
    verb = sentence.doc[sentence.start - 1].sent.root
    if verb.pos_ != "VERB" or not any(p.entity in but for p in weighed(arguments.agents(verb), resolution, 1)):
        return []
    things = arguments.objects(verb)
    whom = [*arguments.recipients(verb), *things, *arguments.prepositional(verb, (_TOWARDS,))]
    # "unleashed a tirade against Y"
    whom += [noun for thing in things if thing.pos_ == "NOUN" for noun in arguments.prepositional(thing, (_TOWARDS,))]
    found = (weighed([noun], resolution, _FACED) for noun in whom)
    return [p for p in next(filter(None, found), []) if p.entity not in but]


def told(order: Token, attributions: Sequence[Attribution], resolution: Resolution) -> list[Participant]:
    """Return to whom an order in quotation marks is given: '"Go home," X told Y', '"Go home, Y," X said'."""
    said = speaker_at(attributions, order.idx, order.idx + len(order))
    cue = cue_of(said, order.doc) if said is not None and said.direct else None
    if cue is None:
        return []
    return called(order.sent, resolution) or (told_by(cue, resolution) if lemma(cue) == "tell" else [])


def told_by(cue: Token, resolution: Resolution) -> list[Participant]:
    """Return whom a verb of speech names as its hearer: "told Y", "wrote in a letter to Y"."""
    nouns = [*arguments.recipients(cue), *arguments.objects(cue), *arguments.prepositional(cue, ("to|at",))]
    sent = words("support", "spoken")
    for noun in (*arguments.prepositional(cue, ("in",)), *nouns):
        if noun.lemma_.lower() in sent:
            nouns = [*arguments.prepositional(noun, ("to",)), *nouns]
    return weighed(nouns[:1], resolution, _CERTAIN)


def cue_of(said: Attribution, doc: Doc) -> Token | None:
    """Return the first word of the cue of an attribution."""
    if said.cue is None:
        return None
    span = doc.char_span(*said.cue, alignment_mode="expand")
    return span[0] if span is not None else None


def _stands_apart(doc: Doc, link: Link) -> bool:
    before = doc[link.start - 1].text if link.start else ""
    after = doc[link.end].text if link.end < len(doc) else ""
    return (before == "," and after in {".", "!", "?", ",", *_QUOTES}) or (
        after == "," and before in {"", ",", *_QUOTES}
    )


def weighed(
    nouns: Sequence[Token], resolution: Resolution, weight: float, *, target: bool = False
) -> list[Participant]:
    """Return who stands in some slots, less surely."""
    found = [p for noun in nouns for p in participants(noun, resolution, target=target, groups=False)]
    return [replace(p, score=p.score * weight) for p in found]
