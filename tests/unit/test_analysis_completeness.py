"""How complete a diary is: answered, asked and not answered, never asked."""

from symtrack.analysis.completeness import assisted, completeness, covered, first_entry, reasons, stretches
from symtrack.diary.period import Period
from symtrack.diary.rows import Rating
from tests.diaries import day, diary


def test_every_day_is_answered_declined_or_missed():
    """One number makes a day answered; a reason without any number is not the same as no entry."""
    found = completeness(
        diary("""
            pain    2 x . 3 .
            nausea  x x . . .
        """),
        "patient",
        Period(day(1), day(5)),
    )
    assert found.answered == (day(1), day(4))
    assert found.declined == (day(2),)
    assert found.missed == (day(3), day(5))


def test_two_days_late_is_late():
    """Entered the next day is not late; two days later is."""
    drawn = diary("""
        pain       2 2 2
        late:pain  0 1 2
    """)
    assert completeness(drawn, "patient", Period(day(1), day(3))).late == (day(3),)


def test_a_caregivers_days_are_their_own():
    """Each voice has its own days."""
    drawn = diary("""
        pain                 2 2 .
        pain@caregiver:Anna  . . 4
    """)
    assert completeness(drawn, "caregiver:Anna", Period(day(1), day(3))).answered == (day(3),)


def test_days_before_the_diary_began_are_not_missed():
    """A diary of three days is not 81 days short of twelve weeks."""
    drawn = diary("pain . . 2 x 3")
    assert first_entry(drawn) == day(3)
    assert covered(drawn, Period(day(-70), day(5))) == Period(day(3), day(5))


def test_an_empty_diary_covers_nothing():
    """No entry, no first day."""
    assert first_entry(diary("")) is None
    assert covered(diary(""), Period(day(1), day(3))) is None


def test_neighbouring_days_are_one_stretch():
    """3, 4, 5 and 9 are two stretches."""
    assert stretches([day(3), day(4), day(5), day(9)]) == (Period(day(3), day(5)), Period(day(9), day(9)))


def test_who_typed_and_why_there_is_no_number():
    """Both are read off the patient's rows; a caregiver's own view is neither."""
    rows = [
        Rating(day=day(1), item="pain", score=3, entered_by="Anna"),
        Rating(day=day(1), item="nausea", score=1, entered_by="Anna"),
        Rating(day=day(2), item="pain", reason="unwell", entered_by="Anna"),
        Rating(day=day(3), item="pain", reason="asleep", voice="caregiver:Anna"),
    ]
    assert assisted(rows) == {"Anna": 2}
    assert reasons(rows) == {day(2): "unwell"}
