"""What else was noted: weight, temperature, vomiting, bowels, drinking, up and about, nights, sudden bad pain.

Each is said in a line, and what has more than one day is drawn below, small.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from symtrack.diary import course, event_words, measures, spells
from symtrack.diary.course import Course
from symtrack.diary.event_words import one_line
from symtrack.diary.measures import KINDS
from symtrack.diary.rows import PATIENT, Event, voice_name
from symtrack.i18n import N_, _, short_day
from symtrack.report import measured
from symtrack.report.blocks import Block, Picture, Pictures, Words
from symtrack.report.section import Matter, Section

WEEKS = 6
"""As many answers as a month and a half has."""


def _build(matter: Matter) -> Iterator[Block]:
    found = [event for event in matter.of_kind("measurement", "episode") if event.day in matter.period]
    voices = sorted({event.voice for event in found} | {PATIENT}, key=lambda voice: (voice != PATIENT, voice))
    told = [_whose(voice, line) for voice in voices for line in _lines(matter, found, voice)]
    weeks = [event for event in found if event.body.get("what") == "upandabout"]
    told += [line for line in (_week(weeks), *_markers(found)) if line]
    if told:
        yield Words(heading=_("Also noted"), paragraphs=tuple(told))
    drawn = tuple(_picture(each) for each in _courses(matter, found) if len(each.points) > 1)
    if drawn:
        yield Pictures(heading=_("Day by day"), pictures=drawn)


def _lines(matter: Matter, found: Sequence[Event], voice: str) -> Iterator[str]:
    for what, say in measured.SAID.items():
        values = measures.by_day(found, what, voice)
        if values:
            yield say(values, measures.last_unit(found, KINDS[what]), len(matter.period))
    nights = _nights(matter, voice)
    if line := measured.nights(nights, measures.by_day(found, "woken", voice)):
        yield line
    mine = [event for event in found if event.kind == "episode" and event.voice == voice]
    if mine:
        yield measured.spells(mine)


def _whose(voice: str, line: str) -> str:
    return line if voice == PATIENT else _("{name}: {line}").format(name=voice_name(voice), line=line)


def _nights(matter: Matter, voice: str) -> dict[date, float]:
    """The worst pain noted between 22:00 and 06:00, on each day that has any."""
    series = matter.diary.series.get((voice, "pain"))
    part = series and series.between(matter.period.first, matter.period.last)
    if part is None or part.night is None:
        return {}
    pairs = zip(part.days.tolist(), part.night.tolist(), strict=True)
    return {date.fromordinal(day): score for day, score in pairs if score == score}  # noqa: PLR0124 - NaN is not itself


def _courses(matter: Matter, found: Sequence[Event]) -> Iterator[Course]:
    """The patient's own, over the paper's period."""
    last, days = matter.period.last, len(matter.period)
    for what in measured.SAID:
        unit = measures.last_unit(found, KINDS[what])
        yield course.of_kind(KINDS[what], measures.by_day(found, what, PATIENT), unit, last, days=days)
    yield course.of_nights(_nights(matter, PATIENT), last, days=days)
    yield course.of_spells(spells.by_day(found, PATIENT), last, days=days)


def _picture(shown: Course) -> Picture:
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


def _week(found: Sequence[Event]) -> str:
    """The last answers to what is asked once a week; a caregiver's own view is named."""
    if not found:
        return ""
    said = [
        f"{event_words.up_and_about(event)} ({', '.join(_of(event))})"
        for event in found[-WEEKS:]
        if event_words.up_and_about(event)
    ]
    return _("Week by week, mostly: {answers}.").format(answers="; ".join(said))


def _of(event: Event) -> list[str]:
    return [short_day(event.day), *filter(None, [voice_name(event.voice)])]


def _markers(found: Sequence[Event]) -> Iterator[str]:
    markers = [(event, event_words.marker_amount(event)) for event in found if event.body.get("what") == "marker"]
    named = [(one_line(event.body.get("name")) or _("Marker"), event.day, said) for event, said in markers if said]
    for name in dict.fromkeys(name for name, _day, _said in named):
        mine = [f"{said} ({short_day(day)})" for each, day, said in named if each == name]
        yield _("{name}: {values}.").format(name=name, values=", ".join(mine[-3:]))


SECTION = Section("also", 90, _build, N_("What was measured"))
