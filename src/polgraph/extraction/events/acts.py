"""Infinitives under another predicate: which they are, whom they act on, and whether they mean harm.

In: a governing verb, noun or adjective. Out: tokens. "threatened to shut down X", "a threat to act against X", "is
ready to send troops to help X".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.events.frames import frames
from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from polgraph.extraction.events.frames import Step

__all__ = ["affected", "governed_acts", "is_act", "is_duty", "is_hostile", "is_imperative"]

_HARM = {
    "THREATENED",
    "SANCTIONED",
    "ATTACKED",
    "MOBILIZED_AGAINST",
    "EXPELLED",
    "DETAINED",
    "PROSECUTED",
    "INVESTIGATED",
    "DISMISSED",
    "PROTESTED_AGAINST",
    "ACCUSED",
    "CRITICIZED",
    "REJECTED",
    "DISTANCED_FROM",
    "CALLED_FOR_ACTION_AGAINST",
}
_DEEDS = _HARM - {"REJECTED"}  # who hears an appeal harms nobody
_FUTURE = {"will", "would", "'ll", "'d", "shall"}
_POSSIBLE = {"may", "might", "could", "can"}  # "warned it could strike" threatens, "said it could" does not
_SAME = {"he", "she", "it", "they", "we", "i"}
_COURTESIES = {
    "please",
    "just",
    "now",
    "so",
    "and",
    "then",
    "let",
    "'s",
    "do",
    "n't",
    "not",
    "never",
    "always",
    "well",
    ",",
}
_OPENINGS = {'"', "“", "‘", "'", ":", "—", "–", "-"}
_DEPTH = 3


def governed_acts(governor: Token) -> list[Token]:
    """Return the infinitives that a verb, noun or adjective governs; coordinated ones too."""
    found = []
    for child in children(governor):
        # "to jail X": the tagger may take it for a noun
        verbal = child.tag_ == "VB" or (child.tag_ == "NN" and child.dep_ == "xcomp" and _has_to(child))
        bare = verbal and not any(aux.tag_ == "MD" or aux.dep_ == "mark" for aux in children(child))
        if child.dep_ in {"xcomp", "acl", "ccomp", "relcl"} and bare and child.i > governor.i:
            found += [child, *(c for c in children(child) if c.dep_ == "conj" and c.tag_ == "VB")]
        elif child.dep_ == "advcl" and child.tag_ == "VB" and child.i > governor.i and _has_to(child):
            found.append(child)  # "asked him yesterday to go": the parser takes it for a purpose
        elif child.dep_ == "ccomp" and child.tag_ == "VB" and child.i > governor.i and _is_undertaken(governor, child):
            found.append(child)
        elif child.dep_ == "prep" and child.lower_ in {"of", "on", "from", "to", "about", "for"}:
            found += [gerund for gerund in children(child) if gerund.dep_ == "pcomp" and gerund.tag_ == "VBG"]
    if governor.pos_ == "NOUN" and governor.lemma_.lower() in _words("cases"):
        found += _sought(governor)
    # "threatened to begin deporting X": what is begun is threatened
    return found + [
        deed
        for act in found
        if arguments.lemma(act) in _words("catenative")
        for deed in children(act)
        if deed.dep_ == "xcomp" and deed.tag_ in {"VB", "VBG", "NN"}
    ]


def _sought(case: Token) -> list[Token]:
    """As in "filed suit in court challenging X": the parser may hang the participle on what stands between."""
    beside = [noun for prep in children(case.head) if prep.dep_ == "prep" for noun in children(prep)]
    heads = [case, *(noun for noun in beside if case.dep_ == "dobj" and noun.i > case.i)]
    return [child for noun in heads for child in children(noun) if child.dep_ == "acl" and child.tag_ == "VBG"]


def _is_undertaken(governor: Token, clause: Token) -> bool:
    """As in "warned that it would strike": what somebody says that he will do."""
    if governor.lemma_.lower() not in _words("undertaking"):
        return False
    if governor.lemma_ == "say" and not any(True for _ in _on_condition(clause)):
        return False
    helpers = _FUTURE if governor.lemma_ == "say" else _FUTURE | _POSSIBLE
    future = any(child.dep_ == "aux" and child.lower_ in helpers for child in children(clause))
    return future and any(child.dep_ == "nsubj" and child.lower_ in _SAME for child in children(clause))


def affected(act: Token) -> list[Token]:
    """Return what an act is done to, nearest first: recipient, object, then what prepositions and nouns lead to."""
    return list(dict.fromkeys([*_affected(act, _DEPTH), *_on_condition(act)]))


def is_act(kind: str, act: Token) -> bool:
    """Tell whether an infinitive is of the kind that a frame asks for: ACT any, HARM, HELP, LEAVE, BACK, SPURN, WIN."""
    if kind in {"BACK", "SPURN"}:
        return arguments.lemma(act) in _words("backing" if kind == "BACK" else "spurning")
    if kind == "LEAVE":
        return act.lemma_.lower() in _words("leaving")
    if kind == "WIN" or act.lemma_.lower() in _words("winning"):
        return kind == "WIN" and act.lemma_.lower() in _words("winning")  # nobody is asked to win
    if kind == "HELP" and act.lemma_.lower() in _words("commenting"):
        return False  # "declined to comment on X"
    return kind == "ACT" or is_hostile(act) == (kind == "HARM")


def is_hostile(act: Token) -> bool:
    """Tell whether a verb, with the noun it supports, means harm to somebody by the lexicon."""
    things = arguments.objects(act)
    nouns = {thing.lemma_.lower() for thing in things}
    relations = set()
    for frame in frames().get(("verb", arguments.lemma(act)), ()):
        wanted = [step.lemmas for step in frame.steps if step.kind == "noun"]
        if wanted and all("NOUN" not in lemmas and lemmas & nouns for lemmas in wanted):
            return frame.relation in _HARM
        if not wanted and not frame.denied and all(_may_follow(act, step) for step in frame.steps):
            relations.add(frame.relation)
    if relations & _HARM or act.lemma_.lower() in _words("hostile"):
        return True
    return any(frame.relation in _DEEDS for noun in nouns for frame in frames().get(("noun", noun), ()))


def _may_follow(act: Token, step: Step) -> bool:
    """Tell "stand by X" from "stand up to X": what a frame asks for has to be there."""
    if step.kind in {"particle", "complement", "act", "subject"}:
        return False
    return step.kind not in {"prep", "prep noun"} or any(
        child.lower_ in step.words[0].split("|") for child in children(act)
    )


def is_asked(verb: Token) -> bool:
    """Tell a question by its mark, at the end of the sentence or, in a quotation, of the clause."""
    sentence = verb.sent
    if any(token.text == "?" for token in sentence[-2:]):
        return True
    last = min(verb.right_edge.i + 2, sentence.end - 1)
    return any(token.text == "?" for token in tokens_of(verb.doc)[max(verb.i, last - 2) : last + 1])


def is_imperative(verb: Token) -> bool:
    """Tell an order at the head of a quotation: "Vote for X", "Please go home"."""
    if verb.tag_ not in {"VB", "VBP"} or verb.dep_ not in {"ROOT", "ccomp", "advcl", "conj"}:
        return False
    first = next((token for token in verb.subtree if token.text not in _OPENINGS), verb)
    before = [token.lower_ for token in tokens_of(verb.doc)[first.i : verb.i]]
    if not set(before) <= _COURTESIES:
        return False
    return first.i == verb.sent.start or first.nbor(-1).text in _OPENINGS or verb.dep_ == "conj"


def is_duty(verb: Token) -> bool:
    """Tell whether a clause says what somebody is to do: "that she resign", "he must stop", "they have to go"."""
    if arguments.is_passive(verb):
        return False
    if verb.lemma_ in {"have", "need", "ought"}:
        had = any(child.dep_ == "dobj" for child in children(verb))  # "the chance that they have to go"
        infinitive = any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in children(verb))
        return verb.tag_ != "VBD" and infinitive and not had
    if _is_inverted(verb) or verb.lower_ == "are":
        return False  # "suggests that they are": no wish
    modals = [child.lower_ for child in children(verb) if child.dep_ == "aux"]
    # "that X step down", "that she apologise": the tagger may take a bare verb for a noun or for another form
    bare = verb.tag_ in {"VB", "VBP"} or (verb.tag_ == "NN" and verb.dep_ == "ccomp")
    bare = bare or (verb.tag_ == "VBZ" and not verb.lower_.endswith("s"))
    return bare and (not modals or bool({"must", "should", "ought"} & set(modals)))


def _is_inverted(verb: Token) -> bool:
    """As in "should the quarrel get worse", "must they go?": a condition or a question."""
    opening = next((child for child in children(verb) if child.dep_ in {"aux", "nsubj", "expl"}), None)
    subject = any(child.dep_ in {"nsubj", "expl"} for child in children(verb))
    return subject and opening is not None and opening.dep_ == "aux"


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in children(verb))


def _on_condition(act: Token) -> Iterator[Token]:
    """As in "threatened to strike unless X yields": who has to yield is who is threatened."""
    for verb in (act, act.head):
        for child in children(verb):
            if child.dep_ == "advcl" and any(
                mark.dep_ == "mark" and mark.lower_ in {"unless", "if", "until"} for mark in children(child)
            ):
                yield from arguments.subjects(child)


def _affected(head: Token, depth: int) -> Iterator[Token]:
    if head.pos_ in {"VERB", "AUX"} or head.dep_ == "xcomp":
        nouns = [*arguments.recipients(head), *arguments.objects(head)]
        yield from nouns
    else:
        nouns = []
    following = []
    for child in children(head):
        if child.dep_ in {"prep", "dative"} and child.i > head.i:
            following += [noun for c in children(child) if c.dep_ == "pobj" for noun in arguments.coordinated(c)]
            following += [c for c in children(child) if c.dep_ == "pcomp"]
        elif child.dep_ in {"xcomp", "advcl", "acl"} and child.tag_ in {"VB", "VBG"} and child.i > head.i:
            following.append(child)
    yield from (noun for noun in following if noun.pos_ not in {"VERB", "AUX"})
    if depth:
        for token in [*nouns, *following]:
            yield from _affected(token, depth - 1)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("support")[key])
