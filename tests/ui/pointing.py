"""A diary that is one number away from a point to phone about, and real clicks on its window."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Rating
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.pages import PageArea
from symtrack.ui.today import TodayPage
from tests.ui.conftest import settle

DAY = date(2026, 5, 15)
Opens = Callable[..., MainWindow]
Shape = tuple[int, int, int]
SHAPES: list[Shape] = [(1366, 768, 100), (1366, 768, 200), (800, 600, 100), (800, 600, 200)]
ANSWERED = {"nausea": 0, "appetite": 0, "fatigue": 0}


def nearly(journal: Journal) -> None:
    """One more severe day of pain, and there is a point to phone about. The other questions of today are answered."""
    journal.set("team", [{"who": "Ward 5", "numbers": [{"number": "01632 960 111"}]}])
    journal.add(Rating(day=DAY - timedelta(days=1), item="pain", score=8))
    for item, score in ANSWERED.items():
        journal.rate(DAY, item, score)


def handle(window: MainWindow) -> QWindow:
    """What the mouse and the keyboard reach, before Qt finds the widget that it is for."""
    found = window.windowHandle()
    assert found is not None
    return found


def place(widget: QWidget) -> QPoint:
    """Its middle, in the window."""
    return widget.mapTo(widget.window(), widget.rect().center())


def click(window: MainWindow, at: QPoint) -> None:
    QTest.mouseClick(handle(window), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def point_to(window: MainWindow, at: QPoint) -> None:
    QTest.mouseMove(handle(window), at)
    settle()


def today_of(window: MainWindow) -> TodayPage:
    settle()
    page = window.page()
    assert isinstance(page, TodayPage)
    return page


def scrolled(window: MainWindow) -> int:
    """How far, by the scroll bar of the page that is open."""
    area = next(area for area in window.findChildren(PageArea) if area.isVisible())
    return area.verticalScrollBar().value()


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def arrived(journal: Journal, page: TodayPage, qtbot: QtBot) -> None:
    """The point is in the page, and Qt has laid it out."""
    journal.start()
    qtbot.waitUntil(lambda: bool(page.points))
    settle()
