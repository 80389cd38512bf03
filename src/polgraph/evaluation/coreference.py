"""Mentions and who is who: spans found, and the three measures whose mean the CoNLL shared tasks rank by.

In: clusters, each the set of places where one entity is mentioned. Out: a tally per measure. Clusters of one mention
count; MUC looks at links and so ignores them. References: MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998), CEAF
(Luo 2005, the entity-based form), their mean (Pradhan et al. 2011).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from polgraph.evaluation.assignment import best_total
from polgraph.evaluation.tallies import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from polgraph.evaluation.gold import GoldMention
    from polgraph.model import Mention

__all__ = ["CONLL", "b_cubed", "ceaf_e", "clusters", "mention_tallies", "muc"]

Place = tuple[int, int]
Cluster = frozenset[Place]

CONLL = ("MUC", "B3", "CEAFe")  # whose F1s have the mean that is the CoNLL score
_FORMS = ("name", "nominal", "pronoun")


def mention_tallies(gold: Sequence[GoldMention], predicted: Sequence[Mention]) -> dict[str, Tally]:
    """Count spans, all and by form, and the three coreference measures."""
    tallies = {"mentions": Tally.of(_places(gold), _places(predicted))}
    for form in _FORMS:
        of_gold = [mention for mention in gold if mention.form == form]
        of_predicted = [mention for mention in predicted if mention.form == form]
        tallies[f"mentions, {form}s"] = Tally.of(_places(of_gold), _places(of_predicted))
    key, response = clusters(gold), clusters(predicted)
    measured = zip(CONLL, (muc(key, response), b_cubed(key, response), ceaf_e(key, response)), strict=True)
    return tallies | {f"coreference {name}": tally for name, tally in measured}


def clusters(mentions: Iterable[GoldMention | Mention]) -> list[Cluster]:
    """Gather the places of each entity; a place that two entities claim stays with the first."""
    places: dict[str, set[Place]] = defaultdict(set)
    taken: set[Place] = set()
    for mention in mentions:
        place = (mention.start, mention.end)
        if place not in taken:
            taken.add(place)
            places[mention.entity].add(place)
    return [frozenset(cluster) for cluster in places.values()]


def muc(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Tally:
    """Count the links that each side needs and the other has."""
    return Tally(_links(gold), _links(predicted), _kept_links(gold, predicted), _kept_links(predicted, gold))


def b_cubed(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Tally:
    """For each mention, the share of its cluster that stands with it on the other side too."""
    return Tally(sum(map(len, gold)), sum(map(len, predicted)), _together(gold, predicted), _together(predicted, gold))


def ceaf_e(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Tally:
    """Pair clusters one to one so that their likeness (Dice) is greatest."""
    likeness = [[2 * len(one & other) / (len(one) + len(other)) for other in predicted] for one in gold]
    total = best_total(likeness)
    return Tally(len(gold), len(predicted), total, total)


def _places(mentions: Iterable[GoldMention | Mention]) -> set[Place]:
    return {(mention.start, mention.end) for mention in mentions}


def _links(side: Sequence[Cluster]) -> int:
    return sum(len(cluster) - 1 for cluster in side)


def _kept_links(side: Sequence[Cluster], other: Sequence[Cluster]) -> int:
    home = _home(other)
    kept = 0
    for cluster in side:
        found = [home[place] for place in cluster if place in home]
        missing = len(cluster) - len(found)  # each stands alone on the other side
        kept += len(cluster) - (len(set(found)) + missing)
    return kept


def _together(side: Sequence[Cluster], other: Sequence[Cluster]) -> float:
    home = _home(other)
    total = 0.0
    for cluster in side:
        parts: dict[int, int] = defaultdict(int)
        for place in cluster:
            if place in home:
                parts[home[place]] += 1
        total += sum(size * size for size in parts.values()) / len(cluster)
    return total


def _home(side: Sequence[Cluster]) -> Mapping[Place, int]:
    return {place: number for number, cluster in enumerate(side) for place in cluster}
