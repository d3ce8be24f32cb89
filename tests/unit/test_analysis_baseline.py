"""The last days against one's own two weeks before."""

from statistics import mean, stdev

import numpy as np
import pytest

from symtrack.analysis.baseline import compared

SCORES = np.array([3, 3, np.nan, 4, 2, 3, 3, 5, 3, 2, 3, 3, 4, 3, 6, 7, np.nan, 6, 8], np.float64)


def test_means_and_spread_of_the_answered_days() -> None:
    """Means and the sample standard deviation are those of the numbers that there are."""
    usual = compared(SCORES)
    before = [score for score in SCORES[:14].tolist() if score == score]  # noqa: PLR0124
    assert usual.recent[18] == pytest.approx(mean([6, 7, 6, 8]))
    assert usual.before[18] == pytest.approx(mean(before))
    assert usual.spread[18] == pytest.approx(stdev(before))


def test_enough_needs_four_and_eight_and_a_number_today() -> None:
    """Four recent answers, eight before them and one today; otherwise there is nothing to compare."""
    assert compared(SCORES).enough.tolist() == [False] * 13 + [True, True, True, False, True, True]
    assert not compared(np.full(40, np.nan)).enough.any()
    assert not compared(np.zeros(0)).enough.any()


def test_same_score_for_years_has_no_spread() -> None:
    """A constant diary has a spread of exactly 0, however long it is."""
    usual = compared(np.full(5000, 7.0))
    assert usual.spread.max() == 0
    assert (usual.recent[usual.enough] == usual.before[usual.enough]).all()
