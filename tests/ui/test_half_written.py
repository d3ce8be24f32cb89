"""What is half written is there again: after closing, after the power went, in larger text, in another language."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore, draft
from symtrack.ui import drafts
from symtrack.ui.diary import DiaryPage
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.settings import SettingsPage
from symtrack.ui.team import TeamPage
from symtrack.ui.today import TodayPage
from symtrack.ui.today.note_offer import NoteOffer
from tests.ui.conftest import press, settle

DAY = date(2026, 5, 14)
Again = Callable[[MainWindow], MainWindow]


@pytest.fixture
def again(store: DiaryStore, tmp_path: Path, qtbot: QtBot) -> Again:
    """Closes the window and opens another on the same diary, as the next start does."""

    def opened(before: MainWindow) -> MainWindow:
        assert before.close()
        journal = Journal(store, tmp_path / "settings.toml")
        window = MainWindow(journal)
        journal.setParent(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        settle()
        return window

    return opened


def press_on(window: MainWindow, name: str) -> None:
    next(b for b in window.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible()).click()
    settle()


def field(window: MainWindow, name: str) -> QLineEdit:
    return next(line for line in window.findChildren(QLineEdit) if line.accessibleName() == name and line.isVisible())


def visit(window: MainWindow) -> EventForm:
    """A form for a visit on another day than today, half filled in by keys."""
    window.open("diary")
    page = window.page()
    assert isinstance(page, DiaryPage)
    page.show_day(DAY)
    page.add()
    form = page.findChildren(EventForm)[-1]
    form.show_form("visit")
    settle()
    QTest.keyClicks(field(window, "With whom"), "Dr Okafor")
    return form


def test_a_form_of_the_diary_is_there_again(window, again):
    """Its kind, its day and its words; one press on the line at the top, and Enter puts it into the diary."""
    visit(window)
    window = again(window)
    assert "Dr Okafor" in window.sentence
    assert window.page_key == "today"
    press_on(window, "Go on writing")
    assert (window.page_key, window.sentence) == ("diary", "")
    assert QApplication.focusWidget() is field(window, "With whom")
    press(Qt.Key.Key_Return)
    event = window.contents._journal.events()[-1]
    assert (event.kind, event.day, event.body["with"]) == ("visit", DAY, "Dr Okafor")


def test_what_was_given_is_not_offered_again(window, again):
    """Once it is in the diary, or put away, the next start says nothing of it."""
    visit(window).give()
    window = again(window)
    assert window.sentence == ""
    visit(window).put_away.emit()
    assert again(window).sentence == ""


def test_it_waits_until_it_is_gone_on_with_or_left(window, again, store):
    """Whoever passes over the line finds it at the next start; what is not needed is gone from the disk too."""
    visit(window)
    window = again(again(window))
    assert "Dr Okafor" in window.sentence
    press_on(window, "I don’t need it")
    assert (window.sentence, draft.kept(store), again(window).sentence) == ("", "", "")


def test_it_is_kept_while_nobody_closes_anything(window, store, qtbot, monkeypatch):
    """A lid that is shut and a battery that is empty close no window: it is kept from time to time by itself."""
    monkeypatch.setattr(drafts, "WATCH", 1)
    window.contents.drafts._watch.setInterval(1)
    window.open("today")
    press_on(window, "A note…")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "slept badly")
    qtbot.waitUntil(lambda: "slept badly" in draft.kept(store))


def test_a_note_is_as_private_as_it_was(today, window, journal, store, again):
    """A window that was killed in the middle of a private note gives back a private note, about the same answer."""
    journal.rate(journal.today, "pain", 6)
    today.foot.open("note")
    offer = today.foot.offer
    assert isinstance(offer, NoteOffer)
    offer.private.click()
    offer.about.button(offer.about.keys()[1]).click()
    QTest.keyClicks(offer.field, "the lift again")
    assert window.contents.drafts.keep()
    kept = draft.kept(store)
    offer.field.setPlainText("")
    window.contents.drafts._waiting.clear()
    assert window.close()
    draft.keep(store, kept)
    window = again(window)
    press_on(window, "Go on writing")
    page = window.page()
    assert isinstance(page, TodayPage)
    assert isinstance(page.foot.offer, NoteOffer)
    assert page.foot.keep()
    (note,) = [event for event in page._journal.events() if event.kind == "note"]
    assert (note.text, note.private, bool(note.body["about"])) == ("the lift again", True, True)


@pytest.mark.parametrize("place", ["number", "visit", "call", "medicine"])
def test_forms_of_other_pages_are_there_again(window, again, place):
    """Whatever page it stands on: the same button opens the form once more, with the words in it."""
    name, words = OPENED[place](window)
    QTest.keyClicks(field(window, name), words)
    window = again(window)
    press_on(window, "Go on writing")
    assert field(window, name).text() == words


def _number(window: MainWindow) -> tuple[str, str]:
    window.open("settings")
    page = window.page()
    assert isinstance(page, SettingsPage)
    page.grant("number")
    return "Who answers it", "the day ward"


def _visit(window: MainWindow) -> tuple[str, str]:
    window.open("team")
    page = window.page()
    assert isinstance(page, TeamPage)
    page.open("paper")
    settle()
    press_on(window, "We had the visit…")
    return "With whom?", "Sister Byrne"


def _call(window: MainWindow) -> tuple[str, str]:
    page = window.page()
    assert isinstance(page, TodayPage)
    page.foot.open("call")
    settle()
    return "Their name", "the registrar"


def _medicine(window: MainWindow) -> tuple[str, str]:
    window.open("settings")
    press_on(window, "Add a medicine…")
    return "Its name", "Metoclopr"


OPENED: dict[str, Callable[[MainWindow], tuple[str, str]]] = {
    "number": _number,
    "visit": _visit,
    "call": _call,
    "medicine": _medicine,
}


def test_a_correction_of_what_is_gone_comes_back_as_a_note(window, journal, store, again):
    """No words are lost with the entry that they corrected: a note has them, to be kept or not."""
    journal.add(Event(kind="visit", day=DAY, body={"with": "Dr Okafor"}))
    window.open("diary")
    page = window.page()
    assert isinstance(page, DiaryPage)
    page.show_day(DAY)
    (event,) = journal.events()
    page._side.open_form(event)
    line = field(window, "With whom")
    line.clear()
    QTest.keyClicks(line, "Dr Okafor and Sister Byrne")
    assert window.close()
    journal.withdraw(event.id)
    window = again(window)
    press_on(window, "Go on writing")
    today = window.page()
    assert isinstance(today, TodayPage)
    assert isinstance(today.foot.offer, NoteOffer)
    assert today.foot.offer.field.toPlainText() == "Dr Okafor and Sister Byrne"


def test_larger_text_leaves_the_form_open(window, journal):
    """Whoever can’t read what they type makes it larger, and goes on typing."""
    visit(window)
    press(Qt.Key.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
    settle()
    assert journal.preferences.text_size > 100
    assert (field(window, "With whom").text(), window.page_key) == ("Dr Okafor", "diary")
    assert "Dr Okafor" not in window.sentence


def test_a_passphrase_is_never_kept(window, journal, store):
    """Neither as dots nor where the person wanted to see it."""
    journal.rate(DAY, "pain", 3)
    window.open("settings")
    page = window.page()
    assert isinstance(page, SettingsPage)
    settle()
    press_on(window, "Choose a passphrase…")
    press_on(window, "Show what I type")
    QTest.keyClicks(field(window, "The passphrase"), "PLANTED WORDS")
    assert window.contents.drafts.keep()
    assert draft.kept(store) == ""


def test_closing_asks_once_where_nothing_can_be_kept(window, journal, monkeypatch):
    """On a full disk the form stays, with a sentence; closing once more is a decision."""
    monkeypatch.setattr(journal, "keep_half_written", lambda _words: False)
    visit(window)
    assert not window.close()
    assert "can’t be kept for later" in window.sentence
    assert window.close()


def test_locking_keeps_it_sealed(window, journal, store, own_home, again):
    """Ctrl+L at once, and nothing that was half written lies in the open."""
    journal.rate(DAY, "pain", 3)
    assert journal.sealing.seal("five words of my own")
    visit(window)
    window.lock()
    assert window.locked
    assert not any(b"Okafor" in each.read_bytes() for each in own_home.rglob("*") if each.is_file())
    assert "Okafor" in draft.kept(store)


def test_tab_reaches_it_right_after_the_top_line(window, again):
    """What stands above the page is reached before the page, though it was made long after it."""
    visit(window)
    window = again(window)
    press(Qt.Key.Key_F6, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Go on writing"
