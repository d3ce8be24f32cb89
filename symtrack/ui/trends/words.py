"""A day and a stretch of days in words: what the dots show, for the line below the chart and for a screen reader."""

from collections.abc import Iterable
from datetime import date
from functools import cache

import numpy as np

from symtrack.analysis.profile import middle
from symtrack.diary.instrument import MOST, REASON_NAMES
from symtrack.diary.record import Series
from symtrack.diary.rows import LATE, PATIENT, Rating, voice_name
from symtrack.i18n import _, capital, code, dated, long_day, n_, number, short_day
from symtrack.ui.journal import Writer
from symtrack.ui.trends.course import Course
from symtrack.ui.trends.happenings import Band, Mark


def whose(voice: str, writer: Writer, person: str) -> str:
    """Whose answers they are, as the one who writes would say it; `person` is the patient's name or empty."""
    if voice == PATIENT:
        return _("me") if not writer.name else person or _("the person’s answers")
    if voice == writer.voice:
        return _("my own view")
    return _("{name}’s own view").format(name=voice_name(voice))


def day_name(ordinal: int, today: int) -> str:
    """The day with its weekday; with its year when that is not this one."""
    day = date.fromordinal(ordinal)
    return long_day(day) if day.year == date.fromordinal(today).year else dated(day)


def read_out(course: Course, ordinal: int, ratings: Iterable[Rating], writer: Writer) -> str:
    """One day in words, without its name: the answers, the others' views, the cycle, and what happened."""
    if ordinal > course.until:
        return " ".join(_sentence(mark.words[0]) for mark in course.marks if mark.day == ordinal) or _("still to come.")
    ratings = tuple(ratings)
    why = reasons(ratings)
    parts = [_("{answers}.").format(answers=_answers(course, PATIENT, ordinal, why))]
    parts += [
        _("{who}: {answers}.").format(
            who=capital(whose(voice, writer, "")), answers=_answers(course, voice, ordinal, why)
        )
        for voice in course.voices
        if any(_given(row.views.get(voice), ordinal) for row in course.rows)
    ]
    parts += during(course, ratings, PATIENT)
    late = _lateness(course, ordinal)
    if late >= LATE:
        parts.append(n_("Entered {days} day later.", "Entered {days} days later.", late).format(days=late))
    if day := course.cycle_day(ordinal):
        parts.append(_("Day {day} of cycle {number}.").format(day=day, number=course.cycle_number(ordinal)))
    if many := course.doses_between(ordinal, ordinal):
        parts.append(n_("{n} dose when needed.", "{n} doses when needed.", many).format(n=many))
    parts += [_sentence(band.words[0]) for band in course.bands if _lasted(band, ordinal)]
    parts += [_sentence(mark.words[0]) for mark in _on(course, ordinal)]
    parts += _points(course, ordinal)
    return " ".join(parts)


def cell(series: Series | None, ordinal: int, reason: str | None) -> str:
    """One answer as the table has it: the number, the reason why there is none, or nothing."""
    if not _given(series, ordinal):
        return ""
    assert series is not None
    score = series.scores[ordinal - series.first]
    return figure(int(score)) if not np.isnan(score) else _(REASON_NAMES.get(reason or "", REASON_NAMES["declined"]))


@cache
def _figures(_language: str) -> tuple[str, ...]:
    return tuple(number(score) for score in range(MOST + 1))


def figure(score: int) -> str:
    """A score as the language writes it."""
    return _figures(code())[score]


def happened(course: Course, ordinal: int) -> str:
    """What stands above the rows on a day, for the table: a treatment, a stay, a cycle, doses, a point and so on."""
    begun = [band.words[0] for band in course.bands if band.first == ordinal or _lasted(band, ordinal)]
    points = [_("a point for the team")] if course.points_on(ordinal) else []
    many = course.doses_between(ordinal, ordinal)
    doses = [n_("{n} dose when needed", "{n} doses when needed", many).format(n=many)] if many else []
    return ", ".join([*begun, *doses, *(mark.words[0] for mark in course.marks if mark.day == ordinal), *points])


def summary(course: Course, first: int, last: int) -> str:
    """The chart in words: for each item how many days have a number, their middle and their highest."""
    parts = []
    for row in course.rows:
        part = row.own.between(date.fromordinal(first), date.fromordinal(last))
        scores = part.scores[part.answered]
        name = _(row.item.name)
        if not len(scores):
            parts.append(_("{item}: no answers.").format(item=name))
            continue
        worst = int(scores.max())
        day = date.fromordinal(int(part.days[part.answered][int(np.argmax(scores))]))
        parts.append(
            _("{item}: {answered} of {days} days answered, middle {middle}, highest {worst}, on {day}.").format(
                item=name,
                answered=len(scores),
                days=last - first + 1,
                middle=number(middle(scores)),
                worst=worst,
                day=short_day(day),
            )
        )
    return " ".join(parts)


def reasons(ratings: Iterable[Rating]) -> dict[tuple[str, str], str]:
    """The reasons of one day, by voice and item; the day's own answer goes before its moments."""
    ordered = sorted(ratings, key=lambda rating: rating.time is None)
    return {(rating.voice, rating.item): rating.reason for rating in ordered if rating.reason}


def _lateness(course: Course, ordinal: int) -> int:
    """How many days later the patient's numbers of a day were entered."""
    return max((int(row.own.late[ordinal - course.first]) for row in course.rows), default=0)


def _given(series: Series | None, ordinal: int) -> bool:
    if series is None or not 0 <= ordinal - series.first < len(series.scores):
        return False
    k = ordinal - series.first
    return bool(series.asked[k] or not np.isnan(series.scores[k]))


def _answers(course: Course, voice: str, ordinal: int, why: dict[tuple[str, str], str]) -> str:
    """“pain 6, nausea 1”; one word for all when there is no number at all and the reason is the same."""
    found = [
        (row, cell(row.own if voice == PATIENT else row.views.get(voice), ordinal, why.get((voice, row.item.key))))
        for row in course.rows
    ]
    texts = {text for _row, text in found}
    if len(texts) == 1 and not next(iter(texts)).isdigit():
        return texts.pop() or _("no answer")
    return ", ".join(
        _("{item} {score}").format(item=_(row.item.phrase), score=text)
        if text.isdigit()
        else _("{item}: {reason}").format(item=_(row.item.phrase), reason=text or _("no answer"))
        for row, text in found
        if text or voice == PATIENT
    )


def _on(course: Course, ordinal: int) -> list[Mark]:
    return [mark for mark in course.marks if mark.day == ordinal and (mark.kind != "cycle" or mark.expected)]


def _lasted(band: Band, ordinal: int) -> bool:
    """Whether the day lies in a stay, or in something else that lasted and is no treatment."""
    return band.kind != "treatment" and band.first <= ordinal <= band.last


def moments(course: Course, ratings: Iterable[Rating], voice: str) -> str:
    """“pain 2 at 09:00, 6 at 14:30; nausea 3 at 09:00” for what one voice noted at a time of the day, or nothing."""
    noted: dict[str, list[tuple[str, int]]] = {}
    for rating in ratings:
        if rating.voice == voice and rating.time and rating.score is not None:
            noted.setdefault(rating.item, []).append((rating.time, rating.score))
    parts = []
    for row in course.rows:
        if found := noted.get(row.item.key):
            times = [_("{score} at {time}").format(score=score, time=time) for time, score in sorted(found)]
            parts.append(_("{item} {times}").format(item=_(row.item.phrase), times=", ".join(times)))
    return "; ".join(parts)


def during(course: Course, ratings: Iterable[Rating], voice: str) -> list[str]:
    """The moments as a sentence, where there are any."""
    said = moments(course, ratings, voice)
    return [_("During the day: {moments}.").format(moments=said)] if said else []


def _points(course: Course, ordinal: int) -> list[str]:
    """The first point that was raised on the day, and how many more there are."""
    points = course.points_on(ordinal)
    said = [_("For the team: {point}").format(point=flag.text) for flag in points[:1]]
    more = len(points) - 1
    return [*said, n_("And {n} more point.", "And {n} more points.", more).format(n=more)] if more > 0 else said


def _sentence(text: str) -> str:
    return f"{capital(text)}." if text else ""
