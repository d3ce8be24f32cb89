"""Whether a bad stretch is one of a series that comes again and again, as after each treatment."""

import numpy as np

from symtrack.analysis.runs import trailing
from symtrack.diary.record import Floats

SHORTEST, LONGEST = 14, 35
"""The lengths of a rhythm that are considered, in days."""
REACH = 3 * LONGEST
"""No day further before the stretch can tell: those one rhythm before the second of the earlier two."""
ABOUT = 2
"""It may come so many days early or late."""
ALIKE, ALIKE_POINTS = 0.4, 1.0
"""Earlier stretches are like this one when they are at least this part of it, and so many points from the usual …"""
EACH = 0.5
"""… on average; each of the two may be this part of that."""
TOGETHER, DAYS_TOGETHER = 0.1, 10
"""The correlation of the days before it with those one rhythm earlier, over at least so many days."""
_FAR = 4.0


def in_rhythm(scores: Floats, since: int, *, level: float = 0.0, down: bool = False) -> bool:
    """Whether a stretch like the days from `since` to the last came twice before, each time as long ago.

    `scores` is (days,), NaN where there is no number; `level` is the usual in points, which the stretch lies above, or
    below when it goes `down`. The days between the stretches must show the rhythm too: in noise a bad stretch twice
    before is no rarity.
    """
    start = max(0, since - REACH)
    above, since = scores[start:] - level, since - start
    away = -above if down else above
    there = ~np.isnan(away)
    last, width = len(away) - 1, len(away) - since
    mean = trailing(np.where(there, away, 0.0), width) / np.maximum(trailing(there, width), 1.0)
    like = max(ALIKE * float(mean[last]), ALIKE_POINTS)
    lags = np.arange(SHORTEST, min(LONGEST, (last - ABOUT) // 2) + 1)
    if not len(lags):
        return False
    padded = np.concatenate([np.full(ABOUT, -np.inf), mean, np.full(ABOUT, -np.inf)])
    best = np.lib.stride_tricks.sliding_window_view(padded, 2 * ABOUT + 1).max(axis=1)
    once, twice = best[last - lags], best[last - 2 * lags]
    found = lags[(once + twice >= 2 * like) & (np.minimum(once, twice) >= EACH * like)]
    return any(_pauses(away, since, int(lag), EACH * like) and _repeats(away[:since], int(lag)) for lag in found)


def _pauses(away: Floats, since: int, lag: int, low: float) -> bool:
    """Whether the days between the stretches were low on average, both times."""
    after = len(away) + ABOUT
    pauses = (away[max(0, after - ago - lag) : max(0, since - ago - ABOUT)] for ago in (0, lag))
    return all(np.isnan(pause).all() or np.nanmean(pause) <= low for pause in pauses)


def _repeats(away: Floats, lag: int) -> bool:
    """Whether the days of up to two rhythms go together with those one rhythm before them."""
    start = max(len(away) - 2 * lag, lag)
    now, then = away[start:], away[start - lag : len(away) - lag]
    both = ~(np.isnan(now) | np.isnan(then)) if len(now) == len(then) else np.zeros(0, np.bool_)
    if both.sum() < DAYS_TOGETHER:
        return False
    a, b = (np.clip(part[both], -_FAR, _FAR) for part in (now, then))
    a, b = a - a.mean(), b - b.mean()
    return bool((a * b).sum() >= TOGETHER * np.sqrt((a * a).sum() * (b * b).sum()))
