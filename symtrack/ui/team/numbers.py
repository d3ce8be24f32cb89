"""The team's number: the words that show it, and how a changed one is put into the setting `team`."""

from collections.abc import Mapping, Sequence

from symtrack.diary.team import WEEKDAYS, Contact, Ring, ring_at
from symtrack.i18n import _, as_dialled
from symtrack.ui import ringing

ALWAYS, OFFICE, DAILY = "always", "office", "daily"
OFFICE_DAYS = WEEKDAYS[:5]


def whom_and_hours(ring: Ring, known: Sequence[Contact]) -> str:
    """Who answers the number, until when, and which number to use after that."""
    words = ringing.whom(ring.contact)
    if ring.until is None:
        return words
    words = _("{whom}, {until}").format(whom=words, until=ringing.until_words(ring.until))
    after = ring_at(known, ring.until)
    if after is None or after.number == ring.number:
        return words
    return _("{words} (after that {number})").format(words=words, number=as_dialled(after.number))


def listed(known: Sequence[Contact]) -> str:
    """The first number with whose it is and its hours; an empty string without any."""
    for contact in known:
        for number in contact.numbers:
            return _("{number} · {whom}, {hours}").format(
                number=as_dialled(number.number), whom=ringing.whom(contact), hours=ringing.hours(number)
            )
    return ""


def hours_of(known: Sequence[Contact]) -> tuple[str, str, str]:
    """The first number's days (`always`, `office` or `daily`), and from when to when, `08:00` to `17:00` without."""
    number = known[0].numbers[0] if known else None
    if number is None or number.begins is None or number.ends is None:
        return ALWAYS, "08:00", "17:00"
    days = DAILY if len(number.days) == len(WEEKDAYS) else OFFICE
    return days, f"{number.begins:%H:%M}", f"{number.ends:%H:%M}"


def entry(who: str, number: str, days: str, begins: str, ends: str) -> dict[str, object]:
    """One contact with one number, as the setting `team` keeps it."""
    kept: dict[str, object] = {"number": number}
    if days == OFFICE:
        kept["days"] = list(OFFICE_DAYS)
    if days != ALWAYS:
        kept |= {"from": begins, "to": ends}
    return {"who": who, "numbers": [kept]}


def with_first(setting: object, contact: Mapping[str, object]) -> list[object]:
    """The setting `team` with its first number changed to this contact's; every other number stays."""
    known = list(setting) if isinstance(setting, list) else []
    if not known or not isinstance(known[0], Mapping):
        return [dict(contact), *known]
    first = dict(known[0])
    before, given = first.get("numbers"), contact["numbers"]
    rest = before[1:] if isinstance(before, list) else []
    return [
        {**first, "who": contact["who"], "numbers": [*(given if isinstance(given, list) else []), *rest]},
        *known[1:],
    ]
