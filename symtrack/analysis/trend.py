"""The course of an item over weeks, with the day-to-day scatter taken out."""

import numpy as np

from symtrack.diary.record import Bools, Floats

WIDTH, ENOUGH = 7, 3
"""The days of the window, the day itself in the middle, and how many of them need a number."""

GAP = WIDTH // 2
"""The longest gap that the line goes over: beyond it, a side of the window is empty."""


def running_median(scores: Floats) -> Floats:
    """The median of the 7 days around each day, 3 on either side; shape (days,), points, NaN where there is none.

    *Centred*, because a median of the days before would shift every rise to the right. `scores` is (days,), NaN where
    there is no number: such days are left out of the window and never filled. There is a median where 3 days of the
    window have a number, and the day itself has one or lies in a gap of at most 3 days, so that the line ends with the
    answers and is not drawn into a silence. At both ends of the diary the window is what there is of it.
    """
    if not len(scores):
        return np.full(0, np.nan)
    padded = np.pad(scores, WIDTH // 2, constant_values=np.nan)
    window = np.sort(np.lib.stride_tricks.sliding_window_view(padded, WIDTH), axis=1)
    count = np.count_nonzero(~np.isnan(window), axis=1)
    day = np.arange(len(scores))
    # NaN is sorted to the end, so the answers are the first `count` of each window.
    lower, upper = window[day, np.maximum(count - 1, 0) // 2], window[day, np.minimum(count // 2, WIDTH - 1)]
    return np.where((count >= ENOUGH) & _within_answers(scores), (lower + upper) / 2, np.nan)


def _within_answers(scores: Floats) -> Bools:
    """Where a day has a number, or lies in a gap of at most GAP days between two that have one."""
    far = len(scores) + GAP + 1
    day, answered = np.arange(len(scores)), ~np.isnan(scores)
    before = np.maximum.accumulate(np.where(answered, day, -far))
    after = np.minimum.accumulate(np.where(answered, day, far * 2)[::-1])[::-1]
    return answered | (after - before - 1 <= GAP)
