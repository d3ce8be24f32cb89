"""Whatever a press opens is named, large enough and whole too: every button of every page is pressed, once each."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from symtrack import sample
from symtrack.store import DiaryStore
from symtrack.ui import printer
from symtrack.ui.diary.month import DayCell
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.pages import WORDS
from symtrack.ui.today.scale import ScoreButton
from symtrack.ui.widgets import ChoiceRow
from tests.ui.conftest import press, settle
from tests.ui.looking import findings, seen

NOON = datetime(2026, 5, 15, 14, 2).astimezone()
SHAPES = [(1366, 768, 200), (800, 600, 100)]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[DiaryStore]:
    """The invented diary of half a year."""
    with DiaryStore.open(tmp_path / "diary.symtrack", create=True, clock=lambda: NOON) as store:
        store.take(sample.build(until=date(2026, 5, 15)))
        yield store


@pytest.fixture(autouse=True)
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own dialogs are put away at once; nothing leaves the window."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(printer, "ask", lambda *_: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.setattr(QApplication, "closeAllWindows", lambda: None)


def named(window: MainWindow) -> dict[str, QAbstractButton]:
    """Every button of the page that can be seen, by what a screen reader says; of days and scores the first."""
    found: dict[str, QAbstractButton] = {}
    for button in seen(window.page(), QAbstractButton):
        assert isinstance(button, QAbstractButton)
        key = f"{button.accessibleName()} | {button.accessibleDescription()}"
        if isinstance(button, ScoreButton | DayCell):
            key = type(button).__name__
        if button.isEnabled():
            found.setdefault(key, button)
    return found


def row_of(button: QAbstractButton) -> str:
    """The row of choices that the button stands in: the next one of it puts its own look in the place of this one's."""
    row = button.parentWidget()
    return row.accessibleName() if isinstance(row, ChoiceRow) else ""


@pytest.mark.parametrize("page", WORDS)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: "-".join(map(str, shape)))
def test_what_a_press_opens_is_named_large_and_whole(
    kept: DiaryStore, tmp_path: Path, qtbot: QtBot, page: str, shape: tuple[int, int, int]
) -> None:
    """After each press everything that can be seen is looked at, then Escape puts away what was opened."""
    width, height, size = shape
    QAccessible.setActive(True)
    journal = Journal(kept, tmp_path / "settings.toml")
    journal.set_preferences(text_size=size, theme="light", writers=("Tom",), backup_folder=str(tmp_path / "copies"))
    window = MainWindow(journal)
    journal.setParent(window)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    journal.start()
    window.open(page)
    settle()
    wrong: dict[str, str] = {}
    rows = {key: row_of(button) for key, button in named(window).items()}
    for key, following in zip_longest(rows, [*rows][1:]):
        button = named(window).get(key)
        if button is None:
            continue  # What was pressed before took it away.
        button.setFocus()
        button.click()
        settle()
        for finding in findings(window):
            wrong.setdefault(finding.split(" at ")[0], f"after {key}: {finding}")
        if QApplication.focusWidget() is not None:
            press(Qt.Key.Key_Escape)
        if journal.preferences.language or not rows[key] or rows[key] != rows.get(following):
            journal.set_preferences(text_size=size, theme="light", language="")
        window.open(page)
        settle()
    assert list(wrong.values()) == []
