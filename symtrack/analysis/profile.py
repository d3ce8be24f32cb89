"""The days of a treatment's cycles laid over each other: what is usual on each day, and how this cycle compares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from symtrack.analysis.cycle import LAST_DAY
from symtrack.analysis.summary import numbered_cycles
from symtrack.diary.record import Floats, Series
from symtrack.diary.rows import Event

SEVERAL = 2
TOGETHER = 3
"""So many days with a number in both are needed to compare this cycle with the usual."""
NEAR, STANDS_OUT = 1.0, 2.0
"""The worst days lie within a point of the very worst, and that is two points above the middle of the other days."""
MOST = 0.5
"""More than this part of the days are no “worst days”."""
WITHOUT_CYCLES = frozenset({"surgery", "radiotherapy", "supportive", "palliative"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cycle:
    """One cycle from the ordinal `first` on; `scores` are its days, (days,), the first is day 1, NaN without a number.

    It ends with the day before the next one, with day 42, or with the diary.
    """

    number: int
    first: int
    scores: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The cycles of one treatment that were given, each with its number; no treatment for those that belong to none."""

    treatment: Event | None
    cycles: tuple[tuple[Event, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """The averages of this cycle and of the usual on the same `days`, in points, as they are told: one decimal."""

    now: float
    usual: float
    days: int

    @property
    def difference(self) -> float:
        return round(self.now - self.usual, 1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """One item by the day of the cycle. Arrays are (days,), NaN where the earlier cycles say nothing.

    `median` is the middle of the earlier cycles, `low` and `high` bound their middle half. What only one of several has
    a number for is not what is usual, and one alone has no half.
    """

    earlier: tuple[Cycle, ...]
    now: Cycle
    median: Floats
    low: Floats
    high: Floats

    def worst(self) -> tuple[int, int] | None:
        """The first and last of the usually worst days of a cycle, 1 being its first; None when none stand out."""
        if np.isnan(self.median).all():
            return None
        peak = int(np.nanargmax(self.median))
        near = self.median >= self.median[peak] - NEAR
        first = last = peak
        while first > 0 and near[first - 1]:
            first -= 1
        while last + 1 < len(near) and near[last + 1]:
            last += 1
        others = _numbers(np.delete(self.median, slice(first, last + 1)))
        if not len(others) or last - first + 1 > MOST * len(_numbers(self.median)):
            return None
        return (first + 1, last + 1) if self.median[peak] - middle(others) >= STANDS_OUT else None

    def usual_on(self, days: tuple[int, int]) -> tuple[float, float]:
        """The middle of the usual on these days of the cycle, and on its other days."""
        inside = slice(days[0] - 1, days[1])
        return middle(_numbers(self.median[inside])), middle(_numbers(np.delete(self.median, inside)))

    def so_far(self) -> SoFar | None:
        """This cycle beside the usual on the days that have both; None when those are too few."""
        length = min(len(self.now.scores), len(self.median))
        now, usual = self.now.scores[:length], self.median[:length]
        both = ~(np.isnan(now) | np.isnan(usual))
        if both.sum() < TOGETHER:
            return None
        averages = (round(float(each[both].mean()), 1) for each in (now, usual))
        return SoFar(now=next(averages), usual=next(averages), days=int(both.sum()))


def courses(events: Iterable[Event]) -> tuple[Course, ...]:
    """The treatments with two cycles or more that were given, in order of their first one.

    A cycle that does not say whose it is belongs to the last treatment that had begun and not ended.
    """
    events = tuple(events)
    treatments = [event for event in events if event.kind == "treatment"]
    found: dict[str, list[tuple[Event, int]]] = {}
    by_id = {event.origin: event for event in treatments if event.origin}
    whose: dict[str, Event | None] = {}
    for cycle, number in numbered_cycles(events):
        treatment = by_id.get(str(cycle.body.get("treatment"))) or _running(treatments, cycle)
        key = "" if treatment is None else treatment.origin or f"{treatment.day} {treatment.text}"
        whose[key] = treatment
        found.setdefault(key, []).append((cycle, number))
    return tuple(
        Course(treatment=whose[key], cycles=tuple(cycles))
        for key, cycles in found.items()
        if len({cycle.day for cycle, _number in cycles}) > 1
    )


def profile(series: Series | None, course: Course, events: Iterable[Event]) -> Profile | None:
    """The item over the course's cycles; None when it has no number in them, or only one cycle has begun.

    `events` are all of the diary's: any later cycle ends the one before it.
    """
    if series is None:
        return None
    given = sorted({event.day.toordinal() for event, _number in numbered_cycles(events)})
    last = series.first + len(series.scores) - 1
    cycles = {
        event.day.toordinal(): Cycle(number=number, first=event.day.toordinal(), scores=_days(series, event, given))
        for event, number in course.cycles
        if series.first <= event.day.toordinal() <= last
    }
    *earlier, now = (cycles[day] for day in sorted(cycles)) if len(cycles) > 1 else [None]
    if now is None or not any((~np.isnan(cycle.scores)).any() for cycle in cycles.values()):
        return None
    before = tuple(cycle for cycle in earlier if cycle is not None)
    low, median, high = _quarters([cycle.scores for cycle in before])
    return Profile(earlier=before, now=now, median=median, low=low, high=high)


def middle(numbers: Floats) -> float:
    """The median of numbers, at least one."""
    ordered = np.sort(numbers)
    return float(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def _running(treatments: Sequence[Event], cycle: Event) -> Event | None:
    """The last treatment with cycles that had begun on the cycle's day and not ended."""
    begun = [
        event for event in treatments if event.day <= cycle.day and (event.until is None or event.until >= cycle.day)
    ]
    cyclic = [event for event in begun if event.body.get("type") not in WITHOUT_CYCLES]
    return next(reversed(cyclic or begun), None)


def _days(series: Series, cycle: Event, given: Sequence[int]) -> Floats:
    start = cycle.day.toordinal()
    ends = next((day for day in given if day > start), start + LAST_DAY)
    length = min(ends - start, LAST_DAY)
    return series.scores[start - series.first : start - series.first + length]


def _quarters(cycles: Sequence[Floats]) -> tuple[Floats, Floats, Floats]:
    """The lower quarter, the middle and the upper quarter of the cycles on each day; shape (days,) each."""
    length = max((len(scores) for scores in cycles), default=0)
    whole = np.full((len(cycles), length), np.nan)
    for k, scores in enumerate(cycles):
        whole[k, : len(scores)] = scores
    ordered, count = np.sort(whole, axis=0), np.count_nonzero(~np.isnan(whole), axis=0)
    with_numbers = int((~np.isnan(whole)).any(axis=1).sum())
    found = []
    for part, needed in ((0.25, SEVERAL), (0.5, max(1, min(SEVERAL, with_numbers))), (0.75, SEVERAL)):
        place = part * np.maximum(count - 1, 0)
        below = np.floor(place).astype(np.int64)
        above = np.minimum(below + 1, np.maximum(count - 1, 0))
        day = np.arange(length)
        value = ordered[below, day] + (place - below) * (ordered[above, day] - ordered[below, day])
        found.append(np.where(count >= needed, value, np.nan))
    return found[0], found[1], found[2]


def _numbers(values: Floats) -> Floats:
    return values[~np.isnan(values)]
