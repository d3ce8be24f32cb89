"""For my team at every size, for a screen reader, and for the Tab key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from tests.ui.conftest import StandingClock, press
from tests.ui.paper_made import pages
from tests.ui.team_page import DAY, HIGH, Opened, fill, opener

K = Qt.Key


@pytest.fixture
def kept(store: DiaryStore, clock: StandingClock) -> DiaryStore:
    return fill(store, clock)


@pytest.fixture
def opened(open_window: Callable[..., MainWindow], journal: Journal, qtbot: QtBot) -> Opened:
    return opener(open_window, journal, qtbot, "points")


@pytest.mark.parametrize("part", ["points", "questions", "paper"])
@pytest.mark.parametrize("look", [(1366, 768, 100), (800, 600, 100), (800, 600, 200), (1366, 768, 200)])
def test_every_target_is_large_enough_and_within_the_page(
    kept: DiaryStore, opened: Opened, part: str, look: tuple[int, int, int]
) -> None:
    """At any size and text size nothing is cut off at the right, and every button is at least 44 px."""
    kept.add(Event(kind="question", day=DAY, text="What could be done about the pain in the evenings, and when?"))
    page = opened(look[0], look[1], text_size=look[2])
    page.open(part)
    QApplication.processEvents()
    assert page.width() <= look[0]
    for target in page.findChildren(QAbstractButton):
        if target.isVisible() and target.accessibleName():
            place = target.rect().translated(target.mapTo(page, target.rect().topLeft()))
            assert min(place.width(), place.height()) >= 44, target.text()
            assert place.left() >= 0, target.text()
            assert place.right() <= page.width(), target.text()
            assert target.width() >= target.minimumSizeHint().width(), target.text()


@pytest.mark.parametrize("part", ["points", "questions", "paper"])
def test_everything_that_takes_the_focus_has_a_name(kept: DiaryStore, opened: Opened, qtbot: QtBot, part: str) -> None:
    """A screen reader says what each thing is."""
    page = opened()
    page.open(part)
    if part == "paper":
        pages(page.paper.part, qtbot)
    found = [widget for widget in page.findChildren(QWidget) if widget.isVisible() and tab_stops(widget)]
    assert found
    for widget in found:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), widget


def test_tab_goes_through_the_page_as_it_is_read(kept: DiaryStore, opened: Opened) -> None:
    """From the open part’s button to the first card’s, then to the second’s."""
    page = opened()
    page.choices.button("points").setFocus()
    names = []
    for _k in range(9):
        press(K.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
    assert names == [
        "Write your team’s number here",
        "We phoned…",
        "My team knows",
        "Later: tomorrow",
        "Why this?",
        "Put on my list",
        "My team knows",
        "Later: in a week",
        "Why this?",
    ]


def test_the_parts_are_opened_with_the_keyboard(kept: DiaryStore, opened: Opened) -> None:
    """An arrow goes to the next part’s button, Enter opens it, and the button keeps the focus."""
    page = opened()
    page.choices.button("points").setFocus()
    for part in ("questions", "paper"):
        press(K.Key_Right, K.Key_Return)
        assert page.choices.choice() == part
        assert QApplication.focusWidget() is page.choices.button(part)
    assert page.paper.isVisible()
    assert not page.questions.isVisible()


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_hours_of_the_number_can_be_read(journal: Journal, opened: Opened, text_size: int) -> None:
    """The stylesheet leaves room for the whole time in its field, at any text size."""
    journal.set("team", [{"who": "Ward 5", "numbers": [{"number": "01632 960 111", "from": "08:00", "to": "17:00"}]}])
    page = opened(1366, 768, text_size=text_size)
    page.points.change.click()
    QApplication.processEvents()
    times = page.findChildren(QTimeEdit)
    assert [field.text() for field in times] == ["08:00", "17:00"]
    for field in times:
        line = field.lineEdit()
        assert line.width() >= line.fontMetrics().horizontalAdvance(line.text()) + 2 * line.textMargins().left()


def tab_stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_days_in_brackets_stay_on_one_line(kept: DiaryStore, opened: Opened) -> None:
    """“(13–15 / May)” takes two looks; a screen reader hears the sentence as it is."""
    label = next(each for each in opened().findChildren(QLabel) if each.text() == HIGH)
    shown = QLabel.text(label)
    assert "15\N{NO-BREAK SPACE}May" in shown
    assert shown.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "") == HIGH
    read = QAccessible.queryAccessibleInterface(label)
    assert read is not None
    assert read.text(QAccessible.Text.Name) == HIGH
