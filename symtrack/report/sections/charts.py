"""The charts, with the numbers that the eye looks for beside them."""

from collections.abc import Iterator

from symtrack.report import shown
from symtrack.report.blocks import Block
from symtrack.report.figures import charts
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    if found := shown.first(matter):
        yield charts(matter, found, "")


SECTION = Section("charts", 40, _build)
