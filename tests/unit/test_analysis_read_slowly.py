"""Small quantities beside the same ones read slowly: earlier numbers, counts, climbs, the parts of a change."""

import math
from datetime import date, timedelta

import numpy as np
from hypothesis import given, strategies as st

from symtrack.analysis.change import Change
from symtrack.analysis.compare import Compared
from symtrack.analysis.runs import earlier
from symtrack.analysis.shape import climbing
from symtrack.analysis.tally import measured, tally
from symtrack.diary.record import Diary
from symtrack.diary.rows import Event

FIRST = date(2026, 3, 2)
POINTS = st.one_of(st.just(math.nan), st.integers(0, 10).map(float))
SERIES = st.lists(POINTS, max_size=40)
PLACES = st.lists(st.integers(-5, 25), max_size=12)
LENGTHS = st.integers(1, 20)


def empty(days: int) -> Diary:
    """A diary of so many days without a number."""
    return Diary(FIRST.toordinal(), FIRST.toordinal() + days - 1, {}, ())


@given(SERIES, st.integers(0, 50))
def test_earlier_is_the_number_of_that_day_or_none(scores, by):
    """However far it reaches back, nothing is invented before the first day, and nothing is lost."""
    found = earlier(np.array(scores), by)
    plain = [scores[day - by] if day >= by else math.nan for day in range(len(scores))]
    np.testing.assert_array_equal(found, np.array(plain, dtype=np.float64))


@given(PLACES, LENGTHS)
def test_each_event_within_the_diary_counts_once_on_its_day(places, days):
    """What lies before the first day or after the last counts nowhere."""
    events = [Event(kind="note", day=FIRST + timedelta(days=place)) for place in places]
    assert tally(events, empty(days)).tolist() == [places.count(day) for day in range(days)]


@given(st.lists(st.tuples(st.integers(-3, 12), st.sampled_from(["weight", "woken"]), st.integers(0, 90)), max_size=12))
def test_what_was_measured_last_is_the_days(given_values):
    """Of one thing and one voice; a day without it has no value."""
    events = tuple(
        Event(kind="measurement", day=FIRST + timedelta(days=day), body={"what": what, "value": value})
        for day, what, value in given_values
    )
    diary = Diary(FIRST.toordinal(), FIRST.toordinal() + 9, {}, events)
    plain = [math.nan] * 10
    for day, what, value in given_values:
        if what == "weight" and 0 <= day < 10:
            plain[day] = value
    np.testing.assert_array_equal(measured(diary, "weight", "patient"), np.array(plain, dtype=np.float64))
    assert np.isnan(measured(diary, "weight", "caregiver:Ana")).all()


@given(st.integers(14, 40), st.integers(1, 6), st.sets(st.integers(0, 39), max_size=6))
def test_a_steady_climb_climbs_and_a_jump_does_not(days, height, silent):
    """In whatever height they come, with up to a quarter of the days left out; upside down neither is a climb."""
    climb = np.arange(1.0, days + 1) * height / days
    jump = np.where(np.arange(days) < days // 2, 0.0, float(height))
    for away in (climb, jump):
        away[[day for day in sorted(silent) if 0 < day < days - 3][: days // 4]] = np.nan
    assert climbing(climb)
    assert not climbing(jump)
    assert not climbing(-climb)


@given(st.lists(st.integers(0, 10).map(float) | st.just(math.nan), min_size=8, max_size=40), st.data())
def test_the_parts_of_a_change_are_the_averages_of_their_days(scores, data):
    """Before and after share no day, and each mean is that of the numbers that are there."""
    since = data.draw(st.integers(1, len(scores) - 1))
    scores[0], scores[since] = 3.0, 7.0
    change = Change(up=True, since=since, usual_from=0, level=3.0, met=np.array([since]))
    both = Compared(scores=np.array(scores), change=change)
    for part, days in ((both.before(), range(since)), (both.after(len(scores) - 1), range(since, len(scores)))):
        there = [day for day in days if not math.isnan(scores[day])]
        assert part.days == len(there)
        assert part.span == (there[0], there[-1])
        assert math.isclose(part.mean, sum(scores[day] for day in there) / len(there))
