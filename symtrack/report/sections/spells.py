"""Sudden bad pain and the nights: a sentence each, drawn by day, and each one with when, where and what helped."""

from collections.abc import Iterator

from symtrack.diary import course, spells
from symtrack.diary.rows import PATIENT
from symtrack.i18n import N_, _, short_day
from symtrack.report import noted
from symtrack.report.blocks import Block, Pictures, Table, Words
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    found, last, days = noted.found(matter, matter.period), matter.period.last, len(matter.period)
    told = [
        noted.whose(voice, line)
        for voice in noted.voices(found)
        for line in noted.nights_and_spells(matter, matter.period, found, voice)
    ]
    if told:
        yield Words(heading=_("Sudden bad pain, and the nights"), paragraphs=tuple(told))
    courses = (
        course.of_nights(noted.nights(matter, matter.period, PATIENT), last, days=days),
        course.of_spells(spells.by_day(found, PATIENT), last, days=days),
    )
    if drawn := tuple(noted.picture(each) for each in courses if len(each.points) > 1):
        yield Pictures(heading=_("Pain, day by day"), pictures=drawn)
    rows = tuple(
        (short_day(event.day), noted.whose(event.voice, spells.said(event)))
        for event in found
        if event.kind == "episode"
    )
    if rows:
        yield Table(heading=_("Each time"), columns=(_("Day"), _("What was noted")), rows=rows)


SECTION = Section("spells", 80, _build, N_("Sudden bad pain, and the nights"))
