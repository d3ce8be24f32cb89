"""The charts, with the numbers that the eye looks for beside them."""

from collections.abc import Iterator

from symtrack.report.blocks import Block
from symtrack.report.figures import ON_FIRST_PAGE, charts
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    if matter.items:
        yield charts(matter, matter.items[:ON_FIRST_PAGE], "")


SECTION = Section("charts", 40, _build)
