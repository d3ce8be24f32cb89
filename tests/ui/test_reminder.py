"""The reminder: off until it is wanted, a quiet line while the window is open, and what Settings sets up."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from symtrack import paths
from symtrack.reminding import shown
from symtrack.store import DiaryStore, last_day
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.reminder_line import ReminderLine
from symtrack.ui.settings.reminder import ReminderCard
from symtrack.ui.theme import Theme
from tests.e2e.desktop import Desktop
from tests.ui.conftest import FRIDAY, StandingClock, press

DAY = date(2026, 5, 15)
AT = datetime(2026, 5, 15, 18, 0).astimezone()


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    begun = Desktop()
    begun.begin()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", begun.address)
    yield begun
    begun.end()


@pytest.fixture
def card(window: MainWindow) -> ReminderCard:
    window.open("settings")
    found = window.page().findChild(ReminderCard)
    assert isinstance(found, ReminderCard)
    return found


def line(window: MainWindow) -> ReminderLine:
    found = window.findChild(ReminderLine)
    assert isinstance(found, ReminderLine)
    return found


def words(part: ReminderLine | ReminderCard) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))


def evening(journal: Journal, clock: StandingClock, *, at: str = "18:00") -> None:
    """The time comes while the window is open."""
    journal.set_preferences(reminder=at)
    clock.now = AT - timedelta(minutes=1)
    journal.reminding.look()
    clock.now = AT
    journal.reminding.look()


def test_nothing_reminds_until_it_is_wanted(window: MainWindow, journal: Journal, clock: StandingClock) -> None:
    """It is off at the beginning, and nothing of the system's is touched."""
    evening(journal, clock, at="")
    assert line(window).isHidden()
    assert list(paths.system_config().rglob("symtrack-remind*")) == []


def test_at_its_time_a_line_stands_in_the_page_and_leaves_the_focus_alone(
    window: MainWindow, journal: Journal, clock: StandingClock
) -> None:
    """On whatever page; it says the time and nothing about an illness, and leads to today's questions."""
    window.open("trends")
    focused = QApplication.focusWidget()
    evening(journal, clock)
    assert words(line(window)) == "18:00: time for your diary."
    assert QApplication.focusWidget() is focused
    line(window)._go.click()
    assert window.page_key == "today"
    assert line(window)._go.isHidden()
    assert not line(window).isHidden()


def test_an_answer_takes_the_line_away(window: MainWindow, journal: Journal, clock: StandingClock) -> None:
    """There is nothing left to remind of."""
    evening(journal, clock)
    journal.rate(DAY, "pain", 3)
    assert line(window).isHidden()


def test_it_is_put_away_by_keys_and_stays_away(window: MainWindow, journal: Journal, clock: StandingClock) -> None:
    """The focus goes on to what comes next in the page, and the line does not come again that day."""
    evening(journal, clock)
    line(window)._away.setFocus()
    press(Qt.Key.Key_Return)
    assert line(window).isHidden()
    assert QApplication.focusWidget() not in {None, line(window)._away}
    clock.now += timedelta(minutes=5)
    journal.reminding.look()
    assert line(window).isHidden()
    clock.now += timedelta(days=1)
    journal.reminding.look()
    assert not line(window).isHidden()


def test_it_outlasts_another_theme_and_ends_with_the_day(
    window: MainWindow, journal: Journal, clock: StandingClock
) -> None:
    """The window is built anew for a theme; a line of yesterday's would be a reproach."""
    evening(journal, clock)
    journal.set_preferences(theme="dark")
    assert not line(window).isHidden()
    clock.now += timedelta(hours=11)
    journal._look()
    assert line(window).isHidden()


@pytest.mark.parametrize("mode", ["pause", "finished"])
def test_a_resting_diary_does_not_remind(window: MainWindow, journal: Journal, clock: StandingClock, mode) -> None:
    """Not in a pause, and never again once it is finished."""
    journal.set("mode", mode)
    evening(journal, clock)
    assert line(window).isHidden()


def test_a_window_that_is_opened_later_is_not_reminded(
    open_window: Callable[..., MainWindow], journal: Journal, clock: StandingClock
) -> None:
    """Whoever opens the diary has thought of it."""
    journal.set_preferences(reminder="13:00")
    window = open_window()
    clock.now += timedelta(minutes=2)
    journal.reminding.look()
    assert line(window).isHidden()


def test_the_clock_is_looked_at_by_itself(
    window: MainWindow, journal: Journal, clock: StandingClock, qtbot: QtBot
) -> None:
    """Nobody has to press anything for the time to come."""
    journal.set_preferences(reminder="18:00")
    journal.start()
    with qtbot.waitSignal(journal.reminding.changed):
        clock.now = AT


def test_in_front_the_line_is_enough_and_behind_others_a_notification_comes(
    desktop: Desktop, window: MainWindow, journal: Journal, clock: StandingClock, qtbot: QtBot
) -> None:
    """Once: the system's timer, which comes a moment later, finds that it was shown."""
    evening(journal, clock)
    assert desktop.shown() == []
    assert not shown.claim(journal.path, DAY)
    window.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    clock.now += timedelta(days=1)
    journal.reminding.look()
    assert [each["summary"] for each in desktop.shown()] == ["Time for your diary"]
    assert not shown.claim(journal.path, DAY + timedelta(days=1))


def test_without_a_desktop_the_line_is_there_all_the_same(
    window: MainWindow, journal: Journal, clock: StandingClock, qtbot: QtBot
) -> None:
    """No notification can be shown, and nothing is said about that."""
    window.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    evening(journal, clock)
    assert not line(window).isHidden()
    assert journal.failure == ""


def test_it_is_switched_on_timed_and_off_by_keys(card: ReminderCard, journal: Journal) -> None:
    """Each press says what holds now; the time is four figures and Enter."""
    assert "There is no reminder." in words(card)
    assert not card.closed.isVisibleTo(card)
    card.on.setFocus()
    press(Qt.Key.Key_Return)
    assert journal.preferences.reminder == "18:00"
    assert "It comes each day at 18:00" in words(card)
    card.at.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_3, Qt.Key.Key_0, Qt.Key.Key_Return)
    assert journal.preferences.reminder == "20:30"
    card.on.setFocus()
    press(Qt.Key.Key_Space)
    assert journal.preferences.reminder == ""
    assert "There is no reminder." in words(card)


def test_one_press_sets_it_up_for_a_closed_window_and_one_takes_it_away(card: ReminderCard, journal: Journal) -> None:
    """Here by the log-in, which the page says; turned off, nothing of it is left on the computer."""
    entry = paths.system_config() / "autostart" / "symtrack-remind.desktop"
    card.on.click()
    assert "When symtrack is closed, nothing reminds." in words(card)
    card.closed.click()
    assert str(journal.path) in entry.read_text(encoding="utf-8")
    assert "from the next time that you log in" in words(card)
    card.closed.click()
    assert not entry.exists()
    card.closed.click()
    card.on.click()
    assert not entry.exists()
    assert journal.preferences.reminder_for == ""


def test_where_the_system_refuses_the_page_says_so(card: ReminderCard, journal: Journal) -> None:
    """The switch stays off, and the reminder in the window goes on."""
    folder = paths.system_config()
    folder.mkdir(exist_ok=True)
    (folder / "autostart").write_text("a file where a folder should be")
    card.on.click()
    card.closed.click()
    assert "This computer did not take the reminder" in words(card)
    assert not card.closed.isChecked()
    assert journal.preferences.reminder == "18:00"


def test_the_reminder_of_another_diary_is_named(card: ReminderCard, journal: Journal) -> None:
    """One press has it come for this one instead."""
    journal.set_preferences(reminder="18:00", reminder_for="/home/mum/diary.symtrack")
    assert "it comes for another diary, /home/mum/diary.symtrack" in words(card)
    card.closed.click()
    assert journal.preferences.reminder_for == str(journal.path)


def test_a_sealed_diarys_day_leaves_it_only_when_that_is_wanted(
    card: ReminderCard, journal: Journal, store: DiaryStore
) -> None:
    """The page says what the file tells; it follows each entry, is empty in a pause, and goes when it is turned off."""
    journal.rate(DAY, "pain", 3)
    assert journal.sealing.seal("geese at noon")
    card.on.click()
    card.closed.click()
    file = last_day.file_of(journal.path)
    assert "The diary is sealed: when symtrack is closed, nothing reminds yet." in words(card)
    assert not file.exists()
    card.last_day.click()
    assert "It comes when symtrack is closed too" in words(card)
    assert file.read_text() == "2026-05-15"
    journal.undo()
    assert file.read_text() == "-"
    journal.set("mode", "pause")
    assert file.read_text() == ""
    assert "The diary rests, and nothing reminds." in words(card)
    journal.set("mode", "normal")
    card.last_day.click()
    assert not file.exists()
    card.last_day.click()
    assert journal.sealing.unseal()
    assert not file.exists()


def test_turning_the_reminder_off_takes_the_day_away_too(card: ReminderCard, journal: Journal) -> None:
    """What lay outside of the sealed diary is gone with what it was for."""
    journal.rate(DAY, "pain", 3)
    assert journal.sealing.seal("geese at noon")
    for button in (card.on, card.closed, card.last_day, card.on):
        button.click()
    assert not last_day.file_of(journal.path).exists()


def test_the_phone_gets_a_file_at_the_time_that_is_shown(journal: Journal, qtbot: QtBot, tmp_path: Path) -> None:
    """Also while nothing reminds on this computer; the page says what to do with the file."""
    target = tmp_path / "reminder.ics"
    card = ReminderCard(journal, Theme.load("light"), ask_file=lambda _parent, _diary: target)
    qtbot.addWidget(card)
    card.draw()
    card.phone.click()
    [event] = Calendar.from_ical(target.read_text(encoding="utf-8")).walk("VEVENT")
    assert event.decoded("DTSTART").time() == time(18)
    assert event.decoded("DTSTART").date() == FRIDAY.date()
    assert f"It is in {target}." in words(card)
