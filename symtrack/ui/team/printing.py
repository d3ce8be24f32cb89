"""The paper of a period, and the sheets: the same that the command line writes."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum

from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.i18n import _, days, n_
from symtrack.report.blocks import Block
from symtrack.report.orders import Summary
from symtrack.report.sheet import Ground
from symtrack.report.sheets import sheet
from symtrack.ui.journal import Journal

FOUR_WEEKS = 28
MONTHS_BACK = 3


class Choice(StrEnum):
    """Which days the paper is about."""

    VISIT = "visit"
    WEEKS = "weeks"
    MONTHS = "months"
    OWN = "own"


def last_visit(diary: Diary) -> date | None:
    """The day of the last visit before the day with which the paper usually ends; None without one."""
    from symtrack.report import last_day

    ends = last_day(diary)
    visits = [event.day for event in diary.of_kind("visit") if event.day < ends]
    return visits[-1] if visits else None


def period_of(choice: Choice, diary: Diary, own: tuple[date, date]) -> Period:
    """The days of a choice; InputError when the person's own would end before they begin.

    Months and weeks reach back no further than the diary does, and never less than a week: fewer days show nothing.
    """
    from symtrack.analysis import completeness
    from symtrack.report import SHORTEST, default_period

    if choice is Choice.OWN:
        return Period(*own)
    usual = default_period(diary)
    if choice is Choice.VISIT:
        return usual
    whole = Period.ending(usual.last, FOUR_WEEKS) if choice is Choice.WEEKS else _months(usual.last)
    covered = completeness.covered(diary, whole) or whole
    return Period(min(covered.first, Period.ending(covered.last, SHORTEST).first), covered.last)


def summary_of(
    journal: Journal, period: Period, *, sections: Collection[str] | None = None, private: bool = False
) -> Summary:
    """The paper. It shows the diary as it stood on the period's last day: what came later is no part of it."""
    diary, ratings = journal.diary_on_paper(private=private), journal.ratings(period.first, period.last)
    return Summary(
        diary=diary if period.last >= journal.today else diary.upto(period.last),
        period=period,
        settings=dict(journal.settings),
        ratings=[rating for rating in ratings if private or not rating.private],
        corrected=journal.corrected(period.first, period.last, private=private),
        abouts=journal.abouts(private=private),
        sections=sections,
        private=private,
    )


def sheet_blocks(journal: Journal, key: str, week: date | None, now: datetime) -> tuple[Block, ...]:
    """The sheet's blocks, as the diary stands; what is private stays out of them. `now` is when it was made."""
    ground = Ground.of(
        now=now,
        today=journal.today,
        settings=journal.settings,
        events=journal.events(),
        ratings=journal.ratings(*Ground.reach(journal.today)),
        flags=journal.flags_on_paper,
        abouts=journal.abouts(private=False),
        week=week,
    )
    return sheet(key).build(ground)


def sheet_words(key: str) -> str:
    """What the sheet is for."""
    return {
        "calls": _("For the fridge: whom to ring and when, what about, what to have ready, and what to say."),
        "handoff": _("For whoever takes over: yesterday and today, in a minute."),
        "week": _("To fill in by hand, and to type in later: Today, More, “Type in a week”."),
    }[key]


def sheet_file(key: str, day: date) -> str:
    """The name of the sheet's file, without what kind of file it is."""
    return _("{sheet} {day}").format(sheet=_(sheet(key).name), day=day.isoformat()).lower()


def _months(last: date) -> Period:
    """The three months up to and with the day."""
    total = last.year * 12 + last.month - 1 - MONTHS_BACK
    year, month = divmod(total, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    length = (following - timedelta(days=1)).day
    return Period(date(year, month + 1, min(last.day, length)) + timedelta(days=1), last)


def period_words(period: Period, today: date | None = None) -> str:
    """22 Apr – 18 May, 27 days. Where nothing was entered since then up to `today`, it says that too."""
    length = n_("{n} day", "{n} days", len(period)).format(n=len(period))
    said = _("{days}, {length}").format(days=days(period.first, period.last), length=length)
    return said if today is None or period.last >= today else "\n".join((said, _("Nothing was entered after that.")))
