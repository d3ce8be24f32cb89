"""What was measured and counted in the period, a sentence each, in everybody's own view; and its small pictures."""

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from symtrack.diary import event_words, measures
from symtrack.diary.course import Course
from symtrack.diary.measures import KINDS
from symtrack.diary.period import Period
from symtrack.diary.rows import PATIENT, Event, voice_name
from symtrack.i18n import _, short_day
from symtrack.report import measured
from symtrack.report.blocks import Picture
from symtrack.report.section import Matter

WEEKS = 6
"""As many answers as a month and a half has."""


def found(matter: Matter, period: Period) -> list[Event]:
    """The measurements and spells of the period."""
    return [event for event in matter.of_kind("measurement", "episode") if event.day in period]


def voices(events: Sequence[Event]) -> list[str]:
    """Who noted them, the patient first."""
    return sorted({event.voice for event in events} | {PATIENT}, key=lambda voice: (voice != PATIENT, voice))


def whose(voice: str, line: str) -> str:
    """The line, with the name of whose view it is."""
    return line if voice == PATIENT else _("{name}: {line}").format(name=voice_name(voice), line=line)


def measurements(events: Sequence[Event], voice: str, days: int) -> Iterator[str]:
    """Weight, temperature, vomiting, bowels, drinking."""
    for what, say in measured.SAID.items():
        values = measures.by_day(events, what, voice)
        if values:
            yield say(values, measures.last_unit(events, KINDS[what]), days)


def nights_and_spells(
    matter: Matter, period: Period, events: Sequence[Event], voice: str, *, short: bool = False
) -> Iterator[str]:
    """How the nights were, and sudden bad pain; a `short` one says how often and how bad, and no more."""
    if line := measured.nights(nights(matter, period, voice), measures.by_day(events, "woken", voice)):
        yield line
    mine = [event for event in events if event.kind == "episode" and event.voice == voice]
    if mine:
        yield measured.spells(mine, short=short)


def weeks(events: Iterable[Event], most: int = WEEKS) -> str:
    """The last answers to what is asked once a week; a caregiver's own view is named."""
    answered = [(event, said) for event in events if _is_weekly(event) and (said := event_words.up_and_about(event))]
    told = [f"{words} ({', '.join(_of(event))})" for event, words in answered[-most:]]
    return _("Week by week, mostly: {answers}.").format(answers="; ".join(told)) if told else ""


def _is_weekly(event: Event) -> bool:
    return event.body.get("what") == "upandabout"


def _of(event: Event) -> list[str]:
    return [short_day(event.day), *filter(None, [voice_name(event.voice)])]


def nights(matter: Matter, period: Period, voice: str) -> dict[date, float]:
    """The worst pain noted between 22:00 and 06:00, on each day that has any."""
    series = matter.diary.series.get((voice, "pain"))
    part = series and series.between(period.first, period.last)
    if part is None or part.night is None:
        return {}
    pairs = zip(part.days.tolist(), part.night.tolist(), strict=True)
    return {date.fromordinal(day): score for day, score in pairs if not math.isnan(score)}


def picture(shown: Course) -> Picture:
    """In shares of its width and height, so that the paper need not know what it is about."""
    whole, reach = (shown.last - shown.first).days + 1, shown.high - shown.low

    def high(value: float) -> float:
        return round((value - shown.low) / reach, 4)

    return Picture(
        name=shown.name,
        alt=f"{shown.name}. {shown.said}",
        shape=shown.shape,
        days=whole,
        points=tuple(((day - shown.first).days, high(value)) for day, value in shown.points.items()),
        lines=tuple((high(value), words) for value, words in shown.lines),
        first=short_day(shown.first),
        last=short_day(shown.last),
    )
