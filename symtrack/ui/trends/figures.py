"""The comparisons of Trends: by cycle, before and after a change, and what doses when needed did. No Qt."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from symtrack.analysis.around import FIRST_CHOSEN, Sides, changes as changes_between
from symtrack.analysis.profile import Profile, courses, profile
from symtrack.analysis.relief import Fall, Relief, relief
from symtrack.diary import event_words
from symtrack.diary.instrument import SEVERE
from symtrack.diary.period import Period
from symtrack.diary.record import Floats
from symtrack.diary.rows import Event
from symtrack.i18n import _, left_to_right, n_, number, short_day
from symtrack.report import comparisons
from symtrack.ui.trends.course import Course, Row
from symtrack.ui.trends.figure import Field, Figure, Panel, Trace

WEEK, CLOSE = 7, 0.18


def treatments(course: Course) -> list[str]:
    """What can be looked at by cycle: the treatments with two cycles or more, the latest first."""
    found = reversed(courses(course.events))
    return [event_words.treatment(each.treatment) if each.treatment else _("Cycles") for each in found]


def by_cycle(course: Course, which: int = 0) -> Figure:
    """The days of the cycles of one of the `treatments`."""
    chosen = list(reversed(courses(course.events)))[which]
    found = [(row, profile(row.own, chosen, course.events)) for row in course.rows]
    profiles = [(row, each) for row, each in found if each is not None]
    length = max([WEEK, *(len(cycle.scores) for _row, each in profiles for cycle in (*each.earlier, each.now))])
    days, latest = range(1, length + 1), chosen.cycles[-1][1]
    return Figure(
        heading=_("By cycle"),
        axis="cycle",
        first=1,
        last=length,
        panels=tuple(_cycle_panel(row, each) for row, each in profiles),
        said={day: _cycle_day(day, profiles) for day in days},
        headings=(
            _("Day of the cycle"),
            *(
                heading
                for row, each in profiles
                for heading in (
                    _("{item}, cycle {number}").format(item=_(row.item.name), number=each.now.number),
                    _("{item}, usually").format(item=_(row.item.name)),
                )
            ),
        ),
        lines=tuple(
            (
                str(day),
                *(text for _row, each in profiles for text in (_at(each.now.scores, day), _at(each.median, day))),
            )
            for day in days
        ),
        note=n_(
            "{treatment}: cycle {latest} beside {n} earlier one. “So far” are averages.",
            "{treatment}: cycle {latest} beside {n} earlier ones. “Usual” is their middle; “so far” are averages.",
            len(chosen.cycles) - 1,
        ).format(treatment=treatments(course)[which], latest=latest, n=len(chosen.cycles) - 1),
        legend=(
            ("own", _("cycle {number}").format(number=latest)),
            ("thin", _("earlier cycles")),
            # Translators: The line of the earlier cycles in the chart.
            ("line", _("usually")),
            ("field", _("their middle half")),
        ),
    )


def _cycle_panel(row: Row, found: Profile) -> Panel:
    earlier = [Trace(look="earlier", days=_days(cycle.scores), values=cycle.scores) for cycle in found.earlier]
    several = bool((~np.isnan(found.low)).any())
    return Panel(
        name=_(row.item.name),
        words=comparisons.by_cycle(found),
        traces=(
            *earlier,
            Trace(look="usual", days=_days(found.median), values=found.median),
            Trace(look="now", days=_days(found.now.scores), values=found.now.scores),
        ),
        field=Field(days=_days(found.low), low=found.low, high=found.high) if several else None,
    )


def _cycle_day(day: int, profiles: Sequence[tuple[Row, Profile]]) -> str:
    """Day 3 of the cycle: pain 6, usually 4 (2, 4, 5); and so on."""
    parts = []
    for row, each in profiles:
        earlier = [text for cycle in each.earlier if (text := _at(cycle.scores, day))]
        now, usual = _at(each.now.scores, day), _at(each.median, day)
        if usual:
            words = _("{item} {now}, usually {usual} ({earlier})")
            parts.append(words.format(item=_(row.item.phrase), now=now or "–", usual=usual, earlier=", ".join(earlier)))
        elif now:
            parts.append(_("{item} {score}").format(item=_(row.item.phrase), score=now))
    answers = "; ".join(parts) or _("no answer")
    return _("Day {day} of the cycle: {answers}.").format(day=day, answers=answers)


def changes(course: Course) -> list[tuple[Event, Sides]]:
    """The changes with enough days on both sides, the latest first."""
    return changes_between(course.events, date.fromordinal(course.first), date.fromordinal(course.until))


def change_words(event: Event) -> str:
    """3 Apr: morphine: 10 mg → 20 mg."""
    return _("{day}: {text}").format(day=short_day(event.day), text=event_words.said(event))


def first_change(found: Sequence[tuple[Event, Sides]]) -> int:
    """The place of the one to begin with: the latest treatment or change of medicine, otherwise the latest of all."""
    return next((k for k, (event, _sides) in enumerate(found) if event.kind in FIRST_CHOSEN), 0)


def before_and_after(course: Course, which: int) -> Figure:
    """One of the `changes`, with the days on both sides."""
    event, around = changes(course)[which]
    first, middle, last = (day.toordinal() for day in (around.before.first, around.after.first, around.after.last))
    lines = []
    for row in course.rows:
        cells = []
        for side in around.of(row.own):
            middle_word = "" if side.median is None else number(side.median)
            cells += [middle_word, str(side.severe), _("{n} of {days}").format(n=side.answered, days=side.days)]
        lines.append((_(row.item.name), *cells))
    parts = (
        _("middle, before"),
        _("days at {severe} or more, before").format(severe=SEVERE),
        _("answered, before"),
        _("middle, after"),
        _("days at {severe} or more, after").format(severe=SEVERE),
        _("answered, after"),
    )
    return Figure(
        heading=_("Before and after"),
        axis="days",
        first=first,
        last=last,
        panels=tuple(_around_panel(row, around) for row in course.rows),
        said={day: _around_day(course, day) for day in range(first, last + 1)},
        headings=(_("What"), *parts),
        lines=tuple(lines),
        note=f"{change_words(event)}. {comparisons.happened_together()}",
        divide=middle,
        # Translators: Explains a dot of the chart: it is one day.
        legend=(("own", _("a day")), ("line", _("middle of these days"))),
    )


def _around_panel(row: Row, around: Sides) -> Panel:
    traces = []
    for period, measures in zip((around.before, around.after), around.of(row.own), strict=True):
        part = row.own.between(period.first, period.last)
        days = part.days.astype(np.float64)
        if measures.median is not None:
            edges = np.array([period.first.toordinal() - 0.4, period.last.toordinal() + 0.4])
            traces.append(Trace(look="usual", days=edges, values=np.full(2, measures.median)))
        traces.append(Trace(look="now", days=days, values=part.scores))
    return Panel(name=_(row.item.name), words=comparisons.before_and_after(*around.of(row.own)), traces=tuple(traces))


def _around_day(course: Course, day: int) -> str:
    answers = ", ".join(
        _("{item} {score}").format(item=_(row.item.phrase), score=text)
        for row in course.rows
        if (text := _at(row.own.scores, day - row.own.first + 1))
    )
    name = short_day(date.fromordinal(day))
    return _("{day}: {answers}.").format(day=name, answers=answers or _("no answer"))


def when_needed(course: Course, period: Period) -> Figure:
    """The doses when needed in the period: the count of each day, and the number before and after each."""
    last = min(period.last, date.fromordinal(course.until))
    period = Period(max(min(period.first, last), date.fromordinal(course.first)), last)
    found = relief(course.events, period)
    first = period.first.toordinal()
    counts = course.doses[first - course.first : last.toordinal() + 1 - course.first]
    days = [day for day in range(first, last.toordinal() + 1) if counts[day - first]]
    drawn = [each for each in found if each.falls] or found
    bare = [each for each in found if each not in drawn]
    return Figure(
        heading=_("Doses when needed"),
        axis="days",
        first=first,
        last=last.toordinal(),
        panels=tuple(map(_dose_panel, drawn)),
        # What has nothing to be drawn is told in words, and takes no room from what has.
        note=" ".join(f"{each.medicine}: {comparisons.when_needed(each)}" for each in bare)
        if found
        else _("No doses when needed in these days."),
        said={day: _dose_day(day, int(counts[day - first]), found) for day in range(first, last.toordinal() + 1)},
        headings=(_("Day"), _("Doses"), *(each.medicine for each in found)),
        lines=tuple(
            (
                short_day(date.fromordinal(day)),
                str(int(counts[day - first])),
                *(", ".join(left_to_right(f"{f.before} → {f.after}") for f in _on(each, day)) for each in found),
            )
            for day in reversed(days)
        ),
        counts=counts,
        legend=(
            ("doses", _("doses on that day")),
            ("o", _("the number before a dose")),
            ("own", _("the number after it")),
        ),
    )


def _dose_panel(found: Relief) -> Panel:
    """Doses of one day lie beside each other."""
    seen: dict[int, int] = {}
    traces = []
    for fall in found.falls:
        at = fall.day + CLOSE * seen.get(fall.day, 0)
        seen[fall.day] = seen.get(fall.day, 0) + 1
        both = np.array([fall.before, fall.after], dtype=np.float64)
        traces.append(Trace(look="earlier", days=np.array([at, at]), values=both))
        traces.append(Trace(look="before", days=np.array([at]), values=both[:1]))
        traces.append(Trace(look="after", days=np.array([at]), values=both[1:]))
    return Panel(name=found.medicine, words=comparisons.when_needed(found), traces=tuple(traces))


def _dose_day(day: int, count: int, found: Sequence[Relief]) -> str:
    doses = n_("{n} dose when needed", "{n} doses when needed", count).format(n=count) if count else _("no dose")
    falls = [
        _("{medicine}: {before} before, {after} after").format(
            medicine=each.medicine, before=fall.before, after=fall.after
        )
        for each in found
        for fall in _on(each, day)
    ]
    name = short_day(date.fromordinal(day))
    return _("{day}: {answers}.").format(day=name, answers="; ".join([doses, *falls]))


def _on(found: Relief, day: int) -> list[Fall]:
    return [fall for fall in found.falls if fall.day == day]


def _days(scores: Floats) -> Floats:
    return np.arange(1.0, len(scores) + 1.0)


def _at(values: Floats, day: int) -> str:
    """The number on the day of an array whose first is day 1, or nothing."""
    inside = 0 < day <= len(values) and not np.isnan(values[day - 1])
    return number(float(values[day - 1])) if inside else ""
