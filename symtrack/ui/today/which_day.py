"""Which day Today opens, and the line above the cards where that is out of the ordinary, with the way out of it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from symtrack.diary.day import DAY_START
from symtrack.i18n import _, clock, day_name
from symtrack.ui.journal import Journal
from symtrack.ui.today.notices import Choice, Notice

NOON = 12
LOOK_BACK = timedelta(days=28)
DAY = timedelta(days=1)


def first(journal: Journal, *, begun: bool) -> date:
    """Today; in the morning yesterday, when it has no answer in a diary that was `begun` and is being kept."""
    today, yesterday = journal.today, journal.today - DAY
    if not is_morning(journal) or not begun or journal.answers(today):
        return today
    kept = journal.ratings(today - LOOK_BACK, yesterday - DAY)
    return yesterday if kept and not journal.answers(yesterday) else today


def is_morning(journal: Journal) -> bool:
    """Whether the person's day began, and is not half over: the night before it still belongs to yesterday."""
    return journal.now.date() == journal.today and journal.now.hour < NOON


def of_the_day(journal: Journal, day: date, go_to: Callable[[date], object]) -> list[Notice]:
    """The line about the open day; none when it is simply today."""
    today = journal.today
    if day == today:
        return _by_night(journal, go_to)
    if day == today - DAY and is_morning(journal):
        return [Notice(_("Yesterday comes first."), (Choice(_("On to today"), lambda: go_to(today)),))]
    return [Notice(_("An earlier day is open."), (Choice(_("Back to today"), lambda: go_to(today)),))]


def welcome(ask: Callable[[str], object], more: Callable[[], object]) -> Notice:
    """What a new diary offers at its first start; none of it is required."""
    who = Choice(_("Who is writing"), lambda: ask("writer"))
    number = Choice(_("Your team’s number"), lambda: ask("number"))
    return Notice(_("When you like:"), (who, number, Choice(_("More symptoms"), more)))


def _by_night(journal: Journal, go_to: Callable[[date], object]) -> list[Notice]:
    """After midnight it may be one day or the other for the person: it says which, and offers the other one."""
    today, now, start = journal.today, journal.now, journal.day_start
    if now.date() > today:
        words = _("Your day begins at {time}.")
        begin = partial(journal.set, "day-start", f"{now:%H}:00")
        other = Choice(_("It is {day} for me already").format(day=day_name(now.date())), begin)
    elif now.time() < DAY_START:
        words = _("Your day began at {time}.")
        other = Choice(_("Back to {day}").format(day=day_name(today - DAY)), lambda: go_to(today - DAY))
    else:
        return []
    return [Notice(words.format(time=clock(start)), (other,))]
