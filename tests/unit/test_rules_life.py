"""A flag's life: days that go on, closing, quiet time, and what the person said to do with it."""

from datetime import date, timedelta

import pytest

from symtrack.diary.flag import Flag
from symtrack.diary.record import Diary
from symtrack.diary.rows import Event
from symtrack.rules import evaluate
from tests.diaries import FIRST, day, diary

HIGH = "pain 7 7 7"


def number(when: date | None) -> int | None:
    """The day's number in the diary, 1 for the first."""
    return None if when is None else (when - FIRST).days + 1


def mark(on: int, how: str, *, raised: int = 2, items: tuple[str, ...] = ("pain",), voice: str = "patient") -> Event:
    body = {"rule": "severe-days", "items": list(items), "voice": voice, "raised": day(raised).isoformat(), "as": how}
    return Event(kind="flagmark", day=day(on), body=body)


def severe(told: Diary) -> list[Flag]:
    return [flag for flag in evaluate(told) if flag.rule == "severe-days"]


def pains(*high: int, days: int) -> str:
    """Pain of 7 on the days `high`, and 3 on the others."""
    return "pain " + " ".join("7" if k in high else "3" for k in range(1, days + 1))


def test_days_that_go_on_are_one_flag() -> None:
    """Day after day of the same is one flag, not one a day."""
    (flag,) = severe(diary("pain 7777777777"))
    assert (number(flag.raised), number(flag.last), flag.closed) == (2, 10, None)


def test_seven_days_without_it_do_not_end_it() -> None:
    """Met again on the seventh day after, it is the same flag; on the eighth it has closed."""
    (going_on,) = severe(diary(pains(1, 2, 8, 9, days=12)))
    assert (number(going_on.raised), number(going_on.last)) == (2, 9)
    (closed,) = severe(diary(pains(1, 2, 9, 10, days=12)))
    assert (number(closed.last), number(closed.closed)) == (2, 10)


def test_closed_from_the_eighth_day_on() -> None:
    """A flag is open for seven days after the last day that met it, and not on the eighth."""
    (flag,) = severe(diary(pains(1, 2, days=9)))
    assert flag.closed is None
    (flag,) = severe(diary(pains(1, 2, days=10)))
    assert flag.closed == day(10)
    assert flag.open_on(day(9))
    assert not flag.open_on(day(10))


def test_quiet_for_fourteen_days_after_it_closed() -> None:
    """Closed on day 10, it stays silent to day 23 and may be raised again on day 24."""
    assert [number(flag.raised) for flag in severe(diary(pains(1, 2, 22, 23, days=23)))] == [2]
    assert [number(flag.raised) for flag in severe(diary(pains(1, 2, 23, 24, days=24)))] == [2, 24]


def test_raised_when_quiet_time_ends() -> None:
    """A pattern that began in the quiet time and still holds at its end is raised then."""
    again = severe(diary(pains(1, 2, *range(19, 31), days=30)))
    assert [number(flag.raised) for flag in again] == [2, 24]
    assert number(again[1].first) == 22


def test_two_points_worse_breaks_the_quiet() -> None:
    """Pain of 9 after a flag at 7 is raised at once, pain of 8 is not."""
    quiet = "pain 7 7" + " 3" * 13
    assert [number(flag.raised) for flag in severe(diary(f"{quiet} 8 8"))] == [2]
    assert [number(flag.raised) for flag in severe(diary(f"{quiet} 8 9"))] == [2, 17]


def test_quiet_time_is_each_items_own() -> None:
    """The quiet of pain says nothing of nausea."""
    told = diary(pains(1, 2, days=17) + "\nnausea " + ". " * 14 + "7 7 7")
    assert [(flag.items, number(flag.raised)) for flag in severe(told)] == [(("pain",), 2), (("nausea",), 16)]


def test_quiet_time_is_each_voices_own() -> None:
    """The quiet of the person's own view says nothing of the daughter's."""
    told = diary(pains(1, 2, days=17) + "\npain@caregiver:Ana " + ". " * 14 + "7 7 7")
    assert [(flag.voice, number(flag.raised)) for flag in severe(told)] == [("patient", 2), ("caregiver:Ana", 16)]


@pytest.mark.parametrize("picture", [HIGH, HIGH + " 3" * 20])
@pytest.mark.parametrize("how", ["listed", "talked", "known", "later", "shown"])
def test_marks_change_neither_raised_nor_closed(picture: str, how: str) -> None:
    """Whatever the person says of a flag, when it was raised and closed stays."""
    (plain,) = severe(diary(picture))
    (marked,) = severe(diary(picture, events=[mark(3, how)]))
    assert (marked.raised, marked.first, marked.last, marked.closed) == (
        plain.raised,
        plain.first,
        plain.last,
        plain.closed,
    )


def test_known_is_off_the_screen_for_fourteen_days() -> None:
    """“My team knows” keeps it off the screen for the fourteen days after."""
    (flag,) = severe(diary("pain " + "7 " * 25, events=[mark(3, "known")]))
    assert flag.quiet_until == day(17)
    assert not flag.on_screen(day(17))
    assert flag.on_screen(day(18))


def test_what_is_on_the_list_does_not_wait_any_more() -> None:
    """Put on the list, it is off the screen for as long as it goes on, and no quiet time is told."""
    (flag,) = severe(diary("pain " + "7 " * 25, events=[mark(3, "listed")]))
    assert flag.quiet_until is None
    assert not any(flag.on_screen(day(k)) for k in range(3, 26))


def test_what_was_talked_about_comes_back_when_it_goes_on() -> None:
    """A call settles it for 14 days, or until it is 2 points worse."""
    (flag,) = severe(diary("pain " + "7 " * 25, events=[mark(3, "talked")]))
    assert flag.quiet_until is None
    assert [k for k in range(2, 26) if flag.on_screen(day(k))] == [*range(18, 26)]
    (flag,) = severe(diary("pain 7 7 7 8 8 9 7", events=[mark(3, "talked")]))
    assert flag.on_screen(day(6))


def test_known_ends_when_two_points_worse() -> None:
    """Known at 7, pain of 8 stays off the screen; pain of 9 brings it back that day."""
    (flag,) = severe(diary("pain 7 7 7 8 8 9 7", events=[mark(3, "known")]))
    assert not flag.on_screen(day(5))
    assert flag.on_screen(day(6))
    (flag,) = severe(diary("pain 7 7 7 8 8 8 7", events=[mark(3, "known")]))
    assert not flag.on_screen(day(7))


def test_later_brings_a_phone_point_back_the_next_day() -> None:
    """“Later” hides a point to phone about for the rest of the day, and it stands there tomorrow."""
    (flag,) = severe(diary(HIGH, events=[mark(3, "later")]))
    assert not flag.on_screen(day(3))
    assert flag.on_screen(day(4))


def test_later_brings_a_point_for_the_visit_back_in_a_week() -> None:
    """“Later” hides a point for the visit for a week."""
    (flag,) = severe(diary("appetite 7 7 7", events=[mark(3, "later", items=("appetite",))]))
    assert not flag.on_screen(day(9))
    assert flag.on_screen(day(10))


def test_latest_mark_wins() -> None:
    """Put on the list after it was put off, it is back; that it was shown on the screen decides nothing."""
    (flag,) = severe(diary("pain 7 7 7 7", events=[mark(3, "known"), mark(4, "listed")]))
    assert flag.quiet_until is None
    (flag,) = severe(diary("pain 7 7 7 7", events=[mark(4, "known"), mark(3, "listed"), mark(4, "shown")]))
    assert flag.quiet_until == day(18)


def test_mark_meets_the_flag_whose_days_hold_it() -> None:
    """A mark made when the flag was raised a day later still meets it; one from before or after does not."""
    assert [flag.quiet_until for flag in severe(diary(HIGH, events=[mark(3, "known", raised=3)]))] == [day(17)]
    assert [flag.quiet_until for flag in severe(diary(HIGH, events=[mark(3, "known", raised=1)]))] == [None]
    late = diary(HIGH + " 3" * 20, events=[mark(20, "known", raised=20)])
    assert [flag.quiet_until for flag in severe(late)] == [None]


def test_mark_meets_another_voices_flag() -> None:
    """What a caregiver saw can be put off like the person's own, and only that."""
    told = diary(f"{HIGH}\npain@caregiver:Ana 7 7 7", events=[mark(3, "known", voice="caregiver:Ana")])
    assert {flag.voice: flag.quiet_until for flag in severe(told)} == {"patient": None, "caregiver:Ana": day(17)}


def test_mark_of_another_item_or_voice_meets_nothing() -> None:
    """A mark is for its own items and voice."""
    others = [mark(3, "known", items=("nausea",)), mark(3, "known", voice="caregiver:Ana")]
    assert [flag.quiet_until for flag in severe(diary(HIGH, events=others))] == [None]


def test_items_of_a_mark_come_in_any_order() -> None:
    """A mark names its items in whatever order."""
    body = {"rule": "nausea-not-eating", "items": ["appetite", "nausea"], "voice": "patient"}
    event = Event(kind="flagmark", day=day(2), body={**body, "raised": day(2).isoformat(), "as": "known"})
    flags = evaluate(diary("nausea 4 4\nappetite 7 7", events=[event]))
    assert {flag.rule: flag.quiet_until for flag in flags}["nausea-not-eating"] == day(2) + timedelta(days=14)


def test_mark_of_a_later_day_is_not_known_yet() -> None:
    """A diary that ends before the mark knows nothing of it."""
    assert [flag.quiet_until for flag in severe(diary(HIGH, events=[mark(9, "known")]))] == [None]


@pytest.mark.parametrize(
    "body", [{"items": "pain"}, {"raised": "soon"}, {"raised": None}, {"as": "never"}, {"voice": 3}]
)
def test_mark_that_makes_no_sense_is_passed_over(body: dict[str, object]) -> None:
    """A mark from a damaged file stops nothing."""
    event = mark(3, "known")
    odd = Event(kind="flagmark", day=event.day, body={**event.body, **body})
    assert [flag.quiet_until for flag in severe(diary(HIGH, events=[odd]))] == [None]


def test_last_day_of_the_calendar() -> None:
    """A flag on the last day that a calendar has closes on no day, and stops nothing."""
    (flag,) = severe(diary(HIGH, first=date(9999, 12, 29)))
    assert (flag.last, flag.closed) == (date.max, None)
