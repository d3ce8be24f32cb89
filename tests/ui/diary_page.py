"""The Diary page in a window, by keys: what tests of it have in common."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from symtrack.ui.diary import DiaryPage
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.diary.forms import FORMS
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import TextField
from tests.ui.conftest import press
from tests.ui.looking import seen

Kind = TypeVar("Kind", bound=QWidget)


def diary_page(window: MainWindow) -> DiaryPage:
    window.open("diary")
    page = window.page()
    assert isinstance(page, DiaryPage)
    return page


def alone(journal: Journal, qtbot: QtBot) -> DiaryPage:
    """The page without a window around it."""
    page = DiaryPage(journal, Theme.load("light"))
    qtbot.addWidget(page)
    page.resize(1100, 900)
    page.show()
    return page


def shown(page: QWidget, kind: type[Kind]) -> list[Kind]:
    QApplication.processEvents()  # Qt shows what was put into a layout once it is back in its loop.
    return [widget for widget in page.findChildren(kind) if widget.isVisibleTo(page)]


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in shown(page, QLabel))


def form(page: DiaryPage) -> EventForm:
    QApplication.processEvents()
    (shown,) = (each for each in page.findChildren(EventForm) if each.isVisible())
    return shown


def open_form(page: DiaryPage, key: str) -> EventForm:
    """By keys: Enter on “Add what happened…”, then on the form's own button."""
    button(page, "Add what happened…").setFocus()
    press(Qt.Key.Key_Return)
    opened = form(page)
    button(page, FORMS[key].words).setFocus()
    press(Qt.Key.Key_Space)
    return opened


def button(page: QWidget, words: str) -> QAbstractButton:
    QApplication.processEvents()
    found = next(b for b in seen(page, QAbstractButton) if words in {b.accessibleName(), b.text()})  # type: ignore[attr-defined]
    assert isinstance(found, QAbstractButton)
    return found


def write(form: EventForm, qtbot: QtBot, **texts: str) -> None:
    for key, text in texts.items():
        field = form.field(key.rstrip("_"))
        assert isinstance(field, TextField)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)


def choose(form: EventForm, key: str, choice: str) -> None:
    """With the arrow keys, from where the choice stands."""
    box = form.field(key)
    assert isinstance(box, QComboBox)
    box.setFocus()
    while box.currentData() != choice:
        down = box.findData(choice) > box.currentIndex()
        press(Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def add(page: DiaryPage, words: str = "Add") -> None:
    button(form(page), words).setFocus()
    press(Qt.Key.Key_Return)
    QApplication.processEvents()


def texts(page: DiaryPage) -> list[str]:
    """Every word that can be seen on the page or heard from it."""
    QApplication.processEvents()
    labels = [label.text() for label in seen(page, QLabel) if isinstance(label, QLabel)]
    named = [f"{each.accessibleName()} {each.accessibleDescription()}" for each in seen(page)]
    hints = [line.placeholderText() for line in seen(page, QLineEdit) if isinstance(line, QLineEdit)]
    return [*labels, *named, *hints]
