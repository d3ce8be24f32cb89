"""By cycle: the latest treatment's cycles laid over each other, in the words and numbers of Trends."""

from collections.abc import Iterator, Sequence

import numpy as np

from symtrack.analysis.profile import Course, Profile, courses, profile
from symtrack.diary import event_words
from symtrack.diary.instrument import Item
from symtrack.diary.record import Floats
from symtrack.diary.rows import PATIENT
from symtrack.i18n import N_, _, n_, number
from symtrack.report import comparisons
from symtrack.report.blocks import Block, Table, Words
from symtrack.report.section import Matter, Section
from symtrack.report.shown import rows_of

Compared = Sequence[tuple[Item, Profile]]
BESIDE = 4
"""Symptoms that stand beside each other in a table."""


def _build(matter: Matter) -> Iterator[Block]:
    found = courses(event for event in matter.events if event.day <= matter.period.last)
    if not found:
        return
    chosen = found[-1]
    compared = [(item, each) for item in matter.items if (each := _profile(matter, item, chosen)) is not None]
    if not compared:
        return
    said = tuple(
        _("{item}: {words}").format(item=_(item.name), words=comparisons.by_cycle(each)) for item, each in compared
    )
    yield Words(heading=_("By cycle"), paragraphs=(_beside(chosen), *said), column="both")
    yield from map(_table, rows_of(compared, BESIDE))


def _profile(matter: Matter, item: Item, chosen: Course) -> Profile | None:
    return profile(matter.diary.series.get((PATIENT, item.key)), chosen, matter.events)


def _beside(chosen: Course) -> str:
    earlier = len(chosen.cycles) - 1
    return n_(
        "{treatment}: cycle {latest} beside {n} earlier one. “So far” are averages.",
        "{treatment}: cycle {latest} beside {n} earlier ones. “Usual” is their middle; “so far” are averages.",
        earlier,
    ).format(
        treatment=event_words.treatment(chosen.treatment) if chosen.treatment else _("Cycles"),
        latest=chosen.cycles[-1][1],
        n=earlier,
    )


def _table(some: Compared) -> Table:
    """A row a day of the cycle; after it, for each symptom, this cycle's number and the usual one."""
    length = max(len(scores) for _item, each in some for scores in (each.now.scores, each.median))
    rows = []
    for day in range(1, length + 1):
        cells = tuple(_cell(each, day) for _item, each in some)
        if any(cells):
            rows.append((str(day), *cells))
    return Table(
        heading="",
        columns=(_("Day of the cycle"), *(_(item.name) for item, _each in some)),
        rows=tuple(rows),
        even=True,
        column="both",
    )


def _cell(each: Profile, day: int) -> str:
    now, usual = _at(each.now.scores, day), _at(each.median, day)
    if not usual:
        return now
    return _("{now}, usually {usual}").format(now=now or "–", usual=usual)


def _at(values: Floats, day: int) -> str:
    inside = day <= len(values) and not np.isnan(values[day - 1])
    return number(float(values[day - 1])) if inside else ""


SECTION = Section("cycles", 66, _build, N_("By cycle"), usual=False)
