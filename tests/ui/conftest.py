"""A window on a real diary file, at a moment that stands still until a test moves it."""

import gc
import threading
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QProcess, Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage

FRIDAY = datetime(2026, 5, 15, 14, 2).astimezone()
SATURDAY_NIGHT = datetime(2026, 5, 16, 23, 0).astimezone()
WEEK = ["mon", "tue", "wed", "thu", "fri"]
TEAM = [
    {"who": "Ward 5", "numbers": [{"number": "01632 960 111", "days": WEEK, "from": "08:00", "to": "17:00"}]},
    {"who": "Night line", "numbers": [{"number": "01632 960 222", "from": "17:00", "to": "08:00"}]},
    {"who": "", "role": "emergency", "numbers": [{"number": "112"}]},
]


class StandingClock:
    """Says the same moment until it is set to another."""

    def __init__(self, now: datetime = FRIDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def back(self, **delta: float) -> None:
        self.now -= timedelta(**delta)


def settle(turns: int = 60) -> None:
    """Have done what Qt does between two presses; a page that was taken away, which a new look would polish, too.

    The points come a rule a turn.
    """
    for _turn in range(turns):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def left_over() -> list[object]:
    """Windows, running timers, threads and processes, once all that is to be deleted is deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    timers = [each for each in gc.get_objects() if type(each) is QTimer and isValid(each) and each.isActive()]
    processes = [
        each
        for each in gc.get_objects()
        if type(each) is QProcess and isValid(each) and each.state() is not QProcess.ProcessState.NotRunning
    ]
    threads = [each for each in threading.enumerate() if each is not threading.main_thread()]
    pool = QThreadPool.globalInstance()
    return [*QApplication.topLevelWidgets(), *timers, *processes, *threads, *[pool] * pool.activeThreadCount()]


@pytest.fixture(scope="module")
def what_was_there(qapp: QApplication) -> None:
    """Modules, classes and cases outlive every test: looking through them after each one takes half of all time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_over(what_was_there: None) -> Iterator[None]:
    """What a test opened and set going is closed and stopped when it ends, as it is when a window is closed."""
    yield
    assert left_over() == []


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def store(tmp_path: Path, clock: StandingClock) -> Iterator[DiaryStore]:
    with DiaryStore.open(tmp_path / "diary.symtrack", create=True, clock=clock) as opened:
        yield opened


@pytest.fixture
def journal(store: DiaryStore, tmp_path: Path, qtbot: QtBot) -> Iterator[Journal]:
    opened = Journal(store, tmp_path / "settings.toml")
    yield opened
    opened.deleteLater()


@pytest.fixture
def night(journal: Journal, clock: StandingClock) -> Journal:
    """The diary with the team's numbers, on a Saturday at 23:00."""
    clock.now = SATURDAY_NIGHT
    journal.set("team", TEAM)
    return journal


@pytest.fixture
def open_window(journal: Journal, clock: StandingClock, qtbot: QtBot) -> Callable[..., MainWindow]:
    """Opens the window at a size and text size, shown and with the focus."""

    def opened(width: int = 1366, height: int = 768, *, text_size: int = 100, theme: str = "light") -> MainWindow:
        journal.set_preferences(text_size=text_size, theme=theme)
        window = MainWindow(journal)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return window

    return opened


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window()


@pytest.fixture
def today(window: MainWindow) -> TodayPage:
    page = window.page()
    assert isinstance(page, TodayPage)
    return page


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press the keys one after the other, each on whatever has the focus then."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        QApplication.processEvents()


def scores(store: DiaryStore, day: date = date(2026, 5, 15)) -> dict[str, int | str | None]:
    """The day's own answers: a score, or the reason why there is none."""
    return {
        row.item: row.reason if row.score is None else row.score for row in store.ratings(day, day) if row.time is None
    }
