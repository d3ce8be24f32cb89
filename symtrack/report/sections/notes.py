"""The notes of the period, whole."""

from collections.abc import Iterator

from symtrack.diary.rows import PATIENT, voice_name
from symtrack.i18n import _, short_day
from symtrack.report.blocks import Block, Table
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    rows = []
    for event in matter.of_kind("note"):
        text = (event.text or "").strip()
        if not text or event.day not in matter.period:
            continue
        said = text if event.voice == PATIENT else _("{name}: {text}").format(name=voice_name(event.voice), text=text)
        rows.append((short_day(event.day), said))
    if rows:
        yield Table(heading=_("Notes"), columns=(_("Day"), _("In their own words")), rows=tuple(rows), column="both")


SECTION = Section("notes", 120, _build)
