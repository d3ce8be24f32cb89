"""Moments: answers with a time of day, and what they make of a day that has no answer of its own."""

from collections.abc import Iterable
from datetime import date, datetime, time

from symtrack.diary.rows import Rating

DAY_MINUTES = 24 * 60


def minutes(at: str, day_start: time) -> int:
    """How many minutes after the beginning of the person's day a wall-clock time `HH:MM` is."""
    hour, minute = map(int, at.split(":"))
    return (hour * 60 + minute - day_start.hour * 60 - day_start.minute) % DAY_MINUTES


def has_come(day: date, at: str, *, now: datetime, today: date, day_start: time) -> bool:
    """Whether that time of the person's day `day` has been by `now`, which lies in their day `today`."""
    return day < today or (day == today and minutes(at, day_start) <= minutes(f"{now:%H:%M}", day_start))


def day_values(ratings: Iterable[Rating]) -> dict[str, int | str]:
    """For each item the day's own answer, a score or a reason; without one the worst of the day's moments.

    `ratings` are those of one day in one voice.
    """
    own: dict[str, int | str] = {}
    worst: dict[str, int] = {}
    for rating in ratings:
        if rating.time is None:
            own[rating.item] = rating.score if rating.score is not None else rating.reason or ""
        elif rating.score is not None:
            worst[rating.item] = max(rating.score, worst.get(rating.item, 0))
    return worst | own
