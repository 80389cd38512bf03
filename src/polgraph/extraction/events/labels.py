"""What something is called: whether a complement is one of a list of words, and what that list means.

In: a predicate and the lists of complements of `lexicon/support.yaml`, as frames name them. Out: the tokens in the
place of the complement ("called X a liar", "X is corrupt", "described X as weak"), and whether one of them is meant.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.events.frames import ANY_LABEL
from polgraph.extraction.events.verdicts import written
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children, lefts, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

__all__ = ["complements", "helps_foes", "is_called", "listed"]

_COMPLEMENTS = {"dobj", "oprd", "attr", "acomp", "ccomp", "xcomp", "advmod", "dep", "intj"}


def complements(verb: Token, words: Sequence[str]) -> list[Token]:
    """What something is called: "called X a liar", "described X as corrupt", "X is a liar"."""
    if words:
        found = arguments.prepositional(verb, words)
        # "described X's words as wrong": the parser may hang "as" on the words
        found += [
            word
            for head in (verb, *arguments.objects(verb))
            for child in children(head)
            if child.dep_ in {"prep", "mark", "advcl"} and child.lower_ == words[-1]
            for word in children(child)
            if word.dep_ in {"amod", "acomp", "advcl", "pcomp"}
        ]
        # "described X's plan as cruel": or "as" on the adjective
        found += [
            child
            for child in children(verb)
            if child.i > verb.i and child.pos_ == "ADJ" and any(before.lower_ == words[-1] for before in lefts(child))
        ]
    elif not any(child.dep_ == "prt" for child in children(verb)):  # "called off a strike" calls it nothing
        found = [
            word for child in children(verb) if child.dep_ in _COMPLEMENTS for word in arguments.coordinated(child)
        ]
        found += [word for word in found if word.dep_ == "dobj" for word in _appositions(word)]
        named = max((word.i for word in found if word.dep_ in {"oprd", "xcomp", "ccomp"}), default=0)
        # "called the fair deal shameful": not fair
        found = [word for word in found if word.dep_ != "dobj" or word.i > named]
        found += [
            child for child in children(verb) if child.dep_ == "prep" and child.i > verb.i
        ]  # called it "in bad taste"
    else:
        found = []
    return found


def helps_foes(boon: Token) -> bool:
    """Tell a gift to the other side from one to the farmers."""
    if boon.pos_ != "NOUN" or arguments.lemma(boon) not in words("support", "boons"):
        return False
    whom = arguments.prepositional(boon, ("to|for|on",))
    return any(
        arguments.lemma(one) in words("support", "foes")
        or (
            one.lemma_.lower() == "side" and any(child.lower_ in {"other", "opposing", "wrong"} for child in lefts(one))
        )
        for one in whom
    )


def _appositions(noun: Token) -> list[Token]:
    """As in "called the premier, X, a liar": the parser takes what somebody is called for an apposition."""
    nearest = [child for child in children(noun) if child.dep_ == "appos" and child.i > noun.i]
    return [word for child in nearest for word in (child, *_appositions(child))]


def is_called(word: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a word is one of a list of complements; of an empty list, whether it stands in quotation marks."""
    if not lemmas:
        return _is_quoted(word) and not _is_kind(word)
    if lemmas == ANY_LABEL:
        articles = any(child.dep_ == "det" and child.lower_ in {"a", "an"} for child in children(word))
        return word.pos_ == "NOUN" and articles and not _is_kind(word)
    if any(child.dep_ == "neg" or child.lower_ in {"no", "not"} for child in children(word)):
        return False
    if helps_foes(word):
        return lemmas == listed("INSULT")  # "a gift to our enemies"
    if degrees := _degrees(lemmas):
        rated = [word, *(child for child in children(word) if child.dep_ == "amod")]
        said = {child.lower_ for one in rated if one.pos_ in {"ADJ", "ADV"} for child in children(one)}
        if not said.isdisjoint(degrees):
            return True
    if arguments.lemma(word) in words("support", "companies") and any(
        is_called(one, lemmas) for one in arguments.prepositional(word, ("of",))
    ):
        return True  # "a pack of liars"
    modifiers = [adjective for child in lefts(word) for adjective in arguments.coordinated(child)]
    if lemmas == listed("PRAISE") and any(adjective.lower_ in listed("INSULT") for adjective in modifiers):
        return False  # "a weak leader" is no praise
    if lemmas == listed("PRAISE") and any(child.lower_ in {"less", "least", "hardly"} for child in children(word)):
        return False
    return (
        arguments.lemma(word) in lemmas
        or word.lower_ in lemmas
        or (word.i > 1 and word.nbor(-1).text == "-" and written(word) in lemmas)
        or (
            word.pos_ in {"NOUN", "PRON"}
            and any(child.dep_ in {"amod", "poss", "compound"} and child.lower_ in lemmas for child in children(word))
        )
    )


@cache
def _degrees(lemmas: frozenset[str]) -> frozenset[str]:
    """What has to stand beside a word: of "too *" it is "too"."""
    return frozenset(lemma.replace("*", "").strip() for lemma in lemmas if "*" in lemma)


@cache
def listed(key: str) -> frozenset[str]:
    """Return a list of complements, by the name that frames give it."""
    return frozenset(load("support")["complements"][key])


def _is_kind(word: Token) -> bool:
    """Tell what may be called so without offence: "a friend", "a great win"."""
    if word.lemma_.lower() in _kind_labels():
        return True
    kind = listed("PRAISE") | listed("WELCOME")
    return word.pos_ == "NOUN" and any(child.lower_ in kind for child in lefts(word) if child.dep_ == "amod")


@cache
def _kind_labels() -> frozenset[str]:
    lists = load("support")["complements"]
    return frozenset([*lists["PRAISE"], *lists["WELCOME"], *lists["OFFICE"], *load("support")["neutral_labels"]])


def _is_quoted(word: Token) -> bool:
    """Tell whether a quotation mark opens right before a phrase that does not praise."""
    first = word.left_edge.i
    if not any(token.text == '"' for token in tokens_of(word.doc)[max(0, first - 1) : word.i]):
        return False
    kind = listed("PRAISE") | listed("WELCOME")
    return not any(token.lower_ in kind or token.lower_.partition("-")[0] in kind for token in word.subtree)
