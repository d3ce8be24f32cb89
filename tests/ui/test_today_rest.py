"""Today while the diary asks less, or nothing any more."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.resting import RESTS
from symtrack.ui.today import TodayPage
from symtrack.ui.today.comfort_card import ComfortCard
from symtrack.ui.today.rest_card import RestCard
from symtrack.ui.today.rest_offer import RestOffer
from tests.ui.conftest import press, scores

DAY = date(2026, 5, 15)


def rested(today: TodayPage, mode: str) -> RestCard | ComfortCard:
    """What stands there once the rest was chosen below the cards."""
    today.foot.open("rest")
    offer = today.foot.offer
    assert isinstance(offer, RestOffer)
    offer.button(mode).click()
    QApplication.processEvents()
    card = today.instead.card
    assert card is not None
    return card


def test_a_pause_asks_nothing_and_ends_with_one_press(today: TodayPage, journal: Journal) -> None:
    """No question, no reason, no strip; a note can be written all the same."""
    card = rested(today, "pause")
    assert isinstance(card, RestCard)
    assert card.texts()[0] == "The diary is resting"
    assert [part.isVisible() for part in (today.header, today.strip, today.cards[0])] == [False] * 3
    assert today.foot.button("note").isVisible()
    assert today.foot.offer is None
    assert card.leave.hasFocus()
    press(Qt.Key.Key_Return)
    assert journal.mode == "normal"
    assert today.cards[0].hasFocus()
    assert today.instead.card is None


def test_comfort_only_asks_one_question(today: TodayPage, journal: Journal, store: DiaryStore, qtbot: QtBot) -> None:
    """It is answered with a press, with a number where one is wanted, or in words that are kept when they are left."""
    card = rested(today, "comfort")
    assert isinstance(card, ComfortCard)
    card.nothing.click()
    card.button("pain").click()
    press(Qt.Key.Key_6, Qt.Key.Key_Return)
    assert scores(store) == {"pain": 6}
    card.field.setFocus()
    qtbot.keyClicks(card.field, "The light hurts.")
    press(Qt.Key.Key_Tab)
    assert [event.text for event in journal.events()] == ["Nothing is troubling me.", "The light hurts."]
    press(Qt.Key.Key_Tab)  # Past “Who to ring”, which stands beside words that nobody reads.
    press(Qt.Key.Key_Space)
    assert journal.mode == "normal"


def test_closing_the_window_keeps_the_words(window: MainWindow, today: TodayPage, store: DiaryStore) -> None:
    """What was written for comfort and not left yet is in the file."""
    card = rested(today, "comfort")
    assert isinstance(card, ComfortCard)
    card.field.setPlainText("The light hurts.")
    window.close()
    assert [event.text for event in store.events()] == ["The light hurts."]


@pytest.mark.parametrize(("word", "page"), [("Read the diary", "diary"), ("Print it", "team")])
def test_a_finished_diary_is_kept_to_read_and_to_print(
    window: MainWindow, today: TodayPage, journal: Journal, word: str, page: str
) -> None:
    """It asks nothing and points nothing out; it can be read and printed, and opened again with one press."""
    for day in (13, 14, 15):
        journal.rate(date(2026, 5, day), "pain", 9)
    card = rested(today, "finished")
    assert isinstance(card, RestCard)
    QApplication.processEvents()
    assert today.points == ()
    assert not any(today.foot.button(key).isVisible() for key in ("note", "now", "more"))
    card.press(word)
    assert window.page_key == page
    window.open("today")
    card.press("Open the diary again")
    assert today.cards[0].isVisible()


def test_no_key_answers_while_nothing_is_asked(today: TodayPage, store: DiaryStore, window: MainWindow) -> None:
    """A digit on a diary that rests is no answer."""
    rested(today, "finished")
    window.open("diary")
    window.open("today")
    focused = window.focusWidget()
    assert focused is None or not focused.isAncestorOf(today.cards[0])
    assert scores(store) == {}


def test_the_words_are_gentle() -> None:
    """Somebody in mourning may read them: no thanks, no failing, nothing that has to be done."""
    words = " ".join(f"{rest.name} {rest.means} {rest.title} {rest.said} {rest.leave}" for rest in RESTS).lower()
    for hard in ("must", "please", "missed", "warning", "delete", "died", "dead", "passed away", "well done", "thank"):
        assert hard not in words
