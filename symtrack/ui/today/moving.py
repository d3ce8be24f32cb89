"""A day entered under the wrong name: the line that offers to move it, and the move, as one action."""

from dataclasses import replace
from datetime import date, datetime

from symtrack.diary.day import day_of
from symtrack.diary.rows import Rating
from symtrack.i18n import _
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.today.notices import Choice, Notice
from symtrack.ui.writing import writer_words


def offer(journal: Journal, day: date, before: Writer) -> tuple[str, str] | None:
    """The line and its button, when today somebody entered this day as `before` and then changed who is writing."""
    writer = journal.writer
    answered_already = writer.voice != before.voice and journal.answers(day)
    if before == writer or answered_already or not _entered(journal, day, before):
        return None
    person = journal.person
    return (
        _("Entered just now as: {writer}.").format(writer=writer_words(before, person)),
        _("Move it to: {writer}").format(writer=writer_words(writer, person)),
    )


def notices(journal: Journal, day: date, before: Writer) -> list[Notice]:
    """The line that offers it, where there is anything to move."""
    words = offer(journal, day, before)
    return [Notice(words[0], (Choice(words[1], lambda: move(journal, day, before)),))] if words else []


def move(journal: Journal, day: date, before: Writer) -> bool:
    """Every answer that was entered today as `before` becomes the current writer's; whether it was possible."""
    writer = journal.writer
    rows = [
        replace(
            rating,
            id="",
            action="",
            recorded_at="",
            replaces=rating.id,
            voice=writer.voice,
            entered_by=writer.entered_by,
        )
        for rating in _entered(journal, day, before)
    ]
    return journal.add(*rows)


def _entered(journal: Journal, day: date, writer: Writer) -> list[Rating]:
    """The day's answers that this writer gave today."""
    return [
        rating
        for rating in journal.ratings(day, day)
        if Writer(rating.voice, rating.entered_by) == writer
        and day_of(datetime.fromisoformat(rating.recorded_at), journal.day_start) == journal.today
    ]
