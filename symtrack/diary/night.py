"""The night: from 22:00 to 06:00. It belongs to the day before, on which most of it lies."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from symtrack.diary.day import day_of
from symtrack.diary.rows import Rating

NIGHT, MORNING = "22:00", "06:00"
HOURS = tuple(f"{(22 + k) % 24:02}:00" for k in range(8))
"""The hours of a night, in its order."""
_DAY = timedelta(days=1)


def at_night(at: str | None) -> bool:
    """Whether a wall-clock time HH:MM lies in the night."""
    return at is not None and not MORNING <= at < NIGHT


def day_of_hour(morning: date, at: str, day_start: time) -> date:
    """The person's day of an hour of the night that ends on `morning`."""
    on_the_wall = morning - _DAY if at >= NIGHT else morning
    return day_of(datetime.combine(on_the_wall, time.fromisoformat(at)), day_start)


def night_of(day: date, at: str, day_start: time) -> date:
    """The day to which the night belongs in which the person's day `day` had this hour."""
    on_the_wall = day + _DAY if time.fromisoformat(at) < day_start else day
    return on_the_wall - _DAY if at < MORNING else on_the_wall


def worst(ratings: Iterable[Rating], item: str, voice: str, day_start: time) -> dict[date, int]:
    """The worst moment of each night that has one, by the day to which the night belongs."""
    found: dict[date, int] = {}
    for rating in ratings:
        asked_for = (rating.item, rating.voice) == (item, voice) and at_night(rating.time)
        if asked_for and rating.time is not None and rating.score is not None:
            night = night_of(rating.day, rating.time, day_start)
            found[night] = max(rating.score, found.get(night, 0))
    return found


def day_before(morning: date) -> date:
    """The day to which the night that ends on `morning` belongs."""
    return morning - _DAY
