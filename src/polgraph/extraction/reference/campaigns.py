"""Campaigns and teams by whose they are: "Ruzhin's campaign accused", "chairman of Ms. Ruzhin's campaign".

In: a parsed article whose names are linked. Out: an institution for each person's campaign where it acts or has people;
elsewhere ("during her campaign", "criticised Ruzhin's campaign") it is what that person does. "The Ruzhin campaign" is
the same body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.extraction.identifiers import entity_id
from polgraph.extraction.lexicon import words
from polgraph.extraction.links import Link
from polgraph.extraction.syntax.tree import children, text_of, tokens_of
from polgraph.extraction.titles import is_person_noun
from polgraph.model import Entity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from polgraph.extraction.links import Resolution

__all__ = ["link_campaigns", "link_staff"]

_POSSESSIVES = {"'s", "’s", "'", "’"}
_TEAMS = {"team", "camp"}
_LONGEST = 3  # words from the owner to the head
_RANKS = 2  # words from "campaign" to the title of its staff
_JUST = 40  # tokens
_STAFF_OF = {"of", "for", "to", "with", "in", "on"}


def link_campaigns(doc: Doc, resolution: Resolution) -> None:
    """Link the campaigns of people whose links are there already, by a name or by "his" and "her"."""
    for owner in resolution.links:
        person = resolution.entities[owner.entity]
        if person.type != "Person" or owner.end >= len(doc):
            continue
        if owner.form == "name" and doc[owner.end].lower_ in _TEAMS and doc[owner.start - 1].lower_ == "the":
            _link_team(owner, person, resolution)
            continue
        if doc[owner.end].lower_ in _POSSESSIVES:
            first, whose = owner.end + 1, text_of(doc, owner.start, owner.end + 1)
        elif doc[owner.head].tag_ == "PRP$":
            first, whose = owner.end, f"{person.name}'s"
        else:
            continue
        head = _campaign_after(doc, first, resolution)
        if head is None or not _is_body(head):
            continue
        whole = f"{whose} {text_of(doc, first, head.i + 1)}"
        identifier = _known(person, head.lower_, resolution)
        if identifier is None and head.lower_ in _TEAMS:
            identifier = _known(person, "campaign", resolution)
        identifier = identifier or entity_id("Institution", whole)
        before = resolution.entities.get(identifier)
        if before is None:
            resolution.entities[identifier] = Entity(id=identifier, type="Institution", name=whole)
        elif whole != before.name:
            resolution.revise(identifier, aliases=tuple(sorted({*before.aliases, whole})))
        resolution.add(Link(first, head.i + 1, head.i, identifier, "name", 0.9 * owner.score))


def link_staff(doc: Doc, resolution: Resolution) -> None:
    """As in "Mia Torres, a campaign spokeswoman": the only campaign of the article, else the one named just before."""
    bodies = {
        entity.id
        for entity in resolution.entities.values()
        if entity.type == "Institution" and entity.name.casefold().endswith(" campaign")
    }
    if not bodies:
        return
    named = sorted((link.end, link.entity) for link in resolution.links if link.entity in bodies)
    for token in tokens_of(doc):
        if token.lower_ != "campaign" or token.dep_ != "compound" or token.i in resolution.by_token:
            continue
        if not is_person_noun(token.head.lower_) or not 0 < token.head.i - token.i <= _RANKS:
            continue
        if any(child.dep_ == "poss" for child in (*children(token), *children(token.head))):
            continue  # "Ruzhin's campaign manager": hers, whatever campaign the article speaks of
        last = next((found for found in reversed(named) if found[0] <= token.i), None)
        if last is not None and (len(bodies) == 1 or token.i - last[0] <= _JUST):
            resolution.add(Link(token.i, token.i + 1, token.i, last[1], "nominal", 0.7))


def _link_team(owner: Link, person: Entity, resolution: Resolution) -> None:
    """As in "the Ruzhin team", where the article speaks of the Ruzhin campaign."""
    campaign = _known(person, "campaign", resolution)
    if campaign is not None:
        resolution.widen(owner, Link(owner.start, owner.end + 1, owner.end, campaign, "name", 0.9 * owner.score))


def _campaign_after(doc: Doc, first: int, resolution: Resolution) -> Token | None:
    for index in range(first, min(first + _LONGEST, len(doc))):
        token = doc[index]
        if token.pos_ not in {"NOUN", "ADJ"} or index in resolution.by_token:
            return None
        if token.lower_ in words("institutions", "campaigns"):
            return token
    return None


def _is_body(head: Token) -> bool:
    """It does something, or something is done by it, or somebody has a post in it."""
    if head.dep_ == "nsubj":
        return head.head.pos_ == "VERB"
    if head.dep_ != "pobj":
        return False
    governor = head.head.head
    return head.head.dep_ == "agent" or (head.head.lower_ in _STAFF_OF and is_person_noun(governor.lower_))


def _known(person: Entity, kind: str, resolution: Resolution) -> str | None:
    """The same person's campaign under another name: "the Ruzhin campaign", "Ana Ruzhin's campaign"."""
    for entity in resolution.entities.values():
        if entity.type != "Institution":
            continue
        for name in (entity.name, *entity.aliases):
            owner, _, last = name.rpartition(" ")
            bare = owner.removesuffix(" presidential").removesuffix("'s").removesuffix("’s")
            if last == kind and any(bare.endswith(part) for part in (person.name, person.name.rpartition(" ")[2])):
                return entity.id
    return None
