"""Whether it is time to remind: read off the clock on the wall, so that no change of the clocks doubles it."""

from datetime import date, datetime, time

from symtrack.diary import moment
from symtrack.diary.day import DAY_START, day_of


def due(
    *, now: datetime, last: date | None, at: time | None = None, asked: bool = True, day_start: time = DAY_START
) -> bool:
    """Whether `at` has come in the person's day and that day has no entry.

    `last` is the last day that has one; `asked` whether the diary asks for any, which it does not in a pause.
    """
    today = day_of(now, day_start)
    if not asked or (last is not None and last >= today):
        return False
    return at is None or moment.has_come(today, f"{at:%H:%M}", now=now, today=today, day_start=day_start)
