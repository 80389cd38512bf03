"""Who owns a body, told by a possessive: "X's company, Y,", "the Y Foundation, her charity".

In: a parsed article and the link of an institution. Out: CONTROLS candidates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.lexicon import words
from polgraph.extraction.standing.tie import tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from polgraph.extraction.links import Link, Resolution
    from polgraph.extraction.predicates import Candidate

__all__ = ["client_of", "owned_body"]

_POSSESSIVES = {"'s", "’s", "'", "’"}
_CLIENTS = frozenset({"client", "clients"})
_REACH = 4  # words between the owner and what is owned


def owned_body(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X's company, Y,", "his charity Y", "Y, her charity,"."""
    noun = link.start - 1
    noun -= noun > 0 and doc[noun].lower_ == "the"
    noun -= noun > 0 and doc[noun].text == ","
    owner = _owner(doc, noun, resolution) if noun > 0 else None
    if owner is None and link.end + 2 < len(doc) and doc[link.end].text == ",":
        owner = _described(doc, link.end + 1, resolution)
    if owner is not None and resolution.entities[owner.entity].type == "Person":
        yield tie("CONTROLS", owner, link, "CONTROLS:possessive")
    yield from client_of(doc, link, resolution)


def client_of(doc: Doc, link: Link, resolution: Resolution) -> Iterator[Candidate]:
    """As in "X's client, Y,", "X said his client, Y, was innocent"."""
    noun = link.start - 1
    noun -= noun > 0 and doc[noun].lower_ == "the"
    noun -= noun > 0 and doc[noun].text == ","
    lawyer = _owner(doc, noun, resolution, _CLIENTS) if noun > 0 else None
    if lawyer is not None and lawyer.entity != link.entity and resolution.entities[lawyer.entity].type == "Person":
        yield tie("SPEAKS_FOR", lawyer, link, "SPEAKS_FOR:client")


def _owner(doc: Doc, noun: int, resolution: Resolution, nouns: frozenset[str] = frozenset()) -> Link | None:
    """Whose the thing is whose noun stands at a token: "X's real estate company"."""
    if doc[noun].lower_ not in (nouns or words("institutions", "possessions")) or noun in resolution.by_token:
        return None
    for index in range(noun - 1, max(-1, noun - 2 - _REACH), -1):
        owner = resolution.by_token.get(index)
        if owner is not None:
            return owner if owner.form == "pronoun" or doc[index + 1].lower_ in _POSSESSIVES else None
        if doc[index].pos_ not in {"ADJ", "NOUN"} and doc[index].lower_ not in _POSSESSIVES:
            return None
    return None


def _described(doc: Doc, first: int, resolution: Resolution) -> Link | None:
    """Whose the body before a comma is, by what follows: "the Y Foundation, his charity,"."""
    for index in range(first, min(first + _REACH + 2, len(doc))):
        if doc[index].lower_ in words("institutions", "possessions") and index > first:
            ends = index + 1 >= len(doc) or doc[index + 1].text in {",", ".", ")"}
            return _owner(doc, index, resolution) if ends else None
        if doc[index].is_punct and doc[index].lower_ not in _POSSESSIVES:
            return None
    return None
