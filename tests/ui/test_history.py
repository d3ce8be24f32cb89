"""A day's lines remember: what was said before, taking any action back, and erasing for good."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from symtrack.cli.history import History
from symtrack.diary.rows import Event, Rating
from symtrack.store import DiaryStore
from symtrack.ui.diary.erase_panel import ErasePanel
from symtrack.ui.diary.history import changes
from symtrack.ui.journal import Journal, Writer
from tests.ui.conftest import StandingClock
from tests.ui.diary_page import alone, shown, words

DAY = date(2026, 5, 14)
MORNING = datetime(2026, 5, 14, 10, 2, tzinfo=UTC)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(MORNING)


@pytest.fixture
def page(journal: Journal, qtbot):
    return alone(journal, qtbot)


def press(qtbot, page, text: str) -> None:
    button = next(b for b in shown(page, QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(page) -> list[str]:
    return [button.text() for button in shown(page, QPushButton)]


def cut_off(page) -> list[str]:
    labels = [label for label in shown(page, QLabel) if label.wordWrap()]
    return [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]


def test_a_corrected_answer_says_who_changed_it_and_from_what(journal, page):
    """The line has the former score, the moment, and the name of who typed it."""
    journal.rate(DAY, "pain", 6)
    journal.set_writer(Writer("patient", "Anna"))
    journal.rate(DAY, "pain", 4)
    assert "changed 14 May 10:02 from 6 to 4, by the patient, typed by Anna" in words(page)


def test_earlier_changes_are_folded_away_newest_first(journal, clock, page, qtbot):
    """One line is always there; the others come with a press on “History”, and go with the next."""
    for score in (6, 4, 3):
        journal.rate(DAY, "pain", score)
        clock.now += timedelta(hours=1)
    assert "changed 14 May 12:02 from 4 to 3, by the patient" in words(page)
    assert "from 6 to 4" not in words(page)
    press(qtbot, page, "History")
    assert "changed 14 May 11:02 from 6 to 4, by the patient" in words(page)
    press(qtbot, page, "History")
    assert "from 6 to 4" not in words(page)


def test_an_old_action_is_taken_back_from_its_day(journal, clock, page, qtbot):
    """A correction of last month, with other entries since: the former score is back, and the rest stands."""
    journal.rate(DAY, "pain", 6)
    journal.rate(DAY, "pain", 4)
    clock.now += timedelta(days=30)
    journal.rate(journal.today, "pain", 9)
    page.show_day(DAY)
    press(qtbot, page, "More")
    press(qtbot, page, "Take this back")
    assert journal.answers(DAY)["pain"].score == 6
    assert journal.answers(journal.today)["pain"].score == 9
    assert "Taken back 10:02" in words(page)
    assert "from 4 to 6" in words(page)


def test_what_was_given_together_is_taken_back_together_and_says_so(journal, page, qtbot):
    """“Too unwell” was one press for four answers: taking it back says that three others go along."""
    journal.rate_all(DAY, "unwell")
    press(qtbot, page, "More")
    press(qtbot, page, "Take this back, and 3 others")
    assert journal.answers(DAY) == {}


def test_an_answer_of_an_import_is_not_taken_back_alone(journal, store, page, qtbot):
    """Its action is the whole import: that is taken back at the import's own line."""
    store.add(Rating(day=DAY, item="pain", score=6), Event(kind="import", day=DAY, body={"name": "a.csv"}))
    journal.changed.emit()
    for fold in [b for b in shown(page, QPushButton) if b.text() == "More"]:
        fold.click()
    assert "Take this back" not in texts(page)
    press(qtbot, page, "Take the whole import back")
    assert journal.answers(DAY) == {}


def test_a_corrected_note_quotes_what_it_said(journal, page):
    """Words are quoted, scores are not."""
    journal.note(DAY, "slept badly")
    (note,) = journal.events()
    journal.add(Event(kind="note", day=DAY, text="slept well", replaces=note.id))
    assert "changed 14 May 10:02 from “Note: slept badly” to “Note: slept well”, by the patient" in words(page)


def test_the_command_line_says_what_became_of_an_answer_in_the_same_words(journal, store, page):
    """Corrected, undone, taken away: each sentence of the page stands in `symtrack show --history` too."""
    journal.rate(DAY, "pain", 6)
    journal.set_writer(Writer("patient", "Anna"))
    journal.rate(DAY, "pain", 4)
    journal.undo()
    (pain,) = journal.ratings(DAY, DAY)
    in_window = changes(journal.versions(pain), journal.instrument)
    on_terminal = list(History.of(store, DAY, DAY).lines(DAY, journal.instrument))
    assert [f"Pain: {line}" for line in reversed(in_window)] == on_terminal
    assert len(in_window) == 2
    journal.withdraw(pain.id)
    (*_earlier, last) = History.of(store, DAY, DAY).lines(DAY, journal.instrument)
    assert last == "Pain 6: taken away 14 May 10:02"


def test_erasing_asks_in_the_page_and_then_it_is_gone(journal, store, page, qtbot):
    """One press opens what it means, one press does it: in no page of the file, nor of the copy."""
    journal.note(DAY, "SECRET of Thursday")
    journal.rate(DAY, "pain", 6)
    journal.copies.make()
    (copy,) = journal.copies.folder.iterdir()
    page.show_day(DAY)
    press(qtbot, page, "Correct the answers")
    [b for b in shown(page, QPushButton) if b.text() == "More"][1].click()
    press(qtbot, page, "Erase for good…")
    assert "This can’t be undone." in words(page)
    assert f"This copy still holds it: “{copy.stem}”." in words(page)
    assert b"SECRET" in copy.read_bytes()
    press(qtbot, page, "Erase it for good")
    assert "It is erased for good, in the diary and in 1 copy." in words(page)
    assert [event.text for event in journal.events()] == []
    for file in (*copy.parent.iterdir(), *store.path.parent.glob("diary.symtrack*")):
        assert b"SECRET" not in file.read_bytes(), file
    assert journal.answers(DAY)["pain"].score == 6


def test_a_copy_that_is_left_as_it_is_is_named(journal, page, qtbot):
    """Without renewing, the sentence says where it still is."""
    journal.rate(DAY, "pain", 6)
    journal.copies.make()
    (copy,) = journal.copies.folder.iterdir()
    press(qtbot, page, "More")
    press(qtbot, page, "Erase for good…")
    press(qtbot, page, "✓ Erase it in the copy too")
    press(qtbot, page, "Erase it for good")
    assert f"It is still in: “{copy.stem}”." in words(page)
    with DiaryStore.open(copy) as kept:
        assert [row.score for row in kept.ratings(DAY, DAY)] == [6]


def test_thinking_better_of_it_erases_nothing(journal, page, qtbot):
    """The focus is on “Keep it”, so Enter keeps; Escape puts the panel away."""
    journal.rate(DAY, "pain", 6)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        if "Erase for good…" not in texts(page):
            press(qtbot, page, "More")
        press(qtbot, page, "Erase for good…")
        (panel,) = shown(page, ErasePanel)
        qtbot.keyClick(panel.keep_button, key)
        assert shown(page, ErasePanel) == []
    assert journal.answers(DAY)["pain"].score == 6


def test_a_file_that_was_moved_aside_counts_as_a_copy(journal, store, page, tmp_path: Path, qtbot):
    """What a restore kept beside the diary still holds it, and is renewed with the others."""
    journal.note(DAY, "SECRET of Thursday")
    aside = tmp_path / "diary before 2026-05-01 10.00.00.symtrack"
    store.back_up(aside)
    press(qtbot, page, "More")
    press(qtbot, page, "Erase for good…")
    press(qtbot, page, "Erase it for good")
    assert b"SECRET" not in aside.read_bytes()


@pytest.mark.parametrize("shape", [(1366, 768, 100), (1366, 768, 200), (800, 600, 200)])
def test_nothing_of_it_is_cut_off(journal, open_window, qtbot, shape: tuple[int, int, int]):
    """With history and panel open: names and 44 px for each button, room for each text, the focus in view."""
    for score in (6, 4, 3):
        journal.rate(DAY, "pain", score)
    journal.copies.make()
    width, height, size = shape
    window = open_window(width, height, text_size=size)
    window.open("diary")
    page = window.page()
    for name in ("History", "Erase for good…"):
        next(b for b in shown(page, QPushButton) if b.text() == name).click()
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "text", str)() == "Keep it")
    qtbot.waitUntil(lambda: cut_off(page) == [])
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not focused.visibleRegion().isEmpty()
    assert page.width() <= page.parentWidget().width()
    for button in shown(page, QPushButton):
        assert button.accessibleName() or button.text()
        assert button.height() >= 44, button.text()


def test_what_changes_elsewhere_leaves_a_fold_open(journal, page, qtbot):
    """Points that were just computed redraw nothing on a day on which nothing changed."""
    journal.rate(DAY, "pain", 6)
    press(qtbot, page, "More")
    press(qtbot, page, "Erase for good…")
    (panel,) = shown(page, ErasePanel)
    journal.changed.emit()
    assert shown(page, ErasePanel) == [panel]
