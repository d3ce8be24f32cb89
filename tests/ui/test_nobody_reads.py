"""Beside each place where a note is written: nobody reads it, and who to ring is one press away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from symtrack.ui.diary import DiaryPage
from symtrack.ui.main_window import MainWindow
from symtrack.ui.nobody_reads import NobodyReads
from symtrack.ui.panels import RingPanel
from symtrack.ui.today import TodayPage
from tests.ui.conftest import press

K = Qt.Key


def of_the_note(window: MainWindow) -> None:
    page = window.page()
    assert isinstance(page, TodayPage)
    page.foot.open("note")


def of_the_form(window: MainWindow) -> None:
    window.open("diary")
    page = window.page()
    assert isinstance(page, DiaryPage)
    page.add()
    QApplication.processEvents()
    assert lines(window) == []
    from symtrack.ui.diary.event_form import EventForm

    page.findChildren(EventForm)[-1].show_form("note")


def of_the_question(_window: MainWindow) -> None:
    press(K.Key_F2)


def of_comfort(window: MainWindow) -> None:
    page = window.page()
    assert isinstance(page, TodayPage)
    page._journal.set("mode", "comfort")


def lines(window: MainWindow) -> list[NobodyReads]:
    return [each for each in window.findChildren(NobodyReads) if each.isVisible()]


@pytest.mark.parametrize("write", [of_the_note, of_the_form, of_the_question, of_comfort])
def test_who_to_ring_is_one_press_from_a_note(window: MainWindow, write) -> None:
    """The line stands there wherever words are written, and its button opens the numbers by keyboard."""
    write(window)
    QApplication.processEvents()
    (line,) = lines(window)
    line.button.setFocus()
    press(K.Key_Return)
    assert [panel for panel in window.findChildren(RingPanel) if panel.isVisible()]


def test_what_was_written_is_kept_on_the_way_to_the_numbers(window: MainWindow, store, qtbot) -> None:
    """Half a note and half a question are in the diary when the numbers stand there."""
    of_the_note(window)
    qtbot.keyClicks(QApplication.focusWidget(), "Very low today.")
    lines(window)[0].button.click()
    press(K.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Whom do I tell?")
    lines(window)[-1].button.click()
    page = window.page()
    assert isinstance(page, TodayPage)
    page.keep()
    assert {event.text for event in store.events()} == {"Very low today.", "Whom do I tell?"}
