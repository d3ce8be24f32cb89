"""Who to ring: the team's numbers as the person copied them, and which of them answers at a given hour.

The setting `team` is a list of `{"who": …, "role": …, "numbers": [{"number": …, "days": ["mon", …], "from": "08:00",
"to": "17:00"}]}`. A number without days answers every day, one without hours all day and night. Among the days may be
`holiday`; on a public holiday a number for Monday to Friday answers only where it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from symtrack.diary import public_holidays
from symtrack.diary.day import parse_time
from symtrack.diary.public_holidays import Holidays, never
from symtrack.errors import InputError
from symtrack.i18n import N_, _

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAYS = (*WEEKDAYS, "holiday")
HOLIDAY = len(WEEKDAYS)
_ALWAYS = frozenset(range(len(WEEKDAYS)))
_SATURDAY = 5

EMERGENCY = "emergency"
ROLES = {
    "oncology": N_("Oncology"),
    "palliative": N_("Palliative care"),
    "doctor": N_("Family doctor"),
    "nurse": N_("Nurse"),
    "psychologist": N_("Psychologist"),
    "social-work": N_("Social work"),
    "chaplain": N_("Chaplain"),
    EMERGENCY: N_("Emergency service"),
}
"""What somebody of the team is there for; any other role is in the person's own words."""
NOT_OF_THE_HOUR = frozenset({"psychologist", "social-work", "chaplain", EMERGENCY})
"""Who is listed, and never the one to ring at this hour about how somebody is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A telephone number and when it answers. Hours that end before they begin run over midnight."""

    number: str
    days: frozenset[int] = _ALWAYS
    begins: time | None = None
    ends: time | None = None

    def until(self, moment: datetime, free: Holidays = never) -> datetime | None:
        """When the hours that hold this wall-clock moment end; None when they do not hold it, or never end."""
        return next((ends for begins, ends in self._spans(moment, free) if begins <= moment < ends), None)

    def answers(self, moment: datetime, free: Holidays = never) -> bool:
        """Whether somebody answers at this wall-clock moment."""
        if self.begins is None or self.ends is None:
            return self._holds(moment.date(), free)
        return self.until(moment, free) is not None

    def _holds(self, day: date, free: Holidays) -> bool:
        """Whether it is one of the number's days; a public holiday takes the place of a working day."""
        if self.days >= _ALWAYS:
            return True
        working = day.weekday() < _SATURDAY
        if (working or HOLIDAY in self.days) and free(day):
            return HOLIDAY in self.days
        return day.weekday() in self.days

    def _spans(self, moment: datetime, free: Holidays) -> Iterable[tuple[datetime, datetime]]:
        """The hours that began today and yesterday, as moments."""
        if self.begins is None or self.ends is None:
            return
        for day in (moment - timedelta(days=1), moment):
            if self._holds(day.date(), free):
                begins = datetime.combine(day, self.begins, moment.tzinfo)
                over = timedelta(days=1 if self.ends <= self.begins else 0)
                yield begins, datetime.combine(day, self.ends, moment.tzinfo) + over


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody of the team: who, what they are there for, and their numbers."""

    who: str
    role: str = ""
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """Whom to ring at one moment, under which number, and until when; None when it answers day and night."""

    contact: Contact
    number: str
    until: datetime | None


def contacts(setting: object) -> tuple[Contact, ...]:
    """The contacts that the setting `team` holds. What is not written as one is left out."""
    entries = setting if isinstance(setting, list) else []
    found = [_contact(entry) for entry in entries if isinstance(entry, Mapping)]
    return tuple(contact for contact in found if contact.numbers)


def ring_at(known: Iterable[Contact], moment: datetime, free: Holidays = never) -> Ring | None:
    """The first number, in the person's own order, that answers at this wall-clock moment; None without one."""
    for contact in known:
        for number in contact.numbers if contact.role not in NOT_OF_THE_HOUR else ():
            if number.answers(moment, free):
                return Ring(contact=contact, number=number.number, until=number.until(moment, free))
    return None


def ring_now(settings: Mapping[str, object], moment: datetime) -> Ring | None:
    """Whom to ring at this wall-clock moment, public holidays regarded."""
    return ring_at(contacts(settings.get("team")), moment, public_holidays.known(settings))


def emergency_number(settings: Mapping[str, object]) -> str:
    """The emergency service's number as the person wrote it; empty without: every country has its own."""
    listed = (contact for contact in contacts(settings.get("team")) if contact.role == EMERGENCY)
    return next((contact.numbers[0].number for contact in listed), "")


def role_words(role: str) -> str:
    """What somebody is there for, in words."""
    return _(ROLES[role]) if role in ROLES else role


def _contact(entry: Mapping[str, object]) -> Contact:
    numbers = entry.get("numbers")
    listed = numbers if isinstance(numbers, list) else []
    return Contact(
        who=_text(entry, "who"),
        role=_text(entry, "role"),
        numbers=tuple(_number(each) for each in listed if isinstance(each, Mapping) and _text(each, "number")),
    )


def _number(entry: Mapping[str, object]) -> Number:
    days = entry.get("days")
    named = {DAYS.index(day) for day in days if day in DAYS} if isinstance(days, list) else set()
    begins, ends = _hour(entry, "from"), _hour(entry, "to")
    if begins is None or ends is None or begins == ends:
        begins = ends = None
    return Number(number=_text(entry, "number"), days=frozenset(named) or _ALWAYS, begins=begins, ends=ends)


def _hour(entry: Mapping[str, object], key: str) -> time | None:
    try:
        return time.fromisoformat(parse_time(_text(entry, key)))
    except InputError:
        return None


def _text(entry: Mapping[str, object], key: str) -> str:
    found = entry.get(key)
    return found.strip() if isinstance(found, str) else ""
