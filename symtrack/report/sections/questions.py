"""What the person wants to talk about, in their own words, before any number."""

from collections.abc import Iterator

from symtrack.i18n import _
from symtrack.report.asked import FIRST_PAGE, asked, fitting
from symtrack.report.blocks import Block, Numbered
from symtrack.report.phrases import cut
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    questions = asked(matter)
    shown = fitting(questions)
    if not questions:
        return
    short = tuple(cut(question, FIRST_PAGE) for question in questions[:shown])
    left = short != questions
    more = _("The rest follows after the numbers.") if left else ""
    yield Numbered(heading=_("What I want to talk about"), entries=short, more=more, column="left")


SECTION = Section("questions", 20, _build)
