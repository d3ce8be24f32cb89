"""Weight, bowels, nights, up and about: on page one, a line each, over the same days as every other number."""

from collections.abc import Iterator

from symtrack.diary import measures
from symtrack.diary.measures import KINDS
from symtrack.diary.period import Period
from symtrack.diary.rows import PATIENT, Event
from symtrack.i18n import _
from symtrack.report import measured, noted, phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.section import Matter, Section

MOST, LONGEST, WEEKS = 7, 180, 2


def _build(matter: Matter) -> Iterator[Block]:
    told = [phrases.cut(line, LONGEST) for line in _lines(matter)][:MOST]
    if told:
        # Translators: Above weight, bowels and other things that were measured.
        yield Words(heading=_("Also"), paragraphs=tuple(told))


def _lines(matter: Matter) -> Iterator[str]:
    """A weight is compared with the first one of both periods; its day is said."""
    now = matter.windows.now
    both = Period(matter.windows.before.first, now.last)
    weighed = noted.found(matter, both)
    if values := measures.by_day(weighed, "weight", PATIENT):
        yield measured.SAID["weight"](values, measures.last_unit(weighed, KINDS["weight"]), len(both))
    found = noted.found(matter, now)
    for voice in noted.voices(found):
        others = [event for event in found if not _is_weight(event)]
        for line in noted.measurements(others, voice, len(now)):
            yield noted.whose(voice, line)
        for line in noted.nights_and_spells(matter, now, found, voice, short=True):
            yield noted.whose(voice, line)
    if weeks := noted.weeks(found, WEEKS):
        yield weeks


def _is_weight(event: Event) -> bool:
    return event.body.get("what") == "weight"


SECTION = Section("also-now", 56, _build)
