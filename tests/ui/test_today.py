"""Today by keyboard and mouse: what a person does, and what the file holds then."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.errors import InputError
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today import TodayPage
from tests.ui.conftest import press, scores

DAY = date(2026, 5, 15)
K = Qt.Key


def focused_card(today: TodayPage) -> str:
    return next((card.item.key for card in today.cards if card.hasFocus()), "")


def test_a_good_day_is_eight_keys(today: TodayPage, store: DiaryStore) -> None:
    """Four digits, each with Enter, right after the start: four answers in the file."""
    press(K.Key_3, K.Key_Return, K.Key_0, K.Key_Return, K.Key_2, K.Key_Return, K.Key_5, K.Key_Return)
    assert scores(store) == {"pain": 3, "nausea": 0, "appetite": 2, "fatigue": 5}
    assert today.foot.status.end.text() == "That is all for today."
    assert today.foot.status.saved_text() == "Saved 14:02"


@pytest.mark.parametrize(
    ("keys", "score"),
    [
        ((K.Key_3, K.Key_7), 7),
        ((K.Key_1, K.Key_0), 10),
        ((K.Key_T,), 10),
        ((K.Key_1, K.Key_0, K.Key_0), 10),
        ((K.Key_1, K.Key_1, K.Key_0), 10),
        ((K.Key_7, K.Key_7), 7),
        ((K.Key_1, K.Key_0, K.Key_Backspace, K.Key_0), 0),
        ((K.Key_1, K.Key_4), 4),
        ((K.Key_1, K.Key_Right, K.Key_0), 0),
        ((K.Key_4, K.Key_Right), 5),
        ((K.Key_0, K.Key_Left), 0),
        ((K.Key_Minus,), "declined"),
    ],
)
def test_what_the_keys_pick(today: TodayPage, store: DiaryStore, keys: tuple[Qt.Key, ...], score: int | str) -> None:
    """A digit replaces another, 0 right after 1 makes ten, T is ten, - is prefer not to say."""
    press(*keys, K.Key_Return)
    assert scores(store) == {"pain": score}


def test_a_double_press_changes_nothing(today: TodayPage, store: DiaryStore) -> None:
    """A trembling hand presses each key twice: no number changes, and no question is passed over."""
    for key in (K.Key_3, K.Key_0, K.Key_2, K.Key_5):
        press(key, key, K.Key_Return, K.Key_Return)
    assert scores(store) == {"pain": 3, "nausea": 0, "appetite": 2, "fatigue": 5}


def test_the_arrow_leaves_a_question_open(today: TodayPage, store: DiaryStore) -> None:
    """Enter on a question without an answer says how to leave it open, and the arrow down does."""
    press(K.Key_Return)
    assert focused_card(today) == "pain"
    assert "No answer yet: ↓ leaves it open." in today.cards[0].texts()
    press(K.Key_Down)
    assert focused_card(today) == "nausea"
    assert scores(store) == {}


def test_a_one_from_before_and_a_nought_now_are_nought(today: TodayPage, store: DiaryStore) -> None:
    """0 makes ten only of a 1 that was pressed on this visit to the card."""
    press(K.Key_1, K.Key_Return, K.Key_Up, K.Key_0, K.Key_Return)
    assert scores(store)["pain"] == 0


def test_a_held_key_counts_once(today: TodayPage, store: DiaryStore) -> None:
    """Repeats of a held digit or Enter neither pick again nor run on through the cards."""
    press(K.Key_1)
    card = today.cards[0]
    for key, text in ((K.Key_0, "0"), (K.Key_Return, "\r")):
        QApplication.sendEvent(
            card, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=True)
        )
    assert focused_card(today) == "pain"
    press(K.Key_Return)
    assert scores(store) == {"pain": 1}


def test_going_on_by_itself_needs_no_enter(today: TodayPage, journal: Journal, store: DiaryStore) -> None:
    """Switched on while the page is there: four keys are a day. A 1 waits, for it may become a ten."""
    journal.set_preferences(goes_on_by_itself=True)
    press(K.Key_3, K.Key_1, K.Key_0, K.Key_T, K.Key_Minus)
    assert scores(store) == {"pain": 3, "nausea": 10, "appetite": 10, "fatigue": "declined"}
    assert today.foot.status.end.hasFocus()


def test_up_goes_back_and_down_goes_on(today: TodayPage, store: DiaryStore) -> None:
    """Both save what was picked on the way."""
    press(K.Key_4, K.Key_Down, K.Key_5, K.Key_Up)
    assert focused_card(today) == "pain"
    assert scores(store) == {"pain": 4, "nausea": 5}


def test_a_click_saves_at_once(today: TodayPage, store: DiaryStore, qtbot: QtBot) -> None:
    """Four large clicks are a whole day; none needs anything after it."""
    for card in today.cards:
        qtbot.mouseClick(card.scale.button(6), Qt.MouseButton.LeftButton)
    assert scores(store) == dict.fromkeys(("pain", "nausea", "appetite", "fatigue"), 6)
    assert today.cards[0].answer_text() == "6, moderate"


def test_leaving_the_card_saves(today: TodayPage, store: DiaryStore) -> None:
    """Tab away from a card, and what was picked is kept."""
    press(K.Key_7, K.Key_Tab)
    assert scores(store) == {"pain": 7}


def test_closing_the_window_saves(window: MainWindow, today: TodayPage, store: DiaryStore) -> None:
    """What was picked and not confirmed is in the file after the window is gone."""
    press(K.Key_8)
    window.close()
    assert scores(store) == {"pain": 8}


def test_one_press_for_an_unwell_day(today: TodayPage, store: DiaryStore) -> None:
    """“Too unwell to answer” fills what is open and leaves what was answered."""
    press(K.Key_6, K.Key_Return)
    today.header.button("unwell").click()
    assert scores(store) == {"pain": 6, "nausea": "unwell", "appetite": "unwell", "fatigue": "unwell"}


def test_one_key_for_an_unwell_day(today: TodayPage, store: DiaryStore) -> None:
    """U, right after the start, is the whole entry; a number that is picked is kept."""
    press(K.Key_6, K.Key_U)
    assert scores(store) == {"pain": 6, "nausea": "unwell", "appetite": "unwell", "fatigue": "unwell"}


def test_a_number_is_never_replaced_by_a_reason(today: TodayPage, store: DiaryStore) -> None:
    """Where every question has its number, “Too unwell” changes nothing and says so; a reason can be corrected."""
    press(K.Key_6, K.Key_Return, K.Key_6, K.Key_Return, K.Key_6, K.Key_Return, K.Key_Minus, K.Key_Return)
    today.header.button("asleep").click()
    assert scores(store) == {"pain": 6, "nausea": 6, "appetite": 6, "fatigue": "asleep"}
    press(K.Key_Up, K.Key_4, K.Key_Return)
    today.header.button("unwell").click()
    assert scores(store) == {"pain": 6, "nausea": 6, "appetite": 6, "fatigue": 4}
    assert today.foot.said() == "Every question has a number, and they stay as they are."


def test_an_undo_takes_back_the_pick_first_and_then_what_was_saved(today: TodayPage, store: DiaryStore) -> None:
    """Ctrl+Z goes back one thing at a time, from wherever the focus is."""
    press(K.Key_6, K.Key_Return, K.Key_3)
    press(K.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert today.cards[1].answer_text() == ""
    assert scores(store) == {"pain": 6}
    press(K.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert scores(store) == {}


def test_what_cannot_be_saved_stays_with_its_sentence(
    window: MainWindow, today: TodayPage, store: DiaryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full: the sentence stands in the page, the pick stays, and Enter saves it once there is room."""

    def full(*_: object) -> None:
        raise InputError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(store, "add", full)
        press(K.Key_9, K.Key_Return)
        assert "The disk is full." in window.sentence
        assert today.cards[0].answer_text() == "9, severe"
        assert not window.close()
    press(K.Key_Up, K.Key_Return)
    assert scores(store) == {"pain": 9}
    assert window.sentence == ""


def test_one_card_a_screen_at_200_per_cent(open_window: Callable[..., MainWindow], store: DiaryStore) -> None:
    """On a small laptop at 200 % there is one card, and the same keys still do the whole day."""
    page = open_window(1366, 768, text_size=200).page()
    assert isinstance(page, TodayPage)
    assert [card.isVisible() for card in page.cards] == [True, False, False, False]
    press(K.Key_3, K.Key_Return, K.Key_0, K.Key_Return, K.Key_2, K.Key_Return, K.Key_5, K.Key_Return)
    assert scores(store) == {"pain": 3, "nausea": 0, "appetite": 2, "fatigue": 5}


def test_the_head_is_as_high_wherever_the_strip_stands(today: TodayPage) -> None:
    """Else a window that is just large enough would change between all questions and one, back and forth."""
    header, widths = today.header, (400, 2000)
    today.strip.show()  # It is not there before the first entry.
    before = [(header.height_at(width), header.heightForWidth(width)) for width in widths]
    if today.strip.parentWidget() is header:
        header.give_strip().setParent(today)
        today.strip.show()
    else:
        header.take_strip()
    after = [(header.height_at(width), header.heightForWidth(width)) for width in widths]
    assert [high for high, _now in after] == [high for high, _now in before]
    assert after != before
