"""Who has no name and may be meant all the same: "protesters", "a young woman", before "they", "she".

In: an anaphor and the scene. Out: the unnamed that stand nearest before it, which speaks for nobody of the named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.titles import gender, is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from polgraph.extraction.reference.anaphors import Anaphor
    from polgraph.extraction.reference.scene import Scene

__all__ = ["Crowd", "is_crowd", "unnamed_before"]

_REACH = 40  # tokens
_TIMES = {"years", "days", "weeks", "months", "hours", "minutes", "times", "percent", "dollars", "decades"}
_ROLES = {"nsubj": "subjects", "nsubjpass": "subjects", "dobj": "objects", "pobj": "others", "conj": "others"}
_PLURALS = {"NNS", "NNPS"}


@dataclass(frozen=True, slots=True)
class Crowd:
    """A noun for the unnamed. role: its place in the clause, as a feature says it. distance: in sentences, 0 or 1.

    people: they are people and no things. above: it is the subject of the clause in which the pronoun stands.
    """

    token: Token
    role: str
    distance: int
    people: bool = False
    above: bool = False


def unnamed_before(anaphor: Anaphor, scene: Scene) -> Crowd | None:
    """Return the nearest noun before a pronoun that stands for the unnamed and agrees with it."""
    if anaphor.kind not in {"he", "they", "it"}:
        return None
    here = anaphor.token
    sentence = scene.sentence_of[here.i]
    for index in range(here.i - 1, max(-1, here.i - _REACH), -1):
        distance = sentence - scene.sentence_of[index]
        if distance > 1:
            return None
        token = scene.doc[index]
        if token.dep_ in _ROLES and index not in scene.resolution.by_token and _agrees(anaphor, token):
            people = is_person_noun(token.lower_) or token.lower_ in words("anaphora", "crowds")
            return Crowd(token, f"unnamed {_ROLES[token.dep_]}", distance, people, _governs(token, here))
    return None


def _governs(noun: Token, here: Token) -> bool:
    """Tell whether a noun is the subject of a clause around a pronoun: "voters said they", "voters lost their"."""
    return noun.dep_ in {"nsubj", "nsubjpass"} and any(above.i == noun.head.i for above in here.ancestors)


def is_crowd(token: Token) -> bool:
    """Tell whether a noun may be what "they" stands for."""
    return token.dep_ in _ROLES and token.tag_ in _PLURALS and token.lower_ not in _TIMES


def _agrees(anaphor: Anaphor, token: Token) -> bool:
    if anaphor.kind == "they":
        return is_crowd(token)
    if token.tag_ != "NN":
        return False
    if anaphor.kind == "it":
        return token.dep_ in {"nsubj", "nsubjpass"} and not is_person_noun(token.lower_)
    return is_person_noun(token.lower_) and gender(token.lower_) in {None, anaphor.gender}
