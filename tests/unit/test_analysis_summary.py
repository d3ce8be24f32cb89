"""The numbers of a period: one pair of periods, medians, severe days, levels, cycles."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from symtrack.analysis.summary import (
    above,
    cycle_rhythm,
    levels,
    measures,
    numbered_cycles,
    open_ended,
    summary,
    windows,
)
from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from tests.diaries import day, diary


@pytest.mark.parametrize(("length", "compared"), [(92, 28), (56, 28), (28, 28), (27, 27), (10, 10), (1, 1)])
def test_the_two_periods_are_neighbours_of_at_most_four_weeks(length, compared):
    """However long the paper's period is, like is compared with like."""
    period = Period.ending(day(200), length)
    pair = windows(period)
    assert len(pair.now) == len(pair.before) == compared
    assert pair.now.last == period.last
    assert pair.before.last + timedelta(days=1) == pair.now.first


def test_a_period_in_numbers():
    """Only days with a number count; 7 itself is severe."""
    held = measures(diary("pain 2 . 7 x 10 3").series["patient", "pain"], Period(day(1), day(6)))
    assert (held.days, held.answered, held.median, held.worst, held.severe) == (6, 4, 5.0, 10, 2)


def test_nothing_answered_has_no_median():
    """A period without answers is not a period of zeros."""
    held = measures(diary("pain . x .").series["patient", "pain"], Period(day(1), day(3)))
    assert (held.answered, held.median, held.worst) == (0, None, None)
    assert measures(None, Period(day(1), day(3))).median is None


def test_a_caregivers_view_is_not_in_the_numbers():
    """The summary is the patient's voice alone."""
    drawn = diary("""
        pain                 2 2 . .
        pain@caregiver:Anna  9 9 9 9
    """)
    now = summary(drawn, "pain", Period(day(1), day(4))).now
    assert (now.answered, now.worst) == (2, 2)


def test_change_needs_both_periods():
    """Without answers before there is no change, and none is made up."""
    assert summary(diary("pain 2 2 6 6"), "pain", Period(day(3), day(4))).change == 4.0
    assert summary(diary("pain . . 6 6"), "pain", Period(day(3), day(4))).change is None


def test_a_level_stands_until_the_next():
    """A level chosen before the period still stands in it; “none” ends it."""
    drawn = diary("""
        pain       1 1 1 5 5 5 5 5
        goal:pain  3 . . . 4 . none .
    """)
    chosen = levels(drawn.events, "pain", Period(day(3), day(8)))
    assert chosen == ((Period(day(3), day(4)), 3), (Period(day(5), day(6)), 4))
    assert above(drawn.series["patient", "pain"], chosen, Period(day(3), day(8))) == (3, 4)


def test_cycles_are_counted_on_from_each_treatment():
    """A stated number wins; a skipped cycle has none; a new treatment begins at 1."""
    cycles = [
        Event(kind="cycle", day=day(1)),
        Event(kind="cycle", day=day(22), body={"status": "skipped"}),
        Event(kind="cycle", day=day(43), body={"status": "delayed"}),
        Event(kind="treatment", day=day(60), body={"type": "chemotherapy"}),
        Event(kind="cycle", day=day(60)),
        Event(kind="cycle", day=day(81), body={"number": 4}),
    ]
    assert [(event.day, number) for event, number in numbered_cycles(cycles)] == [
        (day(1), 1),
        (day(43), 2),
        (day(60), 1),
        (day(81), 4),
    ]


def test_first_days_of_cycles_against_the_others():
    """Two cycles with sickness on days 1–5 show it; one cycle says nothing."""
    drawn = diary("""
        nausea  55555111115555511111
        event   c.........c.........
    """)
    series, cycles = drawn.series["patient", "nausea"], drawn.of_kind("cycle")
    rhythm = cycle_rhythm(series, cycles, Period(day(1), day(20)))
    assert rhythm is not None
    assert (rhythm.first_days, rhythm.other_days, rhythm.cycles) == (5.0, 1.0, 2)
    assert cycle_rhythm(series, cycles, Period(day(5), day(20))) is None


def test_an_open_treatment_ends_where_the_next_of_its_type_begins():
    """A first line without an end is over when the second line begins; radiotherapy goes on beside it."""
    first = Event(kind="treatment", day=day(1), body={"type": "chemotherapy", "line": 1})
    beside = Event(kind="treatment", day=day(5), body={"type": "radiotherapy"})
    second = Event(kind="treatment", day=day(31), body={"type": "chemotherapy", "line": 2})
    ends = [event.until for event in open_ended((first, beside, second), date(2026, 6, 1))]
    assert ends == [day(30), date(2026, 6, 1), date(2026, 6, 1)]


def test_an_operation_is_over_on_its_day():
    """It is no treatment that goes on until somebody ends it; a stated last day stands."""
    operation = Event(kind="treatment", day=day(5), body={"type": "surgery"})
    stated = replace(operation, until=day(6))
    assert [event.until for event in open_ended((operation, stated), day(60))] == [day(5), day(6)]


def test_a_later_line_takes_the_place_of_an_earlier_one() -> None:
    """Targeted therapy as second line ends the first line's chemotherapy; care that has no line goes on beside both."""
    first = Event(kind="treatment", day=day(1), body={"type": "chemotherapy", "line": 1})
    care = Event(kind="treatment", day=day(2), body={"type": "palliative"})
    second = Event(kind="treatment", day=day(20), body={"type": "targeted", "line": 2})
    assert [event.until for event in open_ended((first, care, second), day(30))] == [day(19), day(30), day(30)]
