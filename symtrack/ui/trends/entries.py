"""What the line below the chart explains: the signs that are drawn, as far as there are some in these days."""

from datetime import date

import numpy as np

from symtrack.diary.rows import PATIENT
from symtrack.i18n import _
from symtrack.ui.journal import Writer
from symtrack.ui.trends.course import Course, Row
from symtrack.ui.trends.legend import Entry, hollow
from symtrack.ui.trends.words import whose


def entries(course: Course, first: date, last: date, *, writer: Writer, person: str) -> list[Entry]:
    """One for each sign that is drawn between the two days."""
    rows = [row.between(first, last) for row in course.rows]
    found = [Entry(sample="own", words=whose(PATIENT, writer, person))]
    if any(row.late.any() for row in rows):
        found.append(Entry(sample="late", words=_("entered later")))
    if any(row.own.asked.any() for row in rows):
        found.append(Entry(sample="asked", words=_("asked, no number")))
    found += [
        Entry(sample=hollow(place), words=whose(voice, writer, person))
        for place, voice in enumerate(course.voices)
        if any(voice in row.views and row.views[voice].answered.any() for row in rows)
    ]
    if any(_ranges(row) for row in rows):
        found.append(Entry(sample="bar", words=_("least to worst of the day")))
    found.append(Entry(sample="line", words=_("middle of 7 days")))
    if course.doses_between(first.toordinal(), last.toordinal()):
        found.append(Entry(sample="doses", words=_("doses when needed")))
    if any(first <= flag.raised <= last for flag in course.points):
        found.append(Entry(sample="point", words=_("a point for the team")))
    return found


def _ranges(row: Row) -> bool:
    """Whether a day of the row has a least that is not its worst."""
    moments = row.own.moments
    return moments is not None and bool((np.fmax(moments[1], row.own.scores) > moments[0]).any())
