"""A day is a calendar date. The person's own day ends at their `day-start`, 04:00 unless they chose another."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from symtrack.errors import InputError
from symtrack.i18n import _

Clock = Callable[[], datetime]

DAY_START = time(4, 0)
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Nobody who writes a diary has lived before, or plans anything after. One year mistyped as 0206 would make arrays of a
million days out of a diary of a month."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def local_now() -> datetime:
    """Now, with the offset that this computer's clock has now."""
    return datetime.now().astimezone()


def day_of(moment: datetime, day_start: time = DAY_START) -> date:
    """The person's day at a wall-clock moment: 00:30 still belongs to the day before.

    Read off the clock on the wall, so a change to or from summer time neither loses nor doubles a day.
    """
    return moment.date() - timedelta(days=1) if moment.time() < day_start else moment.date()


def parse_day(text: str) -> date:
    """The date written `2026-05-14`; InputError for anything else, 30 February included."""
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise InputError(_("“{text}” is no day. A day is written like 2026-05-14.").format(text=text))


def check_year(day: date) -> None:
    """InputError for a day on which nobody's entry can be."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InputError(
            _("The year of {day} can’t be right. It is one from {first} to {last}.").format(
                day=day, first=FIRST_YEAR, last=LAST_YEAR
            )
        )


def parse_time(text: str) -> str:
    """The wall-clock time written `15:30`, unchanged; InputError for anything else."""
    if _TIME.fullmatch(text):
        return text
    raise InputError(_("“{text}” is no time of day. It is written like 15:30.").format(text=text))
