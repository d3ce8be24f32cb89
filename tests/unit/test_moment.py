"""Answers with a time of day."""

from datetime import date, datetime, time

import pytest

from symtrack.diary.moment import day_values, has_come, minutes
from symtrack.diary.rows import Rating

DAY = date(2026, 5, 14)
START = time(4)


def test_the_night_comes_after_the_evening():
    """Half past midnight belongs to the evening before it, and so stands after it in a list."""
    assert sorted(["00:30", "23:10", "04:00", "12:15"], key=lambda at: minutes(at, START)) == [
        "04:00", "12:15", "23:10", "00:30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "at", "come"),
    [(14, "23:10", True), (14, "00:30", True), (14, "00:31", False), (14, "03:59", False), (13, "03:59", True)],
)
def test_a_time_that_has_not_come_is_told(day, at, come):
    """At 00:30 the evening has been and three in the morning has not; of a day that is over everything has been."""
    now = datetime(2026, 5, 15, 0, 30).astimezone()
    assert has_come(date(2026, 5, day), at, now=now, today=DAY, day_start=START) is come


def test_a_day_without_an_answer_of_its_own_has_its_worst_moment():
    """The day's own answer goes before any moment, also when it is a reason."""
    ratings = [
        Rating(day=DAY, item="pain", score=3, time="09:00"),
        Rating(day=DAY, item="pain", score=6, time="15:00"),
        Rating(day=DAY, item="nausea", score=8, time="15:00"),
        Rating(day=DAY, item="nausea", score=2),
        Rating(day=DAY, item="fatigue", reason="asleep"),
        Rating(day=DAY, item="fatigue", score=1, time="08:00"),
    ]
    assert day_values(ratings) == {"pain": 6, "nausea": 2, "fatigue": "asleep"}
