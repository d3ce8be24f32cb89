"""What I want to ask: questions, what matters and the levels chosen, and what the file holds then."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event
from symtrack.errors import SymtrackError
from symtrack.store import DiaryStore
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from tests.ui.conftest import press
from tests.ui.team_page import DAY, Opened, button, opener, said, write

K = Qt.Key


@pytest.fixture
def opened(open_window: Callable[..., MainWindow], journal: Journal, qtbot: QtBot) -> Opened:
    return opener(open_window, journal, qtbot, "questions")


def test_questions_are_added_changed_and_taken_away_by_keyboard(store: DiaryStore, opened: Opened) -> None:
    """Enter adds, the field stays for the next, a change replaces, taking away leaves none."""
    page = opened()
    write(page.questions.field, "May I drive?")
    write(page.questions.field, "What about the  stairs?")
    assert [event.text for event in store.events()] == ["May I drive?", "What about the stairs?"]
    assert page.choices.button("questions").text() == "What I want to ask (2)"
    page.questions.rows[0].button("change").setFocus()
    press(K.Key_Return)
    write(page.questions.rows[0].field, "May I drive at night?")
    assert [row.question.text for row in page.questions.rows] == ["May I drive at night?", "What about the stairs?"]
    page.questions.rows[1].button("away").setFocus()
    press(K.Key_Return)
    assert [event.text for event in store.events()] == ["May I drive at night?"]
    assert QApplication.focusWidget() is page.questions.rows[0].button("asked")


def test_a_question_can_be_private(store: DiaryStore, journal: Journal, opened: Opened) -> None:
    """Ticked where it is written, or later where it is changed: it is on no paper, and the next one is not private."""
    page = opened()
    page.questions.private.click()
    assert QApplication.focusWidget() is page.questions.field
    write(page.questions.field, "Am I dying?")
    write(page.questions.field, "May I drive?")
    assert [event.private for event in store.events()] == [True, False]
    assert [row.private.isHidden() for row in page.questions.rows] == [True, True]
    second = page.questions.rows[1]
    second.button("change").click()
    assert not second.private.isChecked()
    second.private.click()
    press(K.Key_Return)
    assert [(event.text, event.private) for event in store.events()] == [("Am I dying?", True), ("May I drive?", True)]
    first = page.questions.rows[0]
    first.button("change").click()
    assert first.private.isChecked()
    first.private.click()
    first.put_away()
    assert all(event.private for event in store.events())


def test_the_buttons_of_all_questions_stand_below_each_other(opened: Opened) -> None:
    """The first has no way up and the last none down, and still nothing is out of line."""
    page = opened()
    for text in ("one", "a longer one", "three"):
        write(page.questions.field, text)
    QApplication.processEvents()
    for key in ("asked", "change", "away"):
        assert (
            len({row.button(key).mapTo(page, row.button(key).rect().topLeft()).x() for row in page.questions.rows}) == 1
        )


def test_a_question_goes_up_and_down(store: DiaryStore, opened: Opened) -> None:
    """The order on the screen is the order on the paper, and the focus goes along; Alt and an arrow do it too."""

    def order() -> list[str | None]:
        return [row.question.text for row in page.questions.rows]

    page = opened()
    for text in ("one", "two", "three"):
        write(page.questions.field, text)
    page.questions.rows[2].button("up").setFocus()
    press(K.Key_Return, K.Key_Return)
    assert order() == ["three", "one", "two"]
    assert page.questions.rows[0].button("up").isHidden()
    page.questions.rows[0].button("down").setFocus()
    press(K.Key_Return, K.Key_Return)
    assert order() == ["one", "two", "three"]
    assert page.questions.rows[2].button("down").isHidden()
    assert QApplication.focusWidget() is page.questions.rows[2].button("asked")
    press(K.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    assert order() == ["one", "three", "two"]
    press(K.Key_Down, K.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert order() == ["one", "two", "three"]


def test_a_question_that_was_asked_keeps_what_they_said(store: DiaryStore, opened: Opened) -> None:
    """It leaves the open ones, and its answer can be read again."""
    store.add(Event(kind="question", day=DAY, text="May I drive?"))
    page = opened()
    page.questions.rows[0].button("asked").click()
    write(page.questions.rows[0].field, "Not while sleepy.")
    assert page.questions.rows == ()
    button(page, "Already asked (1)").click()
    assert "May I drive? – Not while sleepy." in said(page)


def test_what_is_written_is_kept_when_another_part_is_opened(store: DiaryStore, opened: Opened) -> None:
    """A question without Enter, and what matters, are in the file all the same."""
    page = opened()
    page.questions.field.setText("May I drive?")
    page.questions.matters.setText("The birthday")
    page.open("paper")
    assert [event.text for event in store.events()] == ["May I drive?"]
    assert store.settings()["matters"] == "The birthday"


def test_a_level_is_chosen_and_taken_back(store: DiaryStore, opened: Opened) -> None:
    """One press opens the scale, one chooses; another on the same day corrects it, and none is a choice too."""
    page = opened()
    QApplication.processEvents()
    levels = page.questions.levels
    for choice, value, words in (("3", 3, "Pain: 3"), ("none", None, "Pain: none")):
        levels.button("pain").click()
        assert levels.scale is not None
        levels.scale.button(choice).click()
        (goal,) = store.events()
        assert goal.body == {"item": "pain", "value": value}
        assert levels.button("pain").text() == words
        assert QApplication.focusWidget() is levels.button("pain")


def test_a_question_that_cannot_be_saved_stays_where_it_was_written(
    store: DiaryStore, journal: Journal, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of what was typed is lost, neither a new question nor a change."""
    store.add(Event(kind="question", day=DAY, text="May I drive?"))
    page = opened()
    QApplication.processEvents()
    monkeypatch.setattr(store, "add", refuse)
    write(page.questions.field, "And by day?")
    assert page.questions.field.text() == "And by day?"
    assert not page.keep()
    page.questions.rows[0].button("change").click()
    write(page.questions.rows[0].field, "May I drive at night?")
    assert page.questions.rows[0].field.text() == "May I drive at night?"
    assert page.questions.rows[0].field.isVisible()
    assert journal.failure == "The disk is full."


def refuse(*_rows: object) -> None:
    raise SymtrackError("The disk is full.")
