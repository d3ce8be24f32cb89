"""Everything has a name and is large enough, nothing is cut off, at every size that is promised."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from symtrack.ui.today.scale import ScoreButton
from symtrack.ui.widgets.reading_order import order_tabs
from tests.ui.conftest import press

DAY = date(2026, 5, 15)
SIZES = [(1366, 768, 100), (1366, 768, 200), (800, 600, 100), (800, 600, 200)]


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """The node and everything below it that can be seen."""
    yield node
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None and not child.state().invisible:
            yield from tree(child)


def controls(window: MainWindow) -> list[QWidget]:
    """What the Tab key stops at; a field's own inner parts are the field."""
    found = [
        each for each in window.findChildren(QWidget) if each.isVisible() and not each.objectName().startswith("qt_")
    ]
    return [widget for widget in found if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("offer", ["", "note", "now", "more", "week", "rest"])
def test_every_control_is_named_and_large_enough(
    journal: Journal, open_window: Callable[..., MainWindow], shape: tuple[int, int, int], offer: str
) -> None:
    """Whatever takes the focus says what it is and is at least 44 px high; scores are at least 48 by 48."""
    journal.rate(DAY, "pain", 6)
    width, height, size = shape
    window = open_window(width, height, text_size=size)
    today = window.page()
    assert isinstance(today, TodayPage)
    if offer:
        today.foot.open(offer)
        QApplication.processEvents()
    QAccessible.setActive(True)
    nodes = list(tree(QAccessible.queryAccessibleInterface(window)))
    focusable = [node for node in nodes if node.state().focusable and node.role() != QAccessible.Role.Window]
    assert len(focusable) > 15
    for node in focusable:
        assert node.text(QAccessible.Text.Name), (node.role(), node.object())
    for widget in controls(window):
        assert widget.height() >= 44, widget.accessibleName()
    for button in (button for button in window.findChildren(ScoreButton) if button.isVisible()):
        assert button.width() >= 48, button.accessibleName()
        assert button.height() >= 48, button.accessibleName()


@pytest.mark.parametrize(("width", "height", "size"), SIZES)
def test_nothing_is_cut_off_or_overlaps(
    journal: Journal, open_window: Callable[..., MainWindow], width: int, height: int, size: int
) -> None:
    """Each text has the room that it needs, and no two things share a place."""
    for item in ("pain", "nausea"):
        journal.rate(DAY, item, 7)
    window = open_window(width, height, text_size=size)
    for _ in range(3):
        QApplication.processEvents()
    page = window.page()
    area = page.parentWidget()
    assert area is not None
    assert page.width() <= area.width()
    for label in (each for each in page.findChildren(QLabel) if each.isVisible() and each.text()):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()
    for button in (each for each in page.findChildren(QAbstractButton) if each.isVisible()):
        assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
    for parent in [page, *page.findChildren(QWidget)]:
        children = [child for child in parent.children() if isinstance(child, QWidget) and child.isVisible()]
        for place, one in enumerate(children):
            assert parent.rect().adjusted(-1, -1, 1, 1).contains(one.geometry()), (one, one.accessibleName())
            assert not [two for two in children[place + 1 :] if two.geometry().intersects(one.geometry())]


def test_an_answer_is_part_of_what_a_screen_reader_says(window: MainWindow) -> None:
    """The card names its item and both ends, and says the answer as soon as it is picked."""
    QAccessible.setActive(True)
    page = window.page()
    assert isinstance(page, TodayPage)
    node = QAccessible.queryAccessibleInterface(page.cards[0])
    assert node.text(QAccessible.Text.Name) == "Pain, from 0, No pain, to 10, Worst I can imagine"
    assert node.text(QAccessible.Text.Description) == "Not answered yet."
    press(Qt.Key.Key_6)
    assert node.text(QAccessible.Text.Description) == "6, moderate"
    assert QAccessible.queryAccessibleInterface(page.cards[0].scale.button(6)).state().checked


def test_the_order_of_tab_leaves_no_item_of_a_layout_behind(qtbot: QtBot) -> None:
    """Of a thing that is gone Python would still know the place, and confuse it with the next one there."""
    page, inside = QWidget(), QVBoxLayout()
    qtbot.addWidget(page)
    whole = QVBoxLayout(page)
    buttons = [QPushButton(word) for word in ("one", "two", "three")]
    whole.addWidget(buttons[0])
    whole.addLayout(inside)
    inside.addWidget(buttons[1])
    whole.addWidget(buttons[2])
    assert order_tabs(page, []) == buttons
    for layout in (whole, inside):
        assert "QWidgetItem" not in shiboken6.dump(layout)


def test_tab_reaches_everything_in_reading_order(window: MainWindow) -> None:
    """Tab from the first card visits every card from top to bottom and comes back."""
    page = window.page()
    assert isinstance(page, TodayPage)
    seen: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in seen:
        seen.append(focused)
        press(Qt.Key.Key_Tab)
    reached = [seen.index(card) for card in page.cards]
    assert reached == sorted(reached)
    assert not [each.accessibleName() for each in controls(window) if each not in seen]
