"""The pages for patients in Help: opened, read and left by keys, whole for a screen reader."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack import guide
from symtrack.ui.help import HelpPage
from symtrack.ui.help.guide_page import Picture
from symtrack.ui.main_window import MainWindow
from symtrack.ui.widgets import Text
from tests.ui.conftest import press

K = Qt.Key


def focused() -> str:
    """What a screen reader calls the thing that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_page_is_read_from_the_first_key_to_the_last(window: MainWindow) -> None:
    """F1, Tab to the first page, Enter; Tab from part to part; on to the next page; Escape comes back to its button."""
    press(K.Key_F1, K.Key_Tab, K.Key_Tab, K.Key_Return)
    parts = []
    while not focused().startswith("Go on"):
        parts.append(focused())
        press(K.Key_Tab)
    assert parts == [section.title for section in guide.load("today").sections]
    press(K.Key_Return)
    assert focused() == "When you feel too unwell"
    press(K.Key_Escape)
    assert focused() == "When you feel too unwell"
    page = window.page()
    assert isinstance(page, HelpPage)
    assert page.reading is None
    press(K.Key_Return, K.Key_Escape, K.Key_F1)
    assert page.reading is None


@pytest.mark.parametrize("key", guide.KEYS)
def test_a_page_says_all_that_was_written(open_window: Callable[..., MainWindow], qtbot: QtBot, key: str) -> None:
    """To eyes and to a screen reader alike, with every picture no wider than the window in the largest text."""
    window = open_window(800, 600, text_size=200)
    window.open("help")
    page = window.page()
    assert isinstance(page, HelpPage)
    page.read(key)
    reading = page.reading
    assert reading is not None
    sentences = list(guide.load(key).sentences())
    assert set(sentences) <= {text.text() for text in reading.findChildren(Text)}
    heard = " ".join(f"{card.accessibleName()} {card.accessibleDescription()}" for card in reading.cards)
    assert [sentence for sentence in sentences if sentence not in heard] == []
    pictures = reading.findChildren(Picture)
    assert len(pictures) == sum(block.kind == "picture" for s in guide.load(key).sections for block in s.blocks)
    qtbot.waitUntil(lambda: all(each.height() == each.heightForWidth(each.width()) > 0 for each in pictures))
    assert all(each.mapTo(window, each.rect().topRight()).x() <= window.width() for each in pictures)


def test_the_words_that_letters_use_are_found_from_a_page_too(window: MainWindow) -> None:
    """Whoever asks for them while a page is open sees them, and not the page."""
    window.open("help")
    page = window.page()
    assert isinstance(page, HelpPage)
    page.read("visit")
    page.explain()
    assert page.reading is None
    assert focused() == "First line, second line, later line"


def test_larger_text_keeps_the_place(window: MainWindow) -> None:
    """Whoever finds the letters too small in the middle of a page reads on there, and not at the beginning of Help."""
    window.open("help")
    page = window.page()
    assert isinstance(page, HelpPage)
    page.read("copies")
    press(K.Key_Tab)
    press(K.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
    larger = window.page()
    assert larger is not page
    assert isinstance(larger, HelpPage)
    assert larger.place == "copies"
    assert focused() == "A copy each day"
