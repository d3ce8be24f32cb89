"""What a point's small picture shows: a value a day, which days the point speaks of, and what it compares them with."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from symtrack.analysis.cycle import NOT_GIVEN
from symtrack.diary.flag import Flag
from symtrack.diary.instrument import LEAST, MODERATE, MOST, SEVERE
from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.diary.rows import PATIENT
from symtrack.i18n import N_, _, days, n_, number
from symtrack.ui.team import measures
from symtrack.ui.team.measures import Dot

SHORTEST, LONGEST = 14, 190
"""A half year is what a loss of weight looks back on."""
BEFORE = 7
"""Days shown before those that a point speaks of, where it compares them with none."""
COMPARED = (
    ("after", "when"),
    ("before", "when_before"),
    ("first", "when_first"),
    ("second", "when_second"),
    ("third", "when_third"),
)
"""What a point's evidence says of a stretch of days, and by which name it has that."""
SCORES = tuple((float(score), str(score)) for score in (LEAST, MODERATE, SEVERE, MOST))
_YES_NO = ((0.0, N_("no")), (1.0, N_("yes")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Values over `shown`; `marked` are the point's own days. `lines` are the scale: where each lies, and its words.

    `means` are stretches of days and what the point says of each, `starts` the days on which a cycle began.
    """

    name: str
    shown: Period
    marked: Period
    points: tuple[Dot, ...]
    own: bool
    lines: tuple[tuple[float, str], ...] = SCORES
    means: tuple[tuple[Period, float], ...] = ()
    starts: tuple[date, ...] = ()


def courses(diary: Diary, flag: Flag, today: date) -> tuple[Course, ...]:
    """The course of each thing that the point speaks of, in the point's own voice; none where there is no scale."""
    shown = _shown(flag, today)
    found = measures.of(diary, flag)
    return tuple(
        Course(
            name=name,
            shown=shown,
            marked=Period(max(flag.when[0], shown.first), flag.when[1]),
            points=points,
            own=flag.voice == PATIENT,
            lines=_lines(flag, points),
            means=_means(flag, shown),
            starts=_starts(diary, shown) if flag.kind == "cycle" else (),
        )
        for name, dots in found
        if (points := tuple(dot for dot in dots if dot[0] in shown))
    )


def in_words(course: Course) -> str:
    """What the picture shows, for somebody who can't see it."""
    values = [value for _day, value in course.points]
    marked = [number(value) for day, value in course.points if day in course.marked]
    whole = _("{name}, {days}, on a scale from {low} to {high}.").format(
        name=course.name,
        days=days(course.shown.first, course.shown.last),
        low=course.lines[0][1],
        high=course.lines[-1][1],
    )
    if not values:
        return whole
    answered = n_(
        "{n} day with a number, from {low} to {high}.", "{n} days with a number, from {low} to {high}.", len(values)
    )
    point = _("{days}: {scores}.").format(days=days(course.marked.first, course.marked.last), scores=", ".join(marked))
    return " ".join((whole, answered.format(n=len(values), low=number(min(values)), high=number(max(values))), point))


def _shown(flag: Flag, today: date) -> Period:
    """From what the point compares with, or a week before it, up to today, or to where it ended."""
    last = max(today if flag.open_on(today) else flag.last, flag.when[1])
    first = min(flag.first, flag.when[0])
    compared = [span[0] for name, span in flag.spans.items() if name != "when"]
    first = min([first, *compared]) if compared else first - timedelta(days=BEFORE)
    return Period(max(min(first, last - timedelta(days=SHORTEST - 1)), last - timedelta(days=LONGEST - 1)), last)


def _lines(flag: Flag, points: Sequence[Dot]) -> tuple[tuple[float, str], ...]:
    """The scale: of answers, of yes and no, of counts from 0, of weights between the lowest and the highest."""
    if flag.rule == "bowels":
        return tuple((at, _(word)) for at, word in _YES_NO)
    if flag.items and flag.rule != "pain-spells":
        return SCORES
    values = [value for _day, value in points]
    if flag.rule == "weight-loss":
        low, high = min(values), max(values)
        return tuple((at, number(at)) for at in (low, high))
    most = max(4.0, 2.0 * math.ceil(max(values) / 2))
    return tuple((at, number(at)) for at in (min(0.0, *values), most / 2, most))


def _means(flag: Flag, shown: Period) -> tuple[tuple[Period, float], ...]:
    return tuple(
        (Period(max(span[0], shown.first), span[1]), flag.evidence[name])
        for name, place in COMPARED
        if name in flag.evidence and (span := flag.spans.get(place)) is not None and span[1] >= shown.first
    )


def _starts(diary: Diary, shown: Period) -> tuple[date, ...]:
    return tuple(
        event.day
        for event in diary.of_kind("cycle")
        if event.day in shown and event.body.get("status") not in NOT_GIVEN
    )
