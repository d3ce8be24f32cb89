"""Each short form by keys alone: entered, corrected, taken back; whole at every size; and nothing said after a scan."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from symtrack.diary.rows import Event
from symtrack.ui.diary import DiaryPage
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.diary.forms import FORMS
from symtrack.ui.journal import Journal
from symtrack.ui.main_window import MainWindow
from symtrack.ui.widgets import DayField
from tests.ui.conftest import press
from tests.ui.diary_page import add, button, choose, diary_page, form, open_form, texts, write
from tests.ui.looking import findings, seen

Kind = TypeVar("Kind", bound=QWidget)
TODAY = date(2026, 5, 15)


@pytest.fixture
def page(open_window: Callable[..., MainWindow]) -> DiaryPage:
    return diary_page(open_window())


FILLED: dict[str, tuple[dict[str, str], dict[str, str], Event]] = {
    "treatment": (
        {"text": "FOLFIRI", "cycle_days": "14", "cycles": "8"},
        {"line": "2"},
        Event(
            kind="treatment",
            day=TODAY,
            text="FOLFIRI",
            body={"type": "chemotherapy", "line": 2, "cycle_days": 14, "cycles": 8},
        ),
    ),
    "cycle": ({}, {"status": "reduced"}, Event(kind="cycle", day=TODAY, body={"number": 1, "status": "reduced"})),
    "scan": (
        {"text": "One spot less"},
        {"modality": "pet", "result": "mixed"},
        Event(kind="scan", day=TODAY, text="One spot less", body={"modality": "pet", "result": "mixed"}),
    ),
    "marker": (
        {"name": "CA 19-9", "value": "37,5", "unit": "U/ml"},
        {},
        Event(
            kind="measurement",
            day=TODAY,
            body={"what": "marker", "name": "CA 19-9", "value": 37.5, "unit": "U/ml"},
        ),
    ),
    "visit": (
        {"with": "Dr Lee", "text": "Better sleep first"},
        {},
        Event(kind="visit", day=TODAY, text="Better sleep first", body={"with": "Dr Lee"}),
    ),
    "stay": (
        {"text": "an infection"},
        {"where": "hospice"},
        Event(kind="stay", day=TODAY, text="an infection", body={"where": "hospice"}),
    ),
    "change": (
        {"medicine": "Morphine", "from": "10 mg", "to": "20 mg"},
        {},
        Event(kind="change", day=TODAY, body={"medicine": "Morphine", "from": "10 mg", "to": "20 mg"}),
    ),
    "note": ({"text": "slept badly"}, {}, Event(kind="note", day=TODAY, text="slept badly")),
    "other": ({"text": "a transfusion"}, {}, Event(kind="other", day=TODAY, text="a transfusion")),
}
"""What is typed, what is chosen, and the event that comes of it."""


@pytest.mark.parametrize("key", FILLED)
def test_each_form_by_keys_and_back(key: str, page: DiaryPage, journal: Journal, qtbot: QtBot) -> None:
    """Entered, corrected in the same form, and taken back: after each the diary has what the person meant."""
    typed, chosen, meant = FILLED[key]
    opened = open_form(page, key)
    write(opened, qtbot, **typed)
    for field, choice in chosen.items():
        choose(opened, field, choice)
    add(page)
    (kept,) = journal.events()
    assert (kept.kind, kept.day, kept.until, kept.text, dict(kept.body)) == (
        meant.kind,
        meant.day,
        meant.until,
        meant.text,
        dict(meant.body),
    )
    button(page, "Correct").setFocus()
    press(Qt.Key.Key_Return)
    day = form(page).field("day")
    assert isinstance(day, DayField)
    day.show_day(date(2026, 5, 13))
    add(page, "Correct it")
    (moved,) = journal.events()
    assert (moved.day, moved.text, moved.body, moved.replaces) == (date(2026, 5, 13), kept.text, kept.body, kept.id)
    journal.undo()
    assert [event.day for event in journal.events()] == [TODAY]
    journal.undo()
    assert journal.events() == []


@pytest.mark.parametrize("shape", [(1366, 768, 100), (1366, 768, 200), (800, 600, 100)])
def test_each_form_is_whole_at_every_size(
    journal: Journal, open_window: Callable[..., MainWindow], shape: tuple[int, int, int]
) -> None:
    """With all of its fields there: nothing is cut off, too small or nameless."""
    journal.add(Event(kind="treatment", day=date(2026, 1, 5), text="FOLFOX", body={"type": "chemotherapy", "line": 1}))
    width, height, size = shape
    window = open_window(width, height, text_size=size)
    page = diary_page(window)
    page.add()
    for key in FORMS:
        opened = form(page)
        opened.show_form(key)
        for words in ("It has ended", "It is over", "Longer", "FOLFOX, first line has ended"):
            for each in seen(opened, QAbstractButton):
                if each.accessibleName() == words and isinstance(each, QAbstractButton):
                    each.click()
        for _turn in range(6):
            QApplication.processEvents()
        assert findings(window) == [], key


def test_a_treatment_that_ended_says_why_in_the_persons_words(page: DiaryPage, journal: Journal, qtbot: QtBot) -> None:
    """The reason is asked for once an end is given, and none need be."""
    opened = open_form(page, "treatment")
    assert not opened.field("ended").isVisible()
    button(opened, "It has ended").click()
    assert opened.field("ended").isVisible()
    choose(opened, "ended", "too-hard")
    add(page)
    (kept,) = journal.events()
    assert (kept.until, kept.body["ended"]) == (TODAY, "too-hard")
    assert any("(ended: too hard on me)" in text for text in texts(page))
    button(page, "Correct").click()
    button(form(page), "Still going").click()
    add(page, "Correct it")
    (kept,) = journal.events()
    assert (kept.until, "ended" in kept.body) == (None, False)


def test_a_new_treatment_ends_the_one_before_with_one_press(page: DiaryPage, journal: Journal, qtbot: QtBot) -> None:
    """Offered for one of the same kind that is still going; both are one action, and one undo takes both back."""
    journal.add(Event(kind="treatment", day=date(2026, 1, 5), text="FOLFOX", body={"type": "chemotherapy", "line": 1}))
    opened = open_form(page, "treatment")
    assert not opened.field("former_ended").isVisible()
    button(opened, "FOLFOX, first line has ended").click()
    choose(opened, "former_ended", "stopped-working")
    write(opened, qtbot, text="FOLFIRI")
    add(page)
    former, new = journal.events()
    assert (former.text, former.until, former.body["ended"]) == ("FOLFOX", date(2026, 5, 14), "stopped-working")
    assert (new.text, new.until, "former_ended" in new.body) == ("FOLFIRI", None, False)
    journal.undo()
    assert [(event.text, event.until) for event in journal.events()] == [("FOLFOX", None)]


def test_a_treatment_of_another_kind_ends_nothing(page: DiaryPage, journal: Journal) -> None:
    """Radiotherapy beside chemotherapy: the offer is not there, and neither are lines and cycles."""
    journal.add(Event(kind="treatment", day=date(2026, 1, 5), text="FOLFOX", body={"type": "chemotherapy", "line": 1}))
    opened = open_form(page, "treatment")
    choose(opened, "type", "radiotherapy")
    assert not any(opened.field(key).isVisible() for key in ("former", "line", "cycle_days", "cycles"))
    add(page)
    assert [dict(event.body) for event in journal.events()][1] == {"type": "radiotherapy"}
    assert journal.events()[0].until is None


def test_what_is_no_number_is_said_and_nothing_is_lost(page: DiaryPage, journal: Journal, qtbot: QtBot) -> None:
    """“37 or so” is no number: the sentence stands in the form, the focus goes there, and the words are still there."""
    opened = open_form(page, "marker")
    write(opened, qtbot, name="CEA", value="37 or so")
    add(page)
    assert journal.events() == []
    assert "A number, such as 37.5." in texts(page)
    assert QApplication.focusWidget() is opened.field("value")
    write(opened, qtbot, value="37")
    press(Qt.Key.Key_Return)
    assert [event.body["value"] for event in journal.events()] == [37]


def test_a_cycle_to_come_is_planned_and_given_with_one_press(page: DiaryPage, journal: Journal) -> None:
    """Entered for a day to come it is planned, and counts in nothing; on its day one press says that it was given."""
    opened = open_form(page, "cycle")
    day = opened.field("day")
    assert isinstance(day, DayField)
    day.show_day(date(2026, 5, 18))
    add(page)
    (kept,) = journal.events()
    assert kept.body["status"] == "planned"
    journal.add(Event(kind="cycle", day=TODAY, body=kept.body, replaces=kept.id))
    page.show_day(TODAY)
    button(page, "It was given").setFocus()
    press(Qt.Key.Key_Return)
    assert [event.body["status"] for event in journal.events()] == ["given"]


def test_escape_puts_a_form_away(page: DiaryPage, journal: Journal) -> None:
    """Nothing is kept, and the focus is back at the day."""
    open_form(page, "scan")
    press(Qt.Key.Key_Escape)
    assert not [each for each in page.findChildren(EventForm) if each.isVisible()]
    assert journal.events() == []
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Fill in this day"


def test_the_words_of_a_form_are_explained_one_press_away(open_window: Callable[..., MainWindow]) -> None:
    """“What these words mean” leads to the words of the help; the form is still there afterwards."""
    window = open_window()
    page = diary_page(window)
    open_form(page, "treatment")
    button(page, "What these words mean").click()
    assert window.page_key == "help"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "First line, second line, later line"
    window.open("diary")
    assert form(page).isVisible()


def test_another_kind_by_mistake_loses_no_words(page: DiaryPage, qtbot: QtBot) -> None:
    """Whoever comes upon the wrong button goes back to the right one, and finds what they wrote."""
    opened = open_form(page, "visit")
    write(opened, qtbot, with_="Dr Okafor")
    opened.show_form("note")
    opened.show_form("visit")
    field = opened.field("with")
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.isModified()) == ("Dr Okafor", True)
