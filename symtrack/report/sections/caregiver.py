"""A caregiver's own view beside the patient's: the same days, symptom by symptom, and neither is the right one."""

from collections.abc import Iterator

import numpy as np

from symtrack.diary.instrument import Item
from symtrack.diary.record import Floats, Series
from symtrack.diary.rows import PATIENT, voice_name
from symtrack.i18n import N_, _, capital, number
from symtrack.report import phrases
from symtrack.report.blocks import Block, Table
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    for voice in matter.caregivers(matter.period):
        name = phrases.cut(voice_name(voice), 40)
        rows = tuple(row for item in matter.items if (row := _row(matter, item, voice)))
        if rows:
            yield Table(
                heading=_("{name}’s view beside the patient’s").format(name=capital(name)),
                columns=(
                    _("Symptom"),
                    _("Days with both"),
                    _("Patient, median"),
                    _("{name}, median").format(name=name),
                    _("Higher by {name}").format(name=name),
                    _("Days of {name} alone").format(name=name),
                ),
                rows=rows,
                even=True,
                column="both",
            )


def _row(matter: Matter, item: Item, voice: str) -> tuple[str, ...]:
    own, seen = (_scores(matter, matter.diary.series.get((whose, item.key))) for whose in (PATIENT, voice))
    there = ~np.isnan(seen)
    both = there & ~np.isnan(own)
    if not there.any():
        return ()
    alone = str(int((there & ~both).sum()))
    if not both.any():
        return (_(item.name), "0", "–", "–", "–", alone)
    medians = [float(np.median(each[both])) for each in (own, seen)]
    away = phrases.signed(float(np.median((seen - own)[both])))
    return (_(item.name), str(int(both.sum())), *map(number, medians), away, alone)


def _scores(matter: Matter, series: Series | None) -> Floats:
    """The scores of every day of the period, shape (days,)."""
    found = np.full(len(matter.period), np.nan)
    if series is not None:
        part = series.between(matter.period.first, matter.period.last)
        found[part.days - matter.period.first.toordinal()] = part.scores
    return found


SECTION = Section("caregiver", 88, _build, N_("The caregiver’s view beside the patient’s"), usual=False)
