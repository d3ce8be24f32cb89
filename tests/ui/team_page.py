"""The page For my team on a diary of two quiet weeks and five harder days, and how a test reads and writes it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event, Rating
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.team import TeamPage
from tests.diaries import FIRST, columns as diary_columns, diary
from tests.ui.conftest import StandingClock, press

DAY = date(2026, 5, 15)
PAIN = (2, 2, 3, 2, 2, 1, 2, 3, 2, 2, 2, 3, 2, 2, 2, 5, 5, 8, 8, 8)
HIGH = "Pain was 7 or more on 3 of the last 3 days answered (13–15 May)."

Opened = Callable[..., TeamPage]


def fill(store: DiaryStore, clock: StandingClock) -> DiaryStore:
    """Two quiet weeks, two harder days and three of severe pain, each entered on its own day."""
    now = clock.now
    for k, score in enumerate(PAIN):
        clock.now = datetime.combine(DAY - timedelta(days=len(PAIN) - 1 - k), now.timetz())
        store.add(Rating(day=clock.now.date(), item="pain", score=score))
    clock.now = now
    return store


def opener(open_window: Callable[..., MainWindow], journal: Journal, qtbot: QtBot, part: str) -> Opened:
    """What opens the page in a window, with one of its parts, once the points are known."""

    def open_page(*size: int, **look: object) -> TeamPage:
        journal.start()
        window = open_window(*size, **look)
        window.open("team")
        page = window.page()
        assert isinstance(page, TeamPage)
        page.open(part)
        if journal.ratings(DAY, DAY) and journal.settings.get("flags") != "off":
            qtbot.waitUntil(lambda: bool(journal.flags))
        QApplication.processEvents()
        return page

    return open_page


def said(page: QWidget) -> str:
    """Everything that can be read on the page now."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def write(field: QWidget, text: str) -> None:
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.setText(text)
    press(Qt.Key.Key_Return)


def button(page: QWidget, name: str) -> QAbstractButton:
    return next(each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name)


def keep_drawn(store: DiaryStore, clock: StandingClock, picture: str, *, last: date = DAY) -> DiaryStore:
    """The diary drawn in the notation, which ends on `last`, each row entered on its own day."""
    length = diary(picture).until - FIRST.toordinal() + 1
    first = last - timedelta(days=length - 1)
    columns, now = diary_columns(picture, first=first), clock.now
    rows: list[Rating | Event] = [
        Rating(day=date.fromordinal(day), item=item, score=score, reason=reason, voice=voice, time=time)
        for day, time, item, score, reason, voice in zip(
            columns.day, columns.time, columns.item, columns.score, columns.reason, columns.voice, strict=True
        )
    ]
    rows += diary(picture, first=first).events
    for day in sorted({row.day for row in rows}):
        clock.now = datetime.combine(day, now.timetz())
        store.add(*(row for row in rows if row.day == day))
    clock.now = now
    return store
