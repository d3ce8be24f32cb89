"""The days of a change beside the usual before it, as the averages that a sentence quotes."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from symtrack.analysis.change import WEEK, Change, changes
from symtrack.analysis.cycle import expected
from symtrack.analysis.shape import climbing
from symtrack.analysis.shift import LOOKED_BACK, POINT
from symtrack.analysis.slope import sen, trend
from symtrack.diary.record import Diary, Floats, Ints, Series

WEEKS, WEEK_ANSWERED = 3, 3
"""A slow climb is told by the averages of three weeks, each with at least three answers."""
CERTAIN = 1.645
"""One in twenty courses without a trend would reach this; the change itself is certain on other grounds."""
KEPT = 40
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """The mean of some days in points, how many of them had a number, and the first and last of those, as places."""

    mean: float
    days: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """One change of a series; `scores` holds the days that count for it, NaN elsewhere, shape (days,)."""

    scores: Floats
    change: Change

    def after(self, day: int) -> Part:
        """The days from the beginning of the change to `day`."""
        return _part(self.scores, self.change.since, day)

    def before(self) -> Part:
        """The days from which the usual was learnt."""
        return _part(self.scores, self.change.usual_from, self.change.since - 1)

    def weeks(self, day: int) -> tuple[Part, ...] | None:
        """The three weeks up to `day`, the first first; None when one of them has too few answers."""
        ends = [day - WEEK * ago for ago in reversed(range(WEEKS))]
        if ends[0] < WEEK - 1:
            return None
        found = [self.scores[end - WEEK + 1 : end + 1] for end in ends]
        if any(np.count_nonzero(~np.isnan(week)) < WEEK_ANSWERED for week in found):
            return None
        return tuple(_part(self.scores, end - WEEK + 1, end) for end in ends)

    def slowly(self) -> bool:
        """Whether it went up little by little: a steady trend, a climb that fits better, and each week was higher."""
        noticed = int(self.change.met[0])
        weeks = self.weeks(noticed)
        if weeks is None or not all(a.mean < b.mean for a, b in pairwise(weeks)):
            return False
        last = self.scores[max(0, noticed - LOOKED_BACK + 1) : noticed + 1]
        day = np.flatnonzero(~np.isnan(last))
        steady = trend(last[day]).z >= CERTAIN and sen(day.astype(np.float64), last[day]) >= POINT / LOOKED_BACK
        return steady and climbing(last - self.change.level)

    def told(self) -> Ints:
        """The days on which the averages too, as they are told, differ by a point."""
        sign = 1.0 if self.change.up else -1.0
        usual = self.before().mean
        return np.array(
            [day for day in self.change.met.tolist() if sign * (self.after(day).mean - usual) >= POINT - _ROUNDING],
            dtype=np.int64,
        )


@lru_cache(maxsize=KEPT)
def compared(series: Series, diary: Diary) -> tuple[Compared, ...]:
    """All changes of the series. Days on which a treatment lets a rise be expected are no evidence.

    Three rules ask for the same changes of the same diary, one after the other. Neither a series nor a diary ever
    changes, so what was found the first time is handed out again.
    """
    days = expected(series.item, diary.of_kind("cycle"), series.days)
    scores = np.where(days, np.nan, series.scores)
    found = _changes(series.scores.tobytes(), (~np.isnan(scores)).tobytes())
    return tuple(Compared(scores=scores, change=change) for change in found)


@lru_cache(maxsize=KEPT)
def _changes(scores: bytes, used: bytes) -> tuple[Change, ...]:
    """`changes` of the days that these bytes hold: after an entry all items but one are as they were."""
    return tuple(changes(np.frombuffer(scores), np.frombuffer(used, np.bool_)))


def _part(scores: Floats, first: int, last: int) -> Part:
    answered = first + np.flatnonzero(~np.isnan(scores[first : last + 1]))
    return Part(mean=float(scores[answered].mean()), days=len(answered), span=(int(answered[0]), int(answered[-1])))
