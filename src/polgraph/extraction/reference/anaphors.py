"""What points back in an article: pronouns of the third person and definite descriptions ("the minister", "the party").

In: a token and the article's names. Out: an `Anaphor`, or None for a token that points at nothing by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.syntax.tree import children, tokens_of
from polgraph.extraction.titles import gender, is_person_noun, kin, title_ending_at, written_out

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

__all__ = ["GENDERED", "Anaphor", "Kind", "anaphor_at", "is_party_member", "phrase_start", "stands_for_many"]

Kind = Literal["he", "it", "they", "person", "body", "nation"]

GENDERED = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THING = {"it", "its", "itself"}
_PLURAL = {"they", "them", "their", "theirs", "themselves"}
_DEFINITE = {"the", "this", "that"}
_ALONE = {"nsubj", "nsubjpass", "dobj", "pobj", "dative"}
_BEFORE = {"det", "amod", "compound", "nummod", "poss", "nmod"}


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A token that points at a participant. word: it in lower case, of a description the title or head noun.

    gender: "m" or "f" where the word tells it.
    """

    token: Token
    kind: Kind
    word: str
    gender: str | None = None


def anaphor_at(
    token: Token, names: Collection[str], people: Collection[str], bodies: Collection[str]
) -> Anaphor | None:
    """Tell what a token points with.

    names: the words, in lower case, that institutions of the article end in. people, bodies: the nouns that describe a
    person or an institution somewhere in the article.
    """
    word = token.lower_
    if token.pos_ == "PRON" or word in GENDERED:
        if word in GENDERED:
            if _is_either(token):
                return None
            return Anaphor(token, "he", word, GENDERED[word])
        if word in _THING:
            return None if _is_expletive(token) else Anaphor(token, "it", word)
        return Anaphor(token, "they", word) if word in _PLURAL else None
    if word == "old" and token.i > 3 and token.nbor(-2).lower_ in {"year", "years"}:
        return Anaphor(token, "person", "old") if _opens_with_the(token) else None
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "appos", "attr", "npadvmod"}:
        return None
    if not (any(_is_definite(child) for child in children(token)) or _is_definite_ex(token)) or any(
        c.dep_ == "appos" and _names(c) for c in children(token)
    ):
        return None
    if _is_person(token, people) or is_party_member(token):
        return Anaphor(token, "person", _title(token) or word, gender(word))
    lemma = token.lemma_.lower()
    if word in words("anaphora", "camps") and word not in names:
        return None
    if (word in words("anaphora", "countries") or word in words("anaphora", "towns")) and word not in names:
        # "the government of X": his; "the government of the day": of some time or other
        return None if any(child.lower_ == "of" for child in children(token)) else Anaphor(token, "nation", word)
    known = load("institutions")["nominals"]
    if lemma in known or gazetteer.is_institution_head(lemma) or _is_body(token, names, bodies):
        return Anaphor(token, "body", word if word in names else lemma)
    return None


def _names(beside: Token) -> bool:
    """Tell "the minister, Ana Ruzhin" from "the minister, an old rival"."""
    return beside.pos_ == "PROPN" or not any(child.dep_ in {"det", "poss"} for child in children(beside))


def _is_either(token: Token) -> bool:
    """As in "his or her", "he or she": anybody."""
    doc, at = token.doc, token.i
    before = at > 1 and doc[at - 1].lower_ in {"or", "/"} and doc[at - 2].lower_ in GENDERED
    return before or (at + 2 < len(doc) and doc[at + 1].lower_ in {"or", "/"} and doc[at + 2].lower_ in GENDERED)


def _title(token: Token) -> str | None:
    """The title that a noun heads or ends: "secretary of state", "deputy minister"."""
    doc, after = token.doc, token.i + 2
    longer = title_ending_at(doc, after) if after < len(doc) and doc[token.i + 1].lower_ == "of" else None
    titled = longer if longer is not None and longer[0] <= token.i else title_ending_at(doc, token.i)
    return written_out(titled[1]) if titled is not None else None


def is_party_member(token: Token) -> bool:
    """As in "the Utah Republican", "this Democrat": a word for the members of a party that means one of them."""
    return (
        token.tag_ in {"NN", "NNP"}
        and token.dep_ in _ALONE
        and token.lower_ in words("anaphora", "party_members")
        and any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in children(token))
    )


def stands_for_many(token: Token) -> bool:
    """As in "the opposition", "a coalition partner": words for people that mean a camp or a body, and no one person."""
    if token.lower_ in words("anaphora", "camps"):
        return True
    shared = words("anaphora", "joint")
    return token.lower_ in {"partner", "ally"} and any(child.lower_ in shared for child in children(token))


def phrase_start(head: Token) -> int:
    """Return the first token of the noun phrase that ends in `head`."""
    return min([head.i, *(child.i for child in children(head) if child.dep_ in _BEFORE and child.i < head.i)])


def _is_person(token: Token, people: Collection[str]) -> bool:
    word = token.lower_
    if token.tag_ not in {"NN", "NNP"} or stands_for_many(token):
        return False
    if kin(word):
        return word in people
    return is_person_noun(word) or word in people or word in words("anaphora", "people")


def _is_body(token: Token, names: Collection[str], bodies: Collection[str]) -> bool:
    return (
        (token.lower_ in names and token.text[:1].isupper())  # "the Mission"; "the research" is no institute
        or token.lower_ in bodies
        or token.lower_ in words("anaphora", "bodies")
        or token.lemma_.lower() in words("anaphora", "bodies")
    )


def _opens_with_the(age: Token) -> bool:
    """As in "the 54-year-old": the age begins a phrase of its own and describes no noun."""
    opened = any(token.lower_ == "the" for token in tokens_of(age.doc)[max(0, age.i - 6) : age.i])
    return opened and not (age.dep_ == "amod" and age.head.i == age.i + 1)


def _is_definite(child: Token) -> bool:
    return (child.dep_ == "det" and child.lower_ in _DEFINITE) or (child.dep_ == "poss" and child.tag_ == "PRP$")


def _is_definite_ex(token: Token) -> bool:
    """As in "the ex-president", of which the parser makes three nouns."""
    if token.i < 3 or token.nbor(-1).text != "-" or token.nbor(-2).lower_ != "ex":
        return False
    return token.nbor(-3).lower_ in _DEFINITE or token.nbor(-3).tag_ == "PRP$"


def _is_expletive(token: Token) -> bool:
    """As in "it is clear that", "it emerged that", "it was the court that": it points at nothing."""
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return False
    verb = token.head
    clauses = [child for child in children(verb) if child.dep_ in {"ccomp", "csubj", "xcomp"} and child.i > verb.i]
    if verb.lemma_ == "be":
        adjectives = [child for child in children(verb) if child.dep_ in {"acomp", "attr"}]
        held = [c for a in adjectives for c in children(a) if c.dep_ in {"ccomp", "xcomp", "relcl", "advcl"}]
        return bool(clauses or held) or any(a.lower_ in words("anaphora", "times") for a in adjectives)
    return verb.lemma_.lower() in words("anaphora", "impersonal") and bool(clauses)
