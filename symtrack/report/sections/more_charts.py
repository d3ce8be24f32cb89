"""The charts of the symptoms that had no room on the first page."""

from collections.abc import Iterator

from symtrack.i18n import N_, _
from symtrack.report.blocks import Block
from symtrack.report.figures import ON_FIRST_PAGE, charts
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    rest = matter.items[ON_FIRST_PAGE:]
    for k in range(0, len(rest), ON_FIRST_PAGE):
        yield charts(matter, rest[k : k + ON_FIRST_PAGE], _("More symptoms"))


SECTION = Section("more-charts", 60, _build, N_("More symptoms"))
