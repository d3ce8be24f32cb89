"""A person's own usual: the last days against the two weeks before them."""

from dataclasses import dataclass

import numpy as np

from symtrack.analysis.runs import shifted, trailing
from symtrack.diary.record import Bools, Floats

RECENT, RECENT_ANSWERED = 5, 4
BEFORE, BEFORE_ANSWERED = 14, 8
"""The recent days t−4…t and how many of them need a number; the two weeks t−18…t−5 and how many of those."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """The recent days and those before, for each day t; every array has the shape (days,).

    `recent` and `before` are means in points, `spread` is the sample standard deviation (n − 1) of the days before.
    All three are 0 where there is too little to compare: `enough` says where there is plenty.
    """

    recent: Floats
    before: Floats
    spread: Floats
    enough: Bools


def compared(scores: Floats) -> Comparison:
    """Each day's recent mean and the mean and spread before it; `scores` is (days,), NaN where there is no number.

    The windows do not overlap, days without a number are left out and never filled, and both need enough numbers.
    Scores are whole numbers, so the sums and squares are exact however long the diary is.
    """
    answered = ~np.isnan(scores)
    points = np.where(answered, scores, 0.0)
    now, earlier = trailing(answered, RECENT), shifted(trailing(answered, BEFORE), RECENT)
    enough = answered & (now >= RECENT_ANSWERED) & (earlier >= BEFORE_ANSWERED)
    n = np.where(enough, earlier, 2.0)
    total = np.where(enough, shifted(trailing(points, BEFORE), RECENT), 0.0)
    squares = np.where(enough, shifted(trailing(points * points, BEFORE), RECENT), 0.0)
    return Comparison(
        recent=np.where(enough, trailing(points, RECENT), 0.0) / np.where(enough, now, 1.0),
        before=total / n,
        spread=np.sqrt((n * squares - total * total) / (n * (n - 1.0))),
        enough=enough,
    )
