"""The words for whom to ring, the same on the screen and on paper."""

from datetime import datetime

from symtrack.diary.team import DAYS, HOLIDAY, WEEKDAYS, Contact, Number, Ring, role_words
from symtrack.i18n import N_, _, clock

DAY_NAMES = {
    "mon": N_("Mon"),
    "tue": N_("Tue"),
    "wed": N_("Wed"),
    "thu": N_("Thu"),
    "fri": N_("Fri"),
    "sat": N_("Sat"),
    "sun": N_("Sun"),
    "holiday": N_("public holidays"),
}
PAIR = 2
"""Days that are named one by one; more in a row are named by the first and the last."""


def without_number() -> str:
    """Where such a number usually stands, for a diary that holds none for this hour."""
    return _("See your chemotherapy card or ward letter. In an emergency call the emergency service.")


def until_words(until: datetime) -> str:
    return _("until {time}").format(time=clock(until))


def hours(number: Number) -> str:
    """When a number answers: “Mon to Fri, 08:00 to 17:00”."""
    times = (
        _("{begins} to {ends}").format(begins=clock(number.begins), ends=clock(number.ends))
        if number.begins and number.ends
        else _("day and night")
    )
    days = sorted(number.days - {HOLIDAY})
    if len(days) == len(WEEKDAYS):
        return times
    names = [_(DAY_NAMES[DAYS[day]]) for day in days]
    unbroken = len(days) > PAIR and days == list(range(days[0], days[-1] + 1))
    listed = _("{first} to {last}").format(first=names[0], last=names[-1]) if unbroken else ", ".join(names)
    if HOLIDAY in number.days:
        holidays = _(DAY_NAMES["holiday"])
        listed = _("{days} and {holidays}").format(days=listed, holidays=holidays) if listed else holidays
    return _("{days}, {times}").format(days=listed, times=times)


def whom_until(ring: Ring) -> str:
    """Who answers at this hour, and until when."""
    who = whom(ring.contact)
    return _("{whom}, {until}").format(whom=who, until=until_words(ring.until)) if ring.until else who


def whom(contact: Contact) -> str:
    """Who it is and what for, as far as it is known."""
    return whom_words(contact.who, contact.role)


def whom_words(who: str, role: str) -> str:
    return ", ".join(part for part in (who, role_words(role)) if part) or _("Your team")
