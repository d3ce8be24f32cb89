"""How strongly the last days speak for a lasting shift away from one's own usual, and since which day.

For each day and each day on which the shift may have begun, a likelihood ratio: the days since then, if they lie two
points away from the usual of before, against the same days without a shift. Days are compared with what the day before
leads one to expect, so that a bad week which merely goes on is not counted seven times. It is Page's cumulative sum
test (Biometrika 1954, doi 10.1093/biomet/41.1-2.100) with three changes: no single day may say more than `MOST`
(Huber's robust version of the ratio, doi 10.1214/aoms/1177699803), the usual is the person's own and known only so
well, and each beginning is compared with the usual as it was before it.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view
from numpy.typing import NDArray

from symtrack.analysis.runs import shifted
from symtrack.analysis.usual import Usual, usual
from symtrack.diary.record import Bools, Floats, Ints

Kind = TypeVar("Kind", bound=np.generic)
SIZE = 2.0
"""The shift that is looked for, in points."""
LOOKED_BACK = 42
"""The earliest beginning that is considered, in days, the day itself included."""
MOST = 2.2
"""The most that one day may say for a shift, or against it."""
NEEDED, KNOWN = 3, 6
"""So many answers a point away since the beginning, and so many before it, are needed."""
POINT = 1.0
"""The least difference from the usual that matters, in points: doi 10.1002/cncr.29437."""
SILENCE = 3
"""A stretch does not reach over so many days without an answer: what came before them is another story."""
CERTAIN = {"up": 0.3, "down": 5.8}
"""The ratio (its logarithm) that makes a shift certain enough is this …"""
RESTLESS = {"up": 2.92, "down": 3.2}
"""… and so much for each point by which this person's days wander."""
UNSURE = 1.0
"""The uncertainty of the usual counts up to this (points squared), which is about that of a week of restless days."""
SHARE = 0.65
"""Without the day that says most for it, this part of what is needed must be there: one bad day is no shift."""
_FAR = 3.0
_LONG = 20
_NONE = -99.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shift:
    """How the days up to each day compare with the usual, for one direction; shape (days,).

    Where `excess` is above 0 a shift is certain enough; its best beginning is the day `since`.
    """

    excess: Floats
    since: Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Looks:
    """Everything about each possible beginning (rows) and each day since (columns); shape (days, LOOKED_BACK)."""

    used: Bools
    away: Floats
    surprise: Floats
    said: Floats
    scatter: Floats
    count: Ints
    whole: Bools


def shifts(scores: Floats, used: Bools) -> tuple[Shift, Shift, Usual]:
    """Upwards and downwards, and the usual *before* each day.

    `scores` is (days,), NaN where there is no number. Days that are not `used` say neither what is usual nor that
    something changed; they only tell what the day after them leads one to expect.
    """
    own = usual(np.where(used, scores, np.nan))
    before = Usual(**{name: shifted(getattr(own, name), 1) for name in ("level", "spread", "carry", "answers")})
    before.spread[:1], before.carry[:1] = own.spread[:1], own.carry[:1]
    looks = _looks(scores, used, before)
    return _best(looks, before, "up"), _best(looks, before, "down"), before


def _looks(scores: Floats, used: Bools, before: Usual) -> _Looks:
    last, gap = _previous(~np.isnan(scores))
    _last, apart = _previous(used)
    stretch = np.cumsum(used & (apart > SILENCE))
    there = _ahead(used, fill=False)
    level, spread = before.level[:, np.newaxis], before.spread[:, np.newaxis]
    count = np.cumsum(there, axis=1, dtype=np.int64)
    away = np.where(there, _ahead(scores, fill=np.nan) - level, 0.0)
    earlier = np.nan_to_num(_ahead(np.where(last >= 0, scores[last], np.nan), fill=np.nan) - level)
    left = before.carry[:, np.newaxis] ** _ahead(np.minimum(gap, _LONG).astype(np.float64), fill=float(_LONG))
    return _Looks(
        used=there,
        away=away,
        surprise=away - left * np.clip(earlier, -_FAR * spread, _FAR * spread),
        said=np.where(count == 1, 1.0, 1.0 - left),
        scatter=spread * spread * (1.0 - left * left),
        count=count,
        whole=_ahead(stretch, fill=-1) == stretch[:, np.newaxis],
    )


def _best(looks: _Looks, before: Usual, way: str) -> Shift:
    """The strongest ratio on each day, over all days on which a shift in this direction may have begun."""
    sign = 1.0 if way == "up" else -1.0
    size = SIZE * looks.said
    each = np.clip(size * (sign * looks.surprise - size / 2) / looks.scatter, -MOST, MOST) * looks.used
    known = np.cumsum(looks.used * looks.said**2 / looks.scatter, axis=1)
    wander = before.wander
    doubt = 1.0 + known * np.minimum(wander**2 / np.maximum(before.answers, 1.0), UNSURE)[:, np.newaxis]
    ratio, alone = np.cumsum(each, axis=1) / doubt, np.maximum.accumulate(each, axis=1) / doubt
    rise = sign * np.cumsum(looks.away, axis=1) / np.maximum(looks.count, 1)
    there = looks.used & looks.used[:, :1] & looks.whole & (rise >= POINT)
    there &= np.cumsum(sign * looks.away >= POINT, axis=1) >= NEEDED
    there &= (sign * looks.away >= POINT / 2) & (before.answers >= KNOWN)[:, np.newaxis]
    needed = CERTAIN[way] + RESTLESS[way] * wander
    there &= ratio - alone >= SHARE * needed[:, np.newaxis]
    found = _by_day(np.where(there, ratio - needed[:, np.newaxis], _NONE))
    back = found.argmax(axis=1)
    day = np.arange(len(back))
    return Shift(excess=found[day, back], since=day - back)


def _previous(there: Bools) -> tuple[Ints, Ints]:
    """The last day before each day that is there (−1: none), and how many days ago that was."""
    day = np.arange(len(there))
    last = np.full(len(there), -1)
    last[1:] = np.maximum.accumulate(np.where(there, day, -1))[:-1]
    return last, np.where(last >= 0, day - last, _LONG)


def _ahead(amounts: NDArray[Kind], *, fill: float) -> NDArray[Kind]:
    """Each day (rows) and the days after it (columns), with `fill` beyond the last."""
    padded = np.concatenate([amounts, np.full(LOOKED_BACK - 1, fill, amounts.dtype)])
    return sliding_window_view(padded, LOOKED_BACK)


def _by_day(found: Floats) -> Floats:
    """The same by day (rows) and by how many days ago it began (columns)."""
    days, back = found.shape
    padded = np.concatenate([np.full((back - 1, back), _NONE), found])
    day, ago = padded.strides
    return np.asarray(as_strided(padded[back - 1 :], (days, back), (day, ago - day)))
