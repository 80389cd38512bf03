"""One office, two bearers: "X replaced Y as minister", "appointed X to succeed Y as minister", "took over from Y".

In: a parsed article and the link of a person. Out: HOLDS_OFFICE candidates for whoever came and whoever went. What is
said of the title holds for both, so that one sentence tells two offices; where it says no title, both hold what the
article has just said of one of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import Participant
from polgraph.extraction.standing.office_ties import contiguous, from_offices
from polgraph.extraction.syntax.forms import is_passive, lemma
from polgraph.extraction.syntax.tree import children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["as_phrases", "same_office", "successions"]

_SUBJECTS = {"nsubj", "nsubjpass"}
_REACH = 40  # tokens back to the office that the article has just spoken of


def successions(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X, who replaced Y as minister", "Y was succeeded as minister by X", "X took over from Y as chairman"."""
    for verb, comes in _parts(doc[link.head]):
        for phrase in as_phrases(verb):
            tokens = contiguous([t.i for t in phrase.subtree], phrase.i, doc)
            mood = modality_of(verb)
            for made in from_offices(doc, tokens, link, resolution, mood if comes else "asserted"):
                if made.relation != "HOLDS_OFFICE":
                    continue
                yield made if comes or mood != "asserted" else replace(made, former=True)


def as_phrases(verb: Token) -> list[Token]:
    """The titles after "as" that belong to a verb; the parser may hang them on its object."""
    holders = [
        verb,
        *(child for child in children(verb) if child.dep_ in {"dobj", "prep", "agent"} and child.i > verb.i),
    ]
    holders += [noun for child in holders if child.dep_ in {"prep", "agent"} for noun in children(child)]
    return [
        noun
        for holder in holders
        for child in children(holder)
        if child.lower_ == "as" and child.dep_ == "prep"
        for noun in children(child)
        if noun.dep_ == "pobj"
    ]


def same_office(doc: Doc, link: Link, found: Sequence[Candidate], resolution: Resolution) -> Iterator[Candidate]:
    """As in "X was sworn in as minister of Z. She succeeds Y": the office that one of the two was just said to hold."""
    for verb, comes in _parts(doc[link.head]):
        if comes or as_phrases(verb):
            continue
        others = {
            other.entity
            for noun in verb.subtree
            if (other := resolution.headed(noun)) is not None
            and other.entity != link.entity
            and (verb, True) in set(_parts(noun))
        }
        for known in reversed(found):
            near = 0 <= verb.i - known.trigger < _REACH
            if near and known.relation == "HOLDS_OFFICE" and known.subject.entity in others:
                bearer = Participant(link.entity, link.start, link.end, link.score)
                yield replace(known, subject=bearer, former=True, modality="asserted", rule="HOLDS_OFFICE:same office")
                break


def _parts(name: Token) -> Iterator[tuple[Token, bool]]:
    """The verbs of succession that somebody has a part in, and whether he is the one who comes."""
    verb = name.head
    if name.dep_ in _SUBJECTS | {"dobj"}:
        if _succeeds(verb):
            yield verb, (name.dep_ == "nsubj") and not is_passive(verb)
        if name.dep_ == "nsubj" and _takes_over(verb):
            yield verb, True
        # "appointed X to succeed Y", "X was chosen to replace Y"
        passive = name.dep_ == "nsubjpass"
        if name.dep_ == "dobj" or passive or (name.dep_ == "nsubj" and not _has_object(verb)):
            yield from ((child, True) for child in children(verb) if _is_to_succeed(child))
    elif name.dep_ == "pobj":
        if verb.lower_ == "by" and _succeeds(verb.head) and is_passive(verb.head):
            yield verb.head, True
        elif verb.lower_ == "from" and _takes_over(verb.head):
            yield verb.head, False
    for clause in children(name):
        if clause.dep_ == "relcl":
            for child in children(clause):
                if child.lower_ in {"who", "whom"}:
                    if _succeeds(clause):
                        yield clause, child.dep_ == "nsubj" and not is_passive(clause)
                    elif child.dep_ == "nsubj" and _takes_over(clause):
                        yield clause, True


def _succeeds(verb: Token) -> bool:
    return verb.pos_ == "VERB" and lemma(verb) in words("titles", "succeeding")


def _is_to_succeed(verb: Token) -> bool:
    open_ = verb.dep_ in {"xcomp", "advcl", "ccomp"} and verb.tag_ == "VB"
    return open_ and (_succeeds(verb) or _takes_over(verb)) and not _has_subject(verb)


def _takes_over(verb: Token) -> bool:
    """As in "took over from X"."""
    below = {child.lower_ for child in children(verb)} if verb.lemma_ == "take" else set()
    return {"over", "from"} <= below


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" for child in children(verb))


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in children(verb))
