"""Which days the paper is about, where nobody chose any."""

from datetime import date

from symtrack.diary.period import Period
from symtrack.diary.rows import Event
from symtrack.report import default_period
from tests.diaries import day, diary
from tests.unit.test_report import EIGHT_WEEKS


def test_the_paper_begins_at_the_last_visit():
    """A visit today or planned does not count; the one before does."""
    visits = [Event(kind="visit", day=day(k)) for k in (10, 30, 56, 60)]
    assert default_period(diary(EIGHT_WEEKS, events=visits, until=day(56))) == Period(day(30), day(56))


def test_an_old_diary_is_printed_as_it_ended():
    """Brought in long after its last day, it shows that time and not months of nothing; a shorter silence is shown."""
    visits = [Event(kind="visit", day=day(k)) for k in (30, 70)]
    assert default_period(diary(EIGHT_WEEKS, events=visits, until=day(56 + 84))) == Period(day(30), day(56))
    assert default_period(diary(EIGHT_WEEKS, events=visits, until=day(56 + 83))) == Period(day(70), day(56 + 83))


def test_without_a_visit_the_paper_covers_twelve_weeks_or_the_whole_diary():
    """A treatment entered years back does not stretch it; a young diary gives at least a week."""
    long_ago = [Event(kind="treatment", day=date(2020, 1, 1), body={"type": "hormone"})]
    assert default_period(diary(EIGHT_WEEKS, events=long_ago)) == Period(day(1), day(56))
    assert len(default_period(diary("pain " + "2" * 200))) == 84
    assert default_period(diary("pain 2 3")) == Period(day(-4), day(2))
