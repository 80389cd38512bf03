"""How a claim is meant: asserted, possible, planned or negated, from the words that govern its predicate.

In: the predicate's token. Out: a `Modality`. Auxiliaries, negation and adverbs count inside the clause; verbs such as
"threaten to", "refuse to", "plan to" count over the clause that they govern (`lexicon/modality.yaml`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax.arguments import lemma
from polgraph.extraction.syntax.forms import has_auxiliary, joined_to
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from polgraph.model import Modality

__all__ = ["modality_of"]

_CLAUSE = {
    "xcomp",
    "ccomp",
    "pcomp",
    "acl",
    "advcl",
    "dobj",
    "pobj",
    "prep",
    "conj",
    "attr",
    "acomp",
    "nsubj",
    "nsubjpass",
    "relcl",
}
_DEPTH = 6
_IN_ITS_STEAD = {("rather", "than"), ("instead", "of")}
_MERELY = {"only", "just", "merely", "simply"}


def modality_of(predicate: Token) -> Modality:
    """Return the modality of the claim that `predicate` states."""
    negated = _is_negated(predicate)
    mood = _own_mood(predicate)
    token = predicate
    for _ in range(_DEPTH):
        governor = token.head
        if mood is not None or token.dep_ not in _CLAUSE:
            break
        if token.dep_ == "prep" and token.lower_ in _words("circumstances"):
            break  # "under pressure from X, Y refused": there was pressure
        if token.dep_ == "conj":
            if token.pos_ in {"VERB", "AUX"}:  # "asked X to wait and called Y": the parser may join it to the waiting
                governor = joined_to(token) or governor
            if _shares_mood(token):
                negated = negated or _is_negated(governor)
                mood = _own_mood(governor)
        elif token.dep_ == "pcomp" and governor.lower_ == "without":
            negated = True
        elif governor.lower_ == "short" and lemma(governor.head) in _words("stopping_short"):
            negated = True  # "stopped short of calling X a liar"
        elif governor.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}:
            if _is_taken_for_granted(token, predicate):
                break
            finite = _is_finite(token)
            if predicate.pos_ == "NOUN" and lemma(governor) in _words("undoing") and _is_undone_not(governor):
                return "asserted"  # "refused to withdraw his support"
            # a finite clause before a verb is quoted by it, or joined with a colon
            governed = _is_governed(token, predicate) and not (finite and token.i < governor.i)
            effect = _effect(governor, token, finite=finite) if governed else None
            # "could not resist attacking X" attacked
            denied = effect == "negated" and not _is_negated(governor)
            negated = negated or denied or _is_denied_below(governor, token)
            if (effect == "negated" and not denied) or lemma(governor) in _words("unhidden"):
                break
            mood = effect if effect in {"possible", "planned"} else None
            if finite:
                break  # what is said of a finite clause does not change its mood
            if _carries(token, predicate):
                negated = negated or _is_negated(governor)
                mood = mood or _own_mood(governor)
        token = governor
    if negated:
        return "negated"
    return mood or "asserted"


def _is_finite(token: Token) -> bool:
    """Tell a clause with a mood of its own from an infinitive or a gerund: "that he went", not "to go"."""
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ not in {"ccomp", "advcl", "relcl", "nsubj", "nsubjpass"}:
        return False
    if token.tag_ in {"VB", "VBG", "VBN"}:  # "have X removed"
        return any(
            child.dep_ in {"aux", "auxpass"} and child.tag_ in {"MD", "VBD", "VBZ", "VBP"} for child in children(token)
        )
    return True


def _is_governed(token: Token, predicate: Token) -> bool:
    if token.dep_ == "acl" and token.tag_ == "VBN" and not any(aux.dep_ == "auxpass" for aux in children(token)):
        return False  # "the plan, criticised by X", unlike "the plan to criticise X"
    return token.dep_ in {"xcomp", "ccomp", "pcomp", "acl"} or (
        token.dep_ in {"dobj", "pobj", "prep"} and (predicate.pos_ == "NOUN" or predicate.tag_ == "VBG")
    )


def _is_taken_for_granted(token: Token, predicate: Token) -> bool:
    """As in "did not condemn the attack", "would not discuss X's attack": it took place."""
    if predicate.pos_ != "NOUN" or token.dep_ not in {"dobj", "pobj", "prep"}:
        return False
    above = lemma(token.head)
    if above in _words("presupposing"):
        return True
    # what somebody else did, unless one tries for it: "did not win X's support"
    return token.head.pos_ == "VERB" and above not in _words("attaining") and _is_owned(predicate)


def _is_owned(noun: Token) -> bool:
    return any(
        (child.dep_ == "poss" and child.pos_ == "PROPN") or (child.dep_ == "relcl" and child.tag_ == "VBD")
        for child in children(noun)
    )


def _is_undone_not(verb: Token) -> bool:
    """Tell of "did not withdraw", "refused to drop": what would be undone stays."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    refused = above.i != verb.i and lemma(above) in _words("denying") and not _is_negated(above)
    return _is_negated(verb) or refused


def _is_denied_below(governor: Token, token: Token) -> bool:
    """Tell of "does not think that X met Y", "has no plans to meet Y": the negation belongs below."""
    if governor.pos_ == "NOUN":
        unmeant = any(child.lower_ == "no" for child in children(governor))
        return unmeant and token.dep_ in {"acl", "prep"} and lemma(governor) in _words("purposes")
    return (
        token.dep_ in {"ccomp", "xcomp"}
        and lemma(governor) in _words("raising_negation")
        and any(child.dep_ == "neg" for child in children(governor))
    )


def _carries(token: Token, predicate: Token) -> bool:
    """A support verb lends its mood to its noun, a raising verb to its infinitive, any verb to its purpose.

    "Will launch an attack", "may begin to bomb", "will send troops to help X".
    """
    if token.dep_ == "advcl" and token.tag_ == "VB" and token.i > token.head.i:
        return any(child.lower_ == "to" for child in children(token))  # "will send troops to help X"
    return (token.dep_ in {"dobj", "pobj", "prep", "attr", "acomp"} and predicate.pos_ in {"NOUN", "ADJ"}) or (
        token.dep_ == "xcomp" and lemma(token.head) in _words("raising")
    )


def _is_negated(token: Token) -> bool:
    if token.i > 1 and (token.nbor(-2).lower_, token.nbor(-1).lower_) in _IN_ITS_STEAD:
        return True
    for child in children(token):
        if child.lower_ == "without" and child.dep_ == "prep":
            continue  # "without naming X, Y criticised Z": only what it governs
        if child.dep_ == "neg" or child.lower_ in _words("negators"):
            if child.lower_ == "only" or (child.i + 1 < len(token.doc) and token.doc[child.i + 1].lower_ in _MERELY):
                continue  # "did not just lie"
            return True
        if child.lower_ in {"far", "once"} and any(grand.dep_ == "neg" for grand in children(child)):
            return True  # "has not so far asked", "did not once ask"
        if child.lower_ == "longer" and child.i and child.nbor(-1).lower_ == "no":
            return True
        if child.dep_ in {"nsubj", "dobj", "det"} and child.lower_ in {"no", "nobody", "none", "neither"}:
            return True
        if child.dep_ in {"nsubj", "nsubjpass"} and any(grand.lower_ == "neither" for grand in children(child)):
            return True
        if child.dep_ == "nsubj" and child.lower_ == "one" and any(grand.lower_ == "no" for grand in children(child)):
            return True
        if child.dep_ in {"dobj", "attr"} and any(
            grand.lower_ == "no" and grand.dep_ == "det" for grand in children(child)
        ):
            return True
    return False


def _own_mood(token: Token) -> Modality | None:
    for child in children(token):
        word = child.lower_
        if child.dep_ in {"aux", "auxpass"}:
            if word in {"would", "'d"} and _is_told_future(token):
                return "planned"
            if word in _words("possible_auxiliaries"):
                return None if _is_counterfactual_past(token, word) else "possible"
            if word in _words("planned_auxiliaries"):
                return "planned"
        if child.dep_ == "mark" and word in _words("conditionals") and token.dep_ == "advcl":
            return "possible"
        if child.dep_ == "mark" and word == "whether":
            return "possible"
        if child.dep_ == "mark" and word == "that" and token.tag_ == "VB" and not has_auxiliary(token):
            return "possible"  # "moved that the Senate remove X": the subjunctive
        if child.dep_ == "advmod" and word in _words("possible_adverbs"):
            return "possible"
    if token.tag_ == "VB" and _is_announced(token):
        return "planned"
    if token.lemma_ == "go" and token.tag_ == "VBG" and any(child.dep_ == "xcomp" for child in children(token)):
        return "planned"
    if token.pos_ == "NOUN":
        modifiers = {child.lower_ for child in children(token) if child.dep_ in {"amod", "compound"}}
        if modifiers & _words("possible_adjectives"):
            return "possible"
        if modifiers & _words("planned_adjectives"):
            return "planned"
    return None


def _is_announced(verb: Token) -> bool:
    """As a headline puts it: "X to meet Y"."""
    if not any(child.dep_ == "aux" and child.lower_ == "to" for child in children(verb)):
        return False
    if verb.dep_ == "ROOT":
        return any(child.dep_ == "nsubj" and child.i < verb.i for child in children(verb))
    return verb.dep_ in {"relcl", "acl"} and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"


def _is_told_future(verb: Token) -> bool:
    """As in "said on Monday that he would sue": what was "will" when it was said, outside quotation marks."""
    said = verb.head
    if verb.dep_ != "ccomp" or said.tag_ != "VBD" or lemma(said) not in _words("telling"):
        return False
    if any(child.dep_ == "advcl" and child.i != verb.i for child in children(verb)):
        return False  # "would sue if"
    return not any(token.text in {'"', "“", "”"} for token in (verb.left_edge, said.left_edge))


def _is_counterfactual_past(token: Token, word: str) -> bool:
    """Tell that "would tell reporters" in the past of a story is rare; "could have" stays possible."""
    return word == "can" and token.lemma_ in {"see", "tell", "say"}


def _effect(governor: Token, token: Token, *, finite: bool) -> Literal["possible", "planned", "negated"] | None:
    kind = "_clauses" if finite else ""
    word = lemma(governor)
    if word == "call" and not finite and token.dep_ != "xcomp":
        particle = next((child.lower_ for child in children(governor) if child.dep_ == "prt"), "")
        if particle == "out" or any(child.dep_ in {"oprd", "ccomp"} for child in children(governor)):
            return None  # "called out X for the attack", "called the attack a disgrace"
    if word == "rule" and any(child.lower_ == "out" for child in children(governor)):
        return "negated"
    if word in _words(f"denying{kind}"):
        return "negated"
    if word in _words(f"intending{kind}"):
        return "planned"
    if word in _words(f"opening{kind}"):
        # "suggested that he lied", but "suggested that he resign"
        return None if finite and word in _words("holding") and _is_indicative(token) else "possible"
    if word == "go" and governor.tag_ == "VBG" and token.dep_ == "xcomp":
        return "planned"
    if word == "be" and token.dep_ == "xcomp" and token.tag_ == "VB" and governor.tag_ in {"VBZ", "VBP", "VBD"}:
        among = any(
            child.dep_ in {"prep", "attr", "acomp"} and governor.i < child.i < token.i for child in children(governor)
        )
        return None if among else "planned"  # "is to meet X", but "was among the first to meet X"
    if word == "have" and token.dep_ == "xcomp" and any(child.lower_ == "yet" for child in children(governor)):
        return "negated"
    return None


def _is_indicative(verb: Token) -> bool:
    tags = {verb.tag_, *(child.tag_ for child in children(verb) if child.dep_ in {"aux", "auxpass"})}
    return bool(tags & {"VBD", "VBZ"}) and "MD" not in tags


def _shares_mood(token: Token) -> bool:
    """A coordinated predicate shares the auxiliary before the first one: "could fine and ban"."""
    own = [child for child in children(token) if child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass", "neg"}]
    if token.tag_ == "VBG" and any(child.lower_ == "and" for child in children(token.head)):
        return False  # "by not answering and hiding"
    return not own and (token.tag_ == token.head.tag_ or token.pos_ == "NOUN")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("modality")[key])
