"""Names that the model left out, told by their words, their shape or their company.

In: a parsed article, its capitalised tokens and which tokens are names already. Out: further `NameSpan`s: capitalised
runs that end in a word for an institution, organs and parties by name, people with a title, a description or a verb of
speech, bodies by their company.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.names.bounds import head_of, is_capitalised, joins
from polgraph.extraction.names.evidence import has_title, person_votes, thing_votes
from polgraph.extraction.names.layout import is_shouted
from polgraph.extraction.names.name import NameSpan
from polgraph.extraction.names.portfolios import is_field, is_portfolio
from polgraph.extraction.standing.party_words import is_plain_word
from polgraph.extraction.syntax.tree import children, text_of
from polgraph.extraction.titles import gender, honorifics, is_person_noun, title_ending_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

__all__ = ["missed_bodies", "missed_institutions", "missed_people"]

# "TeleNord", but no "McTavel"
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O)[A-Z])[A-Z][a-z]+[A-Z][a-z]\w*")
_FULL = 2  # words of most people's names
_ACRONYM = range(3, 6)  # letters
_SPEAKING = {"say", "add", "tell", "reply", "insist", "argue", "warn", "concede", "admit"}
_PARTICLES = frozenset(load("names")["particles"])


def missed_bodies(doc: Doc, capitals: Sequence[Token], taken: frozenset[int]) -> Iterator[NameSpan]:
    """Names by their shape and their company: "TeleNord", "the Silver Shuttle", "of DAP", "X Y, who"."""
    end = 0
    for token in capitals:
        index = token.i
        if index < end or index in taken or not _may_name(token):
            continue
        end = index + 1
        while end < len(doc) and end not in taken and not doc[end].is_sent_start and _goes_on(doc, end, taken):
            end += 1
        if end - index > 1 and end < len(doc) and doc[end].lower_ in {"party", "movement"}:
            end += 1  # "the Grey Wave party"
            yield NameSpan(index, end, end - 1, text_of(doc, index, end), "Institution")
            continue
        span = NameSpan(index, end, head_of(doc, index, end), text_of(doc, index, end), None)
        kind = _kind(doc, span)
        if kind is not None:
            yield replace(span, type=kind)


def _may_name(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.pos_ == "PROPN"
        and token.ent_type_ in {"", "ORG"}
        and not is_person_noun(token.lower_)
        and token.lower_.strip(".") not in words("names", "calendar") | words("names", "never")
        and not is_field(token.lower_)
        and token.text.rstrip(".") not in honorifics()
    )


def _goes_on(doc: Doc, index: int, taken: frozenset[int]) -> bool:
    if _may_name(doc[index]):
        return True
    small = doc[index].lower_ in {"of", "and", "&", "-", "'s", "'"} and index + 1 < len(doc)
    return small and index + 1 not in taken and _may_name(doc[index + 1]) and doc[index - 1].text[:1].isupper()


def _kind(doc: Doc, span: NameSpan) -> str | None:
    """The kind of participant that a run of capitalised words names; None where it may be anything."""
    words_ = span.end - span.start
    if gazetteer.place(span.text) is not None or is_shouted(doc, span.start, span.end):
        return None
    if words_ == 1 and (_CAMEL.fullmatch(span.text) or _is_acronym(doc, span)):
        return "Institution"
    person, thing = person_votes(doc, span), thing_votes(doc, span)
    if words_ == 1 or person != thing:
        return ("Person" if person > thing else "Institution") if max(person, thing) > words_ % 2 + 1 else None
    last = doc[span.end - 1]
    if last.lower_ in words("institutions", "state_heads"):
        return "Nation"
    if doc.vocab[doc[span.start].lower_].is_oov and doc[span.start].text.istitle() and span.end - span.start == _FULL:
        return "Person"
    if doc[span.start].is_sent_start or span.text.isupper() or last.lower_ in words("names", "things"):
        return None
    return "Institution"


def _is_acronym(doc: Doc, span: NameSpan) -> bool:
    """As in "Ann Tavel of DAP", "DAP's Ann Tavel"."""
    text = span.text
    if not (text.isupper() and text.isalpha() and len(text) in _ACRONYM) or text in words("names", "no_acronyms"):
        return False
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    titled = is_person_noun(after) and span.end < len(doc) and not doc[span.end].is_upper
    return before in {"of", "from", "by"} or after == "'s" or titled


def missed_institutions(doc: Doc, capitals: Sequence[Token], taken: frozenset[int]) -> Iterator[NameSpan]:
    """Capitalised runs that end in a word for an institution, and organs and parties by name."""
    end = 0
    for token in capitals:
        index = token.i
        if index < end or not is_capitalised(token) or index in taken:
            continue
        end = index + 1
        while end < len(doc) and (is_capitalised(doc[end]) or joins(doc, end)):
            end += 1
        run = [t for t in range(index, end) if t not in taken]
        yield from _institution_in(doc, run)


def _institution_in(doc: Doc, run: list[int]) -> Iterator[NameSpan]:
    if not run:
        return
    start, end = run[0], run[-1] + 1
    if end - start != len(run):
        return
    for first in range(start, end):
        for last in range(end, first, -1):
            text = text_of(doc, first, last)
            party = gazetteer.party(text) and not is_plain_word(doc, first, last)
            outlet = gazetteer.is_outlet(text) and _has_staff(doc, last)
            if gazetteer.is_organ(text) or outlet or (party and not _is_own_party(doc, start, first, last)):
                adjective = gazetteer.party(text) and doc[last - 1].dep_ in {"amod", "compound"} and text[-1] != "s"
                country = gazetteer.organ_country(text)
                yield NameSpan(first, last, head_of(doc, first, last), text, "Institution", country, adjective)
                return
    sentence_start = bool(doc[start].is_sent_start)
    for last in range(end, start + 1, -1):
        if (
            gazetteer.is_institution_head(doc[last - 1].text)
            and not (sentence_start and doc[start].pos_ in {"DET", "PRON", "ADP"})
            and not is_portfolio(doc, start, last)
        ):
            double = last < end and text_of(doc, last - 1, last + 1).casefold() in words("institutions", "double_heads")
            last += double  # noqa: PLW2901  "Marlow School District"
            yield NameSpan(start, last, head_of(doc, start, last), text_of(doc, start, last), "Institution")
            return


def _has_staff(doc: Doc, last: int) -> bool:
    """As in "Politico reporter", "told Politico's": a paper whose name is a plain word too; no "Vice President"."""
    titled = title_ending_at(doc, last) if last < len(doc) else None
    if titled is not None and titled[0] < last:
        return False
    return last < len(doc) and (is_person_noun(doc[last].lower_) or doc[last].lower_ in {"'s", "’s"})


def _is_own_party(doc: Doc, start: int, first: int, last: int) -> bool:
    """As in "Lake Democrats": a word before that is no place and no chamber makes it a party of its own."""
    if first == start or last - first > 1 or doc[last - 1].text[-1] != "s":
        return False
    before = doc[first - 1]
    return (
        before.pos_ == "PROPN"
        and not before.is_sent_start
        and gazetteer.place(before.text) is None
        and not gazetteer.is_organ(before.text)
        and before.lower_ not in words("institutions", "chambers") | {"congressional", "capitol"}
    )


def missed_people(doc: Doc, capitals: Sequence[Token], taken: frozenset[int]) -> Iterator[NameSpan]:
    """Names that the model left out, told by their company: a title before, a description after, a verb of speech."""
    end = 0
    for token in capitals:
        index = token.i
        if index < end or index in taken or not _is_name_word(token):
            continue
        end = index + 1
        while end < len(doc) and end not in taken and (_is_name_word(doc[end]) or _is_inside_name(doc, end)):
            end += 1
        span = NameSpan(index, end, head_of(doc, index, end), text_of(doc, index, end), "Person")
        if (
            gazetteer.place(span.text) is None
            and not gazetteer.is_institution_head(doc[end - 1].text)
            and _acts_as_person(doc, span)
        ):
            yield span


def _is_name_word(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.pos_ == "PROPN"
        and not token.is_upper
        and not is_person_noun(token.lower_)
        and token.lower_.strip(".") not in words("names", "calendar") | words("names", "never")
        and not is_field(token.lower_)
        and token.text.rstrip(".") not in honorifics()
    )


def _is_inside_name(doc: Doc, index: int) -> bool:
    """A hyphen, an initial's dot or a particle between two words of a name."""
    inside = doc[index].lower_ in _PARTICLES or doc[index].text in {"-", "'"} or len(doc[index].text.strip(".")) == 1
    return inside and index + 1 < len(doc) and doc[index + 1].text[:1].isupper() and doc[index + 1].pos_ == "PROPN"


def _acts_as_person(doc: Doc, span: NameSpan) -> bool:
    head = doc[span.head]
    before = doc[span.start - 1] if span.start else None
    titled = before is not None and not before.is_sent_start and before.pos_ == "NOUN" and is_person_noun(before.lower_)
    apposed = any(child.dep_ == "appos" and is_person_noun(child.lower_) for child in children(head)) or (
        head.dep_ == "appos" and is_person_noun(head.head.lower_)
    )
    speaks = head.dep_ == "nsubj" and head.head.lemma_ in _SPEAKING
    named = span.end - span.start > 1 and gender(doc[span.start].text) is not None
    return titled or apposed or speaks or named or has_title(doc, span.start)
