"""Second acts of a speaker that the parser takes for acts of whom he speaks of.

In: a verb that the parser joined to the clause before it. Out: the tree with the verb joined to the cue of that clause:
"X demanded that Y leave and accused Z", 'X said Y was "weak" and called on Z to go': it is X who accuses and calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.speech.cues import speech

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["raise_second_acts"]

_TAGS = {"VBD", "VBZ", "VBP", "VBN"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_BETWEEN = {"conj", "xcomp"}
_THINGS = {"it", "there", "this", "that", "these", "those"}
_OTHERS = {"him", "her", "them"}
_STEPS = 4


def raise_second_acts(doc: Doc) -> None:
    """Join verbs of speech to the cue whose clause stands before them, where they can not go on with that clause."""
    joined = doc.vocab.strings["conj"]
    for at in (doc.to_array("DEP") == joined).nonzero()[0].tolist():
        if doc[at].tag_ in _TAGS:
            _raise(doc[at])


def _raise(verb: Token) -> None:
    if verb.lemma_ not in speech().verbs or any(
        child.dep_ in _SUBJECTS or "aux" in child.dep_ for child in verb.children
    ):
        return
    told = _clause_before(verb)
    if told is None or not _breaks_off(told, verb):
        return
    for child in list(verb.head.children):
        if verb.head.i < child.i < verb.i and (child.dep_ == "cc" or child.text == ","):
            child.head = told.head
    verb.head = told.head


def _clause_before(verb: Token) -> Token | None:
    """Return the clause that a verb is joined to, where a cue of the same tense governs it."""
    told = verb.head
    for _ in range(_STEPS):
        if told.dep_ not in _BETWEEN:
            break
        told = told.head
    cue = told.head
    if told.dep_ != "ccomp" or not cue.i < told.i < verb.i or cue.lemma_ not in speech().verbs:
        return None
    same = cue.tag_ == verb.tag_ or (cue.tag_ == "VBD" and verb.tag_ == "VBN")
    return told if same else None


def _breaks_off(told: Token, verb: Token) -> bool:
    """Tell by mood, quotation marks or a pronoun that a verb does not go on with the clause before it."""
    helpers = [child for child in told.children if child.dep_ in {"aux", "auxpass"}]
    if verb.tag_ == "VBD" and told.tag_ == "VB":
        return True  # "that she leave", "that she would leave"
    if verb.tag_ == "VBD" and any(helper.tag_ in {"VBZ", "VBP"} for helper in [told, *helpers][-1:]):
        return True  # "says that she is ready": no past follows
    between = told.doc[told.head.i : verb.i]
    marks = sum(token.text == '"' for token in between)
    if marks and marks % 2 == 0:
        return True  # the words of the speaker have ended
    if told.lemma_ == "be" and any(child.dep_ in {"acomp", "attr"} for child in told.children):
        return True  # "that she is unfit": to be something is no act
    subject = next((child for child in told.children if child.dep_ in _SUBJECTS), None)
    if subject is not None and subject.lower_ in _THINGS:
        return True
    others = subject is not None and subject.pos_ == "PROPN"
    return others and any(child.dep_ == "dobj" and child.lower_ in _OTHERS for child in verb.children)
