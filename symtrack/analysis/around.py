"""The days before a change and as many from it on."""

from dataclasses import dataclass
from datetime import date, timedelta

from symtrack.analysis.summary import Measures, measures
from symtrack.diary.period import Period
from symtrack.diary.record import Series

MOST, LEAST = 28, 3
"""No more days on either side than four weeks, which hold a whole cycle of three, and no fewer than three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The same number of days: `before`, and `after`, which begins with the day of the change."""

    before: Period
    after: Period

    def of(self, series: Series | None) -> tuple[Measures, Measures]:
        """What the series holds in both."""
        return measures(series, self.before), measures(series, self.after)


def sides(day: date, first: date, last: date) -> Sides | None:
    """The days on both sides of `day` in a diary from `first` to `last`; None when there are too few."""
    length = min(MOST, (day - first).days, (last - day).days + 1)
    if length < LEAST:
        return None
    return Sides(
        before=Period(day - timedelta(days=length), day - timedelta(days=1)),
        after=Period(day, day + timedelta(days=length - 1)),
    )
