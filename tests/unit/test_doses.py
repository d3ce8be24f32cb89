"""Doses: which are to be asked about, what an answer adds, and what nobody knows."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import pytest

from symtrack.diary import doses, event_words
from symtrack.diary.doses import Habit
from symtrack.diary.medicines import Medicine
from symtrack.diary.rows import PATIENT, Event

START = time(4)
DAY = date(2026, 5, 15)
BRITAIN = timezone(timedelta(hours=1))
PAIN = {"for": "pain", "before": 7, "after_minutes": 45}
MORPHINE = Medicine(name="Morphine", strength="10 mg")


def given(at: str | None = "18:00", day: date = DAY, item: str = "", **body: object) -> Event:
    """A dose of morphine that was written down in Britain, in summer."""
    made = doses.changed(doses.dose(MORPHINE, day, at), {"for": item or None, **body})
    return replace(made, id=f"{at}", replaces=None, recorded_at=f"{day}T17:00:00.000+01:00")


def at(hour: int, minute: int, day: int = 15) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=BRITAIN)


def asked(now: datetime, *events: Event, voice: str = PATIENT) -> list[str | None]:
    return [event.time for event in doses.waiting(events, voice, now, START)]


def test_it_is_asked_once_the_chosen_minutes_are_over():
    """Not a minute earlier, and no longer than four hours."""
    dose = given(before=7, after_minutes=45)
    moments = (at(18, 44), at(18, 45), at(22, 44), at(22, 45))
    assert [asked(now, dose) for now in moments] == [[], ["18:00"], ["18:00"], []]


@pytest.mark.parametrize("body", [{"after_minutes": 45}, {"before": 7}, {"before": 7, "after": 3, "after_minutes": 45}])
def test_nobody_is_asked_who_did_not_want_it_or_has_answered(body):
    """A dose without a score, without minutes, or with both numbers is done with."""
    assert asked(at(19, 0), given(**body)) == []


def test_a_dose_without_a_time_of_day_is_not_asked_about():
    """Nobody knows when its minutes would be over."""
    assert asked(at(19, 0), given(at=None, before=7, after_minutes=45)) == []


def test_a_dose_in_the_night_is_asked_about_after_midnight_and_after_the_day_began():
    """23:50, then 00:35; and 03:50, which is still the day before, then 04:35 of a new day."""
    assert asked(at(0, 35, day=16), given("23:50", before=7, after_minutes=45)) == ["23:50"]
    assert asked(at(4, 35, day=16), given("03:50", before=7, after_minutes=45)) == ["03:50"]


def test_the_hour_that_the_clock_is_put_back_is_no_dose_lasting_an_hour_longer():
    """01:50 summer time, and then it is 01:35 winter time: 45 minutes."""
    dose = replace(given("01:50", day=date(2026, 10, 24), before=7, after_minutes=45))
    now = datetime(2026, 10, 25, 1, 35, tzinfo=timezone(timedelta()))
    assert asked(now, dose) == ["01:50"]
    assert doses.answered(dose, 3, now, START).body["after_minutes"] == 45


def test_two_doses_for_one_thing_are_asked_about_once():
    """Paracetamol and morphine for the same pain: one number, first the earlier one. Nausea waits for its turn."""
    pain = [given(when, before=7, after_minutes=30, item="pain") for when in ("18:10", "18:00")]
    nausea = given("18:05", before=5, after_minutes=30, item="nausea")
    assert asked(at(19, 0), *pain, nausea) == ["18:00", "18:10"]


def test_only_whoever_gave_the_score_before_is_asked_for_the_one_after():
    """A caregiver's own view and the patient's are never compared."""
    assert asked(at(19, 0), given(before=7, after_minutes=45), voice="caregiver:Tom") == []


def test_an_answer_corrects_the_dose_and_says_how_long_after_it_was():
    """Asked after 45 minutes and answered after 52: 7 → 3 in 52 minutes."""
    dose = given(before=7, after_minutes=45, item="pain")
    answer = doses.answered(dose, 3, at(18, 52), START)
    assert (answer.replaces, answer.body) == (dose.id, dict(dose.body) | {"after": 3, "after_minutes": 52})


def test_taken_skipped_and_not_known_are_three_things():
    """And no row is none of them."""
    medicine = Medicine(name="Omeprazole", when="regular", parts=("morning",))
    rows = [doses.dose(medicine, DAY, None, taken=taken, part="morning") for taken in doses.TAKEN]
    assert [row.body["taken"] for row in rows] == ["yes", "skipped", "unknown"]
    assert doses.of_part(rows[:1], medicine, "morning") == rows[0]
    assert doses.of_part(rows, medicine, "evening") is None
    assert doses.regular([medicine, MORPHINE], "morning") == (medicine,)


def test_the_next_dose_begins_as_the_last_one_went():
    """What for, and about how long after; who did not want to be asked is not asked the next time."""
    first = given(before=7, after=3, after_minutes=52, item="pain")
    assert doses.habit([first], "Morphine", PATIENT) == Habit(item="pain", minutes=45)
    assert doses.habit([first, given(before=7)], "Morphine", PATIENT) == Habit(item="", minutes=None)
    assert doses.habit([first], "Codeine", PATIENT) == Habit(item="", minutes=45)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "Dose: Morphine, 10 mg"),
        ({"for": "pain"}, "Dose: Morphine, 10 mg. For: Pain"),
        (PAIN, "Dose: Morphine, 10 mg. Pain 7"),
        (PAIN | {"after": 3}, "Dose: Morphine, 10 mg. Pain 7 → 3 after 45 minutes"),
        ({"before": 7, "after": 3}, "Dose: Morphine, 10 mg. 7 → 3"),
        ({"part": "morning"}, "Dose: Morphine, 10 mg, in the morning"),
        ({"taken": "skipped"}, "Dose not taken: Morphine, 10 mg"),
        ({"taken": "unknown"}, "Not known whether it was taken: Morphine, 10 mg"),
    ],
)
def test_a_dose_in_words(body, words):
    """The same in the window, on paper and on the command line; never “missed”."""
    assert event_words.said(doses.changed(given(), body)) == words
