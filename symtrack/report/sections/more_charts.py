"""The charts of the symptoms that had no room on the first page."""

from collections.abc import Iterator

from symtrack.i18n import N_, _
from symtrack.report import shown
from symtrack.report.blocks import Block
from symtrack.report.figures import charts
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    for items in shown.evenly(shown.others(matter), shown.TOGETHER):
        yield charts(matter, items, _("More symptoms"))


SECTION = Section("more-charts", 62, _build, N_("More symptoms"))
