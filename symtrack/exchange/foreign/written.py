"""Days, times and numbers as other apps and people write them. What can be two things is never taken for one."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache

from symtrack.diary.day import FIRST_YEAR, LAST_YEAR

ORDERS = ("dmy", "mdy", "ymd")
"""In which order day, month and year stand where the text alone does not tell."""
CENTURY = 2000
_MONTHS = {
    name: at
    for at, names in enumerate(
        (
            "january jan januar jän jänner",
            "february feb februar",
            "march mar märz mär mrz maerz",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sep sept",
            "october oct oktober okt",
            "november nov",
            "december dec dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)", re.ASCII)
_EITHER = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d\d)", re.ASCII)
_WEEKDAY = r"(?:[^\W\d]{2,12}\.?,?\s+)?"
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]*([^\W\d]{{3,9}})\.?,?[\s-]*(\d{{4}})", re.IGNORECASE
)
_MONTH_DAY = re.compile(rf"{_WEEKDAY}([^\W\d]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_CLOCK = re.compile(
    r"(\d{1,2}):(\d\d)(?::\d\d(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?", re.IGNORECASE | re.ASCII
)
_BOTH = re.compile(r"(.*?\d)(?:T|,?\s+(?:at\s+|um\s+)?)(\d{1,2}:\d\d.*)", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"[-+−]?\d{1,9}(?:[.,]\d{1,9})?", re.ASCII)
_LONGEST = 80


@lru_cache(maxsize=4096)
def readings(text: str) -> tuple[date | None, date | None, date | None]:
    """The day that the text is in each of the three ORDERS; the same three times where the text itself tells."""
    text = " ".join(text.split()) if len(text) <= _LONGEST else ""
    either = _EITHER.fullmatch(text)
    if either:
        first, _sign, second, last = either.groups()
        short = len(last) == len("25")
        return (_date(last, second, first), _date(last, first, second), _date(first, second, last) if short else None)
    known = _told(text)
    return (known, known, known)


def day(text: str, order: str) -> date | None:
    """The day that the text is, in an order of ORDERS; None when it is none."""
    return readings(text)[ORDERS.index(order)]


def is_day(text: str) -> bool:
    """Whether the text is a day in any order."""
    return any(readings(text))


def split(text: str) -> tuple[str, str | None]:
    """The day's part of a text and its time HH:MM, as the clock on the wall showed it; None where there is no time."""
    found = _BOTH.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    at = time(found[2]) if found else None
    return (found[1].strip(), at) if found and at else (text.strip(), None)


def universal(text: str) -> bool:
    """Whether a time says that it is one of UTC, so that the clock on the wall may have shown another."""
    return text.rstrip().endswith(("Z", "z", "UTC", "+00:00", "+0000"))


@lru_cache(maxsize=4096)
def time(text: str) -> str | None:
    """HH:MM of a time that is written like 20:15, 8:15 pm or 20:15:07.1+01:00; None for anything else."""
    found = _CLOCK.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").casefold()
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - a clock with twelve hours
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None  # noqa: PLR2004 - a day's hours


@lru_cache(maxsize=4096)
def number(text: str) -> Fraction | None:
    """The number, with a point or a comma; None for anything else. It is exact, so that a half is rounded as one."""
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    return Fraction(text.replace(",", ".").replace("−", "-"))


@lru_cache(maxsize=4096)
def spelt(text: str) -> str:
    """The value as it is shown and compared: 4 for 4.0 and 4,0, and a word without the space around it."""
    found = number(text)
    if found is None:
        return " ".join(text.split())
    return str(found) if found.denominator == 1 else f"{float(found):g}"


def may_be_thousands(text: str) -> bool:
    """Whether a comma or point in it may also stand between thousands and hundreds, as in 1,500."""
    return re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text.strip(), re.ASCII) is not None


def _told(text: str) -> date | None:
    for parts in _tried(text):
        return _date(*parts)
    return None


def _tried(text: str) -> Iterator[tuple[str, str, str]]:
    """Year, month and day of a text that can be read in one way alone."""
    if found := _YEAR_FIRST.fullmatch(text):
        yield found[1], found[3], found[4]
    if found := _PACKED.fullmatch(text):
        yield found[1], found[2], found[3]
    if found := _DOTS.fullmatch(text):
        yield found[3], found[2], found[1]
    if found := _DAY_MONTH.fullmatch(text):
        yield found[3], _month(found[2]), found[1]
    if found := _MONTH_DAY.fullmatch(text):
        yield found[3], _month(found[1]), found[2]


def _month(name: str) -> str:
    return str(_MONTHS.get(name.casefold(), 0))


def _date(year: str, month: str, of_month: str) -> date | None:
    full = int(year) + (CENTURY if len(year) == len("25") else 0)
    try:
        found = date(full, int(month), int(of_month))
    except ValueError:
        return None
    return found if FIRST_YEAR <= full <= LAST_YEAR else None
