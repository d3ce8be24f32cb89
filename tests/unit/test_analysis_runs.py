"""Counts over the last days, and days that belong together."""

import numpy as np
import pytest

from symtrack.analysis.runs import runs, shifted, trailing


def test_sum_over_the_last_days() -> None:
    """Each day has the sum of itself and the days before it, as far as there are any."""
    assert trailing(np.array([1.0, 2, 3, 4, 5]), 3).tolist() == [1, 3, 6, 9, 12]


@pytest.mark.parametrize("length", range(5))
def test_window_longer_than_the_diary(length: int) -> None:
    """A diary shorter than the window is added up from its beginning."""
    assert trailing(np.ones(length, np.bool_), 3).tolist() == [1, 2, 3, 3][:length]
    assert shifted(np.ones(length), 3).tolist() == [0, 0, 0, 1][:length]


def test_days_close_together_are_one_run() -> None:
    """A new run begins only after more than the gap."""
    found = runs(np.array([1, 2, 9, 17]), 7)
    assert [run.tolist() for run in found] == [[1, 2, 9], [17]]


def test_no_days_no_runs() -> None:
    """Where there are no days there are no runs."""
    assert runs(np.array([], np.int64), 7) == []
