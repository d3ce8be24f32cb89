"""Private, in the window: ticked where something is written, marked later, and said with a word."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.team import printing
from symtrack.ui.today import TodayPage
from symtrack.ui.today.note_offer import NoteOffer
from tests.ui.conftest import press
from tests.ui.diary_page import add, button, diary_page, open_form, write
from tests.ui.looking import seen
from tests.ui.offered import opened

DAY = date(2026, 5, 15)


def words(page: QWidget) -> str:
    labels = (label for label in seen(page, QLabel) if isinstance(label, QLabel))
    return "\n".join(label.text() for label in labels)


def test_a_note_is_private_with_one_tick(today: TodayPage, journal: Journal, qtbot: QtBot) -> None:
    """Ticked in the middle of writing: the note is not kept before, and the next one is not private by itself."""
    offer = opened(today, "note", NoteOffer)
    qtbot.keyClicks(offer.field, "Afraid ")
    offer.private.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.keyClicks(offer.field, "of it.")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    (note,) = journal.events()
    assert (note.text, note.private) == ("Afraid of it.", True)
    assert not opened(today, "note", NoteOffer).private.isChecked()
    assert "Afraid of it. (private)" in words(today)


def test_what_happened_is_private_from_the_form(window: MainWindow, journal: Journal, qtbot: QtBot) -> None:
    """The form has the tick, also when the entry is corrected."""
    page = diary_page(window)
    form = open_form(page, "visit")
    write(form, qtbot, with_="Dr Lee")
    form.private.setFocus()
    press(Qt.Key.Key_Space)
    add(page)
    (visit,) = journal.events()
    assert visit.private
    assert "Visit: Dr Lee (private)" in words(page)
    button(page, "Correct").setFocus()
    press(Qt.Key.Key_Return)
    add(page, "Correct it")
    assert [event.private for event in journal.events()] == [True]


def test_an_answer_is_made_private_in_the_diary_and_back(
    window: MainWindow, journal: Journal, store: DiaryStore, qtbot: QtBot
) -> None:
    """By keys, said with a word, taken off the paper, and undone."""
    journal.rate(DAY, "pain", 9)
    journal.add(Event(kind="note", day=DAY, text="Bad night."))
    page = diary_page(window)
    page.show_day(DAY)
    button(page, "More, closed").setFocus()
    press(Qt.Key.Key_Return)
    button(page, "Make it private").setFocus()
    press(Qt.Key.Key_Return)
    assert "Pain 9, severe (private)" in words(page)
    assert "marked as private" in words(page)
    assert "corrected" not in words(page)
    week = printing.period_of(printing.Choice.WEEKS, journal.diary, (DAY, DAY))
    shown = {private: str(printing.summary_of(journal, week, private=private).blocks()) for private in (False, True)}
    assert "score=9" in shown[True]
    assert "score=9" not in shown[False]
    assert journal.private_rows() == 1
    journal.undo()
    assert [rating.private for rating in store.ratings(DAY, DAY)] == [False]
