"""Whether numbers go up or down over days, and by how much: by ranks, with the likeness of neighbours allowed for."""

from dataclasses import dataclass

import numpy as np

from symtrack.diary.record import Floats

LAGS = 3
"""So many days back neighbours are taken to be alike at most; more lags only add noise."""
_CERTAIN = 1.959963984540054
"""The 97.5 % point of the normal distribution: a correlation below that, by its size, counts as none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Mann and Kendall's test: `s` is pairs that go up less pairs that go down, `z` is 0 where nothing can be said.

    `factor` is by how much the likeness of neighbours widens the variance: Hamed and Rao (doi
    10.1016/S0022-1694(97)00125-X), at most 3 lags, and never below 1: it would make chance look certain.
    """

    s: int
    variance: float
    factor: float
    z: float


def sen(days: Floats, scores: Floats) -> float:
    """Sen's slope in points a day: the median over all pairs of days, by their dates; 0 for fewer than two days."""
    first, second = np.triu_indices(len(scores), 1)
    if not len(first):
        return 0.0
    return float(np.median((scores[second] - scores[first]) / (days[second] - days[first])))


def trend(scores: Floats) -> Trend:
    """The test for scores in order of day, all of them numbers."""
    n = len(scores)
    first, second = np.triu_indices(n, 1)
    s = int(np.sign(scores[second] - scores[first]).sum())
    ties = np.unique(scores, return_counts=True)[1]
    variance = float(n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18.0
    widening = max(1.0, raw_factor(scores)) if variance > 0 else 1.0
    z = (s - np.sign(s)) / np.sqrt(variance * widening) if variance > 0 else 0.0
    return Trend(s=s, variance=variance, factor=widening, z=float(z))


def raw_factor(scores: Floats) -> float:
    """Hamed and Rao's factor as published, not floored, of scores in order; 1 where it is undefined."""
    n = len(scores)
    place = np.arange(1.0, n + 1.0)
    if n < LAGS + 1:
        return 1.0
    ranks = _ranks(scores - sen(place, scores) * place)
    away = ranks - ranks.mean()
    squares = float((away * away).sum())
    if squares <= 0:
        return 1.0
    lag = np.arange(1, LAGS + 1)
    alike = np.array([(away[k:] * away[:-k]).sum() for k in lag]) / squares
    alike = np.where(np.abs(alike) > _CERTAIN / np.sqrt(n), alike, 0.0)
    return float(
        1.0 + 2.0 / (n * (n - 1.0) * (n - 2.0)) * ((n - lag) * (n - lag - 1.0) * (n - lag - 2.0) * alike).sum()
    )


def _ranks(scores: Floats) -> Floats:
    """The place of each in order, from 1; equal ones share the middle of theirs."""
    _values, place, count = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return np.asarray((last - (count - 1) / 2.0)[place])
