"""The states of the window that a press or two lead to, each by its name: for pictures, and for tests that look."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QAbstractButton, QWidget

from symtrack.ui.diary import DiaryPage
from symtrack.ui.main_window import MainWindow
from symtrack.ui.settings import SettingsPage
from symtrack.ui.team import TeamPage
from symtrack.ui.today import TodayPage
from symtrack.ui.top_line import TopLine
from symtrack.ui.top_part import TopPart
from symtrack.ui.trends import TrendsPage


@dataclass(frozen=True, slots=True)
class State:
    """A page, and what is pressed on it."""

    name: str
    page: str
    press: Callable[[MainWindow], object] = lambda _window: None

    def reach(self, window: MainWindow) -> None:
        """Bring a window that was just made there."""
        window.open(self.page)
        self.press(window)


def line(window: QWidget) -> TopLine:
    """The top line of the window."""
    return cast("TopLine", window.findChild(TopLine))


def named(widget: QWidget, name: str) -> QAbstractButton:
    """The button of that accessible name that can be seen."""
    return next(b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name and not b.isHidden())


def _offer(key: str) -> Callable[[MainWindow], object]:
    return lambda window: cast("TodayPage", window.page()).foot.open(key)


def _toggled(panel: str) -> Callable[[MainWindow], object]:
    return lambda window: cast("TopPart", window.findChild(TopPart)).toggle(panel)


def _part(key: str) -> Callable[[MainWindow], object]:
    return lambda window: cast("TeamPage", window.page()).open(key)


def _table(window: MainWindow) -> None:
    sheet = cast("TrendsPage", window.page()).sheet
    if sheet is not None:
        sheet.as_table.click()


def _form(window: MainWindow) -> None:
    cast("DiaryPage", window.page())._open_form()  # noqa: SLF001 - its button stands on the opened day's card


STATES = (
    State("today", "today"),
    State("today-note", "today", _offer("note")),
    State("today-now", "today", _offer("now")),
    State("today-more", "today", _offer("more")),
    State("ring", "today", lambda window: line(window).ring.click()),
    State("writer", "today", lambda window: line(window).writer.click()),
    State("menu", "today", _toggled("menu")),
    State("diaries", "today", _toggled("diaries")),
    State("aloud", "today", _toggled("aloud")),
    State("help", "help"),
    State("trends", "trends"),
    State("trends-table", "trends", _table),
    State("diary", "diary"),
    State("diary-form", "diary", _form),
    State("team", "team"),
    State("team-number", "team", lambda window: cast("TeamPage", window.page()).change_number()),
    State("team-questions", "team", _part("questions")),
    State("team-paper", "team", _part("paper")),
    State("settings", "settings"),
    State("settings-number", "settings", lambda window: cast("SettingsPage", window.page()).change_number()),
)
