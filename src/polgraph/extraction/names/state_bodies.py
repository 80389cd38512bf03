"""Bodies of a state or town in small letters: "the Ostlandic foreign ministry", "Ostland's parliament", "Tavel police".

In: a parsed article whose names are linked. Out: an institution for each such body, named by the words of the text and
linked where it is mentioned. One state has one ministry of a kind, so both ways of saying it are the same body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import load, words
from polgraph.extraction.links import Link
from polgraph.extraction.syntax.tree import text_of
from polgraph.model import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution
    from polgraph.extraction.names.name import NameSpan

__all__ = ["link_state_bodies"]

_OWNED = {"amod", "compound", "nmod", "poss"}
_POSSESSIVES = {"'s", "’s", "'", "’"}
_LONGEST = 4  # words from the nation to the head


def link_state_bodies(doc: Doc, names: Sequence[NameSpan], resolution: Resolution) -> None:
    """Link the bodies that a nation's name qualifies."""
    known: dict[tuple[str, str], str] = {}
    for span in names:
        nation = resolution.by_token.get(span.start)
        if span.type != "Nation" or nation is None or nation.start != span.start:
            continue
        name = doc[span.head]
        if name.dep_ not in _OWNED:
            continue
        possessed = span.end < len(doc) and doc[span.end].lower_ in _POSSESSIVES
        first = span.end + possessed
        head = _body_from(doc, first, resolution)
        if head is None:
            continue
        own = text_of(doc, first, head.i + 1)
        whole = text_of(doc, span.start, head.i + 1)
        identifier = known.setdefault((nation.entity, own.casefold()), entity_id("Institution", whole))
        before = resolution.entities.get(identifier)
        resolution.entities[identifier] = Entity(
            id=identifier,
            type="Institution",
            name=before.name if before else whole,
            aliases=tuple(
                sorted({own, whole, *(before.aliases if before else ())} - {before.name if before else whole})
            ),
            country=resolution.entities[nation.entity].country,
        )
        if possessed:
            resolution.add(Link(first, head.i + 1, head.i, identifier, "name", 0.9))
        else:
            resolution.widen(nation, Link(span.start, head.i + 1, head.i, identifier, "name", 0.9))


def _body_from(doc: Doc, first: int, resolution: Resolution) -> Token | None:
    """The body in the words after a nation's name: "foreign ministry" of "foreign ministry spokesman"."""
    found = None
    for index in range(first, min(first + _LONGEST, len(doc))):
        token = doc[index]
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or not token.is_lower or index in resolution.by_token:
            break
        if _is_body(token):
            found = token
    return found


def _is_body(head: Token) -> bool:
    """A ministry, or a bank that the word before makes one of the state: "central bank"."""
    if head.pos_ not in {"NOUN", "PROPN"} or not head.is_lower:
        return False
    before = head.nbor(-1).lower_ if head.i else ""
    return head.lower_ in words("institutions", "state_bodies") or before in load("institutions")["made_bodies"].get(
        head.lower_, ()
    )
