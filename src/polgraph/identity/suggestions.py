"""Which entities may be one: pairs with a score and the reasons for and against, for a person to decide.

Only names that are variants of each other are proposed; what the articles say then speaks for it (the same country,
office or neighbours) or against it (another country, both in one article). Two people with one surname and different
first names are never proposed, nor two that any claim joins.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from polgraph.identity.folding import fold, words
from polgraph.identity.variants import acronyms, compare, consonants, content_words, person_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from polgraph.model import Claim, Entity

__all__ = ["Suggestion", "suggest"]

_OFFICES = frozenset({"HOLDS_OFFICE", "SPEAKS_FOR", "MEMBER_OF"})
_LARGEST_BLOCK = 500  # a word that more names share than this tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Merge `other` into `keep`? score: 0 to 1. reasons: the first is about the names."""

    keep: str
    other: str
    score: float
    reasons: tuple[str, ...]


def suggest(
    entities: Sequence[Entity],
    claims: Iterable[Claim],
    mention_counts: Mapping[tuple[str, str], int],
    *,
    apart: Collection[frozenset[str]] = (),
    min_score: float = 0.3,
) -> list[Suggestion]:
    """Return the pairs that may be one entity, the likeliest first. apart: pairs that a person has told apart."""
    context = _Context(entities, claims, mention_counts)
    alike: list[tuple[Entity, Entity, float, str]] = []
    for one, other in _pairs(entities):
        pair = frozenset({one.id, other.id})
        variant = None if pair in apart or pair in context.joined else compare(one, other)
        if variant is not None:
            alike.append((one, other, *variant))
    rivals: defaultdict[str, int] = defaultdict(int)
    for one, other, _, _ in alike:
        rivals[_vaguer(one, other).id] += 1
    found = [context.weigh(*entry, rivals=rivals[_vaguer(entry[0], entry[1]).id]) for entry in alike]
    return sorted(
        (suggestion for suggestion in found if suggestion.score >= min_score),
        key=lambda suggestion: (-suggestion.score, suggestion.keep, suggestion.other),
    )


class _Context:
    """What the articles say around two entities."""

    def __init__(
        self, entities: Sequence[Entity], claims: Iterable[Claim], mention_counts: Mapping[tuple[str, str], int]
    ) -> None:
        self.name = {entity.id: entity.name for entity in entities}
        self.neighbours: defaultdict[str, set[str]] = defaultdict(set)
        self.offices: defaultdict[str, set[str]] = defaultdict(set)
        self.joined: set[frozenset[str]] = set()
        for claim in claims:
            self.neighbours[claim.subject].add(claim.object)
            self.neighbours[claim.object].add(claim.subject)
            self.joined.add(frozenset({claim.subject, claim.object}))
            if claim.relation in _OFFICES:
                self.offices[claim.subject].add(claim.object)
        self.documents: defaultdict[str, set[str]] = defaultdict(set)
        self.mentions: defaultdict[str, int] = defaultdict(int)
        for (entity, document), count in mention_counts.items():
            self.documents[entity].add(document)
            self.mentions[entity] += count

    def weigh(self, one: Entity, other: Entity, score: float, reason: str, *, rivals: int) -> Suggestion:
        """Add what speaks for and against to what the names say."""
        reasons = [reason]
        if one.country and other.country:
            same = one.country == other.country
            score += 0.15 if same else -0.3
            reasons.append(f"both of {one.country}" if same else f"but {one.country} and {other.country}")
        offices = self.offices[one.id] & self.offices[other.id]
        if offices:
            score += 0.15
            reasons.append(f"both in {self._listed(offices)}")
        near = (self.neighbours[one.id] & self.neighbours[other.id]) - offices
        if near:
            score += 0.1
            reasons.append(f"both near {self._listed(near)}")
        if rivals > 1:
            score /= rivals
            reasons.append(f"but the name fits {rivals}")
        if self.documents[one.id] & self.documents[other.id]:
            score *= 0.4
            reasons.append("but told apart in one article")
        other, keep = sorted(
            (one, other), key=lambda entity: (len(words(entity.name)), self.mentions[entity.id], entity.id)
        )
        return Suggestion(
            keep=keep.id, other=other.id, score=round(min(max(score, 0.0), 0.99), 2), reasons=tuple(reasons)
        )

    def _listed(self, ids: Collection[str]) -> str:
        names = sorted(self.name.get(identity, identity) for identity in ids)
        return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")  # noqa: PLR2004  enough to judge


def _vaguer(one: Entity, other: Entity) -> Entity:
    """Return the one whose name says less: what it fits in several ways, it fits in none for sure."""
    return min(one, other, key=lambda entity: (len(entity.name), entity.id))


def _pairs(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Yield each pair that shares a key once; comparing all with all would take a day on a large case."""
    blocks: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for key in _keys(entity):
            blocks[key].append(entity)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        if len(block) > _LARGEST_BLOCK:
            continue
        for one, other in combinations(sorted(block, key=lambda entity: entity.id), 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def _keys(entity: Entity) -> set[str]:
    parts = words(entity.name)
    keys = {f"name {fold(entity.name)}", f"words {' '.join(sorted(parts))}"}
    if entity.type == "Person":
        return keys | {f"surname {consonants(part)}" for part in person_words(entity)[-1:]}
    keys |= {f"form {fold(form)}" for form in (entity.name, *entity.aliases)}
    keys |= {f"form {acronym}" for acronym in acronyms(entity.name)}
    return keys | {f"sound {consonants(word)}" for word in content_words(entity.name)}
