"""Rivals by what voters say: those to whom one sentence gives shares, between whom it lets voters choose.

In: a parsed article and its resolution. Out: `Candidate`s COMPETES_WITH. "X has 45 percent to Y's 41 percent", "they
prefer X to Y", "X vs. Y": the two do nothing to each other, so no frame of the lexicon joins them.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load
from polgraph.extraction.participants import Participant
from polgraph.extraction.predicates import Candidate
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from polgraph.extraction.links import Link, Resolution

__all__ = ["poll_claims"]

_RULE = "COMPETES_WITH:poll"
_REACH = 12  # tokens from a figure to whose it is
_SUBJECTS = {"nsubj", "nsubjpass"}


def poll_claims(doc: Doc, resolution: Resolution) -> list[Candidate]:
    """Find who runs against whom by the shares of votes that a sentence gives them."""
    figures: dict[int, list[Token]] = {}
    claims: list[Candidate] = []
    for token in tokens_of(doc):
        if token.lower_ in _words("shares"):
            figures.setdefault(token.sent.start, []).append(token)
        elif token.lower_ in _words("versus") and 0 < token.i < len(doc) - 1:
            claims += _rivals(token, [token.nbor(-1)], [token.nbor(1)], resolution)
        elif token.lower_ in {"ahead", "behind"} and token.head.pos_ == "VERB" and token.i < len(doc) - 1:
            behind = arguments.prepositional(token, ("of",)) or [
                noun for noun in children(token) if noun.dep_ == "pobj"
            ]
            claims += _rivals(token, arguments.objects(token.head), behind, resolution)
        elif token.pos_ == "VERB" and token.lemma_ in _words("preferring"):
            claims += _rivals(token, *_choice(token), resolution)
    claims += [claim for found in figures.values() for claim in _between(found[0].sent, found, resolution)]
    return claims


def _choice(verb: Token) -> tuple[list[Token], list[Token]]:
    """Whom somebody would rather have, and whom not: "prefer X to Y", "vote for X over Y"."""
    chosen = arguments.objects(verb) or arguments.prepositional(verb, ("for",))
    passed = arguments.prepositional(verb, ("over|above",)) or arguments.prepositional(verb, ("more", "than"))
    if verb.lemma_ in {"pit", "match"}:
        return arguments.objects(verb), arguments.prepositional(verb, ("against|with",))
    if verb.lemma_ in {"prefer", "favor", "favour"}:
        passed += arguments.prepositional(verb, ("to",))
    return chosen, passed + [noun for one in chosen for noun in arguments.prepositional(one, ("over",))]


def _rivals(
    trigger: Token, ones: Sequence[Token], others: Sequence[Token], resolution: Resolution
) -> Iterator[Candidate]:
    for one in ones:
        for other in others:
            ends = resolution.by_token.get(one.i), resolution.by_token.get(other.i)
            if ends[0] is not None and ends[1] is not None and _are_people(ends[0], ends[1], resolution):
                yield _claim(trigger, ends[0], ends[1])


def _are_people(one: Link, other: Link, resolution: Resolution) -> bool:
    types = {resolution.entities[link.entity].type for link in (one, other)}
    return types == {"Person"} and one.entity != other.entity


def _between(sentence: Span, figures: list[Token], resolution: Resolution) -> Iterator[Candidate]:
    context = sentence.doc[max(0, sentence.start - _REACH) : sentence.end]
    if len(figures) < 2 or not any(token.lemma_.lower() in _words("polling") for token in context):
        return
    nearest: dict[str, Link] = {}
    for link in sorted(_people(sentence, resolution), key=lambda link: _distance(link, figures)):
        if _distance(link, figures) <= _REACH:
            nearest.setdefault(link.entity, link)
    for one, other in combinations(list(nearest.values())[: len(figures)], 2):
        yield _claim(figures[0], one, other)


def _claim(trigger: Token, one: Link, other: Link) -> Candidate:
    return Candidate(
        relation="COMPETES_WITH",
        subject=Participant(one.entity, one.start, one.end, one.score),
        object=Participant(other.entity, other.start, other.end, other.score),
        trigger=trigger.i,
        modality="asserted",
        rule=_RULE,
    )


def _people(sentence: Span, resolution: Resolution) -> list[Link]:
    """Who is named in a sentence, without those who only speak in it."""
    links = {link.start: link for token in sentence if (link := resolution.by_token.get(token.i)) is not None}
    return [
        link
        for link in links.values()
        if resolution.entities[link.entity].type == "Person" and not _speaks(sentence.doc[link.head])
    ]


def _speaks(name: Token) -> bool:
    return name.dep_ in _SUBJECTS and any(child.dep_ == "ccomp" for child in children(name.head))


def _distance(link: Link, figures: list[Token]) -> int:
    return min(abs(link.head - figure.i) for figure in figures)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("support")[key])
