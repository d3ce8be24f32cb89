"""The days of the cycles laid over each other, the days around a change, and what doses did."""

from datetime import date, timedelta

import numpy as np
import pytest

from symtrack.analysis.around import sides
from symtrack.analysis.profile import Profile, courses, profile
from symtrack.analysis.relief import relief
from symtrack.diary.period import Period
from symtrack.diary.record import Diary
from symtrack.diary.rows import PATIENT, Event
from symtrack.report import comparisons
from tests.diaries import FIRST, day, diary

BAD = "2 6 7 6 2 1 1 1 1 1"
"""A cycle of ten days with its worst days 2 to 4."""


def of(drawn: Diary, item: str = "nausea", number: int = -1) -> Profile:
    found = profile(drawn.series.get((PATIENT, item)), courses(drawn.events)[number], drawn.events)
    assert found is not None
    return found


def cycle(number: int, **body: object) -> Event:
    return Event(kind="cycle", day=day(number), body=body)


def test_the_worst_days_are_found_and_said_with_their_numbers() -> None:
    """Somebody asks when the bad days will be."""
    drawn = diary(f"nausea {BAD} {BAD} 2 8 9", events=[cycle(1), cycle(11), cycle(21)])
    found = of(drawn)
    assert found.worst() == (2, 4)
    assert comparisons.by_cycle(found) == (
        "Usually worst on days 2–4: 6, otherwise 1. "
        "Cycle 3 is 1.3 points higher than usual so far: 6.3 against 5 on 3 days."
    )


def test_from_the_second_cycle_on_there_is_a_comparison() -> None:
    """One cycle has nothing beside it; with the second, the first is the usual."""
    assert courses(diary(f"nausea {BAD}", events=[cycle(1)]).events) == ()
    found = of(diary(f"nausea {BAD} 2 6 7", events=[cycle(1), cycle(11)]))
    assert found.median.tolist() == [2, 6, 7, 6, 2, 1, 1, 1, 1, 1]
    assert np.isnan(found.low).all()
    assert "about as usual" in comparisons.by_cycle(found)


def test_a_delayed_cycle_makes_the_one_before_it_longer() -> None:
    """The days before a late treatment belong to the cycle before; what only that one has is not what is usual."""
    drawn = diary(
        "nausea 1 5 1 1 1 5 1 1 9 9 1 3 1", events=[cycle(1), cycle(5), cycle(11, status="delayed")], until=day(13)
    )
    found = of(drawn)
    assert [len(each.scores) for each in (*found.earlier, found.now)] == [4, 6, 3]
    assert found.median[:4].tolist() == [1, 5, 1, 1]
    assert np.isnan(found.median[4:]).all()


def test_skipped_and_planned_cycles_do_not_count() -> None:
    """A broken series goes on counting at the cycle that was given next."""
    events = [cycle(1), cycle(11, status="skipped"), cycle(21), cycle(31, status="planned")]
    found = of(diary(f"nausea {BAD} {BAD} {BAD}", events=events))
    assert [each.first for each in (*found.earlier, found.now)] == [day(1).toordinal(), day(21).toordinal()]
    assert found.now.number == 2


def test_a_long_pause_is_no_cycle() -> None:
    """After day 42 the days are nobody's."""
    found = of(diary("nausea " + "1 " * 90, events=[cycle(1), cycle(61)]))
    assert len(found.earlier[0].scores) == 42


def test_each_treatment_has_its_own_profile() -> None:
    """The first line's cycles say nothing about the second's."""
    first = Event(kind="treatment", day=day(1), until=day(15), body={"type": "chemotherapy"})
    second = Event(kind="treatment", day=day(16), body={"type": "chemotherapy", "line": 2})
    rays = Event(kind="treatment", day=day(18), body={"type": "radiotherapy"})
    events = [first, second, rays, *(cycle(number) for number in (1, 8, 16, 23))]
    drawn = diary("nausea " + "9 " * 15 + "1 " * 15, events=events)
    assert len(courses(drawn.events)) == 2
    assert of(drawn).median.max() == 1
    assert of(drawn, number=0).median.min() == 9


def test_a_cycle_on_the_day_of_its_treatment_is_the_first() -> None:
    """Whichever of the two was written down first."""
    began = Event(kind="treatment", day=day(1), body={"type": "chemotherapy"})
    drawn = diary(f"nausea {BAD} {BAD}", events=[cycle(1), cycle(11), began])
    assert of(drawn).now.number == 2


def test_a_cycle_belongs_to_the_treatment_that_it_names() -> None:
    """Two treatments at the same time keep their cycles apart."""
    events = [
        Event(origin="a", kind="treatment", day=day(1), body={"type": "chemotherapy"}),
        Event(origin="b", kind="treatment", day=day(2), body={"type": "immunotherapy"}),
        *(cycle(number, treatment="a") for number in (3, 10)),
        *(cycle(number, treatment="b") for number in (5, 12)),
    ]
    assert [len(course.cycles) for course in courses(events)] == [2, 2]


def test_even_days_have_no_worst() -> None:
    """Where no days stand out, none are named."""
    found = of(diary("nausea " + "3 " * 25, events=[cycle(1), cycle(11), cycle(21)]))
    assert found.worst() is None
    assert comparisons.by_cycle(found).startswith("No days of the cycle were worse than the others.")


def test_nothing_is_said_of_too_few_days() -> None:
    """Two days are no comparison, and days without a number are none."""
    found = of(diary(f"nausea {BAD} 2 6 .", events=[cycle(1), cycle(11)]))
    assert comparisons.so_far(2, found.so_far()) == "Cycle 2 has too few days to compare."


def test_without_numbers_there_is_no_profile() -> None:
    """An item that was never answered is left out."""
    drawn = diary(f"nausea {BAD} {BAD}\npain x", events=[cycle(1), cycle(11)])
    assert profile(drawn.series.get((PATIENT, "fatigue")), courses(drawn.events)[0], drawn.events) is None
    assert profile(drawn.series[PATIENT, "pain"], courses(drawn.events)[0], drawn.events) is None


def test_the_same_number_of_days_on_both_sides() -> None:
    """The day of the change is the first of those after it."""
    found = sides(day(11), day(1), day(14))
    assert found is not None
    assert (len(found.before), len(found.after)) == (4, 4)
    assert (found.before.last, found.after.first) == (day(10), day(11))


@pytest.mark.parametrize("number", [1, 2, 3, 13, 14, 15])
def test_too_near_the_edge_there_are_no_sides(number: int) -> None:
    """With fewer than three days on a side there is nothing to compare."""
    assert sides(day(number), day(1), day(14)) is None


def test_four_weeks_are_the_most() -> None:
    """What was half a year ago is no comparison with today."""
    found = sides(FIRST + timedelta(days=100), FIRST, FIRST + timedelta(days=300))
    assert found is not None
    assert len(found.before) == len(found.after) == 28


def test_before_and_after_quote_medians_and_severe_days() -> None:
    """Numbers on both sides, no cause."""
    drawn = diary("pain 3 3 . 7 8 2 8 9")
    found = sides(day(5), day(1), day(8))
    assert found is not None
    said = comparisons.before_and_after(*found.of(drawn.series[PATIENT, "pain"]))
    assert said == ("Before: middle 3 on 3 of 4 days, 7 or more on 1. After: middle 8 on 4 of 4 days, 7 or more on 3.")


def dose(number: int, *numbers: int, **body: object) -> Event:
    body |= dict(zip(("before", "after", "after_minutes"), numbers, strict=False))
    return Event(kind="dose", day=day(number), body={"medicine": "Morphine", "when": "needed", "taken": "yes", **body})


def test_doses_are_counted_and_their_falls_have_a_middle() -> None:
    """Only doses when needed that were taken, and only those with both numbers say how far it fell."""
    events = [dose(1, 8, 4, 60), dose(1, 7, 4, 45), dose(3), dose(4, 6, 3, 60), dose(5, taken="skipped")]
    events.append(dose(5, when="regular"))
    (found,) = relief(events, Period(day(1), day(10)))
    assert (found.doses, found.days, found.length, len(found.falls)) == (4, 3, 10, 3)
    assert comparisons.when_needed(found) == (
        "4 doses on 3 of 10 days. After 3 of them the number fell by 3 in the middle, from 7 to 4, 60 minutes later."
    )


def test_doses_without_numbers_say_so() -> None:
    """A count alone is worth something."""
    (found,) = relief([dose(2)], Period(day(1), day(10)))
    assert comparisons.when_needed(found) == "1 dose on 1 of 10 days. No numbers before and after."


def test_a_dose_that_did_not_help_is_said_plainly() -> None:
    """Without judgement: it did not fall."""
    (found,) = relief([dose(2, 5, 6)], Period(day(1), day(10)))
    assert "did not fall in the middle, 5 and then 6." in comparisons.when_needed(found)


def test_a_leap_day_and_both_clock_changes_are_days_like_others() -> None:
    """A cycle over 29 February, the last Sunday of March and that of October has each of its days once."""
    for start in (date(2024, 2, 20), date(2026, 3, 20), date(2026, 10, 18)):
        events = [Event(kind="cycle", day=start), Event(kind="cycle", day=start + timedelta(days=21))]
        drawn = diary("nausea " + "1 " * 20 + "5 " + "1 " * 5, first=start, events=events)
        found = of(drawn)
        assert len(found.earlier[0].scores) == 21
        assert found.median[20] == 5
