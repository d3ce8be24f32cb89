"""What the chart draws: the diary's items over its days, and what happened meanwhile. No Qt."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from symtrack.analysis.cycle import cycle_days
from symtrack.analysis.tally import needed, tally
from symtrack.analysis.trend import running_median
from symtrack.diary.flag import Flag
from symtrack.diary.instrument import Item
from symtrack.diary.period import Period
from symtrack.diary.record import Bools, Diary, Floats, Series
from symtrack.diary.rows import LATE, PATIENT, Event
from symtrack.ui.trends.happenings import Band, Mark, bands, marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The level that the person chose, from the ordinal `first` to the ordinal `last`, both included."""

    first: int
    last: int
    value: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """One item. `own` is the patient's series, `views` are the caregivers' own, by voice.

    `median` is the running median of `own`, shape (days,), NaN where there is none.
    """

    item: Item
    own: Series
    median: Floats
    views: Mapping[str, Series]
    levels: tuple[Level, ...]

    def between(self, first: date, last: date) -> "Row":
        """The part of the row from `first` to `last`."""
        start, stop = (max(0, day.toordinal() - self.own.first) for day in (first, last + timedelta(days=1)))
        views = {voice: view.between(first, last) for voice, view in self.views.items()}
        return replace(self, own=self.own.between(first, last), median=self.median[start:stop], views=views)

    @property
    def late(self) -> Bools:
        """Where the patient's number was entered late, shape (days,)."""
        return self.own.answered & (self.own.late >= LATE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Course:
    """Everything that the chart shows, from the ordinal `first` to the ordinal `until`, both included.

    `doses` counts the doses when needed of each day, shape (days,).
    """

    first: int
    until: int
    rows: tuple[Row, ...]
    voices: tuple[str, ...]
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    events: tuple[Event, ...]
    doses: Floats
    points: tuple[Flag, ...] = ()

    @classmethod
    def of(cls, diary: Diary, items: Iterable[Item], points: Iterable[Flag] = (), *, results: bool = True) -> "Course":
        """The course of the items over the whole diary, with those of the points that were announced.

        `results` says whether the person wants to see how scans came out.
        """
        voices = tuple(voice for voice in diary.voices if voice != PATIENT)
        return cls(
            first=diary.first,
            until=diary.until,
            rows=tuple(_row(diary, item, voices) for item in items),
            voices=voices,
            bands=bands(diary.events, diary.until),
            marks=marks(diary.events, diary.until, results=results),
            events=diary.events,
            doses=tally(needed(diary.events), diary),
            points=tuple(flag for flag in points if flag.shown == "announced"),
        )

    def nothing_in(self, period: Period) -> bool:
        """Whether nothing was asked and answered in the period."""
        views = [series for row in self.rows for series in (row.own, *row.views.values())]
        parts = [series.between(period.first, period.last) for series in views]
        return not any(part.answered.any() or part.asked.any() for part in parts)

    def doses_between(self, first: int, last: int) -> int:
        """How many doses when needed were taken on these days, both included."""
        part = slice(max(0, first - self.first), max(0, last + 1 - self.first))
        return int(self.doses[part].sum())

    def points_on(self, ordinal: int) -> tuple[Flag, ...]:
        """The points that were raised on the day."""
        return tuple(flag for flag in self.points if flag.raised.toordinal() == ordinal)

    @property
    def empty(self) -> bool:
        """Whether nothing has been asked and answered yet."""
        return not any(
            series.answered.any() or series.asked.any()
            for row in self.rows
            for series in (row.own, *row.views.values())
        )

    @property
    def last(self) -> int:
        """The last day that there is something on: today, or the last cycle that is expected."""
        return max([self.until, *(mark.day for mark in self.marks)])

    @property
    def cycles(self) -> tuple[Mark, ...]:
        """The first days of the cycles that were given."""
        return tuple(mark for mark in self.marks if mark.kind == "cycle" and not mark.expected)

    @property
    def tracks(self) -> int:
        """How many treatments there are at the same time, at most."""
        return max((band.track + 1 for band in self.bands), default=0)

    def cycle_day(self, ordinal: int) -> int:
        """The day of the cycle, 1 on the day of treatment; 0 where there is none."""
        days = np.array([ordinal], dtype=np.int64)
        return int(cycle_days((event for event in self.events if event.kind == "cycle"), days)[0])

    def cycle_number(self, ordinal: int) -> int:
        """The number of the cycle that the day lies in; 0 before the first."""
        return next((mark.number for mark in reversed(self.cycles) if mark.day <= ordinal), 0)


def _row(diary: Diary, item: Item, voices: tuple[str, ...]) -> Row:
    length = diary.until - diary.first + 1
    own = diary.series.get((PATIENT, item.key)) or Series(
        item.key,
        PATIENT,
        diary.first,
        np.full(length, np.nan),
        np.zeros(length, np.bool_),
        np.zeros(length, np.int64),
    )
    return Row(
        item=item,
        own=own,
        median=running_median(own.scores),
        views={voice: diary.series[voice, item.key] for voice in voices if (voice, item.key) in diary.series},
        levels=levels(diary.of_kind("goal"), item.key, diary.until),
    )


def levels(goals: Iterable[Event], item: str, until: int) -> tuple[Level, ...]:
    """The levels chosen for one item, each until the day before the next choice; none after it was given up."""
    chosen = {
        goal.day.toordinal(): goal.body.get("value")
        for goal in goals
        if goal.body.get("item") == item and goal.day.toordinal() <= until
    }
    days = sorted(chosen)
    found: list[Level] = []
    for day, following in itertools.pairwise([*days, until + 1]):
        value = chosen[day]
        if not isinstance(value, int):
            continue
        if found and found[-1].value == value and found[-1].last == day - 1:
            found[-1] = Level(first=found[-1].first, last=following - 1, value=value)
        else:
            found.append(Level(first=day, last=following - 1, value=value))
    return tuple(found)
