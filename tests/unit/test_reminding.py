"""When it is time to remind, how often, and what a phone is given."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from symtrack.diary.rows import Event, Rating, Setting
from symtrack.errors import SymtrackError
from symtrack.exchange import calendar_file
from symtrack.reminding import notice, shown
from symtrack.reminding.due import due
from symtrack.reminding.remind import remind, show_once, stay
from symtrack.settings import Preferences
from symtrack.store import DiaryStore

FRIDAY, THURSDAY = date(2026, 5, 15), date(2026, 5, 14)
EVENING = datetime(2026, 5, 15, 18, 0)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is shown, heard before it reaches a desktop."""
    heard: list[str] = []
    monkeypatch.setattr(notice, "show", heard.append)
    return heard


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary.symtrack"
    with DiaryStore.open(path, create=True, clock=EVENING.astimezone) as store:
        store.add(Rating(day=THURSDAY, item="pain", score=4))
    return path


@pytest.mark.parametrize(
    ("now", "at", "is_due"),
    [
        ("2026-05-15 17:59", "18:00", False),
        ("2026-05-15 18:00", "18:00", True),
        ("2026-05-15 23:59", "18:00", True),
        ("2026-05-16 00:30", "18:00", True),
        ("2026-05-16 04:00", "18:00", False),
        ("2026-05-15 23:59", "00:30", False),
        ("2026-05-16 00:30", "00:30", True),
        ("2026-05-15 04:00", "04:00", True),
        ("2026-05-15 18:00", None, True),
    ],
)
def test_the_time_is_one_of_the_persons_day(now: str, at: str | None, is_due: bool) -> None:  # noqa: FBT001
    """Half past midnight belongs to the day before, and a new day begins at four."""
    moment = datetime.fromisoformat(now)
    assert due(now=moment, at=time.fromisoformat(at) if at else None, last=THURSDAY) is is_due


def test_a_day_that_has_an_entry_is_not_reminded_of() -> None:
    """Neither in the evening nor after midnight, while it is still that day."""
    assert not due(now=EVENING, at=time(18), last=FRIDAY)
    assert not due(now=EVENING + timedelta(hours=6, minutes=30), at=time(18), last=FRIDAY)
    assert not due(now=EVENING, last=THURSDAY, asked=False)


def test_the_night_in_which_the_clocks_change_reminds_once(diary: Path, said: list[str]) -> None:
    """02:30 comes twice in October and never in March: one reminder each, since it is read off the wall."""
    october = [datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 2, 59), datetime(2026, 10, 25, 2, 30, fold=1)]
    march = [datetime(2027, 3, 28, 1, 59), datetime(2027, 3, 28, 3, 0), datetime(2027, 3, 28, 3, 30)]
    assert [remind(diary, now=now, at=time(2, 30)) for now in october] == [True, False, False]
    assert [remind(diary, now=now, at=time(2, 30)) for now in march] == [False, True, False]
    assert said == ["Time for your diary"] * 2


def test_whoever_is_first_shows_it_and_nobody_else(diary: Path) -> None:
    """The window and the system's timer may both find that it is time; two diaries do not stand in for each other."""
    assert shown.claim(diary, FRIDAY)
    assert not shown.claim(diary, FRIDAY)
    assert shown.claim(diary.with_name("mum.symtrack"), FRIDAY)
    assert shown.claim(diary, FRIDAY + timedelta(days=1))
    shown.give_back(diary, FRIDAY + timedelta(days=1))
    assert shown.claim(diary, FRIDAY + timedelta(days=1))


def test_what_could_not_be_shown_is_tried_again(diary: Path, said: list[str]) -> None:
    """A desktop that is not ready yet does not use the day's reminder up."""

    def nothing_there(_said: str) -> None:
        raise SymtrackError("nothing there")

    with pytest.raises(SymtrackError):
        show_once(diary, FRIDAY, nothing_there)
    assert show_once(diary, FRIDAY, said.append)
    assert said == ["Time for your diary"]


def test_where_the_day_cannot_be_kept_it_is_shown_all_the_same(diary: Path, own_home: Path) -> None:
    """Once too often is better than never."""
    (own_home / "state").write_text("a file where a folder should be")
    assert shown.claim(diary, FRIDAY)


def test_whoever_stays_reminds_each_day_and_follows_the_settings(diary: Path, said: list[str]) -> None:
    """The time may be changed meanwhile; when the reminder is turned off, nothing is left running."""
    moments = [EVENING + timedelta(hours=hours) for hours in (-1, 0, 1, 23, 24, 25)]
    left = list(moments)
    heard: list[tuple[datetime, int]] = []

    def rest() -> None:
        heard.append((left.pop(0), len(said)))

    stay(
        diary,
        wanted=lambda: (time(18) if left[0] < moments[4] else time(19)) if left else None,
        clock=lambda: left[0],
        rest=rest,
    )
    assert [count for _moment, count in heard] == [0, 1, 1, 1, 1, 2]


def test_an_entry_is_an_answer_or_a_note_of_the_day(diary: Path) -> None:
    """Being too unwell to answer is one too; what was taken away is none, and a setting is none either."""
    with DiaryStore.open(diary, clock=EVENING.astimezone) as store:
        assert store.last_entry() == THURSDAY
        saved = store.add(Rating(day=FRIDAY, item="pain", score=None, reason="unwell"))
        assert store.last_entry() == FRIDAY
        store.withdraw(*saved.ids)
        store.add(Setting(key="name", value="M. Example"))
        assert store.last_entry() == THURSDAY


@pytest.mark.parametrize(("written", "at"), [("18:00", time(18)), ("", None), ("25:00", None), ("evening", None)])
def test_a_time_that_is_none_is_no_reminder(written: str, at: time | None) -> None:
    """Whoever edits the settings by hand does not keep the window from opening."""
    assert Preferences(reminder=written).remind_at == at


def test_the_phone_is_given_one_neutral_event_a_day(tmp_path: Path) -> None:
    """A calendar reads it: each day, at the time on the wall wherever the phone is, with an alarm and no more words."""
    text = "".join(calendar_file.parts(tmp_path / "diary", time(18, 30), "Time for your diary", EVENING))
    calendar = Calendar.from_ical(text)
    [event] = calendar.walk("VEVENT")
    [alarm] = calendar.walk("VALARM")
    assert event.decoded("DTSTART") == datetime(2026, 5, 15, 18, 30)
    assert event.decoded("DTSTART").tzinfo is None
    assert event["RRULE"] == {"FREQ": ["DAILY"]}
    assert event.decoded("DTSTAMP") == EVENING.astimezone(UTC)
    assert (str(event["SUMMARY"]), str(alarm["DESCRIPTION"])) == ("Time for your diary",) * 2
    assert (alarm.decoded("TRIGGER"), str(alarm["ACTION"])) == (timedelta(0), "DISPLAY")
    assert {"DESCRIPTION", "LOCATION", "ATTENDEE", "ORGANIZER"}.isdisjoint(event)
    assert calendar.errors == []
    assert text.count("\n") == text.count("\r\n") == len(text.splitlines())


def test_a_time_that_is_over_begins_tomorrow_and_takes_the_earlier_ones_place(tmp_path: Path) -> None:
    """The phone does not ring at once, nor twice a day after the time was changed."""
    first, later = (
        Calendar.from_ical("".join(calendar_file.parts(tmp_path / "diary", time(18), "Time", now))).walk("VEVENT")[0]
        for now in (EVENING, EVENING + timedelta(days=3))
    )
    assert first.decoded("DTSTART") == datetime(2026, 5, 16, 18, 0)
    assert first["UID"] == later["UID"]
    assert later.decoded("DTSTAMP") > first.decoded("DTSTAMP")


def test_long_words_in_any_script_are_folded_and_come_back_whole(tmp_path: Path) -> None:
    """No line is longer than a calendar has to read, and no letter is cut in two."""
    words = "Час для вашего дневника; время, которое вы выбрали сами, \\ и ничего больше ничего больше"
    text = "".join(calendar_file.parts(tmp_path / "diary", time(18), words, EVENING))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= calendar_file.OCTETS
    assert str(Calendar.from_ical(text).walk("VEVENT")[0]["SUMMARY"]) == words


def test_the_last_entry_of_long_ago_is_found_and_a_note_ahead_is_none(diary: Path) -> None:
    """Who comes back after a year is reminded as ever; what is noted for next week has not been given yet."""
    with DiaryStore.open(diary, clock=lambda: EVENING.astimezone() + timedelta(days=400)) as store:
        assert store.last_entry() == THURSDAY
    with DiaryStore.open(diary, clock=EVENING.astimezone) as store:
        store.add(Event(kind="note", day=FRIDAY + timedelta(days=3), text="Ask about the cream"))
        assert store.last_entry() == THURSDAY
        store.add(Event(kind="note", day=FRIDAY, text="A quiet day"))
        assert store.last_entry() == FRIDAY
