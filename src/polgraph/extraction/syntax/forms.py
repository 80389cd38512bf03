"""What a predicate looks like: its lemma, its voice, its auxiliaries, what it is joined to.

In: a token of a parsed article. Out: words and truth values, with what tagger and lemmatiser get wrong put right.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load
from polgraph.extraction.syntax.tree import children, lefts

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "RELATIVES",
    "SUBJECTS",
    "called_in",
    "has_auxiliary",
    "has_modal",
    "has_right",
    "hyphenated",
    "is_active",
    "is_finite",
    "is_free_relative",
    "is_fronted",
    "is_object_gap",
    "is_passive",
    "is_reduced",
    "is_said_besides",
    "joined_to",
    "lemma",
    "repairs",
    "shares_object",
    "spent_on",
]

RELATIVES = {"who", "which", "that", "whom", "whose"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_FINITE = {"VBD", "VBZ", "VBP"}
_REACH = 6
# "ordered X dissolved", "wants X jailed": the tagger may take the participle for a past tense
_BRINGING_ABOUT = {"order", "want", "have", "get", "like"}


def lemma(token: Token) -> str:
    """Return the lemma in lower case, or a better word.

    For verbs that the lemmatiser gets wrong ("stag" of "staged") the right one; for compounds that mean something
    else ("hunger strike") a word that means it.
    """
    found = token.lemma_.lower()
    if token.pos_ == "VERB":
        return repairs("lemmas").get(found, found)
    found = repairs("noun_lemmas").get(found, found)
    compounds = repairs("compounds")
    if found in _compound_heads():
        for child in lefts(token):
            if f"{child.lower_} {found}" in compounds:
                return compounds[f"{child.lower_} {found}"]
    if found in repairs("relationships")["nouns"]:
        return _kind_of_relationship(token) or found
    return found


def _kind_of_relationship(noun: Token) -> str | None:
    """What "frosty relations", "relations are frosty" and "relations soured" amount to."""
    table = repairs("relationships")
    words = {child.lower_ for child in lefts(noun)}
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        words |= {noun.head.lemma_.lower(), noun.head.lower_}
        words |= {child.lower_ for child in children(noun.head) if child.dep_ in {"acomp", "advmod", "attr", "oprd"}}
    elif noun.dep_ == "dobj":
        words.add(noun.head.lemma_.lower())
    return next((kind for kind in ("feud", "friendship") if words & set(table[kind])), None)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, finite ("was accused") or reduced ("a man accused of")."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in children(verb)):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "ccomp" and verb.head.lemma_ in _BRINGING_ABOUT:
        return not has_auxiliary(verb) and not any(child.dep_ in {"dobj", "mark"} for child in children(verb))
    if verb.dep_ == "ROOT" and verb.tag_ in {"VBD", "VBN"} and not has_auxiliary(verb):
        below = {child.dep_ for child in children(verb)}
        if "agent" in below and "dobj" not in below and lemma(verb) not in repairs("standing_by"):
            return True  # "X slammed by Y", said a headline
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ == "nsubj" for child in children(verb)):
        return verb.dep_ == "ccomp" and not has_auxiliary(verb)  # "wants him jailed"
    if verb.dep_ == "acl" or (verb.dep_ in {"advcl", "amod", "ROOT"} and not has_auxiliary(verb)):
        return True
    # a coordinated participle shares its auxiliary: "was arrested and charged"
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not has_auxiliary(verb) and is_passive(verb.head)


def is_active(verb: Token) -> bool:
    """Tell "which X has said" from "said by X"."""
    return verb.tag_ != "VBN" or any(child.lemma_ == "have" and child.dep_ == "aux" for child in children(verb))


def is_reduced(verb: Token) -> bool:
    """Tell a participle that the parser took for the verb of a sentence."""
    return verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not has_auxiliary(verb)


def has_auxiliary(verb: Token) -> bool:
    """Tell whether a verb has an auxiliary of its own."""
    return any(child.dep_ in {"aux", "auxpass"} for child in children(verb))


def has_modal(verb: Token) -> bool:
    """Tell whether a verb has a modal of its own."""
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in children(verb))


def is_finite(verb: Token) -> bool:
    """Tell "that he was lying" from "him lying", "him to go"."""
    return any(child.dep_ == "aux" and child.tag_ in {"MD", "VBD", "VBZ", "VBP"} for child in children(verb))


def hyphenated(verb: Token) -> list[Token]:
    """As in "X-backed rebels"."""
    return [
        child
        for child in children(verb)
        if child.dep_ in {"npadvmod", "compound", "nmod", "amod", "nsubj"}
        and (child.pos_ in {"PROPN", "ADJ"} or child.text[:1].isupper())
        and verb.i == child.i + 2
        and verb.doc[child.i + 1].text == "-"
    ]


def has_right(verb: Token) -> bool:
    """Tell whether something of a verb stands after it."""
    return any(child.i > verb.i and child.dep_ not in {"punct", "cc"} for child in children(verb))


def is_object_gap(verb: Token) -> bool:
    """As in "the deal (that) they signed": a relative clause with a subject of its own and no object."""
    if verb.dep_ != "relcl":
        # the parser may take "a pact that they have criticised" for what the pact says
        judges = (
            verb.dep_ == "acl" and verb.tag_ in {"VBD", "VBN", "VBZ", "VBP"} and lemma(verb) in repairs("labelling")
        )
        if not judges or not any(child.dep_ == "mark" and child.lower_ == "that" for child in children(verb)):
            return False
    subject = [child for child in children(verb) if child.dep_ == "nsubj"]
    if not subject or subject[0].lower_ in RELATIVES or is_passive(verb):
        return False
    # "X, against whom they ran": the gap is the preposition's
    return not any(child.dep_ == "prep" and any(is_fronted(noun) for noun in children(child)) for child in lefts(verb))


def is_free_relative(clause: Token) -> bool:
    """As in "what X said", "what X called a plot", "how X handled it"."""
    return any(
        (child.lower_ == "what" and child.dep_ in {"dobj", "nsubj"})
        or (child.lower_ == "how" and child.dep_ == "advmod")
        for child in children(clause)
    )


def is_fronted(noun: Token) -> bool:
    """Tell "whom" and "whose plan" at the head of a clause."""
    return noun.lower_ in RELATIVES or any(child.lower_ == "whose" for child in lefts(noun))


def called_in(clause: Token) -> list[Token]:
    """What "what X said" is: the saying. "What it called Y's plot" is the plot, which is somebody else's."""
    if lemma(clause) not in repairs("naming"):
        return [clause]
    return [
        word
        for child in children(clause)
        if child.i > clause.i
        for word in ([child] if child.dep_ in {"oprd", "dobj", "attr"} else _after_as(child))
        if word.pos_ in {"NOUN", "PROPN"}
    ]


def _after_as(preposition: Token) -> list[Token]:
    return [noun for noun in children(preposition) if noun.dep_ == "pobj"] if preposition.lower_ == "as" else []


def spent_on(verb: Token) -> Token | None:
    """As in "spent much of the day defending X", where the parser may hang the defending on the day: the spending."""
    above = verb.head
    for _ in range(_REACH):
        if above.dep_ not in {"pobj", "prep", "dobj", "npadvmod"}:
            break
        above = above.head
    return above if verb.tag_ == "VBG" and above.i < verb.head.i and above.lemma_ in {"spend", "waste"} else None


def joined_to(verb: Token) -> Token | None:
    """Return the verb that a coordinated one goes with.

    "Told X to wait and threatened to leave", "calling X weak and accusing Y": the parser may join what is next to it.
    """
    first = verb.head
    for _ in range(_REACH):
        if first.pos_ in {"VERB", "AUX"}:
            finite = verb.tag_ in _FINITE and first.tag_ in {"VB", "VBG"} and not has_modal(first)
            if not finite or any(child.dep_ in SUBJECTS for child in children(first)):
                return first
        elif verb.tag_ == "VBN" or first.dep_ in {"pobj", "nsubj", "nsubjpass", "ROOT"}:
            return None
        first = first.head
    return None


def is_said_besides(verb: Token) -> bool:
    """As in "X said that Y would not pay, calling Z a liar": who calls him that is who said it."""
    said = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or lemma(verb) not in repairs("uttering"):
        return False
    after_pause = verb.i > said.i and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    return after_pause and said.dep_ == "ccomp" and said.head.i < said.i and said.head.pos_ == "VERB"


def shares_object(verb: Token) -> bool:
    """As in "condemned and sanctioned the regime": the object stands with the last verb."""
    conjuncts = [child for child in children(verb) if child.dep_ == "conj" and child.pos_ == "VERB"]
    between = [
        child for child in children(verb) if verb.i < child.i and child.dep_ not in {"conj", "cc", "punct", "advmod"}
    ]
    return bool(conjuncts) and not between


@cache
def _compound_heads() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in repairs("compounds"))


@cache
def repairs(key: str) -> dict[str, str]:
    """Return a table of `support.yaml`."""
    repairs: dict[str, str] = load("support")[key]
    return repairs
