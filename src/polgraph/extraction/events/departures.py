"""Who leaves an office that the verb does not name: "the Ostlandic defence minister, Ana Ruzhin, resigned".

In: a parsed article, its resolution, the claims of its predicates and the offices that people hold in it. Out:
`Candidate`s LEFT, from who goes to the body or the country of the office told in the same sentence, else of the office
told last before.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.candidates import Candidate
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.modality import modality_of
from polgraph.extraction.participants import participants
from polgraph.extraction.syntax import arguments
from polgraph.extraction.syntax.tree import children, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution

__all__ = ["departures"]


def departures(
    doc: Doc, resolution: Resolution, found: Sequence[Candidate], ties: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Find who leaves the office that he is said to hold."""
    offices = [tie for tie in ties if tie.relation == "HOLDS_OFFICE"]
    if not offices:
        return
    told = {(one.subject.entity, doc[one.trigger].sent.start) for one in found if one.relation in {"LEFT", "DISMISSED"}}
    for token in tokens_of(doc):
        if token.lemma_.lower() not in _words():
            continue
        for noun in _leavers(token):
            for leaver in participants(noun, resolution, target=False, itself=True):
                office = _office(token, leaver.entity, offices)
                if office is None or (leaver.entity, token.sent.start) in told:
                    continue
                modality = modality_of(token)
                if modality not in {"asserted", "planned"} or _is_only_wished(token):
                    continue
                yield Candidate(
                    relation="LEFT",
                    subject=leaver,
                    object=office.object,
                    trigger=token.i,
                    modality=modality,
                    rule=f"LEFT:office:{token.pos_.lower()}",
                )


def _office(token: Token, leaver: str, offices: Sequence[Candidate]) -> Candidate | None:
    own = [tie for tie in offices if tie.subject.entity == leaver]
    sentence = token.sent
    here = [tie for tie in own if sentence.start <= tie.trigger < sentence.end]
    before = [tie for tie in own if tie.trigger < sentence.start and not tie.former]
    return here[0] if here else before[-1] if before else None


def _leavers(token: Token) -> list[Token]:
    """Return who goes: "X resigned", "X stepped down", "X left his post", "X's resignation"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        if lemma not in words("support", "leaving_nouns"):
            return []
        if token.dep_ == "dobj" and token.head.lemma_.lower() in words("support", "tendering"):
            return arguments.agents(token.head)
        return arguments.possessors(token) or arguments.prepositional(token, ("of|by",))
    ways = load("support")["leaving_ways"].get(lemma)
    if token.pos_ != "VERB" or ways is None or arguments.is_passive(token):
        return []
    below = {child.lower_ for child in children(token)}
    if ways and below.isdisjoint(ways):
        return []
    things = [thing.lemma_.lower() for thing in arguments.objects(token)]
    posts = words("support", "left_posts")
    if things and posts.isdisjoint(things):
        return []
    bare = bool(ways) or lemma in words("support", "leaving_bare")
    return arguments.subjects(token) if things or (bare and below.isdisjoint({"from", "out"})) else []


def _is_only_wished(token: Token) -> bool:
    """As in "wants the minister to resign", "should step aside", "refuses to quit"."""
    duty = any(child.dep_ == "aux" and child.tag_ == "MD" and child.lower_ != "will" for child in children(token))
    wished = token.tag_ == "VB" and token.dep_ in {"xcomp", "ccomp", "advcl", "acl"}
    return token.pos_ == "VERB" and (duty or (wished and token.head.lemma_ not in words("support", "deciding")))


@cache
def _words() -> frozenset[str]:
    return words("support", "leaving_nouns") | frozenset(load("support")["leaving_ways"])
