"""Claims against annotated rows, at four levels, with modality, speaker and participants.

In: one annotated article and what was extracted from it. Out: a `Match` that holds every claim with the annotated
ends it means, and from it the tallies. A row counts once, however often it is stated or found:

- `strict`: subject, relation and object; a symmetric relation in either order
- `family`: the relation only up to its family, its direction as in `strict`
- `signed pair`: the two ends in any order, and whether the relation is hostile, neutral or friendly
- `pair`: the two ends in any order
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polgraph.evaluation.names import Roster
from polgraph.evaluation.tallies import Share, Tally
from polgraph.ontology import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from polgraph.evaluation.gold import GoldArticle, GoldRelation
    from polgraph.model import Claim, Extraction

__all__ = [
    "GROUPS",
    "LEVELS",
    "Key",
    "Match",
    "MatchedClaim",
    "match",
    "relation_tallies",
    "rule_tallies",
    "shares",
    "tallies",
]

Key = tuple[object, ...]

LEVELS = ("strict", "family", "signed pair", "pair")
GROUPS = ("all", "events", "ties")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedClaim:
    """A claim and the annotated ends, or "?name", that its own mean; speaker is None for the article itself."""

    claim: Claim
    subject: str
    object: str
    speaker: str | None

    @property
    def key(self) -> Key:
        """What the strict level compares."""
        return _key(self.claim.relation, self.subject, self.object)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The claims of one article beside its annotated rows.

    claims: in the order of the extraction. types: the type that each participant was given. rows: by strict key.
    """

    article: GoldArticle
    claims: tuple[MatchedClaim, ...]
    types: Mapping[str, str]
    rows: Mapping[Key, tuple[GoldRelation, ...]]


def match(article: GoldArticle, extraction: Extraction) -> Match:
    """Find for every claim the annotated entities that it is about."""
    roster = Roster(article.entities)
    entities = {entity.id: entity for entity in extraction.entities}
    claims: list[MatchedClaim] = []
    types: dict[str, str] = {}
    for claim in extraction.claims:
        subject, object_ = entities[claim.subject], entities[claim.object]
        # a speaker is known by name alone: so says the published measure
        speaker = None if claim.speaker is None else roster.find(entities[claim.speaker].name)
        found = [roster.find(entity.name, entity.aliases) for entity in (subject, object_)]
        types |= zip(found, (subject.type, object_.type), strict=True)
        claims.append(MatchedClaim(claim=claim, subject=found[0], object=found[1], speaker=speaker))
    rows: dict[Key, tuple[GoldRelation, ...]] = {}
    for row in article.relations or ():
        key = _key(row.relation, row.subject, row.object)
        rows[key] = (*rows.get(key, ()), row)
    return Match(article=article, claims=tuple(claims), types=types, rows=rows)


def tallies(matched: Match) -> dict[str, Tally]:
    """Count every group at every level: "events signed pair"."""
    gold = [(row.relation, row.subject, row.object) for row in matched.article.relations or ()]
    predicted = [(found.claim.relation, found.subject, found.object) for found in matched.claims]
    return {
        f"{group} {level}": Tally.of(_keys(gold, group, level), _keys(predicted, group, level))
        for group in GROUPS
        for level in LEVELS
    }


def shares(matched: Match) -> dict[str, Share]:
    """Count modality, speaker and date over the claims that are right at the strict level, and participants."""
    modality = speaker = date = Share()
    for found in matched.claims:
        rows = matched.rows.get(found.key)
        if rows is None:
            continue
        modality += Share(int(any(row.modality == found.claim.modality for row in rows)), 1)
        speaker += Share(int(any(row.speaker == found.speaker for row in rows)), 1)
        dates = [row.date for row in rows if row.date is not None]
        if dates:
            date += Share(int(_day(found.claim) in dates), 1)
    wanted = {entity.id: entity.type for entity in matched.article.entities if entity.id in _participants(matched)}
    typed = sum(matched.types.get(identity) == kind for identity, kind in wanted.items())
    return {
        "modality right": modality,
        "speaker right": speaker,
        "date right": date,
        "participants found": Share(sum(identity in matched.types for identity in wanted), len(wanted)),
        "participants found and typed": Share(typed, len(wanted)),
    }


def relation_tallies(matched: Match) -> dict[str, Tally]:
    """Count the strict level for each relation by itself."""
    gold, predicted = set(matched.rows), {found.key for found in matched.claims}
    names = sorted({str(key[0]) for key in gold | predicted})
    return {name: Tally.of(_of_relation(gold, name), _of_relation(predicted, name)) for name in names}


def rule_tallies(matched: Match) -> dict[str, Tally]:
    """Count the strict level for each rule by itself; what counts as gold for a rule is every row of the article.

    So the precision is how far the rule can be trusted, and the recall its part in the whole. A claim that two rules
    make counts for both.
    """
    keys: dict[str, set[Key]] = {}
    for found in matched.claims:
        keys.setdefault(found.claim.rule, set()).add(found.key)
    return {rule: Tally.of(set(matched.rows), keys[rule]) for rule in sorted(keys)}


def _key(relation: str, subject: str, object_: str) -> Key:
    return (relation, *_ends(relation, subject, object_))


def _ends(relation: str, subject: str, object_: str) -> tuple[str, str]:
    if RELATIONS[relation].symmetric and object_ < subject:
        return object_, subject
    return subject, object_


def _keys(rows: Iterable[tuple[str, str, str]], group: str, level: str) -> set[Key]:
    return {_at_level(level, *row) for row in rows if group == "all" or (group == "ties") == RELATIONS[row[0]].tie}


def _at_level(level: str, relation: str, subject: str, object_: str) -> Key:
    match level:
        case "strict":
            return _key(relation, subject, object_)
        case "family":
            return (RELATIONS[relation].family, *_ends(relation, subject, object_))
        case "signed pair":
            return (RELATIONS[relation].sign, *sorted((subject, object_)))
        case _:
            return tuple(sorted((subject, object_)))


def _of_relation(keys: Iterable[Key], relation: str) -> set[Key]:
    return {key for key in keys if key[0] == relation}


def _participants(matched: Match) -> set[str]:
    return {end for row in matched.article.relations or () for end in (row.subject, row.object)}


def _day(claim: Claim) -> str | None:
    """Write the claim's date as far as it is precise, as the annotation does: 2031-05-02, 2031-05, 2031."""
    if claim.date is None:
        return None
    return claim.date[: {"year": 4, "month": 7}.get(claim.date_precision or "day", 10)]
