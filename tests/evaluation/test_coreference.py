"""The worked example of Pradhan et al. (2014), "Scoring coreference partitions of predicted mentions", and more."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, strategies as st

from polgraph.evaluation.assignment import best_total
from polgraph.evaluation.coreference import b_cubed, ceaf_e, clusters, mention_tallies, muc
from polgraph.evaluation.gold import GoldMention
from polgraph.evaluation.tallies import Tally
from polgraph.model import Mention


def made_of(*entities: str) -> list[frozenset[tuple[int, int]]]:
    """Make clusters of mentions named by letters."""
    return [frozenset((ord(letter), ord(letter) + 1) for letter in entity) for entity in entities]


KEY = made_of("abc", "defg")
RESPONSE = made_of("ab", "cd", "fghi")


def figures(tally: Tally) -> list[float]:
    return [round(figure, 4) for figure in (tally.recall, tally.precision)]


def test_muc_counts_links() -> None:
    # recall: abc falls into two parts (1 of 2 links kept), defg into d, e, fg (1 of 3)
    assert figures(muc(KEY, RESPONSE)) == [0.4, 0.4]


def test_b_cubed_counts_company() -> None:
    # recall: a, b 2/3 each, c 1/3; d 1/4, f, g 2/4 each, e nothing; of seven mentions
    # precision: a, b 2/2; c, d 1/2 each; f, g 2/4 each, h and i nothing; of eight
    assert figures(b_cubed(KEY, RESPONSE)) == [
        round((4 / 3 + 1 / 3 + 1 / 4 + 1) / 7, 4),
        round((2 + 1 + 1) / 8, 4),
    ]


def test_ceaf_pairs_clusters_so_that_they_are_most_alike() -> None:
    # abc with ab: 2*2/5; defg with fghi: 2*2/8
    assert figures(ceaf_e(KEY, RESPONSE)) == [0.65, round(1.3 / 3, 4)]


@pytest.mark.parametrize("measure", [muc, b_cubed, ceaf_e])
def test_the_gold_itself_is_perfect_and_silence_is_nought(measure: object) -> None:
    assert callable(measure)
    assert measure(KEY, KEY).f1 == 1
    assert measure(KEY, []).f1 == 0
    assert measure([], RESPONSE).f1 == 0


def test_clusters_of_one_count_in_all_but_muc() -> None:
    single = made_of("a")
    assert muc(single, single).gold == 0
    assert b_cubed(single, single).f1 == ceaf_e(single, single).f1 == 1


def gold_mention(start: int, end: int, entity: str, form: str = "name") -> GoldMention:
    return GoldMention(start=start, end=end, entity=entity, form=form)


def test_a_place_belongs_to_one_cluster() -> None:
    mentions = [gold_mention(0, 3, "a"), gold_mention(0, 3, "b"), gold_mention(5, 7, "b")]
    assert clusters(mentions) == [{(0, 3)}, {(5, 7)}]


def test_mentions_are_right_where_both_bounds_are() -> None:
    gold = [gold_mention(0, 3, "a"), gold_mention(5, 7, "a", "pronoun"), gold_mention(9, 12, "b")]
    found = [
        Mention(start=0, end=3, text="Ada", type="Person", entity="x"),
        Mention(start=5, end=7, text="it", type="Person", entity="x", form="nominal"),
        Mention(start=9, end=11, text="Ru", type="Person", entity="y"),
    ]
    counted = mention_tallies(gold, found)
    assert counted["mentions"] == Tally(3, 3, 2, 2)
    assert counted["mentions, names"] == Tally(2, 2, 1, 1)
    assert counted["mentions, pronouns"] == Tally(1, 0, 0, 0)
    assert counted["coreference MUC"] == Tally(1, 1, 1, 1)


@given(
    st.integers(1, 5).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 20), min_size=columns, max_size=columns), min_size=1, max_size=5
        )
    )
)
def test_the_best_assignment_is_what_trying_all_of_them_finds(gains: list[list[int]]) -> None:
    table = gains if len(gains) <= len(gains[0]) else [list(row) for row in zip(*gains, strict=True)]
    tried = (
        sum(row[column] for row, column in zip(table, chosen, strict=True))
        for chosen in permutations(range(len(table[0])), len(table))
    )
    assert best_total(gains) == max(tried)
