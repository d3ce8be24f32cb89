"""What For my team shows, before it is drawn: which points wait, which days a picture has, and whose number it is."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from string import Formatter

import pytest

from symtrack.diary.flag import Flag, Urgency
from symtrack.diary.period import Period
from symtrack.diary.questions import open_questions
from symtrack.diary.rows import PATIENT, Event
from symtrack.diary.team import contacts, ring_at
from symtrack.rules import Rule, every_rule
from symtrack.ui.team import dealing, keeping, numbers, printing
from symtrack.ui.team.course import Course, courses
from symtrack.ui.team.picture import day_labels
from symtrack.ui.team.printing import Choice
from symtrack.ui.team.why import USUAL_NAMES, why
from tests.diaries import day, diary

TODAY = date(2026, 5, 15)


def flag(rule: str = "severe-days", *, urgency: Urgency = "phone", first: date = TODAY, voice: str = PATIENT) -> Flag:
    return Flag(
        rule=rule,
        kind="level",
        items=("pain",),
        voice=voice,
        urgency=urgency,
        shown="announced",
        raised=first,
        first=first,
        last=TODAY,
        closed=None,
        when=(first, TODAY),
        quiet_until=None,
        late=False,
        text=f"{rule}.",
        question="What can we try?",
        evidence={"high": 2, "days": 3},
    )


def mark(about: Flag, how: str, on: date = TODAY) -> Event:
    return Event(kind="flagmark", day=on, body={**about.named, "as": how})


def course(shown: Period, marked: Period) -> Course:
    return Course(name="Pain", shown=shown, marked=marked, points=tuple((on, 5.0) for on in shown), own=True)


def test_what_to_phone_about_waits_first() -> None:
    """Before anything for the visit, however new that is."""
    visit, phone = flag("slow", urgency="visit"), flag(first=TODAY - timedelta(days=5))
    assert dealing.waiting((visit, phone), TODAY) == (phone, visit)


def test_what_was_dealt_with_does_not_wait() -> None:
    """Put on the list, or talked about and still settled, a point is no longer there to be dealt with."""
    own, other = replace(flag(), settled_until=TODAY), flag(voice="caregiver:Anna")
    assert dealing.waiting((own, other), TODAY) == (other,)
    assert dealing.waiting((own, other), TODAY + timedelta(days=1)) == (own, other)


def test_an_earlier_point_says_how_it_was_dealt_with() -> None:
    """Mark and call, each with its day."""
    point = flag()
    call = Event(kind="call", day=TODAY, body={"whom": "the ward", "said": "come in", "flag": point.named})
    settled = replace(point, settled_until=TODAY)
    (earlier,) = dealing.earlier((settled,), [mark(point, "talked"), call], TODAY)
    assert earlier.when == "Since 15 May"
    assert earlier.dealt == "talked about on 15 May; phoned on 15 May, the ward: come in"


WORDS = {"medicine", "lines", "name"}
"""Fields of a sentence that are no numbers: the person's own words."""


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.key)
def test_every_number_of_a_rule_has_a_name(rule: Rule) -> None:
    """“Why this?” names each number that a sentence quotes."""
    fields = {name for _text, name, _spec, _how in Formatter().parse(rule.text) if name}
    quoted = {name for name in fields if not name.startswith("when")} - {"item", "phrase", "other", "unit", *WORDS}
    assert quoted <= {*USUAL_NAMES, *rule.numbers}, "Its RULE says in `numbers` what these are."
    assert set(rule.numbers) <= quoted


def test_a_point_of_a_rule_that_is_gone_still_shows_its_numbers() -> None:
    """A diary outlives a rule."""
    assert why(flag("retired")).numbers == "It rests on: days as high as that: 2; days answered: 3."


def test_a_picture_shows_the_days_before_and_up_to_today() -> None:
    """Two weeks at least, a day without a number stays empty."""
    kept = diary("pain 2 . 2 3 8 8 9", first=TODAY - timedelta(days=6), until=TODAY)
    (drawn,) = courses(kept, flag(first=TODAY - timedelta(days=2)), TODAY)
    assert drawn.shown == Period.ending(TODAY, 14)
    assert [(len(Period(on, TODAY)), score) for on, score in drawn.points] == [
        (7, 2), (5, 2), (4, 3), (3, 8), (2, 8), (1, 9)
    ]  # fmt: skip
    assert drawn.marked == Period.ending(TODAY, 3)


@pytest.mark.parametrize("width", [200, 336, 672])
@pytest.mark.parametrize("shown", [14, 21, 56])
@pytest.mark.parametrize("marked", [1, 3, 13, 40])
@pytest.mark.parametrize("after", [0, 4])
def test_the_days_below_a_picture_never_touch(width: int, shown: int, marked: int, after: int) -> None:
    """At any width and for any days the labels stay apart and inside."""
    period = Period.ending(TODAY, shown)
    last = TODAY - timedelta(days=after)
    drawn = course(period, Period(max(last - timedelta(days=marked - 1), period.first), last))
    labels = day_labels(
        drawn, lambda text: 9.0 * len(text), lambda on: 30 + (on - period.first).days * (width - 40) / shown, width
    )
    assert labels
    assert all(label.left >= 0 for label in labels)
    assert all(label.left + label.width <= width + 1e-6 for label in labels)
    assert all(a.left + a.width < b.left for a, b in pairwise(labels))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 5, 15, 14, 2), "Day ward, until 17:00 (after that 222)"),
        (datetime(2026, 5, 15, 22, 0), "Day ward"),
    ],
)
def test_the_number_of_the_hour_says_which_comes_after(moment: datetime, words: str) -> None:
    """By day the ward and the night’s number, by night no more than is needed."""
    setting = [{"who": "Day ward", "numbers": [{"number": "111", "from": "08:00", "to": "17:00"}, {"number": "222"}]}]
    ring = ring_at(contacts(setting), moment)
    assert ring is not None
    assert numbers.whom_and_hours(ring, contacts(setting)) == words


def test_a_question_keeps_its_place_when_its_words_change() -> None:
    """Those that were added elsewhere, without a place, too."""
    listed = [Event(id=name, kind="question", day=TODAY, text=name) for name in ("one", "two", "three")]
    rows = keeping.changed(listed, listed[1], "two, in other words", private=False)
    after = [*(event for event in listed if event.id not in {row.replaces for row in rows}), *rows]
    assert [event.text for event in open_questions(after)] == ["one", "two, in other words", "three"]


@pytest.mark.parametrize(
    ("last", "first"), [(date(2026, 5, 15), date(2026, 2, 16)), (date(2026, 5, 31), date(2026, 3, 1))]
)
def test_three_months_reach_back_by_the_calendar(last: date, first: date) -> None:
    """Up to the same day of the month, or the last that there is."""
    kept = diary("pain " + "1 " * 200, first=last - timedelta(days=199), until=last)
    assert printing.period_of(Choice.MONTHS, kept, (last, last)) == Period(first, last)


def test_no_period_begins_before_the_diary() -> None:
    """The paper does not speak of days that could not have been answered."""
    kept = diary("pain 1 2 3 4 5 6 7 8 9 8")
    assert printing.period_of(Choice.WEEKS, kept, (day(1), day(1))) == Period(day(1), day(10))


def test_the_paper_of_a_first_day_is_about_a_week() -> None:
    """One dot in the middle of nothing, and the median of one day, help nobody."""
    begun = diary("pain 5")
    last = date.fromordinal(begun.until)
    for choice in (Choice.WEEKS, Choice.MONTHS, Choice.VISIT):
        assert printing.period_of(choice, begun, (last, last)) == Period(last - timedelta(days=6), last)
