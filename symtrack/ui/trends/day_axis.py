"""The days below the chart: which of them get a tick, and what stands there. A day is an ordinal; no Qt."""

from collections.abc import Callable, Iterator
from datetime import date

from symtrack.i18n import first_weekday, month, short_day, weekday

AIR = 22.0
"""Pixels between one label and the next."""

_LONG = 330
"""From so many days on, the labels say the year."""

_MONTH = 30.4


def ticks(first: int, last: int, day_width: float, width: Callable[[str], float]) -> list[tuple[int, str]]:
    """The days with a label from `first` to `last`, as close as their words allow: days, firsts of weeks or months."""
    sample = date.fromordinal(last)
    for step in (1, 2):
        if (width(weekday(sample)) + AIR) <= step * day_width:
            return [(day, weekday(date.fromordinal(day))) for day in range(first, last + 1) if day % step == 0]
    if last - first < _LONG:
        for step in (7, 14, 28):
            if width(short_day(sample)) + AIR <= step * day_width:
                # Ordinal 1 was a Monday.
                begins = 1 + first_weekday()
                shown = (day for day in range(first, last + 1) if (day - begins) % step == 0)
                return [(day, short_day(date.fromordinal(day))) for day in shown]
    wide = max(width(month(date(sample.year, number, 1))) for number in range(1, 13)) + AIR
    steps = (1, 2, 3, 6, 12, 24, 60, 120)
    step = next((step for step in steps if wide <= step * _MONTH * day_width), steps[-1])
    return [(day.toordinal(), month(day)) for day in _firsts(first, last, step)]


def _firsts(first: int, last: int, step: int) -> Iterator[date]:
    """The first day of every `step`-th month, counted from a January."""
    start = date.fromordinal(first)
    number = start.year * 12 + start.month - 1
    number += -number % step
    while (day := date(number // 12, number % 12 + 1, 1)).toordinal() <= last:
        if day.toordinal() >= first:
            yield day
        number += step
