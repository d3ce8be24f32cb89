"""The days that a point's small picture shows: a value a day, and which of them the point speaks of."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from symtrack.diary.flag import Flag
from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.diary.rows import PATIENT
from symtrack.i18n import _, days, n_

SHORTEST, LONGEST = 14, 56
BEFORE, BEFORE_CHANGE = 7, 15
"""Days shown before those that a point speaks of; a change is seen only beside what it is a change from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One item, a score a day over `shown`, None where there is no number. `marked` are the point's own days."""

    name: str
    shown: Period
    marked: Period
    scores: tuple[int | None, ...]
    own: bool

    @property
    def points(self) -> tuple[tuple[date, int], ...]:
        """The days that have a number, and the number."""
        return tuple((day, score) for day, score in zip(self.shown, self.scores, strict=True) if score is not None)


def courses(diary: Diary, flag: Flag, today: date) -> tuple[Course, ...]:
    """The course of each of the point's items, in the point's own voice."""
    last = today if flag.open_on(today) else flag.last
    first = flag.first - timedelta(days=BEFORE_CHANGE if flag.kind == "change" else BEFORE)
    first = max(min(first, last - timedelta(days=SHORTEST - 1)), last - timedelta(days=LONGEST - 1))
    shown = Period(first, last)
    marked = Period(max(flag.when[0], first), flag.when[1])
    return tuple(
        Course(
            name=_(diary.instrument.item(item).name),
            shown=shown,
            marked=marked,
            scores=_scores(diary, flag.voice, item, shown),
            own=flag.voice == PATIENT,
        )
        for item in flag.items
    )


def in_words(course: Course) -> str:
    """What the picture shows, for somebody who can't see it."""
    scores = [score for _day, score in course.points]
    marked = [str(score) for day, score in course.points if day in course.marked]
    whole = _("{name}, {days}, on a scale from 0 to 10.").format(
        name=course.name, days=days(course.shown.first, course.shown.last)
    )
    if not scores:
        return whole
    answered = n_("{n} day answered, from {low} to {high}.", "{n} days answered, from {low} to {high}.", len(scores))
    point = _("{days}: {scores}.").format(days=days(course.marked.first, course.marked.last), scores=", ".join(marked))
    return " ".join((whole, answered.format(n=len(scores), low=min(scores), high=max(scores)), point))


def _scores(diary: Diary, voice: str, item: str, shown: Period) -> tuple[int | None, ...]:
    series = diary.series.get((voice, item))
    if series is None:
        return (None,) * len(shown)

    def on(day: date) -> int | None:
        k = day.toordinal() - series.first
        score = float(series.scores[k]) if 0 <= k < len(series.scores) else math.nan
        return None if math.isnan(score) else round(score)

    return tuple(on(day) for day in shown)
