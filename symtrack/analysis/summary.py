"""What a period was like in numbers: how many days were answered, the median, the worst, and the severe days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from symtrack.analysis.cycle import NOT_GIVEN, cycle_days
from symtrack.diary.instrument import SEVERE
from symtrack.diary.period import Period
from symtrack.diary.record import Diary, Series
from symtrack.diary.rows import PATIENT, Event
from symtrack.diary.treatments import ONE_DAY

WINDOW = 28
"""Days in each of the two periods that are compared: four weeks hold a whole cycle of three."""

CYCLES, ANSWERS = 2, 3
"""The least that a sentence about cycles rests on: two cycles, three answers in each."""

CYCLE_DAYS = 5
"""Sickness after chemotherapy has an acute and a delayed part, together about five days: Grunberg et al. 2004,
doi 10.1002/cncr.20230."""


@dataclass(frozen=True, slots=True)
class Windows:
    """The one pair of periods that every number is about: `now` ends the period, `before` lies right before `now`."""

    before: Period
    now: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """One item in one voice over `days` days; `median` and `worst` are None when no day was answered."""

    days: int
    answered: int
    severe: int
    median: float | None = None
    worst: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One item in the patient's own voice, in the two periods."""

    item: str
    before: Measures
    now: Measures

    @property
    def change(self) -> float | None:
        """The median now less the median before, in points; None when one of them does not exist."""
        if self.now.median is None or self.before.median is None:
            return None
        return self.now.median - self.before.median


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleRhythm:
    """The medians on the first days of the cycles and on their other days."""

    first_days: float
    other_days: float
    cycles: int


def windows(period: Period) -> Windows:
    """The last 28 days of the period and the 28 before; a shorter period whole, and the equally long one before it.

    The days before may lie before the period, and before the diary began: then they simply hold no answers.
    """
    now = Period.ending(period.last, min(WINDOW, len(period)))
    return Windows(now.before(), now)


def measures(series: Series | None, period: Period) -> Measures:
    """What the series holds in the period; no series is a period without answers."""
    if series is None:
        return Measures(days=len(period), answered=0, severe=0)
    part = series.between(period.first, period.last)
    scores = part.scores[part.answered]
    if not scores.size:
        return Measures(days=len(period), answered=0, severe=0)
    return Measures(
        days=len(period),
        answered=int(scores.size),
        severe=int((scores >= SEVERE).sum()),
        median=float(np.median(scores)),
        worst=int(scores.max()),
    )


def summary(diary: Diary, item: str, period: Period) -> Summary:
    """The item in the patient's voice, in the two periods that belong to `period`."""
    series, pair = diary.series.get((PATIENT, item)), windows(period)
    return Summary(item=item, before=measures(series, pair.before), now=measures(series, pair.now))


def levels(events: Iterable[Event], item: str, period: Period) -> tuple[tuple[Period, int], ...]:
    """The levels that the person chose for the item, each with the days of the period for which it stood."""
    chosen = [event for event in events if event.kind == "goal" and event.body.get("item") == item]
    found = []
    for k, event in enumerate(chosen):
        value = event.body.get("value")
        ends = chosen[k + 1].day - timedelta(days=1) if k + 1 < len(chosen) else period.last
        first, last = max(event.day, period.first), min(ends, period.last)
        if isinstance(value, int) and first <= last:
            found.append((Period(first, last), value))
    return tuple(found)


def above(series: Series | None, chosen: Sequence[tuple[Period, int]], period: Period) -> tuple[int, int]:
    """On how many days the score was above the level chosen for that day, of how many days with a score and a level."""
    higher = counted = 0
    for span, level in chosen:
        first, last = max(span.first, period.first), min(span.last, period.last)
        if series is None or last < first:
            continue
        part = series.between(first, last)
        counted += int(part.answered.sum())
        higher += int((part.scores[part.answered] > level).sum())
    return higher, counted


def numbered_cycles(events: Iterable[Event]) -> tuple[tuple[Event, int], ...]:
    """The cycles that were given, delayed and reduced ones too, each with its number.

    Where none was stated they are counted on, from 1 again after a treatment began.
    """
    found: list[tuple[Event, int]] = []
    number = 0
    # The first cycle of a treatment may be written down before the treatment that begins on its day.
    for event in sorted(events, key=lambda event: (event.day, event.kind == "cycle")):
        if event.kind == "treatment":
            number = 0
        elif event.kind == "cycle" and event.body.get("status") not in NOT_GIVEN:
            stated = event.body.get("number")
            number = stated if isinstance(stated, int) else number + 1
            found.append((event, number))
    return tuple(found)


def cycle_rhythm(series: Series | None, cycles: Sequence[Event], period: Period) -> CycleRhythm | None:
    """The medians on days 1–5 of the period's cycles and on their other days.

    None unless there are two cycles with three answers each on their first days, and three answers on other days.
    """
    inside = [cycle for cycle in cycles if cycle.day in period]
    if series is None or not inside:
        return None
    part = series.between(inside[0].day, period.last)
    day = cycle_days(inside, part.days)
    early = part.answered & (day >= 1) & (day <= CYCLE_DAYS)
    other = part.answered & (day > CYCLE_DAYS)
    told = np.bincount(np.cumsum(day == 1)[early], minlength=1) >= ANSWERS
    if told.sum() < CYCLES or other.sum() < ANSWERS:
        return None
    return CycleRhythm(
        first_days=float(np.median(part.scores[early])),
        other_days=float(np.median(part.scores[other])),
        cycles=int(told.sum()),
    )


def open_ended(treatments: Sequence[Event], last: date) -> tuple[Event, ...]:
    """The treatments with an end each: one without goes on up to `last`, or to the day before what takes its place.

    That is the next of its type, or a later line where both say which line they are. An operation is over on its day.
    """
    ended = []
    for k, event in enumerate(treatments):
        if event.body.get("type") in ONE_DAY:
            ended.append(replace(event, until=event.until or event.day))
            continue
        later = [other.day for other in treatments[k + 1 :] if _takes_its_place(other, event)]
        stop = later[0] - timedelta(days=1) if later and later[0] > event.day else last
        ended.append(event if event.until else replace(event, until=max(event.day, stop)))
    return tuple(ended)


def _takes_its_place(other: Event, event: Event) -> bool:
    before, after = event.body.get("line"), other.body.get("line")
    if isinstance(before, int) and isinstance(after, int) and after > before:
        return True
    return other.body.get("type") == event.body.get("type")
