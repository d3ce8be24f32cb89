"""Today: typing in a week from a paper sheet, with the keyboard alone."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication

from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal, Writer
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from symtrack.ui.today.week_offer import WeekOffer
from tests.ui.conftest import press, scores

DAY = date(2026, 5, 15)
FIRST = DAY - timedelta(days=6)
K = Qt.Key


@pytest.fixture
def week(today: TodayPage) -> WeekOffer:
    today.foot.open("week")
    offer = today.foot.offer
    assert isinstance(offer, WeekOffer)
    QApplication.processEvents()
    return offer


def test_a_week_is_typed_in_down_each_day(week: WeekOffer, store: DiaryStore) -> None:
    """Four keys and four Enters are a day, and the next one begins at its top; letters are reasons, 1 0 is ten."""
    for key in (K.Key_3, K.Key_0, K.Key_2, K.Key_5, K.Key_U, K.Key_A, K.Key_H, K.Key_X):
        press(key, K.Key_Return)
    press(K.Key_1, K.Key_0, K.Key_Return)
    assert scores(store, FIRST) == {"pain": 3, "nausea": 0, "appetite": 2, "fatigue": 5}
    reasons = {"pain": "unwell", "nausea": "asleep", "appetite": "hospital", "fatigue": "declined"}
    assert scores(store, FIRST + timedelta(days=1)) == reasons
    assert scores(store, FIRST + timedelta(days=2)) == {"pain": 10}
    assert week.grid.text_at(FIRST + timedelta(days=1), "nausea") == "asleep"


def test_the_arrows_save_and_move(week: WeekOffer, store: DiaryStore) -> None:
    """Along a line of the sheet, if that is how it is read."""
    press(K.Key_4, K.Key_Right, K.Key_5, K.Key_Right, K.Key_6, K.Key_Down, K.Key_7, K.Key_Up)
    days = [FIRST + timedelta(days=k) for k in range(3)]
    assert [scores(store, day) for day in days] == [{"pain": 4}, {"pain": 5}, {"pain": 6, "nausea": 7}]


def test_one_undo_an_answer(week: WeekOffer, today: TodayPage, store: DiaryStore) -> None:
    """First what is typed and not saved, then one answer after the other, a ten as a whole."""
    press(K.Key_1, K.Key_0, K.Key_Return, K.Key_4)
    for expected in ({"pain": 10}, {}):
        press(K.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
        assert scores(store, FIRST) == expected
    assert week.grid.text_at(FIRST, "nausea") == ""


def test_a_held_key_and_a_double_press_count_once(week: WeekOffer, store: DiaryStore) -> None:
    """As on the cards: 1 0 0 is ten, and a held Enter goes on by one."""
    press(K.Key_1, K.Key_0, K.Key_0)
    for key, text in ((K.Key_0, "0"), (K.Key_Return, "\r")):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=True)
        QApplication.sendEvent(week.grid, held)
    press(K.Key_Return, K.Key_8, K.Key_Return)
    assert scores(store, FIRST) == {"pain": 10, "nausea": 8}


def test_delete_takes_an_answer_away(week: WeekOffer, journal: Journal, store: DiaryStore) -> None:
    """A line that was typed one too low is taken away again, and one undo brings it back."""
    press(K.Key_4, K.Key_Return, K.Key_Up, K.Key_Delete)
    assert scores(store, FIRST) == {}
    journal.undo()
    assert scores(store, FIRST) == {"pain": 4}


def test_leaving_the_grid_or_the_window_saves(week: WeekOffer, window: MainWindow, store: DiaryStore) -> None:
    """Tab leaves it, as does closing; nothing that was typed is lost."""
    press(K.Key_4, K.Key_Tab)
    assert scores(store, FIRST) == {"pain": 4}
    week.grid.setFocus()
    press(K.Key_6)
    window.close()
    assert scores(store, FIRST) == {"pain": 6}


def test_earlier_weeks_and_any_first_day(week: WeekOffer, store: DiaryStore) -> None:
    """The sheet of another week; a week that has not come can't be gone to, and days after today take nothing."""
    week.before.click()
    assert week.first == FIRST - timedelta(days=7)
    week.grid.setFocus()
    press(K.Key_9, K.Key_Return)
    assert scores(store, week.first) == {"pain": 9}
    week.first_chosen.emit(DAY - timedelta(days=1))
    week.grid.setFocus()
    press(K.Key_Right, K.Key_5, K.Key_Right, K.Key_6, K.Key_Return)
    assert scores(store) == {"pain": 6}


def test_what_is_there_already_is_shown_in_ones_own_voice(
    week: WeekOffer, today: TodayPage, journal: Journal, store: DiaryStore
) -> None:
    """Tom's own view is another sheet: the person's answers are not on it, and stay."""
    press(K.Key_4, K.Key_Return)
    journal.set_writer(Writer("caregiver:Tom"))
    assert week.grid.text_at(FIRST, "pain") == ""
    press(K.Key_Up, K.Key_7, K.Key_Return)
    assert [(row.voice, row.score) for row in store.ratings(FIRST, FIRST)] == [("patient", 4), ("caregiver:Tom", 7)]


def test_a_screen_reader_hears_day_item_and_answer(week: WeekOffer) -> None:
    """Each cell says where it is and what stands in it."""
    QAccessible.setActive(True)
    press(K.Key_4, K.Key_Return)
    node = QAccessible.queryAccessibleInterface(week.grid)
    cells = [cell for place in range(node.childCount()) if (cell := node.child(place)) is not None]
    said = [cell.text(QAccessible.Text.Name) for cell in cells]
    assert "Saturday 9 May, Pain: 4, moderate" in said
    assert "Saturday 9 May, Nausea: no answer" in said
