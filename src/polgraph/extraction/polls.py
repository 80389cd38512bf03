"""Rivals in a poll: those to whom one sentence gives figures stand against each other, whatever verb carries these.

In: a parsed article and its resolution. Out: `Candidate`s COMPETES_WITH. "X has 45 percent to Y's 41 percent", "45
percent backed X, while 41 percent favoured Y": no predicate joins the two, the figures do.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load
from polgraph.extraction.participants import Participant
from polgraph.extraction.predicates import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from polgraph.extraction.links import Link, Resolution

__all__ = ["poll_claims"]

_RULE = "COMPETES_WITH:poll"
_REACH = 12  # tokens from a figure to whose it is
_SUBJECTS = {"nsubj", "nsubjpass"}


def poll_claims(doc: Doc, resolution: Resolution) -> list[Candidate]:
    """Find who runs against whom by the shares of votes that a sentence gives them."""
    figures: dict[int, list[Token]] = {}
    for token in doc:
        if token.lower_ in _words("shares"):
            figures.setdefault(token.sent.start, []).append(token)
    return [claim for found in figures.values() for claim in _between(found[0].sent, found, resolution)]


def _between(sentence: Span, figures: list[Token], resolution: Resolution) -> Iterator[Candidate]:
    context = sentence.doc[max(0, sentence.start - _REACH) : sentence.end]
    if len(figures) < 2 or not any(token.lemma_.lower() in _words("polling") for token in context):
        return
    nearest: dict[str, Link] = {}
    for link in sorted(_people(sentence, resolution), key=lambda link: _distance(link, figures)):
        if _distance(link, figures) <= _REACH:
            nearest.setdefault(link.entity, link)
    for one, other in combinations(list(nearest.values())[: len(figures)], 2):
        yield Candidate(
            relation="COMPETES_WITH",
            subject=Participant(one.entity, one.start, one.end, one.score),
            object=Participant(other.entity, other.start, other.end, other.score),
            trigger=figures[0].i,
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
    return name.dep_ in _SUBJECTS and any(child.dep_ == "ccomp" for child in name.head.children)


def _distance(link: Link, figures: list[Token]) -> int:
    return min(abs(link.head - figure.i) for figure in figures)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("support")[key])
