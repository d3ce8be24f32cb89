"""The daily copy: made by itself when nothing more is saved for a while, and said when it can't be."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from symtrack import paths
from symtrack.diary.rows import Rating
from symtrack.store import DiaryStore, copies
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.settings import SettingsPage
from symtrack.ui.theme import Theme
from tests.ui.conftest import FRIDAY, StandingClock, press

DAY = date(2026, 5, 15)
SOON = 20


def days_of_copies(journal: Journal, store: DiaryStore) -> list[date]:
    return [copy.day for copy in copies.found(journal.copies.folder, journal.path, store.id)]


def words(page: SettingsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def click(page: SettingsPage, text: str) -> None:
    next(b for b in page.findChildren(QPushButton) if b.text() == text).click()


@pytest.fixture
def started(journal: Journal) -> Journal:
    """A journal that has begun its work behind the window, and does not wait long after a save."""
    journal.copies.quiet.setInterval(SOON)
    journal.start()
    return journal


def test_a_copy_is_made_by_itself_where_people_keep_their_papers(
    started: Journal, store: DiaryStore, qtbot: QtBot
) -> None:
    """After the first entry, in Documents, and the copy is the diary."""
    started.rate(DAY, "pain", 6)
    qtbot.waitUntil(lambda: days_of_copies(started, store) == [DAY])
    (copy,) = paths.backup_folder().iterdir()
    with DiaryStore.open(copy) as opened:
        assert opened.rows() == store.rows()


def test_the_next_days_copy_comes_with_the_next_day(
    started: Journal, store: DiaryStore, clock: StandingClock, qtbot: QtBot
) -> None:
    """One a day: the second entry of a day makes none, the first one of the next day does."""
    started.rate(DAY, "pain", 6)
    qtbot.waitUntil(lambda: days_of_copies(started, store) == [DAY])
    (made,) = paths.backup_folder().iterdir()
    before = made.stat().st_mtime_ns
    started.rate(DAY, "nausea", 2)
    assert not started.copies.quiet.isActive()
    assert made.stat().st_mtime_ns == before
    clock.now = FRIDAY + timedelta(days=1)
    started.rate(DAY, "fatigue", 2)
    qtbot.waitUntil(lambda: days_of_copies(started, store) == [DAY, DAY + timedelta(days=1)])


def test_an_empty_start_makes_no_copy(started: Journal) -> None:
    """Where no diary is yet there is nothing to wait for, and no folder appears in Documents."""
    assert not started.copies.quiet.isActive()
    assert not paths.backup_folder().exists()


def test_no_copy_is_made_in_the_middle_of_a_card(
    journal: Journal, store: DiaryStore, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    """A digit that is picked and not given yet holds the copy back until the card is left."""
    store.add(Rating(day=DAY - timedelta(days=1), item="pain", score=3))
    open_window()
    press(Qt.Key.Key_4)
    journal.copies.quiet.setInterval(SOON)
    journal.start()
    for _ in range(3):
        qtbot.waitSignal(journal.copies.quiet.timeout).wait()
    assert days_of_copies(journal, store) == []
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: days_of_copies(journal, store) == [DAY])


def test_the_next_answer_puts_the_copy_off(journal: Journal) -> None:
    """While somebody goes on answering, the copy waits; it is timed from the last save."""
    quiet = journal.copies.quiet
    quiet.setInterval(60_000)
    journal.start()
    journal.rate(DAY, "pain", 6)
    waiting = quiet.timerId()
    journal.rate(DAY, "nausea", 2)
    assert quiet.isActive()
    assert quiet.timerId() != waiting  # It was started anew.


def test_a_copy_that_can_not_be_made_is_said_until_one_is(
    journal: Journal, store: DiaryStore, open_window: Callable[..., MainWindow], own_home: Path, qtbot: QtBot
) -> None:
    """A file where the folder should be: a sentence in the page that outlasts the next entries, and goes by itself."""
    (own_home / "Documents").mkdir()
    (own_home / "Documents" / "symtrack copies").write_text("x")
    window = open_window()
    journal.copies.quiet.setInterval(SOON)
    journal.start()
    journal.rate(DAY, "pain", 6)
    qtbot.waitUntil(lambda: "copy of the diary could not be made" in window.sentence)
    assert "There is no copy yet." in window.sentence
    (own_home / "Documents" / "symtrack copies").unlink()
    journal.rate(DAY, "nausea", 2)
    qtbot.waitUntil(lambda: window.sentence == "")
    assert days_of_copies(journal, store) == [DAY]


def test_settings_say_when_the_last_good_copy_was_made(journal: Journal, qtbot: QtBot) -> None:
    """None yet; after a press there is today's, and the folder stands beside it."""
    journal.rate(DAY, "pain", 6)
    page = SettingsPage(journal, Theme.load("light"))
    qtbot.addWidget(page)
    page.show()
    assert "There is no copy yet." in words(page)
    click(page, "Make a copy now")
    assert "The last good copy is of 15 May 2026." in words(page)
    assert str(paths.backup_folder()) in words(page)


def test_another_folder_gets_a_copy_at_once(journal: Journal, store: DiaryStore, tmp_path: Path, qtbot: QtBot) -> None:
    """The folder belongs to this computer's settings, and is shown to work as soon as it is chosen."""
    journal.rate(DAY, "pain", 6)
    page = SettingsPage(journal, Theme.load("light"), ask_folder=lambda _page, _now: tmp_path / "stick")
    qtbot.addWidget(page)
    page.show()
    click(page, "Choose another folder…")
    assert len(list((tmp_path / "stick").iterdir())) == 1
    assert Journal(store, tmp_path / "settings.toml").copies.folder == tmp_path / "stick"
    assert str(tmp_path / "stick") in words(page)
