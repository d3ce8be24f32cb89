"""The notes of the period, whole."""

from collections.abc import Iterator

from symtrack.i18n import N_, _, short_day
from symtrack.report import note_words
from symtrack.report.blocks import Block, Table
from symtrack.report.section import Matter, Section

FEW, SHORT = 6, 300
"""As many notes, with as many letters in all, stand beside the other short blocks; more are as wide as the page."""


def _build(matter: Matter) -> Iterator[Block]:
    rows = []
    for event in matter.of_kind("note"):
        text = (event.text or "").strip()
        if not text or event.day not in matter.period:
            continue
        rows.append((short_day(event.day), note_words.words(event, text, matter.abouts, matter.diary.instrument)))
    if rows:
        short = sum(len(said) for _day, said in rows) <= SHORT and len(rows) <= FEW
        yield Table(
            heading=_("Notes"),
            columns=(_("Day"), _("In their own words")),
            rows=tuple(rows),
            column="either" if short else "both",
        )


SECTION = Section("notes", 120, _build, N_("Notes"))
