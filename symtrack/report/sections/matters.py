"""What matters most to the person: one line, under what they want to talk about."""

from collections.abc import Iterator

from symtrack.i18n import _
from symtrack.report import phrases
from symtrack.report.blocks import Block, Words
from symtrack.report.section import Matter, Section

LONGEST = 180


def _build(matter: Matter) -> Iterator[Block]:
    if matters := phrases.cut(matter.text("matters"), LONGEST):
        yield Words(heading=_("What matters to me"), paragraphs=(matters,), column="left")


SECTION = Section("matters", 25, _build)
