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
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from symtrack.analysis.runs import shifted
from symtrack.analysis.usual import Usual, usual
from symtrack.diary.record import Bools, Floats, Ints

Kind = TypeVar("Kind", bound=np.generic)
SIZE = 2.0
"""The shift that is looked for, in points."""
LOOKED_BACK = 42
"""The earliest beginning that is considered, in days, the day itself included."""
MOST = 1.7
"""The most that one day may say for a shift, or against it."""
NEEDED, KNOWN = 3, 6
"""So many answers a point away since the beginning, and so many before it, are needed."""
POINT = 1.0
"""The least difference from the usual that matters, in points: doi 10.1002/cncr.29437."""
SILENCE = 3
"""A stretch does not reach over so many days without an answer: what came before them is another story."""
CERTAIN = {"up": 0.45, "down": 4.0}
"""The ratio (its logarithm) that makes a shift certain enough is this …"""
RESTLESS = {"up": 1.4, "down": 1.8}
"""… and so much for each point by which this person's days wander …"""
MISJUDGED, FEW = 1.5, 25.0
"""… and so many times as much again when so many of their days are known. With fewer, what is taken for how far they
wander is nearly what is taken for everybody; with more it is their own. In between it is half learnt: who is taken for
steadier than they are would be told of changes that are none."""
PART = 0.15
"""What was answered before the usual was learnt afresh counts for that by this part: it was seen on other days."""
UNSURE = 1.0
"""The uncertainty of the usual counts up to this (points squared), which is about that of a week of restless days."""
SHARE = 0.7
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


def shifts(scores: Floats, used: Bools, known: int = 0) -> tuple[Shift, Shift, Usual]:
    """Upwards and downwards, and the usual *before* each day.

    `scores` is (days,), NaN where there is no number. Days that are not `used` say neither what is usual nor that
    something changed; they only tell what the day after them leads one to expect. `known` is how many
    answers were before: they are not looked at any more, but how restless the person is was seen on them too.
    """
    own = usual(np.where(used, scores, np.nan))
    before = Usual(**{name: shifted(getattr(own, name), 1) for name in ("level", "spread", "carry", "answers")})
    before.spread[:1], before.carry[:1] = own.spread[:1], own.carry[:1]
    days = _days(scores, used)
    return _best(days, before, known, "up"), _best(days, before, known, "down"), before


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Looks:
    """Each day on which a shift may have begun (rows), and each day since (columns); shape (beginnings, LOOKED_BACK).

    `away` is in points, in the shift's direction. A day has `said` so much for the shift, and `told` so much of where
    the level lies now. `whole` is where no long silence lies between.
    """

    used: Bools
    away: Floats
    said: Floats
    told: Floats
    whole: Bools


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Days:
    """The days, each shape (days,): used or not, the number (0: none), the one before it and how long ago that was.

    `stretch` counts the stretches that no long silence breaks.
    """

    used: Bools
    score: Floats
    earlier: Floats
    gap: Ints
    stretch: Ints


def _days(scores: Floats, used: Bools) -> _Days:
    last, gap = _previous(~np.isnan(scores))
    _last, apart = _previous(used)
    return _Days(
        used=used,
        score=np.where(used, scores, 0.0),
        earlier=np.where(last >= 0, scores[last], np.nan),
        gap=gap,
        stretch=np.cumsum(used & (apart > SILENCE)),
    )


def _best(days: _Days, before: Usual, known: int, way: str) -> Shift:
    """The strongest ratio on each day, over all days on which a shift in this direction may have begun."""
    sign = 1.0 if way == "up" else -1.0
    row = np.flatnonzero(_begins(days, before, sign))
    looks = _looks(days, before, sign, row)
    wander = before.wander
    own = before.answers + PART * known
    misjudged = MISJUDGED * FEW * own / np.maximum(own, FEW) ** 2
    needed = CERTAIN[way] + RESTLESS[way] * wander * (1.0 + misjudged)
    unsure = np.minimum(wander**2 / np.maximum(before.answers, 1.0), UNSURE)
    doubt = 1.0 + np.cumsum(looks.told, axis=1) * unsure[row, None]
    ratio, alone = np.cumsum(looks.said, axis=1) / doubt, np.maximum.accumulate(looks.said, axis=1) / doubt
    least = needed[row, None]
    enough = looks.used & looks.whole & (looks.away >= POINT / 2) & (ratio - alone >= SHARE * least)
    enough &= np.cumsum(looks.away >= POINT, axis=1) >= NEEDED
    enough &= np.cumsum(looks.away, axis=1) >= POINT * np.cumsum(looks.used, axis=1)
    ago = np.arange(LOOKED_BACK)
    found = np.full((len(days.used) + LOOKED_BACK, LOOKED_BACK), _NONE)
    found[row[:, None] + ago, ago] = np.where(enough, ratio - least, _NONE)
    found = found[: len(days.used)]
    back, day = found.argmax(axis=1), np.arange(len(found))
    return Shift(excess=found[day, back], since=day - back)


def _looks(days: _Days, before: Usual, sign: float, row: Ints) -> _Looks:
    used = _ahead(days.used, row, fill=False)
    level, spread = before.level[row, None], before.spread[row, None]
    away = sign * (_ahead(days.score, row, fill=0.0) - level) * used
    left = before.carry[row, None] ** _ahead(days.gap, row, fill=_LONG)
    scatter = spread * spread * (1.0 - left * left)
    size = SIZE * (1.0 - left)
    size[:, 0] = SIZE
    surprise = away - left * _drawn_in(sign * (_ahead(days.earlier, row, fill=np.nan) - level), spread)
    return _Looks(
        used=used,
        away=away,
        said=np.clip(size * (surprise - size / 2) / scatter, -MOST, MOST) * used,
        told=(size / SIZE) ** 2 / scatter * used,
        whole=_ahead(days.stretch, row, fill=-1) == days.stretch[row, None],
    )


def _begins(days: _Days, before: Usual, sign: float) -> Bools:
    """The days on which a shift may have begun: those that speak for it themselves."""
    earlier = _drawn_in(sign * (days.earlier - before.level), before.spread)
    surprise = sign * (days.score - before.level) - before.carry**days.gap * earlier
    return days.used & (before.answers >= KNOWN) & (surprise > SIZE / 2)


def _drawn_in(away: Floats, spread: Floats) -> Floats:
    """How far the day before was away, as far as it tells what to expect; 0 where there is none."""
    return np.clip(np.nan_to_num(away), -_FAR * spread, _FAR * spread)


def _previous(there: Bools) -> tuple[Ints, Ints]:
    """The last day before each day that is there (−1: none), and how many days ago that was."""
    day = np.arange(len(there))
    last = np.full(len(there), -1)
    last[1:] = np.maximum.accumulate(np.where(there, day, -1))[:-1]
    return last, np.where(last >= 0, np.minimum(day - last, _LONG), _LONG)


def _ahead(amounts: NDArray[Kind], rows: Ints, *, fill: float) -> NDArray[Kind]:
    """Each of the days `rows` and the days after it (columns), with `fill` beyond the last."""
    padded = np.concatenate([amounts, np.full(LOOKED_BACK - 1, fill, amounts.dtype)])
    return sliding_window_view(padded, LOOKED_BACK)[rows]
