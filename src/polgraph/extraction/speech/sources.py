"""Whose words they are: the source of a cue.

In: a cue's token. Out: the token that heads the source and the characters of the whole noun phrase, titles and
appositions included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from polgraph.extraction.speech.cues import speech
from polgraph.extraction.syntax.relatives import relative_head
from polgraph.extraction.syntax.tree import children, lefts, rights

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Source", "agent", "nominal_source", "phrase", "subject_source"]

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVES = ("WP", "WDT", "WP$")
_DEPENDENT = ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "parataxis", "dep")
_MAX_CLIMB = 12
_MAX_PHRASE = 60
_MAX_CHILDREN = 64


class Source(NamedTuple):
    """The source: [first, last] token span, both ends included, and the noun to link (the antecedent of "who")."""

    first: int
    last: int
    head: int


def subject_source(verb: Token) -> Source | None:
    """Find the subject of a cue verb, over conjunction, control and participles; None for an expletive or none."""
    node = verb
    for _ in range(_MAX_CLIMB):
        found, passive = _own_subject(node)
        if node is verb and (passive or _is_bare_participle(node)):
            return _agent(node)
        if found is not None:
            return None if found.lower_ == "there" or _is_expletive(found, node) else phrase(found, verb)
        if node.dep_ in ("acl", "relcl"):
            return _bare(node.head)
        if node.dep_ not in _DEPENDENT or (node.dep_ == "prep" and node.head.pos_ in ("NOUN", "PROPN", "PRON")):
            return None
        controlled = _controller(node)
        if controlled is not None:
            return phrase(controlled, verb)
        node = node.head
    return None


def nominal_source(noun: Token) -> Source | None:
    """Find whose word a noun is: its possessor, "by X", or the subject of the verb that carries it."""
    for child in lefts(noun):
        if child.dep_ == "poss":
            return Source(child.left_edge.i, child.i, child.i)
    for child in rights(noun):
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            named = next((right for right in rights(child) if right.dep_ == "pobj"), None)
            if named is not None:
                return phrase(named, noun)
    governor = noun.head
    if noun.dep_ in ("dobj", "attr") and governor.lemma_ in speech().carriers:
        return subject_source(governor)
    if noun.dep_ == "pobj" and governor.lower_ in ("with", "in", "of") and governor.head.pos_ in ("VERB", "AUX"):
        return subject_source(governor.head)
    return None


def agent(verb: Token) -> Token | None:
    """Find the "by" of a passive, also where the parser hangs it on a noun ("accused of theft by ...")."""
    for child in rights(verb):
        if child.dep_ == "agent":
            return child
        inner = next((right for right in rights(child) if right.dep_ == "pobj"), None) if child.dep_ == "prep" else None
        by = next((right for right in rights(inner) if right.lower_ == "by"), None) if inner is not None else None
        if by is not None:
            return by
    return None


def phrase(head: Token, cue: Token) -> Source:
    """Give the maximal noun phrase of a head, never reaching over the cue."""
    if head.tag_ in _RELATIVES:
        antecedent = _antecedent(head)
        if head.lower_ == "that" and antecedent != head.i:
            return Source(head.doc[antecedent].left_edge.i, head.i, antecedent)
        return Source(head.i, head.i, antecedent)
    first = max(head.left_edge.i, head.i - _MAX_PHRASE)
    last = min(head.right_edge.i, head.i + _MAX_PHRASE)
    if head.i < cue.i:
        last = min(last, cue.i - 1)
    else:
        first = max(first, cue.i + 1)
    relative = _relative(head)
    return Source(first, last, head.i if relative is None else _antecedent(relative))


def _controller(node: Token) -> Token | None:
    """Find the object that speaks: "urged her to say that", "quoted a minister as saying"."""
    infinitive = node.dep_ == "xcomp" and any(left.tag_ == "TO" for left in lefts(node))
    if not infinitive and (node.dep_ != "prep" or node.lower_ != "as"):
        return None
    return next((child for child in rights(node.head) if child.dep_ == "dobj" and child.i < node.i), None)


def _own_subject(verb: Token) -> tuple[Token | None, bool]:
    # of two, the parser gave the nearer one last; a date is none ("said Thursday morning")
    found = [
        child
        for child in children(verb)[:_MAX_CHILDREN]
        if child.dep_ in _SUBJECTS and child.ent_type_ not in ("DATE", "TIME")
    ]
    before = [child for child in found if child.i < verb.i]
    subject = before[-1] if before else found[0] if found else None
    return subject, subject is not None and subject.dep_ == "nsubjpass"


def _agent(verb: Token) -> Source | None:
    by = agent(verb)
    named = next((right for right in rights(by) if right.dep_ == "pobj"), None) if by is not None else None
    return phrase(named, verb) if named is not None else None


def _is_bare_participle(verb: Token) -> bool:
    """Tell the passive without an auxiliary: "Asked whether he would go, ...", "a plan proposed by ..."."""
    return (
        verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl") and not any("aux" in child.dep_ for child in lefts(verb))
    )


def _is_expletive(subject: Token, verb: Token) -> bool:
    return subject.lower_ == "it" and (
        subject.dep_ == "nsubjpass" or verb.lemma_ in ("appear", "seem", "turn", "emerge", "follow")
    )


def _bare(noun: Token) -> Source:
    """Give a noun without what follows it, for the participle that depends on it."""
    return Source(noun.left_edge.i, noun.i, noun.i)


def _antecedent(relative: Token) -> int:
    node = relative
    for _ in range(_MAX_CLIMB):
        if node.dep_ == "relcl":
            return relative_head(node).i
        if node.head == node:
            break
        node = node.head
    return relative.i


def _relative(head: Token) -> Token | None:
    """Find the relative pronoun of "most of whom"; "whose leaders" are people of their own."""
    for child in rights(head):
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((right for right in rights(child) if right.tag_ in _RELATIVES), None)
    return None
