"""What the words beside a name say of its kind: "X, who", "its envoy, X," a person; "the X", "X, which" a thing.

In: a name in a parsed article. Out: votes for a person and for an institution. Only for names that no table and no
head word explains.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.syntax.tree import text_of, tokens_of
from polgraph.extraction.titles import gender, honorifics, is_person_noun, kin

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from polgraph.extraction.names.name import NameSpan

__all__ = ["beside_a_person", "has_title", "is_explained", "person_votes", "thing_votes"]

_STRONG = 3  # what two labels of the model do not outweigh
_AGE = 2  # digits
_NAMED = 3  # tokens before the first name that may belong to somebody "of" it
_LIVING = {"marry", "weep", "smile", "laugh", "retire", "shrug", "sigh", "sob", "nod"}
# what is done to people alone, in the passive
_PERSONAL = {
    "appoint",
    "elect",
    "swear",
    "arrest",
    "sentence",
    "jail",
    "imprison",
    "bear",
    "bury",
    "nominate",
    "promote",
    "exile",
    "behead",
    "hospitalise",
    "hospitalize",
    "inaugurate",
}
_POSTS = {"predecessor", "successor"}
_PREFIXES = {
    "anti",
    "pro",
    "non",
    "pan",
    "inter",
    "trans",
    "neo",
    "post",
    "co",
    "al",
    "el",
    "euro",
    "afro",
    "anglo",
    "sino",
}
_APPOSITION = 9  # tokens after a comma in which the noun of a description stands
_SPEECH = {"say", "add", "tell", "reply", "insist", "argue", "warn", "concede", "admit", "recall", "joke", "explain"}


def is_explained(text: str) -> bool:
    """Tell whether a table or the name's own words say what it names."""
    return (
        gazetteer.place(text) is not None
        or gazetteer.is_organ(text)
        or gazetteer.party(text)
        or text in gazetteer.bodies()
        or any(gazetteer.is_institution_head(word) or word.casefold() in _state_heads() for word in text.split())
    )


def person_votes(doc: Doc, span: NameSpan) -> int:
    """Return how strongly the words beside a name say that somebody bears it."""
    votes = _STRONG * (_is_titled(doc, span) + _is_described(doc, span) + _has_age(doc, span)) + 2 * _has_kin(doc, span)
    votes += _STRONG * (_word(doc, span.end) == "," and _word(doc, span.end + 1) in {"who", "whom"})
    head = doc[span.head]
    votes += 2 * (head.dep_ == "nsubjpass" and head.head.lemma_ in _PERSONAL)
    votes += head.dep_ == "nsubj" and (head.head.lemma_ in _SPEECH or head.head.lemma_ in _LIVING)
    votes += 2 * (span.end - span.start > 1 and gender(doc[span.start].text) is not None)
    votes += 2 * _is_double_barrelled(doc, span)
    return votes


def beside_a_person(doc: Doc, one: NameSpan, two: NameSpan) -> bool:
    """As in "A B and C D": a name of two words in one row with a person's."""
    between = [token.lower_ for token in tokens_of(doc)[one.end : two.start]]
    alike = all(span.end - span.start > 1 and not is_explained(span.text) for span in (one, two))
    return between == ["and"] and alike and "Person" in {one.type, two.type}


def thing_votes(doc: Doc, span: NameSpan) -> int:
    """Return how strongly the words beside a name say that a thing bears it."""
    articled = _word(doc, span.start - 1) == "the" and doc[span.start - 1].head.i == span.head
    whole = not doc[span.end - 1].text.endswith("s") and _word(doc, span.end) not in {"'s", "'", "-"}
    votes = 2 * (articled and whole and _is_alone(doc[span.head]))
    several = span.end - span.start > 1 and doc[span.end - 1].tag_ in {"NNS", "NNPS"}
    votes += 2 * (articled and several and _word(doc, span.end) not in {"'s", "'", "-"})
    told = (_is_a_body, _is_owned, _has_people, _has_staff, _acts_as_a_body, _is_in_brackets)
    votes += _STRONG * any(tells(doc, span) for tells in told)
    return votes + 2 * (_word(doc, span.end) == "," and _word(doc, span.end + 1) == "which")


def has_title(doc: Doc, start: int) -> bool:
    """Tell whether an honorific or an office of state stands before a name."""
    if start == 0:
        return False
    before = doc[start - 1]
    if before.text == "." and start > 1:
        before = doc[start - 2]
    return before.text.rstrip(".") in honorifics() or (
        before.text[:1].isupper() and before.lower_ in words("titles", "state_offices")
    )


def _is_titled(doc: Doc, span: NameSpan) -> bool:
    if span.start == 0 or doc[span.start - 1].is_sent_end:
        return False
    before = doc[span.start - 1]
    return before.tag_ in {"NN", "NNP"} and is_person_noun(before.lower_) and before.lower_ not in _fields()


def _is_described(doc: Doc, span: NameSpan) -> bool:
    """As in "X, editor of Y," "X, its former envoy," and "the director, X,"."""
    if _word(doc, span.start - 1) == "," and _word(doc, span.end) in {",", "."} and span.start > 1:
        noun = doc[span.start - 2]
        if noun.tag_ == "NN" and is_person_noun(noun.lower_):
            return True
    if _word(doc, span.end) != ",":
        return False
    for index in range(span.end + 1, min(span.end + _APPOSITION, len(doc))):
        token = doc[index]
        told = token.pos_ == "VERB" and token.dep_ != "amod"  # but "a retired diplomat"
        if told or token.pos_ in {"AUX", "ADP", "CCONJ", "SCONJ"} or token.text == "," or token.is_sent_start:
            return False
        if token.tag_ == "NN" and is_person_noun(token.lower_):
            following = doc[index + 1] if index + 1 < len(doc) else token
            return following.pos_ in {"ADP", "PUNCT", "PRON", "SCONJ", "CCONJ"}
    return False


def _has_age(doc: Doc, span: NameSpan) -> bool:
    """As in "X, 52," and "X (61)"."""
    age = _word(doc, span.end + 1)
    return (
        _word(doc, span.end) in {",", "("} and age.isdigit() and len(age) == _AGE and _word(doc, span.end + 2) in ",.)"
    )


def _is_double_barrelled(doc: Doc, span: NameSpan) -> bool:
    """As in "Tavel-Ostrow": two surnames, neither of them a word of another kind."""
    marks = [i for i in range(span.start + 1, span.end - 1) if doc[i].text == "-"]
    known = [i for i in (span.start, span.end - 1) if doc.vocab[doc[i].lower_].is_oov or doc[i].ent_type_ == "PERSON"]
    return (
        len(marks) == 1
        and bool(known)
        and all(
            doc[i].text.istitle()
            and doc[i].is_alpha
            and doc[i].lower_ not in _PREFIXES
            and not is_explained(doc[i].text)
            for i in (marks[0] - 1, marks[0] + 1)
        )
    )


def _is_a_body(doc: Doc, span: NameSpan) -> bool:
    """As in "X, a family company," "the daily X", "the company, X,"."""
    before = span.start - 1 - (_word(doc, span.start - 1) == ",")
    if before >= 0 and doc[before].tag_ == "NN" and doc[before].lower_ in _bodies() and not doc[before].is_sent_end:
        if doc[before].dep_ == "pobj" and is_person_noun(doc[before].head.head.lower_):
            return False  # "a spokesman for the company, X, said"
        return before == span.start - 1 or _word(doc, span.end) in {",", "."}
    if _word(doc, span.end) != "," or _word(doc, span.end + 1) not in {"a", "an", "the", "its", "our", "another"}:
        return False
    for index in range(span.end + 2, min(span.end + _APPOSITION, len(doc))):
        token = doc[index]
        if token.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ"} or token.is_punct or token.is_sent_start:
            return False
        if token.tag_ == "NN" and token.lower_ in _bodies() and text_of(doc, index + 1, index + 2) not in {"'s", "'"}:
            return index + 1 >= len(doc) or doc[index + 1].pos_ not in {"NOUN", "PROPN"}
        if token.pos_ == "ADP":
            return False
    return False


def _has_people(doc: Doc, span: NameSpan) -> bool:
    """As in "Ana Ruzhin of X", "X's Ana Ruzhin": where the model sees no place, a body that she belongs to."""
    if doc[span.start].ent_type_ in {"GPE", "LOC"}:
        return False
    if _word(doc, span.start - 1) == "of" and span.start >= _NAMED:
        one = span.start - 2
    elif _word(doc, span.end) == "'s" and span.end + 2 < len(doc):
        one = span.end + 1
    else:
        return False
    both = (one - 1, one) if one < span.start else (one, one + 1)
    return all(doc[i].ent_type_ == "PERSON" and doc[i].text.istitle() for i in both)


def _is_owned(doc: Doc, span: NameSpan) -> bool:
    """As in "owner of X", "X's shareholders": nobody says so of a person or a state."""
    if _word(doc, span.start - 1) == "of" and _word(doc, span.start - 2) in _company("posts"):
        return True
    return _word(doc, span.end) in {"'s", "'"} and _word(doc, span.end + 1) in _company("owned")


def _has_staff(doc: Doc, span: NameSpan) -> bool:
    """As in "an X lawmaker", "X fighters"; but "elected Ana Tavel leader"."""
    if span.end - span.start > 1 and gender(doc[span.start].text) is not None:
        return False
    noun = doc[span.end] if span.end < len(doc) else None
    return noun is not None and noun.pos_ == "NOUN" and noun.lower_ in _company("staff")


def _acts_as_a_body(doc: Doc, span: NameSpan) -> bool:
    """As in "X said it would", "X and its allies", "X won 34 seats", "X was outlawed"."""
    head = doc[span.head]
    verb = head.head
    if head.dep_ in {"dobj", "nsubjpass"}:
        return verb.lemma_ in _company("done")
    if head.dep_ != "nsubj":
        return False
    if verb.lemma_ in _company("doing"):
        return True
    objects = [child for child in verb.children if child.dep_ == "dobj"] + [
        c for c in head.children if c.dep_ == "conj"
    ]
    if any(token.lower_ in _company("prizes") or _is_its_own(token) for token in objects):
        return True
    said = [child for child in verb.children if child.dep_ == "ccomp"] if verb.lemma_ in _SPEECH else []
    return any(child.dep_ == "nsubj" and child.lower_ == "it" for clause in said for child in clause.children)


def _is_its_own(noun: Token) -> bool:
    return any(child.dep_ == "poss" and child.lower_ == "its" for child in noun.children)


def _is_in_brackets(doc: Doc, span: NameSpan) -> bool:
    """As in "Ana Ruzhin (X)"; but "(Ky.)" is where she was elected."""
    if gazetteer.state_of_letters(span.text) is not None:
        return False
    if _word(doc, span.start - 1) != "(" or _word(doc, span.end) != ")" or span.start < _NAMED:
        return False
    return all(doc[i].ent_type_ == "PERSON" and doc[i].text.istitle() for i in (span.start - 3, span.start - 2))


@cache
def _company(kind: str) -> frozenset[str]:
    return frozenset(load("names")["body_company"][kind])


def _has_kin(doc: Doc, span: NameSpan) -> bool:
    return _word(doc, span.end) in {"'s", "'"} and (
        kin(_word(doc, span.end + 1)) is not None or _word(doc, span.end + 1) in _POSTS
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("institutions")["nominals"]) | words("institutions", "bodies")


def _is_alone(head: Token) -> bool:
    return head.dep_ not in {"compound", "amod", "nmod", "poss"}


def _word(doc: Doc, index: int) -> str:
    return doc[index].lower_ if 0 <= index < len(doc) else ""


@cache
def _state_heads() -> frozenset[str]:
    return frozenset(load("institutions")["state_heads"])


@cache
def _fields() -> frozenset[str]:
    return frozenset({"star", "deputy", "independent", "opposition"})
