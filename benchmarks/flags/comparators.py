"""What others do, and what nobody can do better: each gives the days on which it would raise a flag.

All take scores (symptoms, days), NaN where there is no answer, and give the same shape.
"""

import numpy as np
from numpy.typing import NDArray

from benchmarks.flags.simulate import REGIMES, Rows

Days = NDArray[np.bool_]


def trial_rule(scores: Rows) -> Days:
    """2 points worse than a week ago, or 7 and more: what trials of weekly reports use."""
    raised = np.zeros(scores.shape, np.bool_)
    raised[:, 7:] = (scores[:, 7:] - scores[:, :-7] >= 2) | (scores[:, 7:] >= 7)  # noqa: PLR2004
    return raised


def two_means(scores: Rows) -> Days:
    """The mean of 7 days at least 1.5 above the mean of the 28 days before them."""
    there = ~np.isnan(scores)
    points = np.where(there, scores, 0.0)
    now = _sum(points, 7) / np.maximum(_sum(there, 7), 1.0)
    usual = _sum(points, 28)[:, :-7] / np.maximum(_sum(there, 28)[:, :-7], 1.0)
    raised = np.zeros(scores.shape, np.bool_)
    raised[:, 7:] = there[:, 7:] & (now[:, 7:] - usual >= 1.5)  # noqa: PLR2004
    return raised


def self_starting(scores: Rows, *, slack: float = 0.5, limit: float = 5.0, bound: float | None = None) -> Days:
    """Hawkins' self-starting cumulative sum (doi 10.2307/2348827), with deviates bounded or not."""
    symptoms, days = scores.shape
    total, mean, squares, count = (np.zeros(symptoms) for _ in range(4))
    raised = np.zeros(scores.shape, np.bool_)
    for day in range(days):
        there = ~np.isnan(scores[:, day])
        away = np.where(there, scores[:, day] - mean, 0.0)
        least = 0.5 if bound else 1e-3
        spread = np.maximum(np.sqrt(squares / np.maximum(count - 1, 1)), least)
        deviate = away / spread * np.sqrt(count / (count + 1))
        if bound:
            deviate = np.clip(deviate, -bound, bound)
        ready = there & (count >= 7)  # noqa: PLR2004
        total = np.where(ready, np.maximum(0.0, total + deviate - slack), total)
        raised[:, day] = ready & (total > limit)
        total[raised[:, day]] = 0.0
        count += there
        mean += away / np.maximum(count, 1)
        squares += away * np.where(there, scores[:, day] - mean, 0.0)
    return raised


def oracle(scores: Rows, regime: NDArray[np.int64], *, limit: float, size: float = 2.0) -> Days:
    """A likelihood-ratio cumulative sum that knows level, spread, correlation and the size of the change."""
    level, spread, carry = (
        np.array([getattr(one, name) for one in REGIMES])[regime] for name in ("level", "spread", "carry")
    )
    total, last, gap = np.zeros(len(scores)), np.zeros(len(scores)), np.full(len(scores), 99)
    raised = np.zeros(scores.shape, np.bool_)
    for day in range(scores.shape[1]):
        there = ~np.isnan(scores[:, day])
        gap += 1
        left = carry**gap
        away = np.where(there, scores[:, day] - level, 0.0)
        scatter = spread**2 * (1.0 - left**2) + 1.0 / 12.0
        shift = np.where(total <= 0, size, size * (1.0 - left))
        ratio = shift * (away - left * last - shift / 2) / scatter
        total = np.where(there, np.maximum(0.0, total + ratio), total)
        raised[:, day] = there & (total > limit)
        total[raised[:, day]] = 0.0
        last, gap = np.where(there, away, last), np.where(there, 0, gap)
    return raised


def _sum(amounts: NDArray[np.generic], width: int) -> Rows:
    total = np.cumsum(amounts, axis=1, dtype=np.float64)
    total[:, width:] = total[:, width:] - total[:, :-width]
    return total
