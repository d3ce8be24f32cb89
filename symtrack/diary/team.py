"""Who to ring: the team's numbers as the person copied them, and which of them answers at a given hour.

The setting `team` is a list of `{"who": …, "role": …, "numbers": [{"number": …, "days": ["mon", …], "from": "08:00",
"to": "17:00"}]}`. A number without days answers every day, one without hours all day and night.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from symtrack.diary.day import parse_time
from symtrack.errors import InputError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ALWAYS = frozenset(range(len(WEEKDAYS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A telephone number and when it answers. Hours that end before they begin run over midnight."""

    number: str
    days: frozenset[int] = _ALWAYS
    begins: time | None = None
    ends: time | None = None

    def until(self, moment: datetime) -> datetime | None:
        """When the hours that hold this wall-clock moment end; None when they do not hold it, or never end."""
        return next((ends for begins, ends in self._spans(moment) if begins <= moment < ends), None)

    def answers(self, moment: datetime) -> bool:
        """Whether somebody answers at this wall-clock moment."""
        if self.begins is None or self.ends is None:
            return moment.weekday() in self.days
        return self.until(moment) is not None

    def _spans(self, moment: datetime) -> Iterable[tuple[datetime, datetime]]:
        """The hours that began today and yesterday, as moments."""
        if self.begins is None or self.ends is None:
            return
        for day in (moment - timedelta(days=1), moment):
            if day.weekday() in self.days:
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


def ring_at(known: Iterable[Contact], moment: datetime) -> Ring | None:
    """The first number, in the person's own order, that answers at this wall-clock moment; None without one."""
    for contact in known:
        for number in contact.numbers:
            if number.answers(moment):
                return Ring(contact=contact, number=number.number, until=number.until(moment))
    return None


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
    named = {WEEKDAYS.index(day) for day in days if day in WEEKDAYS} if isinstance(days, list) else set()
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
