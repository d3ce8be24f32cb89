"""The stretches of the diary that can be chosen, and how the page's heading says them."""

from collections.abc import Iterable
from datetime import date

from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.i18n import N_, _, days, short_day
from symtrack.ui.trends.happenings import bands

START = "month"
WORDS = {
    "weeks": N_("2 weeks"),
    # Translators: The last month.
    "month": N_("Month"),
    "months": N_("3 months"),
    "visit": N_("Since last visit"),
    "treatment": N_("This treatment"),
    # Translators: All days of the diary.
    "all": N_("All"),
}
_LENGTHS = {"weeks": 14, "month": 30, "months": 91}


def periods(first: date, today: date, events: Iterable[Event], last: date | None = None) -> dict[str, Period]:
    """The stretches that there are, by key: without a visit or a running treatment, those two are left out.

    `last` is the last day on which something is expected: it belongs to this treatment, and to all.
    """
    events = tuple(events)
    found = {key: Period.ending(today, length) for key, length in _LENGTHS.items()}
    visits = [event.day for event in events if event.kind == "visit" and event.day < today]
    if visits:
        found["visit"] = Period(max(visits), today)
    until = today.toordinal()
    treatments = [event for event in events if event.kind == "treatment"]
    running = [band.first for band in bands(treatments, until) if band.last >= until]
    if running:
        found["treatment"] = Period(date.fromordinal(max(running)), last or today)
    found["all"] = Period(min(first, today), last or today)
    return found


def heading(key: str, period: Period) -> str:
    """The heading for a stretch: in words for one that was chosen, as dates for one that was moved to."""
    match key:
        case "weeks":
            return _("The last two weeks")
        case "month":
            return _("The last month")
        case "months":
            return _("The last three months")
        case "visit":
            return _("Since the visit on {day}").format(day=short_day(period.first))
        case "treatment":
            return _("This treatment, since {day}").format(day=short_day(period.first))
        case "all":
            return _("The whole diary")
        case _:
            return days(period.first, period.last)
