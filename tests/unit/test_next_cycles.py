"""The next cycles, drawn faint: worked out from the last one, through delays, and never a promise."""

from datetime import date, timedelta

import pytest

from symtrack.analysis.next_cycles import AHEAD, expected
from symtrack.diary.rows import Event

FIRST = date(2028, 1, 31)
"""Two cycles of three weeks later it is after a 29 February."""
DAY = timedelta(days=1)


def treatment(day: date = FIRST, *, origin: str = "t", until: date | None = None, **body: object) -> Event:
    return Event(
        kind="treatment",
        day=day,
        until=until,
        body={"type": "chemotherapy", "cycle_days": 21, "cycles": 4, **body},
        origin=origin,
    )


def cycle(day: date, number: int | None = None, status: str = "given", of: str | None = "t") -> Event:
    body = {"number": number, "status": status, "treatment": of}
    return Event(kind="cycle", day=day, body={key: value for key, value in body.items() if value is not None})


def days(*events: Event, today: date) -> list[tuple[date, int]]:
    return [(each.day, each.number) for each in expected(events, today)]


def test_the_rest_of_the_planned_cycles_is_expected_through_a_leap_day() -> None:
    """Each is one cycle length after the one before, counted in days."""
    assert days(treatment(), cycle(FIRST, 1), today=FIRST + DAY) == [
        (date(2028, 2, 21), 2),
        (date(2028, 3, 13), 3),
        (date(2028, 4, 3), 4),
    ]


def test_a_delay_moves_all_that_follow() -> None:
    """A cycle given a week late: the next ones are counted from its day, not from the plan."""
    late = cycle(date(2028, 2, 28), 2, "delayed")
    assert days(treatment(), cycle(FIRST, 1), late, today=late.day) == [(date(2028, 3, 20), 3), (date(2028, 4, 10), 4)]


def test_a_skipped_cycle_keeps_its_number() -> None:
    """It was the second, and was not given: the third is the next."""
    skipped = cycle(date(2028, 2, 21), 2, "skipped")
    assert days(treatment(), cycle(FIRST, 1), skipped, today=skipped.day)[0] == (date(2028, 3, 13), 3)


def test_a_planned_cycle_stands_for_the_expected_one() -> None:
    """What the person entered themselves is not drawn a second time, and the later ones follow it."""
    planned = cycle(date(2028, 2, 24), 2, "planned")
    assert days(treatment(), cycle(FIRST, 1), planned, today=FIRST + DAY) == [
        (date(2028, 3, 16), 3),
        (date(2028, 4, 6), 4),
    ]


def test_after_the_expected_day_nothing_is_known() -> None:
    """Its day has passed and nothing was entered: it may be late or over, and none is made up."""
    assert days(treatment(), cycle(FIRST, 1), today=date(2028, 2, 21)) != []
    assert days(treatment(), cycle(FIRST, 1), today=date(2028, 2, 22)) == []
    assert days(treatment(), cycle(FIRST, 1), cycle(date(2028, 2, 20), 2, "planned"), today=date(2028, 2, 22)) == []


def test_without_a_planned_number_only_the_next_is_expected() -> None:
    """How many there will be is not guessed."""
    assert days(treatment(cycles=None), cycle(FIRST, 1), today=FIRST) == [(date(2028, 2, 21), 2)]


def test_a_treatment_to_come_begins_with_its_first_cycle() -> None:
    """Entered before it begins: its first day is the first cycle's."""
    assert days(treatment(), today=FIRST - DAY)[0] == (FIRST, 1)


def test_without_a_cycle_length_nothing_is_expected() -> None:
    """A treatment of which the diary knows no rhythm has none."""
    assert days(treatment(cycle_days=None), cycle(FIRST, 1), today=FIRST) == []


@pytest.mark.parametrize("ended", ["its own end", "the next of its type"])
def test_nothing_is_expected_after_the_treatment(ended: str) -> None:
    """It ended, or another of the same type began."""
    stop = date(2028, 3, 1)
    one = treatment(until=stop if ended == "its own end" else None)
    events = [one, cycle(FIRST, 1)]
    if ended != "its own end":
        events.append(treatment(stop + DAY, origin="u", cycle_days=None))
    assert days(*events, today=FIRST) == [(date(2028, 2, 21), 2)]


def test_cycles_belong_to_their_own_treatment() -> None:
    """Two at once, each with its own rhythm; a cycle that names none belongs to the last that has one."""
    other = treatment(FIRST + DAY, origin="o", type="immunotherapy", cycle_days=14, cycles=None)
    events = [treatment(), other, cycle(FIRST, 1), cycle(FIRST + DAY, 1, of=None)]
    assert [(each.day, each.treatment.origin) for each in expected(events, FIRST + DAY)][:2] == [
        (date(2028, 2, 15), "o"),
        (date(2028, 2, 21), "t"),
    ]


def test_a_plan_without_end_stays_small() -> None:
    """A number or a length that nobody can mean, from a file: no longer than a year, and no error."""
    assert len(days(treatment(cycle_days=1, cycles=10**9), cycle(FIRST, 1), today=FIRST)) <= AHEAD
    assert days(treatment(cycle_days=10**9), cycle(FIRST, 1), today=FIRST) == []
    assert days(treatment(until=date.max), cycle(date.max, 1), today=FIRST) == []
