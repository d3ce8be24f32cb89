"""The day of the treatment cycle."""

from datetime import date

import numpy as np
import pytest

from symtrack.analysis.cycle import cycle_days
from symtrack.diary.rows import Event

FIRST = date(2024, 2, 26)
DAYS = np.arange(FIRST.toordinal(), FIRST.toordinal() + 60)


def cycle(number: int, **body: object) -> Event:
    return Event(kind="cycle", day=date.fromordinal(FIRST.toordinal() + number), body=body)


def test_treatment_day_is_day_one() -> None:
    """Counted from the latest treatment day, through a leap day, and 0 before the first."""
    assert cycle_days([cycle(2), cycle(6)], DAYS)[:9].tolist() == [0, 0, 1, 2, 3, 4, 1, 2, 3]


def test_undefined_after_day_42() -> None:
    """Day 42 is the last; after it there is no day of the cycle."""
    assert cycle_days([cycle(0)], DAYS)[40:44].tolist() == [41, 42, 0, 0]


def test_treatment_before_the_diary_counts() -> None:
    """A cycle that began before the first day goes on into it."""
    assert cycle_days([cycle(-3)], DAYS)[0] == 4


@pytest.mark.parametrize("status", ["skipped", "planned"])
def test_not_given_does_not_count(status: str) -> None:
    """A skipped or planned cycle leaves the one before it going."""
    assert cycle_days([cycle(0), cycle(3, status=status)], DAYS)[3] == 4


def test_no_treatment_no_cycle() -> None:
    """Without a treatment every day is undefined."""
    assert not cycle_days([], DAYS).any()
