"""Invented diaries of people whose days differ by chance alone, or change in a way that is known.

A score is a latent course, rounded and cut off at 0 and 10. The course is a level and an AR(1) process around it:
normal days that lie `spread` points around the level, and go together from one day to the next by `carry`. 15 % of the
days have no answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from symtrack.diary.record import Diary, Floats, Series
from symtrack.diary.rows import Event

Rows = NDArray[np.float64]
ITEMS = ("pain", "nausea", "appetite", "fatigue")
DAYS, CHANGE, COUNTED = 180, 90, 28
"""The length of a diary, the day on which a change begins, the day from which false flags are counted."""
MISSING = 0.15
FIRST = date(2026, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Regime:
    """One kind of person: the level, the spread around it, and the correlation of a day with the next."""

    level: float
    spread: float
    carry: float


REGIMES = (
    Regime(4, 1.1, 0.45),
    Regime(4, 0.7, 0.2),
    Regime(4, 1.6, 0.6),
    Regime(1, 1.1, 0.45),
    Regime(2, 1.1, 0.45),
)
CHANGES: dict[str, Floats] = {
    "none": np.zeros(DAYS),
    "+2": np.where(np.arange(DAYS) >= CHANGE, 2.0, 0.0),
    "+3": np.where(np.arange(DAYS) >= CHANGE, 3.0, 0.0),
    "climb": np.maximum(np.arange(DAYS) - CHANGE + 1.0, 0.0) / 14.0,
    "spike": np.where(np.arange(DAYS) == CHANGE, 5.0, 0.0),
}
BAD_DAYS = (0.7, 1.0, 1.0, 0.8, 0.5)
"""Days 1 to 5 of a cycle, as parts of its height."""


@dataclass(frozen=True, slots=True)
class Courses:
    """Latent courses, one a symptom: shape (symptoms, days). Four in a row are one person, of one regime."""

    regime: NDArray[np.int64]
    latent: Rows
    silent: NDArray[np.bool_]

    def scores(self, change: Rows | float = 0.0) -> Rows:
        """What would be entered if this were added to the courses; NaN where there is no answer."""
        entered = np.clip(np.rint(self.latent + change), 0.0, 10.0)
        entered[self.silent] = np.nan
        return entered


def courses(people: int, seed: int) -> Courses:
    """The courses of so many people, regimes in equal parts."""
    chance = np.random.default_rng(seed)
    regime = np.repeat(np.arange(people) % len(REGIMES), len(ITEMS))
    level, spread, carry = (
        np.array([getattr(one, name) for one in REGIMES])[regime] for name in ("level", "spread", "carry")
    )
    news = chance.normal(size=(len(regime), DAYS))
    course = news.copy()
    for day in range(1, DAYS):
        course[:, day] = carry * course[:, day - 1] + np.sqrt(1.0 - carry**2) * news[:, day]
    return Courses(regime, level[:, None] + spread[:, None] * course, chance.random(course.shape) < MISSING)


def cycles(people: int, seed: int, *, length: int = 21) -> tuple[Rows, list[list[int]]]:
    """What regular treatment cycles add, 2.5 to 5 points on days 1 to 5, and the days on which each began."""
    chance = np.random.default_rng(seed)
    added, starts = np.zeros((people * len(ITEMS), DAYS)), []
    for person in range(people):
        height = chance.uniform(2.5, 5.0)
        days = list(range(int(chance.integers(10, 31)), DAYS, length))
        starts.append(days)
        for start in days:
            for k, part in enumerate(BAD_DAYS[: DAYS - start]):
                for item in (1, 3):  # Nausea and fatigue.
                    added[person * len(ITEMS) + item, start + k] = height * part
    return added, starts


def diaries(scores: Rows, starts: list[list[int]] | None = None) -> Iterator[Diary]:
    """The people of these rows, with the cycles recorded that are given."""
    nothing = np.zeros(DAYS, np.int64)
    for person in range(len(scores) // len(ITEMS)):
        series = {
            ("patient", item): Series(
                item, "patient", FIRST, scores[person * len(ITEMS) + k], nothing.astype(np.bool_), nothing
            )
            for k, item in enumerate(ITEMS)
        }
        events = [Event(kind="cycle", day=date.fromordinal(FIRST + day)) for day in (starts[person] if starts else ())]
        yield Diary(FIRST, FIRST + DAYS - 1, series, tuple(events))
