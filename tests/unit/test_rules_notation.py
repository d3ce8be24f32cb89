"""The diary notation reads what it draws."""

from datetime import date

import numpy as np

from tests.diaries import day, diary


def test_picture_becomes_series() -> None:
    """Numbers, gaps and declined days land on their days."""
    pain = diary("pain 2 10 . x 0  # five days").series["patient", "pain"]
    np.testing.assert_array_equal(pain.scores, [2, 10, np.nan, np.nan, 0])
    assert pain.asked.tolist() == [False, False, False, True, False]


def test_figures_may_stand_close_together() -> None:
    """A row without spaces is one figure a day."""
    np.testing.assert_array_equal(diary("pain 2-x0").series["patient", "pain"].scores, [2, np.nan, np.nan, 0])


def test_voices_lateness_levels_and_cycles() -> None:
    """Another voice, late answers, levels chosen and cycles are drawn in rows of their own."""
    told = diary("pain@caregiver:Ana 5 6\nlate:pain@caregiver:Ana . 3\ngoal:pain 3 none\nevent c c/skipped")
    assert told.series["caregiver:Ana", "pain"].late.tolist() == [0, 3]
    assert [event.body["value"] for event in told.of_kind("goal")] == [3, None]
    assert [(event.day, event.body) for event in told.of_kind("cycle")] == [
        (day(1), {}),
        (day(2), {"status": "skipped"}),
    ]


def test_diary_lasts_as_long_as_its_longest_row() -> None:
    """The diary ends with its longest row, or on the day asked for."""
    assert diary("pain 1 2\nnausea 1 2 3").until == day(3).toordinal()
    assert diary("pain 1 2", until=date(2026, 4, 1)).until == date(2026, 4, 1).toordinal()
