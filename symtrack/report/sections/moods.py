"""Moods and sleep: their charts, apart from those of the body."""

from collections.abc import Iterator

from symtrack.i18n import N_, _
from symtrack.report import shown
from symtrack.report.blocks import Block
from symtrack.report.figures import charts
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    if found := shown.moods(matter):
        yield charts(matter, found, _("Moods and sleep"))


SECTION = Section("moods", 64, _build, N_("Moods and sleep"))
