"""Broadcasts by name: "CNN's “Morning Call”", "host of “The Tidewater Hour”", "her “Open Line” radio show".

In: a stretch in quotation marks, or the link of such a name. Out: whether it names a programme; PART_OF its broadcaster
and HOLDS_OFFICE of whoever presents it. The model calls these works of art, which are no participants.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from polgraph.extraction import gazetteer
from polgraph.extraction.lexicon import words
from polgraph.extraction.standing.tie import tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["is_programme", "programme_claims"]

_POSSESSIVES = {"'s", "’s", "'", "’"}
_MARKS = {'"', "“", "”", "''", "``", "'", "‘", "’"}


def is_programme(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a name in quotation marks is a broadcast's: by owner, presenter or the noun after it."""
    start -= start > 0 and doc[start - 1].lower_ == "the"
    opened = start > 0 and doc[start - 1].text in _MARKS
    if opened and start > 2 and doc[start - 2].lower_ in _POSSESSIVES:
        owner = doc[start - 3]
        return gazetteer.is_outlet(owner.text) or owner.lower_ in words("institutions", "broadcasters")
    if opened and start > 2 and doc[start - 2].lower_ == "of":
        return doc[start - 3].lemma_.lower() in words("titles", "presenters")
    return opened and (_show_after(doc, end) is not None or _host_after(doc, end) is not None)


def programme_claims(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Tidewater News' “Morning Call”", "her “Open Line” show"."""
    yield from _named_after_host(link, resolution)
    first = link.start - 2 - (link.start > 0 and doc[link.start - 1].lower_ == "the")
    if first < -1 or doc[first + 1].text not in _MARKS:
        return
    host = _host_after(doc, link.end)
    person = resolution.by_token.get(host + 1) if host is not None else None
    if person is not None and resolution.entities[person.entity].type == "Person":
        yield tie("HOLDS_OFFICE", person, link, "HOLDS_OFFICE:own programme")  # "“Open Line” host X"
    if first < 1:
        return
    owner = resolution.by_token.get(first)
    if owner is None or (doc[first].lower_ not in _POSSESSIVES and doc[first].tag_ != "PRP$"):
        owner = resolution.by_token.get(first - 1) if doc[first].lower_ in _POSSESSIVES else None
    if owner is None:
        return
    kind = resolution.entities[owner.entity].type
    if kind == "Institution":
        yield tie("PART_OF", link, owner, "PART_OF:programme")
        yield from _presenters(doc, link, resolution)
    elif kind == "Person" and _show_after(doc, link.end) is not None:
        yield tie("HOLDS_OFFICE", owner, link, "HOLDS_OFFICE:own programme")


def _named_after_host(link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "The Ana Ruzhin Show", where the article names Ana Ruzhin."""
    name = resolution.entities[link.entity].name
    if name.rsplit(maxsplit=1)[-1].casefold() not in words("institutions", "broadcasts"):
        return
    for entity in resolution.entities.values():
        if entity.type == "Person" and " " in entity.name and entity.name in name:
            host = replace(link, entity=entity.id)
            yield tie("HOLDS_OFFICE", host, link, "HOLDS_OFFICE:named after its host")


def _presenters(doc: Doc, programme: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "told co-host X" after the only programme that the article names."""
    shows = {link.entity for link in resolution.links if is_programme(doc, link.start, link.end)}
    if shows - {programme.entity}:
        return
    for person in resolution.links:
        at = person.start - 1
        if person.form != "name" or at < max(1, programme.end) or resolution.entities[person.entity].type != "Person":
            continue
        before = at - 1 - 2 * (doc[at - 1].text == "-")  # "co-host"
        whose = before in resolution.by_token or doc[before].lower_ in _POSSESSIVES
        if doc[at].lower_ in words("titles", "presenters") - {"star", "guest", "creator"} and not whose:
            yield tie("HOLDS_OFFICE", person, programme, "HOLDS_OFFICE:only programme")


def _show_after(doc: Doc, end: int) -> int | None:
    """The noun that says what stands in the quotation marks: "“Open Line” radio show"."""
    for index in range(end, min(end + 4, len(doc))):
        if doc[index].lower_ in words("institutions", "broadcasts"):
            return index
        if doc[index].text not in _MARKS | {","} and doc[index].lower_ not in {
            "radio",
            "tv",
            "television",
            "talk",
            "news",
        }:
            return None
    return None


def _host_after(doc: Doc, end: int) -> int | None:
    """The noun for who presents it, after the quotation marks: "“Open Line” host X", "“Open Line,” host X"."""
    index = end
    while index < len(doc) and doc[index].text in _MARKS | {","}:
        index += 1
    index += index + 1 < len(doc) and doc[index].text == "co" and 2 * (doc[index + 1].text == "-")
    presents = end < index < len(doc) and doc[index].lower_ in words("titles", "presenters") - {"star", "guest"}
    return index if presents else None
