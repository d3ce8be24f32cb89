"""The notes of the period, whole."""

from collections.abc import Iterator

from symtrack.diary.rows import PATIENT, voice_name
from symtrack.i18n import N_, _, short_day
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
        said = text if event.voice == PATIENT else _("{name}: {text}").format(name=voice_name(event.voice), text=text)
        rows.append((short_day(event.day), said))
    if rows:
        short = sum(len(said) for _day, said in rows) <= SHORT and len(rows) <= FEW
        yield Table(
            heading=_("Notes"),
            columns=(_("Day"), _("In their own words")),
            rows=tuple(rows),
            column="either" if short else "both",
        )


SECTION = Section("notes", 120, _build, N_("Notes"))
