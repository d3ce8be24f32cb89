"""How the language writes days, times and numbers: through Babel, which takes them from the Unicode CLDR."""

import re
from datetime import date, datetime, time
from functools import lru_cache

from symtrack.i18n.language import code, territory

KEPT = 32_768
"""So many stretches of days and numbers are kept as they are written: the same ones are written again at each save.
The points of thirty years have some 8,000; with fewer kept than that none would still be there when it is wanted."""
_ABBREVIATED, _ORDINAL = re.compile(r"([^\W\d]{2,})\."), re.compile(r"(\d\.) (?=\w)")
_YEAR_AT_THE_END = re.compile(r"(?:\s*'[^']*')?[\s,.]*y+$")
_FIGURES = re.compile(r"[\d.,\u066b\u066c]{1,20}")


def first_weekday() -> int:
    """The day on which the week begins, as `date.weekday()` counts: 0 is Monday, 6 Sunday."""
    from babel import Locale

    return Locale(Locale.parse(code()).language, territory()).first_week_day


def days_into_week(day: date) -> int:
    """How many days of its week lie before it: 0 for the first one."""
    return (day.weekday() - first_weekday()) % 7


@lru_cache(maxsize=KEPT)
def _by_skeleton(skeleton: str, day: date, language: str) -> str:
    from babel.dates import format_skeleton

    return _in_a_sentence(format_skeleton(skeleton, day, locale=language, fuzzy=True))


def _in_a_sentence(written: str) -> str:
    """A day as it can stand anywhere: no point after “Apr”, which would be two at an end; “15. Mai” on one line."""
    return _ORDINAL.sub("\\1\u00a0", _ABBREVIATED.sub(r"\1", written))


def long_day(day: date, *, year: bool = False) -> str:
    """Friday 15 May; with `year` Friday 15 May 2026."""
    from babel.dates import format_date

    return _in_a_sentence(format_date(day, _long_pattern(code(), year=year), locale=code()))


@lru_cache(maxsize=16)
def _long_pattern(language: str, *, year: bool) -> str:
    """The longest way to write a day; without its year only where that stands at the end."""
    from babel import Locale

    whole = str(Locale.parse(language).date_formats["full"].pattern)
    if language.startswith("en"):  # British English does without the comma that CLDR gives it.
        whole = whole.replace("EEEE, d", "EEEE d")
    return whole if year else _YEAR_AT_THE_END.sub("", whole)


def weekday(day: date) -> str:
    """Fri 15."""
    return _by_skeleton("Ed", day, code())


def short_day(day: date) -> str:
    """15 May."""
    return _by_skeleton("MMMd", day, code())


def dated(day: date) -> str:
    """15 May 2026."""
    return _by_skeleton("yMMMd", day, code())


def day_pattern() -> str:
    """How a day is written where it can be typed: `d MMMM y`, in the letters of the Unicode CLDR."""
    from babel import Locale

    return str(Locale.parse(code()).date_formats["long"].pattern)


def month(day: date) -> str:
    """May 2026."""
    return _by_skeleton("yMMMM", day, code())


def days(first: date, last: date, *, year: bool = False) -> str:
    """12–15 May; one day alone is 15 May; another year is named, and with `year` each."""
    if first == last:
        return dated(first) if year else short_day(first)
    return _interval(first, last, "yMMMd" if year or first.year != last.year else "MMMd", code())


@lru_cache(maxsize=KEPT)
def _interval(first: date, last: date, skeleton: str, language: str) -> str:
    from babel.dates import format_interval

    written = format_interval(first, last, skeleton, locale=language, fuzzy=True)
    return _in_a_sentence(written).replace("\u2009", "\u202f")


def clock(moment: datetime | time) -> str:
    """14:02, as the language writes it."""
    from babel.dates import format_time

    return format_time(moment, "short", locale=code())


def clock_at(at: str) -> str:
    """The same for a time that is written HH:MM."""
    return clock(time.fromisoformat(at))


def weekday_name(day: date) -> str:
    """Fri."""
    return _by_skeleton("E", day, code())


def day_name(day: date) -> str:
    """Friday."""
    from babel.dates import format_date

    return format_date(day, "EEEE", locale=code())


def number(value: float, *, decimals: int = 1) -> str:
    """At most one decimal, or as many as are asked for: 6, 5.4."""
    return _decimal(value, decimals, code())


@lru_cache(maxsize=KEPT)
def _decimal(value: float, decimals: int, language: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, "0." + "#" * decimals, locale=language)


def parse_number(text: str) -> float | None:
    """The number that is written in the text, as it is written here or with the other sign for decimals; or None.

    A sign that three figures follow is taken for what it is here, for it may stand between thousands.
    """
    from babel.numbers import NumberFormatError, parse_decimal

    written = "".join(text.split())
    if not _FIGURES.fullmatch(written):
        return None
    try:
        return float(parse_decimal(written, locale=code(), strict=True))
    except NumberFormatError:
        typed = re.fullmatch(r"(\d+)[.,](\d{1,2}|\d{4,9})", written)
        return float(f"{typed[1]}.{typed[2]}") if typed else None
