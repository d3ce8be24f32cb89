"""Doses when needed and what they did: the sentences of Trends, and each day with its numbers before and after."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from symtrack.analysis.relief import Relief, relief
from symtrack.analysis.tally import needed
from symtrack.i18n import N_, _, left_to_right, short_day
from symtrack.report import comparisons
from symtrack.report.blocks import Block, Table, Words
from symtrack.report.section import Matter, Section

FEW, HALF = 3, 2
"""Medicines that have room as columns; of more only the days are listed."""


def _build(matter: Matter) -> Iterator[Block]:
    found = relief(matter.events, matter.period)
    if not found:
        return
    yield Words(
        heading=_("Doses when needed and what they did"),
        paragraphs=tuple(
            _("{item}: {words}").format(item=each.medicine, words=comparisons.when_needed(each)) for each in found
        ),
        column=_column(found),
    )
    if any(each.falls for each in found):
        yield _table(matter, [each for each in found if each.falls][:FEW])


def _column(found: Sequence[Relief]) -> Literal["either", "both"]:
    """A medicine or two have room in half of the page."""
    return "either" if len(found) <= HALF else "both"


def _table(matter: Matter, found: Sequence[Relief]) -> Table:
    """A row for each day with a dose; the number before and after each of them."""
    days = sorted({event.day for event in needed(matter.events) if event.day in matter.period}, reverse=True)
    counts = {day: sum(event.day == day for event in needed(matter.events)) for day in days}
    return Table(
        heading=_("Each day with a dose"),
        columns=(_("Day"), _("Doses"), *(_("{medicine}, before → after").format(medicine=m.medicine) for m in found)),
        rows=tuple((short_day(day), str(counts[day]), *(_falls(each, day) for each in found)) for day in days),
        even=True,
        column=_column(found),
    )


def _falls(found: Relief, day: date) -> str:
    return ", ".join(
        left_to_right(f"{fall.before} → {fall.after}") for fall in found.falls if fall.day == day.toordinal()
    )


SECTION = Section("doses", 76, _build, N_("Doses when needed and what they did"))
