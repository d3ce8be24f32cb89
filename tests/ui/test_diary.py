"""The Diary page: a month, a day opened, and what happened added, corrected and taken away."""

from datetime import UTC, date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from symtrack.diary.rows import Event, Rating
from symtrack.ui.diary import DiaryPage
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.diary.month import DayCell
from symtrack.ui.journal import Writer
from symtrack.ui.widgets import DayField, TextField
from tests.ui.conftest import StandingClock, press as press_keys, settle
from tests.ui.diary_page import alone, shown, words

Kind = TypeVar("Kind", bound=QWidget)

DAY = date(2026, 5, 14)
EVENING = datetime(2026, 5, 16, 19, 2, tzinfo=UTC)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(EVENING)


@pytest.fixture
def page(journal, qtbot):
    return alone(journal, qtbot)


def press(qtbot, page, text: str) -> None:
    button = next(b for b in shown(page, QPushButton) if text in {b.text(), b.accessibleName()})
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def form(page) -> EventForm:
    return shown(page, EventForm)[0]


def cell(page, day: date) -> DayCell:
    return next(c for c in shown(page, DayCell) if c.marks.day == day)


def test_a_day_opened_shows_everybodys_answers_and_who_gave_them(journal, page, qtbot):
    """Scores in words, a caregiver by name, and the moment of entry."""
    journal.add(Rating(day=DAY, item="pain", score=6))
    journal.add(Event(kind="note", day=DAY, text="slept badly"))
    qtbot.mouseClick(cell(page, DAY), Qt.MouseButton.LeftButton)
    assert "Pain 6, moderate" in words(page)
    assert "Note: slept badly" in words(page)
    assert "the patient, 16 May 19:02" in words(page)


def test_a_cell_says_its_day_to_a_screen_reader(journal, page):
    """What the small squares show is also there in words."""
    journal.add(Rating(day=DAY, item="pain", score=6))
    assert cell(page, DAY).accessibleName() == "Thursday 14 May: pain 6"
    assert cell(page, date(2026, 5, 15)).accessibleName() == "Friday 15 May: nothing entered"


def test_arrow_keys_walk_the_month_and_beyond_it(page, qtbot):
    """Left of the first day is the last day of the month before."""
    page.show_day(date(2026, 5, 1))
    cell(page, date(2026, 5, 1)).setFocus()
    qtbot.keyClick(cell(page, date(2026, 5, 1)), Qt.Key.Key_Left)
    assert "April 2026" in words(page)
    assert "Thursday 30 April" in words(page)


def test_a_treatment_is_added_with_the_keyboard(journal, page, qtbot):
    """Name, kind and line of a treatment, from its first day on."""
    page.show_day(DAY)
    press(qtbot, page, "Add what happened…")
    name = form(page).field("text")
    assert isinstance(name, TextField)
    qtbot.keyClicks(name, "FOLFIRI")
    line = form(page).field("line")
    assert isinstance(line, QComboBox)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    (event,) = journal.events()
    assert (event.kind, event.day, event.until, event.text) == ("treatment", DAY, None, "FOLFIRI")
    assert event.body == {"type": "chemotherapy", "line": 2}


def test_chemotherapy_offers_once_to_ask_about_more(journal, page, qtbot):
    """Numb hands, diarrhoea and a sore mouth can be asked from then on."""
    page.show_day(DAY)
    press(qtbot, page, "Add what happened…")
    press(qtbot, page, "Add")
    press(qtbot, page, "Ask about them")
    assert [item.key for item in journal.items][4:] == ["diarrhoea", "sore_mouth", "numbness"]
    press(qtbot, page, "Add what happened…")
    press(qtbot, page, "Add")
    assert "Ask about them" not in [b.text() for b in shown(page, QPushButton)]


def test_who_wants_none_of_it_is_not_offered_it_again(journal, page, qtbot):
    """A second line is chemotherapy too, and the question was answered with the first."""
    page.show_day(DAY)
    press(qtbot, page, "Add what happened…")
    press(qtbot, page, "Add")
    press(qtbot, page, "No, thank you")
    press(qtbot, page, "Add what happened…")
    press(qtbot, page, "Add")
    assert "Ask about them" not in [b.text() for b in shown(page, QPushButton)]


def test_a_cycle_belongs_to_its_treatment_and_counts_on(journal, page, qtbot):
    """The next cycle's number is offered, and the newest treatment."""
    journal.add(Event(kind="treatment", day=DAY, text="FOLFIRI", body={"type": "chemotherapy", "line": 2}))
    (first,) = journal.events()
    journal.add(Event(kind="treatment", day=DAY, text="FOLFIRI", body=first.body, replaces=first.id))
    journal.add(Event(kind="cycle", day=DAY, body={"number": 1}))
    page.show_day(DAY)
    press(qtbot, page, "Add what happened…")
    press(qtbot, page, "A cycle’s first day")
    press(qtbot, page, "Add")
    cycle = journal.events()[-1]
    assert cycle.body == {"treatment": first.id, "number": 2, "status": "given"}


def test_a_new_treatment_begins_with_cycle_one(journal, page, qtbot):
    """The cycles of the line before are not counted on."""
    journal.add(Event(kind="treatment", day=date(2026, 1, 5), text="FOLFOX", body={"type": "chemotherapy", "line": 1}))
    (first,) = journal.events()
    journal.add(Event(kind="cycle", day=date(2026, 1, 5), body={"number": 6, "treatment": first.origin}))
    journal.add(Event(kind="treatment", day=DAY, text="FOLFIRI", body={"type": "chemotherapy", "line": 2}))
    page.show_day(DAY)
    press(qtbot, page, "Add what happened…")
    press(qtbot, page, "A cycle’s first day")
    press(qtbot, page, "Add")
    cycle = [event for event in journal.events() if event.kind == "cycle"][-1]
    assert cycle.body["number"] == 1


def test_a_scan_is_corrected_in_place(journal, page, qtbot):
    """The correction names the row that it corrects; the old one is kept."""
    journal.add(Event(kind="scan", day=DAY, body={"modality": "ct", "result": "unknown"}))
    page.show_day(DAY)
    press(qtbot, page, "Correct")
    result = form(page).field("result")
    assert isinstance(result, QComboBox)
    result.setCurrentIndex(result.findData("bigger"))
    press(qtbot, page, "Correct it")
    (scan,) = journal.events()
    assert scan.body["result"] == "bigger"
    assert scan.replaces is not None
    assert "CT: bigger" in words(page)


def test_what_was_taken_away_can_be_brought_back(journal, page, qtbot):
    """No question is asked: undo is enough."""
    journal.add(Event(kind="visit", day=DAY, body={"with": "Dr Lee"}))
    page.show_day(DAY)
    press(qtbot, page, "Take away")
    assert journal.events() == []
    journal.undo()
    assert "Visit: Dr Lee" in words(page)


def test_a_visit_shows_what_they_said_to_each_question(journal, page, qtbot):
    """Years later the question stands beside its answer, where the visit was."""
    journal.add(Event(kind="question", day=DAY, text="May I drive?"))
    (question,) = journal.events()
    answers = [{"question": question.id, "text": "Not while sleepy."}]
    journal.add(Event(kind="visit", day=DAY, text="Bloods fine.", body={"with": "Dr Lee", "answers": answers}))
    page.show_day(DAY)
    assert "Visit: Dr Lee. Bloods fine.\nMay I drive? – Not while sleepy." in words(page)


def test_a_visit_can_be_planned(journal, page, qtbot):
    """A day to come takes a visit, and no answers."""
    page.show_day(date(2026, 5, 28))
    assert "Fill in this day" not in [b.text() for b in shown(page, QPushButton)]
    press(qtbot, page, "Add what happened…")
    press(qtbot, page, "A visit")
    day = form(page).field("day")
    assert isinstance(day, DayField)
    assert day.day() == date(2026, 5, 28)
    press(qtbot, page, "Add")
    assert [event.day for event in journal.events()] == [date(2026, 5, 28)]


def test_answering_a_day_is_asked_of_the_window(page, qtbot):
    """“Fill in this day” names the day that is open."""
    page.show_day(DAY)
    with qtbot.waitSignal(page.day_wanted) as wanted:
        press(qtbot, page, "Fill in this day")
    assert wanted.args == [DAY]


def test_notes_are_found_by_their_words(journal, page, qtbot):
    """Any part of a note, capitals or not; a press opens its day."""
    journal.add(Event(kind="note", day=date(2026, 3, 2), text="Woke at three, could not lie on the left side"))
    search = next(f for f in page.findChildren(TextField) if f.accessibleName() == "Search all that was written")
    qtbot.keyClicks(search, "LEFT side")
    press(qtbot, page, "2 Mar 2026: Note: Woke at three, could not lie on the left side")
    assert "Monday 2 March" in words(page)


def test_a_day_is_read_in_the_order_in_which_it_is_asked(journal, page):
    """A corrected answer stays in its place."""
    for item, score in (("pain", 6), ("nausea", 2), ("pain", 4)):
        journal.add(Rating(day=DAY, item=item, score=score))
    page.show_day(DAY)
    shown_words = words(page)
    assert shown_words.index("Pain 4") < shown_words.index("Nausea 2")


def test_a_day_without_numbers_says_why(journal, page):
    """The hole is the message: asleep is not “nothing entered”, and a worst moment stands where there is no answer."""
    journal.rate_all(DAY, "asleep")
    journal.rate(date(2026, 5, 13), "pain", 6, time="15:00")
    page.show_day(DAY)
    cells = {cell.marks.day: cell for cell in shown(page, DayCell)}
    assert cells[DAY].accessibleName() == "Thursday 14 May: asleep"
    assert cells[date(2026, 5, 13)].accessibleName() == "Wednesday 13 May: pain 6"


def test_who_corrects_an_entry_of_the_patient_is_said(journal, page, qtbot):
    """Tom corrects the patient's note: it stays the patient's, typed by Tom, with what it said before."""
    journal.add(Event(kind="note", day=DAY, text="Slept well."))
    journal.set_writer(Writer("patient", "Tom"))
    page.show_day(DAY)
    press(qtbot, page, "Correct")
    (form,) = shown(page, EventForm)
    field = form.field("text")
    assert isinstance(field, TextField)
    field.setText("Slept badly.")
    form.give()
    assert [(event.text, event.voice, event.entered_by) for event in journal.events()] == [
        ("Slept badly.", "patient", "Tom")
    ]


def test_tab_goes_through_the_page_as_it_is_read(open_window):
    """Search, one stop at the month, the form with its fields before what gives it, and then the opened day."""
    window = open_window()
    window.open("diary")
    page = window.page()
    assert isinstance(page, DiaryPage)
    page.add()
    settle()
    page.heading.search.setFocus()
    stops = []
    while (focused := QApplication.focusWidget()) and focused.accessibleName() != "Add what happened…":
        stops.append(focused.accessibleName())
        press_keys(Qt.Key.Key_Tab)
    day = "Saturday 16 May: nothing entered"
    assert stops[:5] == ["Search all that was written", day, "Put away", "A treatment", "Kind"]
    assert stops.index("Still going") < stops.index("Private: on no paper unless I tick it there") < stops.index("Add")


def test_tab_comes_back_to_the_day_that_the_arrows_went_to(page):
    """The month is one stop, and it is where one was in it."""
    page.take_focus()
    press_keys(Qt.Key.Key_Left)
    stops = [each.marks.day for each in shown(page, DayCell) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [date(2026, 5, 15)]
