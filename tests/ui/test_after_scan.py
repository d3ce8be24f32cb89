"""After a scan there is a line for a question, whatever it showed, and no other word; and who would rather not look."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event
from symtrack.ui.diary import DiaryPage
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.question_panel import QuestionPanel
from tests.ui.conftest import press
from tests.ui.diary_page import add, button, choose, diary_page, open_form, texts

TODAY = date(2026, 5, 15)


@pytest.fixture
def page(open_window: Callable[..., MainWindow]) -> DiaryPage:
    return diary_page(open_window())


def after_scan(page: DiaryPage, journal: Journal, result: str) -> list[str]:
    """What the page says once the scan is entered, with the word of the result itself left out."""
    opened = open_form(page, "scan")
    choose(opened, "result", result)
    add(page)
    word = {"same": "the same", "unknown": "not known yet"}.get(result, result)
    said = [text.replace(word, "…") for text in texts(page)]
    journal.undo()
    return said


def test_after_a_scan_there_is_a_line_for_a_question_and_no_other_word(
    page: DiaryPage, journal: Journal, qtbot: QtBot
) -> None:
    """“Bigger” is met with exactly what “smaller” is met with: the line that F2 opens too, with its own few words."""
    before = set(after_scan(page, journal, "unknown"))
    bigger = after_scan(page, journal, "bigger")
    assert bigger == after_scan(page, journal, "smaller") == after_scan(page, journal, "mixed")
    words = {text.strip() for text in set(bigger) - before}
    assert words == {
        "Add",
        "A question for my team",
        "What do you want to ask?",
        "Put away",
        "It goes on the list on the page For my team, and on the paper.",
        "Private: on no paper unless I tick it there",
        "Nobody reads this but who opens the diary.",
        "Who to ring Nobody reads this but who opens the diary.",
    }


def test_a_second_enter_answers_no_offer(page: DiaryPage, journal: Journal) -> None:
    """Enter that was pressed twice leaves the line where it is; Tab goes into it, and Escape puts it away."""
    opened = open_form(page, "scan")
    choose(opened, "result", "bigger")
    add(page)
    (panel,) = (each for each in page.findChildren(QuestionPanel) if each.isVisible())
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert panel.isVisible()
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.field
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_line_after_a_scan_is_kept_as_a_question(page: DiaryPage, journal: Journal, qtbot: QtBot) -> None:
    """Typed, Enter: it is on the list for the team, and the line is gone."""
    opened = open_form(page, "scan")
    choose(opened, "result", "bigger")
    add(page)
    (panel,) = (each for each in page.findChildren(QuestionPanel) if each.isVisible())
    panel.field.setFocus()
    qtbot.keyClicks(panel.field, "What comes next?")
    press(Qt.Key.Key_Return)
    assert [event.text for event in journal.events() if event.kind == "question"] == ["What comes next?"]
    assert not panel.isVisible()


def test_who_would_rather_not_look_sees_that_there_was_a_scan(page: DiaryPage, journal: Journal) -> None:
    """No result and no word about it, on the day, in its history, in the lists and by search; one press shows it."""
    journal.add(Event(kind="scan", day=TODAY, body={"modality": "ct", "result": "unknown"}))
    (scan,) = journal.events()
    body = {"modality": "ct", "result": "bigger"}
    journal.add(Event(kind="scan", day=TODAY, text="TWO spots", body=body, replaces=scan.id))
    journal.set_preferences(scan_results=False)
    for view in ("month", "all"):
        page.show_view(view)
        assert not [text for text in texts(page) if "bigger" in text or "TWO" in text]
        assert any(text.startswith("15 May 2026: CT") for text in texts(page))
    page.heading.search.setText("bigger")
    assert "Nothing has these words." in texts(page)
    button(page, "Show what it showed").setFocus()
    press(Qt.Key.Key_Return)
    assert "CT: bigger. TWO spots" in texts(page)
    page.show_day(date(2026, 5, 14))
    page.show_day(TODAY)
    assert "CT: bigger. TWO spots" not in texts(page)


def test_correcting_a_scan_that_is_hidden_loses_nothing(page: DiaryPage, journal: Journal) -> None:
    """Only its day was wrong: the result and the words are still there, for paper and for later."""
    journal.add(Event(kind="scan", day=TODAY, text="TWO spots", body={"modality": "ct", "result": "bigger"}))
    journal.set_preferences(scan_results=False)
    page.show_day(TODAY)
    button(page, "Correct").click()
    add(page, "Correct it")
    QApplication.processEvents()
    (kept,) = journal.events()
    assert (kept.text, kept.body["result"], bool(kept.replaces)) == ("TWO spots", "bigger", True)
