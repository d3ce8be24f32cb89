"""Weight, temperature, vomiting, bowels, drinking: each in a line, and drawn below where there is more than a day."""

from collections.abc import Iterator, Sequence

from symtrack.diary import course, event_words, measures
from symtrack.diary.event_words import one_line
from symtrack.diary.measures import KINDS
from symtrack.diary.rows import PATIENT, Event
from symtrack.i18n import N_, _, short_day
from symtrack.report import measured, noted
from symtrack.report.blocks import Block, Pictures, Words
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    found, days = noted.found(matter, matter.period), len(matter.period)
    told = [
        noted.whose(voice, line) for voice in noted.voices(found) for line in noted.measurements(found, voice, days)
    ]
    told += [line for line in (noted.weeks(found), *_markers(found)) if line]
    if told:
        yield Words(heading=_("Weight, temperature, bowels"), paragraphs=tuple(told))
    courses = (
        course.of_kind(
            KINDS[what],
            measures.by_day(found, what, PATIENT),
            measures.last_unit(found, KINDS[what]),
            matter.period.last,
            days=days,
        )
        for what in measured.SAID
    )
    drawn = tuple(noted.picture(each) for each in courses if len(each.points) > 1)
    if drawn:
        yield Pictures(heading=_("Day by day"), pictures=drawn)


def _markers(found: Sequence[Event]) -> Iterator[str]:
    markers = [(event, event_words.marker_amount(event)) for event in found if event.body.get("what") == "marker"]
    named = [(one_line(event.body.get("name")) or _("Marker"), event.day, said) for event, said in markers if said]
    for name in dict.fromkeys(name for name, _day, _said in named):
        mine = [f"{said} ({short_day(day)})" for each, day, said in named if each == name]
        yield _("{name}: {values}.").format(name=name, values=", ".join(mine[-3:]))


SECTION = Section("measured", 84, _build, N_("Weight, temperature, bowels"))
