from __future__ import annotations

from polgraph.evaluation.tallies import Share, Tally, add_tallies


def test_two_of_four_found_by_three_guesses() -> None:
    tally = Tally.of({1, 2, 3, 4}, {1, 2, 9})
    assert (tally.precision, tally.recall) == (2 / 3, 0.5)
    assert round(tally.f1, 3) == 0.571


def test_nothing_to_find_and_nothing_guessed_is_nought_and_no_error() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1, Share().value) == (0, 0, 0, 0)


def test_counts_add_up_before_figures_are_made_of_them() -> None:
    total: dict[str, Tally] = {}
    add_tallies(total, {"a": Tally.of({1}, {1})})
    add_tallies(total, {"a": Tally.of({1, 2, 3}, {4}), "b": Tally.of({1}, set())})
    assert total == {"a": Tally(4, 2, 1, 1), "b": Tally(1, 0, 0, 0)}
