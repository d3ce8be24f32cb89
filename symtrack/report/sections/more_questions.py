"""The questions that had no room on the first page, and those that were answered in the period."""

from collections.abc import Iterator

from symtrack.diary.event_words import one_line
from symtrack.i18n import _, short_day
from symtrack.report.asked import FIRST_PAGE, asked, fitting
from symtrack.report.blocks import Block, Numbered, Table
from symtrack.report.section import Matter, Section


def _build(matter: Matter) -> Iterator[Block]:
    questions = asked(matter)
    shown = fitting(questions)
    whole = shown - 1 if shown and len(questions[shown - 1]) > FIRST_PAGE else shown
    if questions[whole:]:
        yield Numbered(
            heading=_("What I want to talk about, the rest"),
            entries=questions[whole:],
            start=whole + 1,
            column="both",
        )
    answered = [
        (short_day(event.day), one_line(event.text), one_line(str(event.body["answer"])))
        for event in matter.of_kind("question")
        if event.body.get("answer") and event.day in matter.period
    ]
    if answered:
        yield Table(
            heading=_("Questions that were answered"),
            columns=(_("Day"), _("Question"), _("Answer")),
            rows=tuple(answered),
            column="both",
        )


SECTION = Section("more-questions", 60, _build)
