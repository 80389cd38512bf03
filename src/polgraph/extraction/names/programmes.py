"""Broadcasts by name: "CNN's “Morning Call”", "host of “The Tidewater Hour”", "her “Open Line” radio show".

In: a stretch in quotation marks, or the link of such a name. Out: whether it names a programme; PART_OF its broadcaster
and HOLDS_OFFICE of whoever presents it. The model calls these works of art, which are no participants.
"""

from __future__ import annotations

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
    opened = start > 1 and doc[start - 1].text in _MARKS
    if opened and doc[start - 2].lower_ in _POSSESSIVES and start > 2:
        owner = doc[start - 3]
        return gazetteer.is_outlet(owner.text) or owner.lower_ in words("institutions", "broadcasters")
    if opened and doc[start - 2].lower_ == "of" and start > 2:
        return doc[start - 3].lemma_.lower() in words("titles", "presenters")
    return opened and _show_after(doc, end) is not None


def programme_claims(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "Tidewater News' “Morning Call”", "her “Open Line” show"."""
    first = link.start - 2
    if first < 1 or doc[first + 1].text not in _MARKS:
        return
    owner = resolution.by_token.get(first)
    if owner is None or (doc[first].lower_ not in _POSSESSIVES and doc[first].tag_ != "PRP$"):
        owner = resolution.by_token.get(first - 1) if doc[first].lower_ in _POSSESSIVES else None
    if owner is None:
        return
    kind = resolution.entities[owner.entity].type
    if kind == "Institution":
        yield tie("PART_OF", link, owner, "PART_OF:programme")
    elif kind == "Person" and _show_after(doc, link.end) is not None:
        yield tie("HOLDS_OFFICE", owner, link, "HOLDS_OFFICE:own programme")


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
