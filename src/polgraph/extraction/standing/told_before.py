"""Posts whose body was told before: "co-leader X", "Judge X", "chief executive X", "spokesman X said".

In: an office that has no body in its phrase, and later the ties of the whole article. Out: for each such office the
body of its kind that the article mentioned last, else the only one that it names; for a spokesman who it is that he
speaks of. News tells the body once and then leaves it out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.links import Link
from polgraph.extraction.standing.tie import tie
from polgraph.extraction.syntax.tree import children
from polgraph.extraction.titles import core, written_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution
    from polgraph.extraction.predicates import Candidate
    from polgraph.extraction.standing.offices import Office
    from polgraph.model import Entity, Modality

__all__ = ["told_before", "untold"]

_BODY, _SPOKEN, _CLIENT = "body:", "spoken:", "client:"  # in the place of an entity, until the article has been read
_REACH = 120  # tokens back to the body of a post that many bodies have
_PHRASE = 5  # tokens of a title and what stands before it
_SUBJECTS = {"nsubj", "nsubjpass"}


def untold(
    doc: Doc, office: Office, link: Link, modality: Modality = "asserted", *, shared: bool = False
) -> Iterator[Candidate]:
    """Keep the place of a body for an office that has none beside it; `shared` by several it is a plural."""
    several = doc[office.at].tag_ in {"NNS", "NNPS"} and not shared
    if link.form != "name" or several or office.at in range(link.start, link.end):
        return
    kind = _of_whose(doc, office) if office.body is not None else _kind_of(office.title)
    speaks = "speaks" in office.kinds and office.body is None
    if shared:
        kind, speaks = kind if kind == "council" else None, False
    relation = "SPEAKS_FOR" if speaks else "HOLDS_OFFICE"
    open_ = shared or office.body is not None or not _is_told(doc, office, link)
    if (kind is not None or speaks) and open_:
        pleads = core(office.title).rsplit(maxsplit=1)[-1] in words("titles", "counsel")
        entity = _BODY + kind if kind is not None else (_CLIENT if pleads else _SPOKEN)
        place = Link(office.at, office.at + 1, office.at, entity, "nominal", 0.7)
        yield tie(relation, link, place, f"{relation}:told before", office=office, modality=modality)


def _of_whose(doc: Doc, office: Office) -> str | None:
    """As in "his leader X", "her former leader X": of the party."""
    first = office.at
    while first > max(0, office.at - _PHRASE) and doc[first - 1].pos_ in {"NOUN", "ADJ", "PROPN", "PUNCT"}:
        first -= 1
    whose = first > 0 and doc[first - 1].lower_ in {"his", "her", "their"}
    return "party" if whose and core(office.title) == "leader" else None


def _is_told(doc: Doc, office: Office, link: Link) -> bool:
    """As in "the mission's spokesman X", "attorney for X": whose it is is told, though nobody knows the name."""
    if any(doc[index].pos_ == "ADP" for index in range(office.at + 1, link.start)):
        return True
    index = office.at
    while index > max(0, office.at - _PHRASE) and doc[index - 1].pos_ in {"NOUN", "ADJ", "PROPN", "ADV"}:
        index -= 1
    owner = doc[index - 1] if index else doc[office.at]
    return owner.tag_ == "POS" or (owner.tag_ == "PRP$" and owner.lower_ not in {"his", "her"})


def told_before(doc: Doc, found: Sequence[Candidate], resolution: Resolution) -> list[Candidate]:
    """Put the bodies in their places; who holds the post somewhere by another sentence keeps that."""
    if not any(":" in c.object.entity and c.object.entity.startswith((_BODY, _SPOKEN, _CLIENT)) for c in found):
        return list(found)
    told = {(c.subject.entity, _post(c)) for c in found if not _is_open(c)}
    mentions = [link for link in resolution.links if resolution.entities[link.entity].type == "Institution"]
    kept = []
    for candidate in found:
        if not _is_open(candidate):
            kept.append(candidate)
            continue
        if (candidate.subject.entity, _post(candidate)) in told:
            continue
        body = _chief_of_state(doc, candidate, found, resolution)
        if body is None and candidate.object.entity.startswith(_BODY):
            body = _last_of_kind(candidate, candidate.object.entity.removeprefix(_BODY), mentions, resolution)
        elif body is None:
            body = _principal(doc, candidate, resolution)
        if body is not None and body != candidate.subject.entity:
            kept.append(replace(candidate, object=replace(candidate.object, entity=body)))
    return kept


def _chief_of_state(doc: Doc, candidate: Candidate, found: Sequence[Candidate], resolution: Resolution) -> str | None:
    """As in "presidential spokesman X": of the one president of the article."""
    at = candidate.object.start
    if candidate.object.entity != _SPOKEN or not at or doc[at - 1].lower_ != "presidential":
        return None
    chiefs = {
        other.subject.entity
        for other in found
        if (other.title or "").casefold() == "president"
        and not other.former
        and ":" not in other.object.entity.removeprefix("nation:")
        and (other.object.entity == "nation:" or resolution.entities[other.object.entity].type == "Nation")
    }
    return chiefs.pop() if len(chiefs) == 1 else None


def _is_open(candidate: Candidate) -> bool:
    return candidate.object.entity.startswith((_BODY, _SPOKEN, _CLIENT))


def _post(candidate: Candidate) -> str:
    return core((candidate.title or candidate.relation).casefold()).rsplit(maxsplit=1)[-1]


@cache
def _posts() -> dict[str, str]:
    return {str(post): kind for kind, entry in load("titles")["told_before"].items() for post in entry["posts"]}


@cache
def _bodies(kind: str) -> frozenset[str]:
    return frozenset(load("titles")["told_before"][kind]["bodies"])


def _kind_of(title: str) -> str | None:
    whole, post = written_out(title), core(title)
    return _posts().get(whole) or _posts().get(post) or _posts().get(post.rsplit(maxsplit=1)[-1])


def _last_of_kind(candidate: Candidate, kind: str, mentions: Sequence[Link], resolution: Resolution) -> str | None:
    fitting = [link for link in mentions if _fits(resolution.entities[link.entity], kind)]
    before = [link for link in fitting if link.start < candidate.trigger]
    if before:
        last = max(before, key=lambda link: link.start)
        return last.entity if candidate.trigger - last.start < _REACH or _only(fitting) else None
    return fitting[0].entity if fitting and _only(fitting) else None


def _only(fitting: Sequence[Link]) -> bool:
    return len({link.entity for link in fitting}) == 1


def _fits(body: Entity, kind: str) -> bool:
    """Tell a body of a kind by the head of its name: a "Court Bar Association" is no court."""
    parts = re.split(r" of | for ", body.name.casefold(), maxsplit=1)[0].split()
    heads = _bodies(kind)
    if kind == "party" and gazetteer.party(body.name):
        return True
    inside = not heads.isdisjoint(parts) and not gazetteer.is_institution_head(parts[-1])
    return bool(parts) and (parts[-1] in heads or " ".join(parts[-2:]) in heads or inside)


def _principal(doc: Doc, candidate: Candidate, resolution: Resolution) -> str | None:
    """Who a spokesman speaks of, whose case a lawyer has: the subject of what he says or of the sentence before."""
    name = doc[candidate.subject.end - 1]
    pleads = candidate.object.entity == _CLIENT
    verb = name.head if name.dep_ in _SUBJECTS else None
    said = [child for child in children(verb) if child.dep_ == "ccomp"] if verb is not None else []
    sentence = name.sent
    roots = [*said, sentence.root]
    if sentence.start:
        roots.append(doc[sentence.start - 1].sent.root)
    for root in roots:
        found = _subject(root, resolution)
        if found is None or found.entity == candidate.subject.entity:
            continue
        kind = resolution.entities[found.entity].type
        if pleads and kind == "Nation":
            continue
        return found.entity
    return None


def _subject(verb: Token, resolution: Resolution) -> Link | None:
    noun = next((child for child in children(verb) if child.dep_ in _SUBJECTS), None)
    return resolution.headed(noun) if noun is not None else None
