"""What is drawn of one row in a stretch of days: dots and lines at their days and scores. No Qt.

From EACH pixels a day on, every number is a dot of its own. Where days are narrower, no pixel column gets two dots for
one score, and of the hollow ones only the highest of some days is left: they would no longer be hollow. Which days go
together does not depend on where the stretch begins, so that nothing changes its shape while the days are moved.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from symtrack.diary.instrument import MOST
from symtrack.diary.record import Floats, Ints, Series
from symtrack.ui.trends.course import Row
from symtrack.ui.trends.window import Window

Sign = Literal["own", "late", "asked", "o", "s", "t1", "d"]
SHAPES: tuple[Sign, ...] = ("o", "s", "t1", "d")
"""The hollow marks of the caregivers, in the order of their names."""

FOOT = -0.85
"""Where the marks for "asked, no number" lie, in points."""

EACH = 3.0
"""From so many pixels a day on each day has its own dots, and neighbours are joined."""

WIDE = 9.0
"""Pixels that one of the larger marks needs where the days are narrow."""

STEP = 3.0
"""Pixels between two corners of the median where the days are narrow."""


_PLACES = 1 << 24
"""So that a score and a place fit into one number."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dots:
    """Marks of one kind, each on its day; shapes (marks,)."""

    sign: Sign
    days: Ints
    values: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A line through days in order; it breaks where the value is NaN. Shapes (corners,)."""

    days: Ints
    values: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bars:
    """From the least to the worst of a day; shapes (days,)."""

    days: Ints
    least: Floats
    worst: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawn:
    """Everything that one row shows. `line` joins neighbouring days, `median` is the running one."""

    dots: tuple[Dots, ...]
    line: Line
    median: Line
    bars: Bars


def drawn(row: Row, voices: tuple[str, ...], window: Window, width: float) -> Drawn:
    """What the row shows of the days in the window when they are `width` pixels wide together."""
    pixels = width / window.span
    start, stop = (min(max(0, day - row.own.first), len(row.own.scores)) for day in (window.first, window.last + 1))
    part = slice(start, stop)
    # A line goes on to the day outside.
    wider = slice(max(0, start - 1), stop + 1)
    if pixels >= EACH:
        line, median = (Line(days=row.own.days[wider], values=of[wider]) for of in (row.own.scores, row.median))
    else:
        line = Line(days=np.zeros(0, np.int64), values=np.zeros(0))
        median = _sparse(row.own.days[wider], row.median[wider], math.ceil(STEP / pixels))
    return Drawn(
        dots=tuple(_dots(row, voices, part, pixels)), line=line, median=median, bars=_bars(row.own, part, pixels)
    )


def _dots(row: Row, voices: tuple[str, ...], part: slice, pixels: float) -> Iterator[Dots]:
    """The marks from the lowest to the topmost."""
    own, late, days = row.own, row.late[part], row.own.days[part]
    scores, asked = own.scores[part], own.asked[part]
    few = 1 if pixels >= EACH else math.ceil(WIDE / pixels)
    yield _highest("asked", days[asked], np.full(int(asked.sum()), FOOT), few)
    for sign, at in (("late", late), ("own", ~np.isnan(scores) & ~late)):
        yield _each_pixel(sign, days[at], scores[at], pixels)  # type: ignore[arg-type]  # the two are signs
    for place, voice in enumerate(voices):
        if voice in row.views:
            view = row.views[voice]
            answered = view.answered[part]
            yield _highest(SHAPES[place % len(SHAPES)], days[answered], view.scores[part][answered], few)


def _each_pixel(sign: Sign, days: Ints, values: Floats, pixels: float) -> Dots:
    """One mark a pixel column and score, the last of its day."""
    if pixels < EACH and len(days):
        column = (days * pixels).astype(np.int64)
        cell = (column - column[0]) * (MOST + 1) + values.astype(np.int64)
        last = np.full(int(cell.max()) + 1, -1)
        last[cell] = np.arange(len(days))
        at = last[last >= 0]
        days, values = days[at], values[at]
    return Dots(sign=sign, days=days, values=values)


def _highest(sign: Sign, days: Ints, values: Floats, few: int) -> Dots:
    """The highest of every `few` days, the last one of equals."""
    if few > 1 and len(days):
        group = days // few
        starts = np.flatnonzero(np.diff(group, prepend=group[0] - 1))
        # The score first and the place behind it: of equal scores the later one is the greater.
        best = np.maximum.reduceat(np.ceil(values).astype(np.int64) * _PLACES + np.arange(len(days)), starts)
        days, values = days[best % _PLACES], values[best % _PLACES]
    return Dots(sign=sign, days=days, values=values)


def _sparse(days: Ints, values: Floats, step: int) -> Line:
    """Every `step`-th day, without a value unless every day up to the next has one: a gap stays a gap."""
    if not len(days):
        return Line(days=days, values=values)
    first = int(-days[0] % step)
    at = np.arange(first, len(days), step)
    broken = np.add.reduceat(np.isnan(values), at) > 0 if len(at) else np.zeros(0, np.bool_)
    return Line(days=days[at], values=np.where(broken, np.nan, values[at]))


def _bars(own: Series, part: slice, pixels: float) -> Bars:
    """From the least moment to the worst answer of each day, where they differ; none where days are narrow."""
    if own.moments is None or pixels < EACH:
        return Bars(days=np.zeros(0, np.int64), least=np.zeros(0), worst=np.zeros(0))
    least, worst = own.moments[:, part]
    worst = np.fmax(worst, own.scores[part])
    at = worst > least
    return Bars(days=own.days[part][at], least=least[at], worst=worst[at])
