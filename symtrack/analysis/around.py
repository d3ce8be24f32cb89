"""The days before a change and as many from it on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from symtrack.analysis.summary import Measures, measures
from symtrack.diary.period import Period
from symtrack.diary.record import Series
from symtrack.diary.rows import Event

MOST, LEAST = 28, 3
"""No more days on either side than four weeks, which hold a whole cycle of three, and no fewer than three."""
CHANGES = frozenset({"treatment", "change", "visit", "stay", "other"})
FIRST_CHOSEN = frozenset({"treatment", "change"})
"""Of these the latest is looked at first."""


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


def changes(events: Iterable[Event], first: date, last: date) -> list[tuple[Event, Sides]]:
    """What changed, with enough days on both sides, the latest first."""
    found = [(event, sides(event.day, first, last)) for event in events if event.kind in CHANGES]
    return [(event, around) for event, around in reversed(found) if around is not None]


def last_change(events: Iterable[Event], first: date, last: date) -> tuple[Event, Sides] | None:
    """The latest treatment or change of a medicine with enough days on both sides; None without any."""
    return next((found for found in changes(events, first, last) if found[0].kind in FIRST_CHOSEN), None)
