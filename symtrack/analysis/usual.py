"""What is usual for one person: their level, how much their days scatter, and how much of a day is left on the next."""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.diary.instrument import LEAST, MOST
from symtrack.diary.record import Floats, Series

WINDOW = 84
"""The usual is learnt from the twelve weeks up to a day: long enough not to run after a slow climb."""
SPREAD, SPREAD_DAYS = 1.1, 30.0
CARRY, CARRY_DAYS = 0.4, 80.0
"""What is taken for a person's spread and day-to-day correlation before they are known, and how many of their own days
weigh as much as that. Daily ratings of pain and fatigue spread by 1.0 to 1.5 points around a person's own level; from
one day to the next their correlation is 0.3 to 0.5."""
CARRIES = (0.05, 0.7)
"""No more is taken for a day's own. What goes beyond is a level that moved, and must not hide the next move."""
LEAST_SPREAD = 0.5
"""Whole numbers can't tell a smaller spread from none."""
KEPT = 16
"""So many series are remembered with their usual: those of four items in a few voices."""
BEND = 1.5
"""Beyond so many spreads a day counts as if it lay there: one bad day does not move the usual."""
_SCORES = np.arange(LEAST, MOST + 1.0)[:, np.newaxis]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Usual:
    """What the days up to each day say is usual; every array has the shape (days,).

    `level` and `spread` are in points; `carry` is the correlation between a day and the next; `answers` is on how many
    days all this rests, 0 where nothing is known.
    """

    level: Floats
    spread: Floats
    carry: Floats
    answers: Floats

    @property
    def wander(self) -> Floats:
        """How far days in a row wander together, in points: the spread of a long average times the root of its days."""
        return np.asarray(self.spread * np.sqrt((1.0 + self.carry) / (1.0 - self.carry)))

    def by_chance(self, day: int, *counts: int) -> float:
        """By how many points averages of so many days each differ by chance, one standard deviation."""
        spread, carry = float(self.spread[day]), float(self.carry[day])  # Not of every day: a rule asks for many.
        return spread * sqrt((1.0 + carry) / (1.0 - carry)) * sqrt(sum(1.0 / count for count in counts))


def usual(scores: Floats) -> Usual:
    """The usual on each day, from the 12 weeks up to it. `scores` is (days,), NaN where there is no number.

    Level and spread are Huber's, from how often each score was given: two steps from the median, with far days drawn
    in. Spread and correlation are drawn towards those of daily diaries, the more the fewer days there are.
    """
    counts = trailing_counts(scores, WINDOW)
    answers = counts.sum(axis=0)
    level, spread = grouped_median(counts), np.full(len(scores), SPREAD)
    for _step in range(2):
        far = _SCORES - level
        drawn = np.clip(far, -BEND * BEND * spread, BEND * BEND * spread)
        squares = (counts * drawn * drawn).sum(axis=0)
        spread = np.sqrt((squares + SPREAD_DAYS * SPREAD**2) / (answers + SPREAD_DAYS))
        near = np.clip(far, -BEND * spread, BEND * spread)
        level = level + (counts * near).sum(axis=0) / np.maximum(answers, 1.0)
    spread = np.maximum(spread, LEAST_SPREAD)
    return Usual(level=level, spread=spread, carry=_carry(scores, spread, answers), answers=answers)


def usual_of(series: Series) -> Usual:
    """The usual on each day of a series. After an entry all series but one are as they were: they are known already."""
    return _usual(series.scores.tobytes())


@lru_cache(maxsize=KEPT)
def _usual(scores: bytes) -> Usual:
    return usual(np.frombuffer(scores))


def trailing_counts(scores: Floats, width: int) -> Floats:
    """How often each score from 0 to 10 was given in the `width` days up to each day; shape (11, days)."""
    counts = np.cumsum(scores == _SCORES, axis=1, dtype=np.float64)
    counts[:, width:] = counts[:, width:] - counts[:, :-width]
    return counts


def grouped_median(counts: Floats) -> Floats:
    """The median of each column of counts, as if each score were spread evenly over half a point on either side."""
    half = counts.sum(axis=0) / 2
    total = np.cumsum(counts, axis=0)
    score = (total >= half).argmax(axis=0)
    column = np.arange(counts.shape[1])
    inside = counts[score, column]
    return np.asarray(score - 0.5 + (half - total[score, column] + inside) / np.maximum(inside, 1.0))


def _carry(scores: Floats, spread: Floats, answers: Floats) -> Floats:
    """The correlation of days with the day before, where both have a number; its bias in few days is taken out."""
    before = np.full(len(scores), np.nan)
    before[1:] = scores[:-1]
    both = ~(np.isnan(before) | np.isnan(scores))
    now, then = np.where(both, scores, 0.0), np.where(both, before, 0.0)
    pairs, total = trailing(both, WINDOW), trailing(now + then, WINDOW)
    mean = total / np.maximum(2.0 * pairs, 1.0)
    off = mean * total - pairs * mean * mean
    prior = CARRY_DAYS * spread * spread
    together = trailing(now * then, WINDOW) - off + CARRY * prior
    found = together / (trailing(now * now + then * then, WINDOW) / 2 - off + prior)
    bias = (1.0 + 3.0 * found) * answers / (answers + CARRY_DAYS) ** 2
    return np.clip(found + bias, *CARRIES)
