"""The points that page one has no room for, those that are over or were talked about, and lines for reading."""

from collections.abc import Iterator

from symtrack.i18n import N_, _
from symtrack.report import points
from symtrack.report.blocks import Block, Table, Words
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    left = points.later(matter)
    if left:
        yield Table(
            heading=_("More points, and earlier ones"),
            columns=(_("When"), _("What was entered, and what was done"), _("Criterion")),
            rows=tuple(points.row(flag, matter) for flag in left),
            column="both",
        )
    if lines := tuple(map(points.said, points.notes(matter))):
        yield Words(heading=_("For reading the numbers"), paragraphs=lines, column="both")


SECTION = Section("points", 70, _build, N_("More points, and earlier ones"))
