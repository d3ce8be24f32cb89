"""Every day as a table: the number of each symptom, why there is none, and who else saw it how."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from symtrack.diary.instrument import REASON_NAMES, Item
from symtrack.diary.rows import LATE, PATIENT, voice_name
from symtrack.i18n import N_, _, dated, short_day
from symtrack.report.blocks import Block, Table
from symtrack.report.section import Matter, Section
from symtrack.report.shown import rows_of

BESIDE = 8
"""Symptoms that have room beside each other."""


def _build(matter: Matter) -> Iterator[Block]:
    for items in rows_of(matter.items, BESIDE):
        cells = [_cells(matter, item) for item in items]
        rows = tuple((_name(day, matter), *(each.get(day, "") for each in cells)) for day in _days(matter, cells))
        if rows:
            yield Table(
                heading=_("Every day"),
                columns=(_("Day"), *(_(item.name) for item in items)),
                rows=rows,
                even=True,
                more=_("At its worst, each day. * was entered two or more days late. No number: no answer."),
                column="both",
            )


def _days(matter: Matter, cells: Sequence[Mapping[date, str]]) -> list[date]:
    """From the first day with an answer to the period's last."""
    first = min((day for each in cells for day in each), default=None)
    return [] if first is None else [day for day in matter.period if day >= first]


def _name(day: date, matter: Matter) -> str:
    return short_day(day) if matter.period.first.year == matter.period.last.year else dated(day)


def _cells(matter: Matter, item: Item) -> dict[date, str]:
    """What was answered on each day that has an answer."""
    found: dict[date, list[str]] = {}
    for voice in (PATIENT, *matter.caregivers(matter.period)):
        series = matter.diary.series.get((voice, item.key))
        if series is None:
            continue
        part = series.between(matter.period.first, matter.period.last)
        for ordinal, score, asked, late in zip(
            part.days.tolist(), part.scores.tolist(), part.asked.tolist(), part.late.tolist(), strict=True
        ):
            day = date.fromordinal(ordinal)
            if asked:
                said = _(REASON_NAMES.get(matter.reasons.get(day, ""), N_("no number given")))
            elif not math.isnan(score):
                said = f"{score:.0f}{'*' if late >= LATE else ''}"
            else:
                continue
            name = voice_name(voice)
            found.setdefault(day, []).append(_("{name}: {text}").format(name=name, text=said) if name else said)
    return {day: "\n".join(said) for day, said in found.items()}


SECTION = Section("days", 130, _build, N_("Every day as a table"), usual=False)
