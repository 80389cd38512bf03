"""Title phrases: "former US President", "First Deputy Chairman of X and a member of Y", "his wife".

In: the tokens of a phrase. Out: `Office`s: the title, its kinds of tie, the body, nation or person beside it, former
or acting. Used before a name, in an apposition and after "is" alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import load
from polgraph.extraction.standing.office_bodies import (
    POSSESSIVES,
    TIES,
    body_after,
    body_before,
    is_about_field,
    is_portfolio,
)
from polgraph.extraction.syntax.tree import tokens_of
from polgraph.extraction.titles import kinds, title_ending_at, written_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution

__all__ = ["Office", "offices_in"]

_SENT = {"ambassador", "envoy", "consul", "attaché", "attache", "representative", "delegate", "commissioner"}
_WHERE = {"to", "in", "at", "for"}


@dataclass(frozen=True, slots=True)
class Office:
    """A title in a phrase.

    title: as the text has it. at: token index of its last word. body: the link beside it. by: the word that joins a
    body after the title, "for" in "member for X".
    """

    title: str
    kinds: frozenset[str]
    at: int
    body: Link | None
    former: bool = False
    by: str = ""


def offices_in(doc: Doc, tokens: Sequence[int], resolution: Resolution) -> list[Office]:
    """Find the titles among `tokens` (indices in order), each with the body named nearest to it.

    A body before the title ("Kremlin spokesman") is preferred to one after it ("chairman of the Duma").
    """
    found: list[Office] = []
    inside = set(tokens)
    index = len(tokens) - 1
    former_here = any(_is_former(doc[i].lower_) for i in tokens)
    while index >= 0:
        titled = title_ending_at(doc, tokens[index]) if tokens[index] not in resolution.by_token else None
        linked = resolution.by_token.get(tokens[index])
        if titled is None and linked is not None and linked.form == "nominal":
            titled = title_ending_at(doc, tokens[index])
        if titled is not None and titled[0] not in inside:  # "co-founder" that the parser has cut
            titled = (tokens[index], doc[tokens[index]].lower_) if kinds(doc[tokens[index]].text) else None
        if titled is None:
            index -= 1
            continue
        start, words = titled
        if words == "head" and "at" in {doc[max(0, start - 1)].lower_, doc[max(0, start - 2)].lower_}:
            index -= 1  # "at the head of the march"
            continue
        own = resolution.by_token.get(start) if start < tokens[index] else None  # "U.S. attorney"
        start = _with_modifiers(doc, start, inside, resolution)
        text = "".join(doc[i].text_with_ws for i in range(start, tokens[index] + 1)).strip()
        before = body_before(doc, start, inside, resolution, words)
        if before is None or not (
            _is_sent(doc, words, tokens[index]) or _is_posted(doc, before, tokens[index], resolution)
        ):
            after = body_after(doc, tokens[index], inside, resolution)
            body = before if after is None or _is_where(doc, before, after, tokens[index], resolution) else after
        else:
            body = before
        if body is not None and is_about_field(doc, words, body, resolution):
            body = before if body is not before else None
        elif body is not before is not None and is_portfolio(doc, words, body):
            body = before
        if own is not None and resolution.entities[own.entity].type == "Nation":
            body = own
        joint = doc[tokens[index] + 1].lower_ if body is not None and body.start > tokens[index] else ""
        found.append(Office(text, kinds(words), tokens[index], body, former_here, joint))
        index = tokens.index(start) - 1
    return _sharing(doc, _outermost(doc, found[::-1], resolution))


def _sharing(doc: Doc, found: list[Office]) -> list[Office]:
    """As in "founder and chairman of the Tidewater Fund": founder of the fund too."""
    for number in range(len(found) - 1, 0, -1):
        first, second = found[number - 1], found[number]
        between = doc[first.at + 1 : second.at - len(second.title.split()) + 1]
        after = second.body is not None and second.body.start > second.at
        if first.body is None and after and [token.lower_ for token in between] == ["and"]:
            found[number - 1] = replace(first, body=second.body)
    return found


def _outermost(doc: Doc, found: list[Office], resolution: Resolution) -> list[Office]:
    """Leave out what is somebody else's: in "aide to Ostland's president" the presidency, and Ostland for the aide."""
    kept: list[Office] = []
    for number, office in enumerate(found):
        before = found[number - 1] if number else None
        after = found[number + 1] if number + 1 < len(found) else None
        if after is not None and office.at + 1 == after.at and written_out(office.title) in load("titles")["ranks"]:
            continue  # "deputy leader", where the parts are one description
        if before is not None and office.body is before.body is not None and _is_rank(doc, before, office):
            continue
        last = number + 1 == len(found)
        owns = last and before is None and doc[min(office.at + 1, len(doc) - 1)].lower_ in POSSESSIVES
        if owns and office.at not in resolution.by_token:
            continue  # "the premier's ex"; but "the Tide Party nominee's stance" tells whose nominee is meant
        if before is not None and kept and _is_possessor(doc, before, office):
            kept.pop()  # "the nominee's daughter"
        elif before is not None and _within(doc, before, office):
            if (
                kept
                and kept[-1] is before
                and before.body is not None
                and before.at < before.body.start < before.body.end <= office.at
                and not any(token.pos_ == "ADP" for token in tokens_of(doc)[before.body.end : office.at])
            ):
                kept[-1] = replace(before, body=None)
            continue
        kept.append(office)
    return kept


def _is_rank(doc: Doc, post: Office, office: Office) -> bool:
    """As in "the Ostlandic military spokesman Col. X": the colonel is no second post there."""
    title = written_out(office.title)
    between = doc[post.at + 1 : office.at]
    return title in load("titles")["arms_ranks"] and not any(token.pos_ in {"ADP", "CCONJ"} for token in between)


def _is_possessor(doc: Doc, owner: Office, owned: Office) -> bool:
    between = doc[owner.at + 1 : owned.at]
    return len(between) > 0 and between[0].lower_ in POSSESSIVES and all(token.pos_ != "PUNCT" for token in between[1:])


def _within(doc: Doc, outer: Office, inner: Office) -> bool:
    between = doc[outer.at + 1 : inner.at]
    return (
        (len(between) > 1 or (len(between) == 1 and between[0].lower_ in {"for", "to"}))
        and between[0].lower_ in TIES - POSSESSIVES
        and not any(token.text in {",", ";", "(", ")"} or token.lower_ == "and" for token in between)
    )


def _is_sent(doc: Doc, title: str, at: int) -> bool:
    """As in "Ostland's ambassador to Meridia": what follows is where one is sent, not who sends."""
    return title.rsplit(maxsplit=1)[-1] in _SENT and at + 1 < len(doc) and doc[at + 1].lower_ in _WHERE


def _is_posted(doc: Doc, sender: Link, at: int, resolution: Resolution) -> bool:
    """As in "the top Ostlandic commander in Meridia": whoever has sent him."""
    return at + 1 < len(doc) and doc[at + 1].lower_ in _WHERE and resolution.entities[sender.entity].type == "Nation"


def _is_where(doc: Doc, before: Link | None, after: Link, at: int, resolution: Resolution) -> bool:
    """As in "the Tidewater Agency's coordinator in Ostland": the agency's, who works in Ostland."""
    return (
        before is not None
        and doc[at + 1].lower_ in _WHERE
        and resolution.entities[before.entity].type == "Institution"
        and resolution.entities[after.entity].type == "Nation"
    )


def _with_modifiers(doc: Doc, start: int, inside: set[int], resolution: Resolution) -> int:
    """Take the words of rank before a title into it: "First Deputy" Chairman."""
    while start - 1 in inside and start - 1 not in resolution.by_token and doc[start - 1].lower_ in _ranks():
        start -= 1
    return start


def _is_former(word: str) -> bool:
    return word in _former() or word.startswith("ex-")


@cache
def _former() -> frozenset[str]:
    return frozenset(load("titles")["former"])


@cache
def _ranks() -> frozenset[str]:
    return frozenset(load("titles")["ranks"]) | frozenset(load("titles")["local_ranks"])
