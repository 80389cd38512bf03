"""What each canned query must answer, in plain Python over the NetworkX graph: name → function(graph, **parameters).

Nothing here is shared with the code under test but the vocabulary. Rows come in the order the query promises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from oracles import near, pairs, single, structure, ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from oracles.claims import Row

__all__ = ["ORACLES"]

ORACLES: dict[str, Callable[..., list[Row]]] = {
    function.__name__.replace("_", "-"): function
    for function in (
        *(near.neighbourhood, near.neighbourhood_by_relation, near.neighbourhood_by_sign),
        *(near.neighbourhood_by_period, near.neighbourhood_two_hops),
        *(ways.path, ways.path_hostile, ways.path_friendly),
        *(ways.paths_shortest, ways.paths_through, ways.paths_best),
        *(single.offices, single.offices_former, single.office_changes, single.speaks_for, single.asylum),
        *(single.distanced, single.denials, single.publisher, single.document, single.said_about),
        *(pairs.kin, pairs.feuds, pairs.rivals, pairs.meetings, pairs.agreements, pairs.accusations_mutual),
        *(pairs.escalation, pairs.contradictions),
        *(structure.most_connected, structure.brokers, structure.common_neighbours, structure.enemy_of_enemy),
        *(structure.triangles, structure.changes, structure.same_party, structure.single_publisher),
        *(structure.never_asserted, structure.mentions),
    )
} | {
    "paths-avoiding": ways.paths_best,
    "accusations": pairs.directed("ACCUSED", show=False),
    "criticism": pairs.directed("CRITICIZED", "REJECTED"),
    "demands": pairs.directed("URGED", "CALLED_FOR_ACTION_AGAINST"),
    "threats": pairs.directed("THREATENED", "MOBILIZED_AGAINST", "ATTACKED"),
    "sanctions": pairs.directed("SANCTIONED", "EXPELLED", "DETAINED"),
    "prosecutions": pairs.directed("INVESTIGATED", "PROSECUTED"),
    "endorsements": pairs.directed("SUPPORTED", "APPOINTED"),
    "aid": pairs.directed("AIDED", "CONCEDED_TO"),
}
