"""What stands after a predicate's prepositions and particles: "turned down X", "talks with X and with Y".

In: a verb, noun or adjective of a parsed article and the words. Out: the nouns, coordination unfolded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.syntax.coordination import coordinated
from polgraph.extraction.syntax.forms import SUBJECTS, called_in, is_free_relative, lemma, repairs
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

__all__ = ["JOINTS", "has_particle", "prepositional"]

# how the parser hangs a preposition or a particle on its predicate
JOINTS = {"prep", "prt", "advmod", "agent", "dative", "mark", "aux"}
_CLAUSE_MARKS = {"for", "until", "unless"}


def has_particle(verb: Token, words: Sequence[str]) -> bool:
    """Tell whether a verb has one of these particles, with nothing of its own: not "turned down the road"."""
    return len(words) == 1 and any(
        child.dep_ in {"prt", "advmod", "prep"}
        and child.lower_ in words[0].split("|")
        and not any(True for _ in children(child))
        for child in children(verb)
    )


def prepositional(predicate: Token, words: Sequence[str]) -> list[Token]:
    """Return the objects of a preposition under a predicate; `words` may be a chain: ("out", "of")."""
    found: list[Token] = []
    heads: Iterable[Token] = [predicate]
    for position, word in enumerate(words):
        alternatives = word.split("|")
        last = position == len(words) - 1
        following = []
        for head in heads:
            following += [child for child in children(head) if child.lower_ in alternatives and child.dep_ in JOINTS]
            # the parser may hang "from" on the verb beside "away"
            if position and head.i != predicate.i:
                following += [
                    c for c in children(predicate) if c.lower_ in alternatives and c.i > head.i and c.dep_ == "prep"
                ]
        if last:
            # "with X and with Y"
            following += [c for p in following for c in children(p) if c.dep_ == "conj" and c.lower_ == p.lower_]
            # "flights to X from Y": the first of several
            for preposition in (p for p in following if p.lower_ == following[0].lower_):
                for child in children(preposition):
                    # "after beating X, Y left" is no leaving after X
                    if child.dep_ == "pcomp" and child.i > predicate.i and is_free_relative(child):
                        found += called_in(child)
                    elif child.dep_ == "pobj" or (child.dep_ == "pcomp" and child.i > predicate.i):
                        found += coordinated(child)
        heads = following
    found = found or _clausal(predicate, words)
    if not found and predicate.pos_ in {"NOUN", "PRON"}:
        # "sanctions imposed on X", "nothing to do with X": the preposition hangs on what follows
        for child in children(predicate):
            if child.dep_ in {"acl", "relcl"} and child.tag_ in {"VBN", "VB"} and lemma(child) in repairs("placing"):
                found += prepositional(child, words)
    return found


def _clausal(predicate: Token, words: Sequence[str]) -> list[Token]:
    """As in "approval for X to go", "no talks until X yields": who is to act, in a clause that the word begins."""
    marks = _CLAUSE_MARKS & set(words[-1].split("|"))
    if not marks or len(words) > 1:
        return []
    return [
        noun
        for child in children(predicate)
        if child.dep_ in {"advcl", "acl", "relcl", "ccomp", "xcomp"} and child.i > predicate.i
        for mark in children(child)
        if mark.dep_ == "mark" and mark.lower_ in marks
        for subject in children(child)
        if subject.dep_ in SUBJECTS
        for noun in coordinated(subject)
    ]
