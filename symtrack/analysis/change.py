"""When somebody's days became worse or better than their own usual, and for how long."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from symtrack.analysis.rhythm import in_rhythm
from symtrack.analysis.shift import LOOKED_BACK, Shift, shifts
from symtrack.analysis.usual import WINDOW
from symtrack.diary.record import Bools, Floats, Ints

WEEK = 7
SETTLED, HEARD = 28, 14
"""What has lasted four weeks is the new usual, but not before it was told for two."""
LARGE = 2.0
"""After a change of so many points that passes, the usual is learnt afresh: days so far apart have no one usual."""
AT_ONCE = 365
"""So many days are looked at in one go."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Change:
    """One stretch that is worse (`up`) or better than usual, from the day `since`; days are places in the series.

    `met` are the days on which that could be said; the first is the one on which it was noticed. `level` is the usual
    before it, in points, learnt from the days `usual_from` up to the day before `since`.
    """

    up: bool
    since: int
    met: Ints
    level: float
    usual_from: int


def changes(scores: Floats, used: Bools) -> Iterator[Change]:
    """All changes in order. Each rests on the days up to its first `met` day alone; later days only add to `met`.

    `scores` is (days,), NaN where there is no number; days that are not `used` are no evidence (see `shifts`). A change
    that lasts becomes the usual: from then on the usual is learnt from the days since it began. After a large one that
    passes it is learnt from the days since it ended.
    """
    seen = np.where(used, scores, np.nan)
    known = np.cumsum(np.append(0, ~np.isnan(seen)))
    begun = day = 0
    while day < len(scores):
        start, end = max(begun, day - LOOKED_BACK - WINDOW), min(len(scores), day + AT_ONCE)
        stop = min(len(scores), end + SETTLED)
        up, down, before = shifts(scores[start:stop], used[start:stop], int(known[start]))
        noticed = _first(seen, (up, down), before.level, range(day, end), start)
        if noticed is None:
            day = end
            continue
        which, place, since = noticed
        settles = max(since + SETTLED, place + HEARD)
        excess = (up, down)[which].excess
        met = _going_on(place + np.flatnonzero(excess[place - start : settles - start] > 0))
        level = float(before.level[since - start])
        yield Change(up=which == 0, since=since, met=met, level=level, usual_from=max(begun, since - WINDOW))
        settled = int(met[-1]) >= settles - WEEK
        ended = int(met[-1]) + 1
        large = abs(float(np.nanmean(seen[since:ended])) - level) >= LARGE
        begun = since if settled else ended if large else begun
        day = settles if settled else ended + WEEK


def _first(
    seen: Floats, ways: tuple[Shift, Shift], level: Floats, days: range, start: int
) -> tuple[int, int, int] | None:
    """The direction (0: up), day and beginning of the first shift that is certain and no part of a rhythm.

    `ways` and `level` begin on the day `start`, `seen` on the first.
    """
    part = slice(days.start - start, days.stop - start)
    certain = np.stack([way.excess[part] > 0 for way in ways])
    for k in np.flatnonzero(certain.any(axis=0)).tolist():
        place = days[k]
        for way in np.flatnonzero(certain[:, k]).tolist():
            since = int(ways[way].since[place - start])
            if not in_rhythm(seen[: place + 1], start + since, level=level[since], down=way == 1):
                return way, place, start + since
    return None


def _going_on(met: Ints) -> Ints:
    """The days up to the first week without any."""
    apart = np.flatnonzero(np.diff(met) > WEEK)
    return met[: apart[0] + 1] if len(apart) else met
