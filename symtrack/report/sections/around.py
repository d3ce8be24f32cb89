"""Before and after the last change of treatment: the same number of days on both sides, and no cause."""

from collections.abc import Iterator
from datetime import date

from symtrack.analysis.around import last_change
from symtrack.diary import event_words
from symtrack.diary.rows import PATIENT
from symtrack.i18n import N_, _, days, short_day
from symtrack.report import comparisons
from symtrack.report.blocks import Block, Table, Words
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    found = last_change(matter.events, date.fromordinal(matter.diary.first), matter.period.last)
    if found is None:
        return
    event, around = found
    change = _("{day}: {text}").format(day=short_day(event.day), text=event_words.said(event, matter.diary.instrument))
    yield Words(
        heading=_("Before and after the last change of treatment"),
        paragraphs=(f"{change}. {comparisons.happened_together()}",),
        column="both",
    )
    yield Table(
        heading="",
        columns=(
            _("Symptom"),
            _("Before: {days}").format(days=days(around.before.first, around.before.last)),
            _("After: {days}").format(days=days(around.after.first, around.after.last)),
        ),
        rows=tuple(
            (_(item.name), *map(comparisons.side, around.of(matter.diary.series.get((PATIENT, item.key)))))
            for item in matter.items
        ),
        even=True,
        column="both",
    )


SECTION = Section("around", 68, _build, N_("Before and after the last change of treatment"), usual=False)
