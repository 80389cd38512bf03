"""Cues that stand behind or between what they report, without quotation marks, as the words lie.

In: a cue verb in the layout of an article. Out: the content around it and its source. "The bridge is closed, said the
mayor", "The bridge is closed, Ana Brel, the mayor, told us, and the ferry would stop too": the parser often takes such
a cue for one more verb in a row, or its source for an object, so commas and finite verbs decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from polgraph.extraction.speech.sources import Source, phrase
from polgraph.extraction.syntax.tree import children, lefts, rights, tokens_of
from polgraph.extraction.titles import is_person_noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Doc, Token

    from polgraph.extraction.speech.spans import Layout

__all__ = ["Framed", "clause_before", "framed"]

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_ARGUMENTS = ("dobj", "dative", "ccomp", "xcomp", "acomp", "attr", "oprd")
_AFTER = (*_SUBJECTS, "dobj", "npadvmod", "dative", "attr")
_TIMES = ("DATE", "TIME")
_PEOPLE = ("PERSON", "ORG", "NORP", "GPE")
_WHOM = frozenset(["tell", "assure", "remind", "inform", "warn", "advise", "reassure", "notify"])
_ENDS = frozenset([",", ";", ":", ".", "?", "!", "--", "-"])
_JOINING = frozenset(["and", "but", "or", "yet"])
_OPENERS = ("WP", "WDT", "WRB", "CC", "IN")
_RELATIVES = ("WP", "WDT", "WP$")
_BREAKS = (";", ":")
_MOST_APPOSITIONS = 3
_REACH = 40
_LONGEST = 120  # clauses of more words are left to the parse, which keeps endless sentences linear


class Framed(NamedTuple):
    """Token spans of the content, both ends included, and whose it is."""

    spans: tuple[tuple[int, int], ...]
    source: Source


def framed(layout: Layout, verb: Token, is_cue: Callable[[Token], bool]) -> Framed | None:
    """Find the clauses that a cue follows or interrupts; None where it opens its sentence or has a clause after it."""
    if verb.tag_ not in (*_FINITE, "VBN"):
        return None
    first, last = layout.sentence(verb.i)
    last = min(last, verb.i + _LONGEST)
    doc = layout.doc
    start = _group_start(verb, max(first, verb.i - _REACH))
    if start - 2 <= first:
        return None
    found = _inverted(verb, start, last) or _after_subject(verb, start, first, last)
    if found is None:
        return None
    comma, source, end = found
    if doc[comma - 1].tag_ in _OPENERS:
        return None  # "a park which, she said, is full": the parse knows better
    before = clause_before(layout, comma, verb, is_cue)
    if before is None:
        return None
    tail = _tail(doc, end, last, is_cue)
    return Framed((before, tail) if tail is not None else (before,), source)


def clause_before(layout: Layout, comma: int, cue: Token, is_cue: Callable[[Token], bool]) -> tuple[int, int] | None:
    """Give the tokens of the main clause that ends before a comma; None where what stands there is none."""
    doc = layout.doc
    first = layout.sentence(comma)[0]
    if comma - first > _LONGEST:
        return None
    for at in range(comma - 1, first, -1):
        if doc[at].text in _BREAKS and any(token.tag_ in _FINITE for token in tokens_of(doc)[at + 1 : comma]):
            first = at + 1
            break
        if doc[at].lower_ in _JOINING and doc[at - 1].text == "," and _has_cue(doc, first, at, is_cue):
            first = at + 1
            break
    while first < comma and not (doc[first].is_alpha or doc[first].is_digit or doc[first].is_quote):
        first += 1
    if first >= comma or not any(_is_main(token, first, comma, cue) for token in tokens_of(doc)[first:comma]):
        return None
    return first, comma - 1


def _is_main(token: Token, first: int, comma: int, cue: Token) -> bool:
    """Tell the verb of a clause that stands on its own from "when it ended" and from a relative clause."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass", "relcl", "acl"):
        return False
    if first <= token.head.i < comma and token.head.i != token.i and token.dep_ not in ("ccomp", "conj", "parataxis"):
        return False
    below = lefts(token)
    if any(child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ == "WRB") for child in below):
        return False
    finite = token.tag_ in _FINITE or any(child.tag_ in _FINITE for child in below if "aux" in child.dep_)
    return finite and token.i != cue.i and any(child.dep_ in _SUBJECTS for child in children(token))


def _is_perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.lemma_ == "have" and child.tag_ in _FINITE for child in lefts(verb))


def _group_start(verb: Token, first: int) -> int:
    """Give the first word of "has always said"."""
    start = verb.i
    while start - 1 > first and _is_between(verb.doc, start - 1):
        start -= 1
    return start


def _is_between(doc: Doc, at: int) -> bool:
    """Tell an auxiliary or an adverb, which may stand between a subject and its verb."""
    return doc[at].pos_ in ("AUX", "ADV") and doc[at].dep_ in ("aux", "advmod", "neg")


def _inverted(verb: Token, start: int, last: int) -> tuple[int, Source, int] | None:
    """Read ", said the mayor": the comma, the source and the last word of its phrase."""
    doc = verb.doc
    if start != verb.i or doc[verb.i - 1].text != ",":
        return None
    below = rights(verb)
    if any(child.dep_ in ("ccomp", "xcomp") for child in below):
        return None
    if any(child.dep_ in _SUBJECTS and child.i < verb.i for child in children(verb)):
        return None
    for child in below:
        pronoun = child.tag_ == "PRP"
        if (pronoun and child.dep_ == "nsubj") or (
            child.dep_ in _AFTER and not pronoun and child.tag_ != "DT" and child.ent_type_ not in _TIMES
        ):
            if child.dep_ != "nsubj" and not _is_somebody(child, below):
                return None
            source = phrase(child, verb)
            return verb.i - 1, source, min(source.last, last)
    return None


def _is_somebody(noun: Token, beside: Iterable[Token]) -> bool:
    """Tell ", claims the diva" from ", won the match and claimed the cup"."""
    if noun.ent_type_ in _PEOPLE or is_person_noun(noun.lemma_.lower()):
        return True
    definite = any(child.lower_ == "the" or child.tag_ == "PRP$" for child in lefts(noun))
    return definite and all(child.dep_ not in ("cc", "conj") for child in beside)


def _after_subject(verb: Token, start: int, first: int, last: int) -> tuple[int, Source, int] | None:
    """Read ", Ana Brel, the mayor, said on Monday"."""
    doc = verb.doc
    end = _cue_end(verb, last)
    if end is None or (verb.tag_ == "VBN" and not _is_perfect(verb)):
        return None
    subject = next((child for child in lefts(verb) if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None:
        if subject.tag_ in _RELATIVES:
            return None
        comma = subject.left_edge.i - 1
        if comma > first and doc[comma].text == "," and doc[start - 1].tag_ != "CC":
            return comma, phrase(subject, verb), end
        return None
    if doc[start - 1].text != ",":
        return None
    # no subject in the parse: the names and appositions between commas, as far as no verb stands there
    at = start - 2
    opening = None
    for _ in range(_MOST_APPOSITIONS):
        while at > first and doc[at].text != "," and doc[at].tag_ not in _FINITE:
            at -= 1
        if at <= first or doc[at].text != ",":
            break
        opening = at
        at -= 1
    if opening is None or opening + 1 >= start - 1:
        return None
    comma = next((each.i for each in tokens_of(doc)[opening + 1 : start] if each.text == ","), start - 1)
    head = doc[opening + 1 : comma].root
    if head.pos_ not in ("PROPN", "NOUN", "ADJ"):
        return None
    return opening, Source(opening + 1, start - 2, head.i), end


def _cue_end(verb: Token, last: int) -> int | None:
    """Give the last word of "told us on Monday"; None where the cue has a clause or a thing of its own."""
    doc = verb.doc
    end = verb.i
    for token in tokens_of(doc)[verb.i + 1 : last + 1]:
        if token.text in _ENDS or token.is_space:
            break
        if token.tag_ in _FINITE or token.lower_ == "that" or token.is_quote:
            return None
        end = token.i
    for child in rights(verb):
        if child.i <= end and child.dep_ in _ARGUMENTS and child.tag_ != "PRP" and verb.lemma_ not in _WHOM:
            return None
    return end


def _tail(doc: Doc, end: int, last: int, is_cue: Callable[[Token], bool]) -> tuple[int, int] | None:
    """Find the clause that goes on after the cue: ", and the ferry would stop too"."""
    at = end + 1
    while at <= last and doc[at].text not in _ENDS:
        at += 1
        if at - end > _REACH:
            return None
    if at + 2 > last or doc[at].text != "," or doc[at + 1].lower_ not in _JOINING:
        return None
    for token in tokens_of(doc)[at + 2 : last + 1]:
        if token.tag_ == "MD" and all(doc[each].pos_ == "ADV" for each in range(at + 2, token.i)):
            return at + 1, last  # "and could close the ferry too"
        if token.tag_ in _FINITE:
            verb = token.head if token.dep_ in ("aux", "auxpass") else token
            subject = next((child for child in lefts(verb) if child.dep_ in _SUBJECTS and child.i > at), None)
            own = subject is not None and subject.i < token.i and not (subject.tag_ == "PRP" and is_cue(verb))
            return (at + 1, last) if own and not _has_cue(doc, verb.i + 1, last, is_cue) else None
    return None


def _has_cue(doc: Doc, first: int, last: int, is_cue: Callable[[Token], bool]) -> bool:
    """Tell whether another cue stands behind a comma of its own: ", she said", ", said the mayor"."""
    for token in tokens_of(doc)[first : last + 1]:
        if token.tag_ in _FINITE and token.pos_ == "VERB" and is_cue(token):
            subject = next((child for child in lefts(token) if child.dep_ in _SUBJECTS), None)
            opening = token.i if subject is None else subject.left_edge.i
            if opening > first and doc[opening - 1].text == ",":
                return True
    return False
