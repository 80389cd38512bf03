"""Whom an anaphor cannot stand for by its place in the clause: "X met him", "X's lawyer, he said".

In: an anaphor, the mentions of a candidate around it and the scene. Out: whether binding (Chomsky 1981) or a comma
rules the candidate out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from polgraph.extraction.links import Link
    from polgraph.extraction.reference.anaphors import Anaphor
    from polgraph.extraction.reference.scene import Scene

__all__ = ["accused", "is_named_below", "is_rival"]

_OBJECTS = {"him", "her", "it", "them"}
_SUBJECTS = {"nsubj", "nsubjpass"}


def is_rival(anaphor: Anaphor, before: Sequence[Link], scene: Scene) -> bool:
    """As in "X met him", "X's lawyer, he said": what binding and a comma forbid."""
    token = anaphor.token
    for link in reversed(before):
        if scene.sentence_of[link.start] != scene.sentence_of[token.i]:
            return False
        head = scene.doc[link.head]
        if link.end == token.i - 1 and _is_said_between(token):
            return True
        if token.dep_ == "conj" and head.i == token.head.i:
            return True
        if anaphor.kind in {"person", "body", "nation"}:
            if _is_subject_above(head, token):
                return True
            if token.i in {child.i for child in children(head)} or head.head.i == token.i:
                return True
            if _apposed_to(token) == head.i:
                return True
        elif head.i in _bound(token, anaphor.word):
            return True
    return False


def _is_subject_above(name: Token, token: Token) -> bool:
    """As in "X met the senator", "X said that the senator left": a description is nobody above it (principle C)."""
    if name.dep_ == "appos" and name.head.i < name.i:
        name = name.head  # "its president, X, phoned the president of Y"
    as_what = token.dep_ == "pobj" and token.head.lower_ == "as"  # "X won as the party's nominee"
    return name.dep_ in _SUBJECTS and name.i < token.i and not as_what and _is_under(token, name.head)


def accused(token: Token, scene: Scene) -> str | None:
    """As in "X accused Y of theft, a charge it denies": who denies it is Y."""
    verb = token.head
    denies = token.dep_ in _SUBJECTS and verb.dep_ == "relcl" and arguments.lemma(verb) in words("support", "denying")
    if not denies or verb.head.lemma_.lower() not in words("support", "accusations"):
        return None
    for index in range(verb.head.i - 1, token.sent.start, -1):
        noun, link = token.doc[index], scene.resolution.by_token.get(index)
        if link is not None and noun.dep_ == "dobj" and arguments.lemma(noun.head) in words("support", "blaming"):
            return link.entity
    return None


def is_named_below(token: Token, after: Sequence[Link], scene: Scene) -> bool:
    """As in "he said that X is ready": who is named under the verb of a pronoun is not the one it stands for.

    after: the mentions of a candidate that follow the pronoun.
    """
    if token.dep_ not in _SUBJECTS:
        return False
    for link in after:
        if scene.sentence_of[link.start] != scene.sentence_of[token.i]:
            return False
        # in somebody else's words he may be named all the same
        heard = scene.voice(link.head) in {scene.voice(token.i), token.i}
        if link.form == "name" and heard and _is_under(scene.doc[link.head], token.head):
            return True
    return False


def _is_under(word: Token, verb: Token) -> bool:
    """Tell what a verb governs from what is only coordinated with it."""
    while word.head.i not in {word.i, verb.i}:
        word = word.head
    return word.head.i == verb.i and word.dep_ not in {"conj", "parataxis"}


def _bound(token: Token, word: str) -> set[int]:
    """Whom a pronoun cannot stand for by its place: the subject of its own clause, whomever it helps to describe."""
    if token.dep_ == "poss":
        noun = token.head
        if noun.dep_ == "pobj" and noun.head.lower_ == "to" and arguments.lemma(noun) in words("anaphora", "rescues"):
            return {s.i for s in arguments.subjects(noun.head.head)}  # "Y came to his defence": not his own
        if noun.dep_ == "appos":  # "X, his wife"
            return {noun.head.i}
        # "X, who is his secretary"
        own = noun.dep_ != "attr" or any(child.lower_ == "own" for child in children(noun))
        return set() if own or not is_person_noun(noun.lower_) else {s.i for s in arguments.subjects(noun.head)}
    if word not in _OBJECTS or token.dep_ not in {"dobj", "pobj", "dative"}:
        return set()
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if _is_outcome(verb):
        return set()  # "X voted no, putting him at odds with Y": the vote put X there
    return {subject.i for subject in arguments.subjects(verb)}


def _is_outcome(verb: Token) -> bool:
    """As in "X did this, making him a target": the participle is about what was done, not about who did it."""
    while verb.dep_ in {"xcomp", "prep", "dobj"} and verb.head.i < verb.i and verb.pos_ != "VERB":
        verb = verb.head
    late = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i
    return late and verb.left_edge.nbor(-1).text == "," and arguments.lemma(verb) in words("anaphora", "bringing_about")


def _is_said_between(token: Token) -> bool:
    """As in "X, he said, is not ready": who says it is not X; "when X spoke, he left" rules nobody out."""
    end = token.head.i + 1
    closed = end >= len(token.doc) or token.doc[end].text in {",", "."} or token.doc[end].is_space
    return token.nbor(-1).text == "," and token.dep_ in _SUBJECTS and token.head.i == token.i + 1 and closed


def _apposed_to(token: Token) -> int | None:
    """As in "X, the nominee's daughter": what stands inside a description of X is somebody else."""
    while token.dep_ in {"poss", "pobj", "prep", "compound", "amod", "nmod"}:
        token = token.head
    return int(token.head.i) if token.dep_ == "appos" else None
