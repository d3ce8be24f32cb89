"""Whether a rise came at once or little by little."""

import numpy as np

from symtrack.diary.record import Floats

LONG = 14
"""A climb takes at least so many days."""
CLEARLY = 1.05
"""A climb must explain this much more of the days than a jump does."""


def climbing(away: Floats) -> bool:
    """Whether a steady climb from some day on fits better than a jump on some day.

    `away` is (days,), points from the usual, NaN where there is no number; the last day is the present.
    """
    days = len(away)
    points = np.where(np.isnan(away), 0.0, away)
    since = np.arange(days)[:, np.newaxis]
    there = (since <= np.arange(days)) & ~np.isnan(away)
    ahead = np.where(there, np.arange(days) - since + 1.0, 0.0)
    jump = _explained(points, there.astype(np.float64))[: days - 2]
    climb = _explained(points, ahead)[: days - LONG + 1]
    return bool(len(climb) and climb.max() > CLEARLY * jump.max())


def _explained(points: Floats, shape: Floats) -> Floats:
    """How much of the sum of squares each shape (rows) explains, where it goes up."""
    along = np.maximum(shape @ points, 0.0)
    return np.asarray(along * along / np.maximum((shape * shape).sum(axis=1), 1.0))
