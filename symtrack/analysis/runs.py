"""Counts over the last few days, and days that belong together."""

import numpy as np

from symtrack.diary.record import Bools, Floats, Ints


def trailing(amounts: Floats | Bools, width: int) -> Floats:
    """The sum over each day and the `width` − 1 days before it; shape (days,). Before the first day there is nothing.

    Whole numbers stay exact. NaN spreads to every later day, so put a 0 and count the answers beside it.
    """
    total = np.cumsum(amounts, dtype=np.float64)
    total[width:] = total[width:] - total[:-width]
    return total


def shifted(amounts: Floats, by: int) -> Floats:
    """What each day's amount was `by` days earlier, 0 where that lies before the first day; shape (days,), by ≥ 1."""
    earlier = np.zeros_like(amounts)
    earlier[by:] = amounts[:-by]
    return earlier


def earlier(scores: Floats, by: int) -> Floats:
    """Each day's number of `by` days earlier, NaN where that lies before the first day; shape (days,), by ≥ 0."""
    return np.concatenate([np.full(by, np.nan), scores])[: len(scores)]


def runs(days: Ints, gap: int) -> list[Ints]:
    """The days in groups: a new one begins where more than `gap` days lie between a day and the one before it."""
    if not len(days):
        return []
    return np.split(days, np.flatnonzero(np.diff(days) > gap) + 1)
