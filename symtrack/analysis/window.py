"""What the last days hold: which of them were answered, and how many of them were high."""

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.diary.record import Bools, Floats, Ints


def answered_in(answered: Bools, day: int, width: int) -> Ints:
    """The answered ones among the `width` days up to `day`, as places."""
    start = max(0, day - width + 1)
    return start + answered[start : day + 1].nonzero()[0]


def counted(high: Bools, answered: Bools, width: int, needed: int) -> tuple[Bools, Floats]:
    """The answered days on which at least `needed` of the `width` days up to then were high, and how many were."""
    many = trailing(high, width)
    return answered & (many >= needed), many


def trailing_mean(scores: Floats, width: int) -> Floats:
    """The mean of the numbers among the `width` days up to each day; 0 where there is none. Shape (days,)."""
    answered = ~np.isnan(scores)
    return trailing(np.where(answered, scores, 0.0), width) / np.maximum(trailing(answered, width), 1.0)


def medians(scores: Floats, width: int, ago: int = 0) -> tuple[Floats, Ints]:
    """The median of the numbers among the `width` days that ended `ago` days before each day, and their count.

    Shapes (days,); the median is NaN where there is no number.
    """
    if not len(scores):
        return np.zeros(0), np.zeros(0, np.int64)
    padded = np.concatenate([np.full(width + ago - 1, np.nan), scores])[: len(scores) + width - 1]
    inside = np.sort(np.lib.stride_tricks.sliding_window_view(padded, width), axis=1)
    count = np.count_nonzero(~np.isnan(inside), axis=1)
    day = np.arange(len(scores))
    # NaN is sorted to the end, so the answers are the first `count` of each window.
    return (inside[day, np.maximum(count - 1, 0) // 2] + inside[day, np.minimum(count // 2, width - 1)]) / 2, count
