"""What Today says about the day that is open, and the marks of the strip: words from plain values."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from symtrack.diary import instrument
from symtrack.diary.day import day_of
from symtrack.diary.instrument import REASONS, answer_words
from symtrack.diary.rows import LATE, Rating
from symtrack.i18n import _, clock, long_day, n_, short_day
from symtrack.ui.journal import Writer
from symtrack.ui.today.day_strip import DayMark

DAYS = 7


def question(day: date, today: date) -> str:
    """The page's heading: the question about that day."""
    if day == today:
        return _(instrument.load().question)
    if day == today - timedelta(days=1):
        return _("How was yesterday, at its worst?")
    return _("How was {day}, at its worst?").format(day=long_day(day))


def date_line(day: date, today: date, now: datetime, answers: Iterable[Rating], day_start: time) -> str:
    """The line below the heading: the date, and whatever is out of the ordinary about it."""
    late = lateness(day, today, answers, day_start)
    if late >= LATE:
        said = n_(
            "Filled in {n} day late: marked so here and on paper.",
            "Filled in {n} days late: marked so here and on paper.",
            late,
        )
        return _("{day}. {more}").format(day=long_day(day), more=said.format(n=late))
    if day == today and now.date() > today:
        return _("{day}. It is after midnight; this is still that day’s entry.").format(day=long_day(day))
    return _("{day}. A digit picks, Enter goes on.").format(day=long_day(day))


def lateness(day: date, today: date, answers: Iterable[Rating], day_start: time) -> int:
    """How many days late the day's answers were given, or would be given now when there are none."""
    given = [(day_of(datetime.fromisoformat(answer.recorded_at), day_start) - day).days for answer in answers]
    return max(given, default=(today - day).days)


def end_words(day: date, today: date) -> str:
    """What is said after the last card."""
    if day == today:
        return _("That is all for today.")
    return _("That is all for {day}.").format(day=long_day(day))


def kept(before: Rating | None, now: tuple[int | None, str | None], writer: Writer, person: str) -> str:
    """That what somebody else had entered is kept; nothing when there was nothing, or it was the writer's own."""
    if before is None or before.entered_by == writer.entered_by or before.answer == now:
        return ""
    given = datetime.fromisoformat(before.recorded_at)
    return _("It was “{answer}” before, entered by {who} on {day} at {time}. That is kept too.").format(
        answer=answer_words(*before.answer),
        who=before.entered_by or person or _("the patient"),
        day=short_day(given.date()),
        time=clock(given),
    )


def marks(ratings: Sequence[Rating], voice: str, items: Sequence[str], today: date) -> list[DayMark]:
    """The seven days up to today in one voice: for each item a number, a reason, or nothing."""
    days = [today - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    return [_mark(day, [r for r in ratings if r.day == day and r.voice == voice], items) for day in days]


def _mark(day: date, ratings: Sequence[Rating], items: Sequence[str]) -> DayMark:
    answers = {rating.item: rating for rating in ratings if rating.time is None}
    cells = tuple(answers[item].score is not None if item in answers else None for item in items)
    reasons = {answer.reason for item, answer in answers.items() if answer.reason and item in items}
    return DayMark(day=day, cells=cells, reasons=tuple(reason for reason in REASONS if reason in reasons))
