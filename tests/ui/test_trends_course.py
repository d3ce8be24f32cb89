"""What the chart draws from a diary, and how it says a day."""

from datetime import date

import numpy as np
import pytest

from symtrack.diary import instrument
from symtrack.diary.rows import Event, Rating
from symtrack.ui.journal import Writer
from symtrack.ui.trends import ranges, words
from symtrack.ui.trends.course import Course, Level
from symtrack.ui.trends.happenings import bands, marks
from tests.diaries import day, diary

ME = Writer()
PICTURE = """
pain                     2 3 . 6 8 7 4
nausea                   0 0 . x 1 2 1
appetite                 1 1 . 2 2 2 2
fatigue                  5 5 . 5 9 5 .
late:pain                . . . 3
pain@caregiver:daughter  . . . 5
event                    . c
"""


def course(picture: str = PICTURE, *events: Event) -> Course:
    return Course.of(diary(picture, events=events), instrument.load().daily)


def said(of: Course, number: int, *ratings: Rating, writer: Writer = ME) -> str:
    return words.read_out(of, day(number).toordinal(), ratings, writer)


def treatment(number: int, *, until: int | None = None, name: str | None = None, **body: object) -> Event:
    last = day(until) if until else None
    return Event(kind="treatment", day=day(number), until=last, text=name, body={"type": "chemotherapy", **body})


def test_a_day_is_said_in_words() -> None:
    """The numbers in the order of the items, then the day of the cycle."""
    assert said(course(), 5) == "pain 8, nausea 1, loss of appetite 2, fatigue 9. Day 4 of cycle 1."


def test_a_day_without_answers_is_said_to_have_none() -> None:
    """A missing day is not a zero: it is “no answer”."""
    assert said(course(), 3) == "no answer. Day 2 of cycle 1."


def test_a_reason_is_said_instead_of_a_number() -> None:
    """Asked and not answered gives the reason; a caregiver's own view and a late entry are named."""
    reason = Rating(day=day(4), item="nausea", reason="unwell")
    assert said(course(), 4, reason) == (
        "pain 6, nausea: too unwell to answer, loss of appetite 2, fatigue 5. "
        "Daughter’s own view: pain 5. Entered 3 days later. Day 3 of cycle 1."
    )


def test_too_unwell_for_everything_is_said_once() -> None:
    """One reason for all items is not repeated four times."""
    picture = "pain x\nnausea x\nappetite x\nfatigue x"
    reasons = [Rating(day=day(1), item=key, reason="unwell") for key in ("pain", "nausea", "appetite", "fatigue")]
    assert said(course(picture), 1, *reasons) == "too unwell to answer."


def test_what_happened_is_part_of_the_day() -> None:
    """A scan's result stands in the words of its day, however crowded the chart is."""
    scan = Event(kind="scan", day=day(1), body={"modality": "ct", "result": "bigger"})
    assert said(course("pain 2", scan), 1).endswith("CT: bigger.")


def test_the_one_who_writes_says_me() -> None:
    """The dots are “me” for the patient, and the person's by name for somebody else."""
    daughter = Writer("caregiver:daughter")
    assert words.whose("patient", ME, "Ann") == "me"
    assert words.whose("patient", daughter, "Ann") == "Ann"
    assert words.whose("caregiver:daughter", daughter, "Ann") == "my own view"
    assert words.whose("caregiver:daughter", ME, "Ann") == "daughter’s own view"


def test_the_median_is_of_the_patient_alone() -> None:
    """A caregiver's own view is drawn, and never counted in."""
    pain = course("pain 2 2 8 2 2\npain@caregiver:daughter 9 9 9 9 9").rows[0]
    assert set(pain.median.tolist()) == {2.0}
    assert pain.views["caregiver:daughter"].scores.tolist() == [9.0] * 5


def test_entries_two_days_late_are_marked() -> None:
    """The next day is not late, two days are."""
    pain = course("pain 1 2 3\nlate:pain 0 1 2").rows[0]
    assert pain.late.tolist() == [False, False, True]


def test_a_chosen_level_changes_in_steps() -> None:
    """Each level lasts until the next choice, the last until today, and giving it up ends it."""
    pain = course("pain 1 2 3 4 5 6\ngoal:pain 3 . 2 2 none .").rows[0]
    first = day(1).toordinal()
    assert pain.levels == (Level(first=first, last=first + 1, value=3), Level(first=first + 2, last=first + 3, value=2))


def test_a_treatment_ends_where_the_next_line_begins() -> None:
    """A line without a last day goes on until the next one; that one is drawn as a later line."""
    until = day(30).toordinal()
    first, second = bands([treatment(1, name="FOLFOX", line=1), treatment(20, name="FOLFIRI", line=2)], until)
    assert (first.last, second.first, second.last) == (day(19).toordinal(), day(20).toordinal(), until)
    assert (first.later, second.later) == (False, True)
    assert first.words == ("FOLFOX, first line", "FOLFOX")


def test_treatments_at_the_same_time_do_not_cover_each_other() -> None:
    """Radiotherapy during chemotherapy lies on a track of its own."""
    both = bands([treatment(1), Event(kind="treatment", day=day(5), body={"type": "radiotherapy"})], day(9).toordinal())
    assert [band.track for band in both] == [0, 1]


def test_cycles_count_anew_with_each_treatment() -> None:
    """A skipped cycle has no number, and a new treatment begins at 1."""
    events = [
        treatment(1),
        Event(kind="cycle", day=day(1)),
        Event(kind="cycle", day=day(5), body={"status": "skipped"}),
        Event(kind="cycle", day=day(9)),
        treatment(12, line=2),
        Event(kind="cycle", day=day(12)),
    ]
    assert [mark.words[0] for mark in marks(events, day(20).toordinal())] == ["cycle 1", "cycle 2", "cycle 1"]


def test_planned_things_are_not_drawn() -> None:
    """What lies after today is beyond the chart."""
    assert marks([Event(kind="visit", day=day(9))], day(8).toordinal()) == ()
    assert bands([treatment(9)], day(8).toordinal()) == ()


def test_ranges_without_a_visit_or_treatment_are_not_offered() -> None:
    """“Since last visit” and “This treatment” are there when there is such a thing."""
    assert set(ranges.periods(day(1), day(40), [])) == {"weeks", "month", "months", "all"}
    offered = ranges.periods(day(1), day(40), [Event(kind="visit", day=day(30)), treatment(20)])
    assert offered["visit"].first == day(30)
    assert offered["treatment"].first == day(20)


def test_a_visit_today_does_not_begin_a_new_stretch() -> None:
    """On the day of a visit, the stretch to look at is the one since the visit before."""
    visits = [Event(kind="visit", day=day(number)) for number in (10, 40)]
    assert ranges.periods(day(1), day(40), visits)["visit"].first == day(10)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("weeks", "The last two weeks"),
        ("month", "The last month"),
        ("visit", "Since the visit on 2 Mar"),
        ("", "2–9 Mar"),
    ],
)
def test_the_heading_says_the_stretch(key: str, said: str) -> None:
    """A chosen stretch is said in words, one that was moved to as its dates."""
    from symtrack.diary.period import Period

    heading = ranges.heading(key, Period(date(2026, 3, 2), date(2026, 3, 9)))
    assert heading.replace("\u2009", "").replace("\u202f", "").replace(" – ", "–") == said


def test_the_summary_counts_only_what_is_shown() -> None:
    """Days answered, the middle and the highest of the days that the chart shows."""
    text = words.summary(course(), day(4).toordinal(), day(7).toordinal())
    assert text.startswith("Pain: 4 of 4 days answered, middle 6.5, highest 8, on 6 Mar. Nausea: 3 of 4")


def test_items_that_were_never_answered_have_an_empty_row() -> None:
    """A row is there for each item that is asked, with nothing in it."""
    fatigue = course("pain 1 2").rows[-1]
    assert np.isnan(fatigue.own.scores).all()
    assert course("pain .").empty
    assert not course("pain x").empty
