"""How complete a diary is: which days were answered, which were asked and not answered, which were never asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from symtrack.diary.period import Period
from symtrack.diary.record import Diary, Ints, Series
from symtrack.diary.rows import LATE, PATIENT, Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """The days of one voice: every day of `period` is in exactly one of the first three.

    `answered` days hold at least one number, `declined` days a reason and no number, `missed` days nothing at all.
    `late` days are answered ones of which something was entered two or more days late.
    """

    voice: str
    period: Period
    answered: tuple[date, ...]
    declined: tuple[date, ...]
    missed: tuple[date, ...]
    late: tuple[date, ...]


def first_entry(diary: Diary) -> date | None:
    """The first day with an answer in any voice, a reason instead of a number included; None for an empty diary."""
    found = [series.first + int(at[0]) for series in diary.series.values() if (at := _entered(series)).size]
    return date.fromordinal(min(found)) if found else None


def last_entry(diary: Diary) -> date | None:
    """The last day with an answer in any voice, a reason instead of a number included; None for an empty diary."""
    found = [series.first + int(at[-1]) for series in diary.series.values() if (at := _entered(series)).size]
    return date.fromordinal(max(found)) if found else None


def covered(diary: Diary, period: Period) -> Period | None:
    """The part of the period from the diary's first entry to its last day; None when they do not meet."""
    began = first_entry(diary)
    if began is None:
        return None
    first, last = max(period.first, began), min(period.last, date.fromordinal(diary.until))
    return Period(first, last) if first <= last else None


def completeness(diary: Diary, voice: str, period: Period) -> Completeness:
    """The days of `voice` in the period."""
    days = np.arange(period.first.toordinal(), period.last.toordinal() + 1)
    answered, asked, late = (np.zeros(len(days), np.bool_) for _ in range(3))
    for (whose, _item), series in diary.series.items():
        if whose != voice:
            continue
        part = series.between(period.first, period.last)
        at = part.days - int(days[0])
        answered[at] |= part.answered
        asked[at] |= part.asked
        late[at] |= part.answered & (part.late >= LATE)
    return Completeness(
        voice=voice,
        period=period,
        answered=_dates(days[answered]),
        declined=_dates(days[asked & ~answered]),
        missed=_dates(days[~asked & ~answered]),
        late=_dates(days[late]),
    )


def stretches(days: Iterable[date]) -> tuple[Period, ...]:
    """The days, in order, as stretches of neighbouring days."""
    found: list[Period] = []
    for day in days:
        if found and found[-1].last + timedelta(days=1) == day:
            found[-1] = Period(found[-1].first, day)
        else:
            found.append(Period(day, day))
    return tuple(found)


def reasons(ratings: Iterable[Rating]) -> dict[date, str]:
    """Why the patient gave no number, by day; the first reason of a day with several."""
    found: dict[date, str] = {}
    for rating in ratings:
        if rating.voice == PATIENT and rating.reason:
            found.setdefault(rating.day, rating.reason)
    return found


def assisted(ratings: Iterable[Rating]) -> Mapping[str, int]:
    """On how many days each person typed what the patient said, by name."""
    typed: dict[str, set[date]] = {}
    for rating in ratings:
        if rating.voice == PATIENT and rating.entered_by:
            typed.setdefault(rating.entered_by, set()).add(rating.day)
    return {name: len(days) for name, days in sorted(typed.items())}


def _entered(series: Series) -> Ints:
    return np.flatnonzero(series.answered | series.asked)


def _dates(ordinals: Ints) -> tuple[date, ...]:
    return tuple(date.fromordinal(int(day)) for day in ordinals)
