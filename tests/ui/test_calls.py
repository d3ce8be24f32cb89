"""Calls to the team: noted from anywhere, kept with whom and what they said, and corrected in the diary."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event
from symtrack.ui.diary.day_card import DayCard
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.today.call_offer import CallOffer
from symtrack.ui.widgets import Text, TextField, TimeField
from tests.ui.conftest import press
from tests.ui.team_list_page import FEVER, card_of_fever, focused, page_of

K, K_CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_a_call_is_noted_from_who_to_ring(night: Journal, window: MainWindow, qtbot: QtBot) -> None:
    """By keyboard: F3, to “Note a call…”; the first of the team is chosen, what they said is written, Ctrl+Enter."""
    window.open("trends")
    press(K.Key_F3)
    while focused().accessibleName() != "Note a call…":
        press(K.Key_Tab)
    press(K.Key_Return)
    page = page_of(window)
    assert focused().accessibleName() == "Ward 5"
    while focused().accessibleName() != "What did they say?":
        press(K.Key_Tab)
    qtbot.keyClicks(focused(), "take two")
    press(K.Key_Return, modifier=K_CONTROL)
    call = next(event for event in night.events() if event.kind == "call")
    assert call.body == {"whom": "Ward 5", "number": "01632 960 111", "said": "take two"}
    assert page.foot.offer is None
    assert page.foot.said() == "The call is noted."
    night.undo()
    assert not [event for event in night.events() if event.kind == "call"]


def test_a_call_that_has_not_come_yet_is_asked_about(night: Journal, window: MainWindow, qtbot: QtBot) -> None:
    """Today at half past eleven in the night, while it is eleven: a sentence says so, and nothing is lost."""
    page = page_of(window)
    page.foot.open("call")
    offer = page.foot.offer
    assert isinstance(offer, CallOffer)
    next(iter(offer.findChildren(TimeField))).setTime(QTime(23, 30))
    offer.said.setPlainText("take two")
    assert not offer.keep()
    assert "That time has not come yet." in offer.texts()
    assert page.foot.offer is offer
    next(iter(offer.findChildren(TimeField))).setTime(QTime(22, 30))
    assert offer.keep()
    assert [event.time for event in night.events()] == ["22:30"]


def test_calls_and_ticks_are_corrected_in_the_diary(night: Journal, window: MainWindow, qtbot: QtBot) -> None:
    """Both stand in their day, say what they said before, and can be corrected there."""
    night.add(Event(kind="call", day=night.today, time="21:00", body={"whom": "Ward 5", "said": "wait"}))
    card_of_fever(window).button("away").click()
    window.open("diary")
    for kind, field, words in (("call", "said", "come in"), ("teamlist", "rung", "23:04, Ward 5")):
        event = next(event for event in night.events() if event.kind == kind)
        page = window.page()
        next(iter(page.findChildren(DayCard))).correct_wanted.emit(event)
        form = page.findChildren(EventForm)[-1]
        line = form.field(field)
        assert isinstance(line, TextField)
        line.setText(words)
        form.give()
        QApplication.processEvents()
        changed = next(event for event in night.events() if event.kind == kind)
        assert changed.body[field] == words
        assert changed.replaces
    texts = [text.text() for text in window.page().findChildren(Text) if text.isVisible()]
    assert "Call at 21:00 to Ward 5: come in" in texts
    assert f"23:00 Ticked on the team’s list: {FEVER}. Number shown: 01632 960 222. Rung: 23:04, Ward 5." in texts
