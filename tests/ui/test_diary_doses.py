"""Doses and changes of a medicine on the Diary page: read, corrected with what they said before, added later."""

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from symtrack.diary import medicines
from symtrack.diary.medicines import Medicine
from symtrack.diary.rows import Event
from symtrack.ui.diary import DiaryPage
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.widgets import Text, TextField
from tests.ui.diary_page import alone

DAY = date(2026, 5, 14)
BODY = {"medicine": "Morphine", "taken": "yes", "for": "pain", "before": 7, "after": 3, "after_minutes": 52}


@pytest.fixture
def page(journal, qtbot):
    page = alone(journal, qtbot)
    page.show_day(DAY)
    return page


def words(page) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(Text) if label.isVisibleTo(page))


def press(page, name: str) -> None:
    QApplication.processEvents()
    wanted = (b for b in page.findChildren(QAbstractButton) if b.isVisibleTo(page) and b.accessibleName() == name)
    next(wanted).click()


def form(page: DiaryPage) -> EventForm:
    QApplication.processEvents()
    return next(form for form in page.findChildren(EventForm) if form.isVisibleTo(page))


def choose(page, key: str, data: str) -> None:
    box = form(page).field(key)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(data))


def write(page, key: str, text: str) -> None:
    field = form(page).field(key)
    assert isinstance(field, TextField)
    field.setText(text)


def test_a_dose_is_read_with_its_time_and_what_it_did(journal, page):
    """As one line of the day."""
    journal.add(Event(kind="dose", day=DAY, time="18:10", text="10 mg", body=BODY))
    assert "18:10 Dose: Morphine, 10 mg. Pain 7 → 3 after 52 minutes" in words(page)


def test_a_dose_is_corrected_and_says_what_it_was(journal, page):
    """The number after it; everything that was not touched stays, the 52 minutes too."""
    journal.add(Event(kind="dose", day=DAY, time="18:10", text="10 mg", body=BODY | {"when": "needed"}))
    words(page)
    press(page, "Correct")
    choose(page, "after", "5")
    press(page, "Correct it")
    (dose,) = journal.events()
    assert (dose.time, dose.text, dose.body) == ("18:10", "10 mg", BODY | {"when": "needed", "after": 5})
    assert "from “Dose: Morphine, 10 mg. Pain 7 → 3 after 52 minutes” to " in words(page)


def test_a_dose_of_last_week_is_added_from_the_list(journal, page):
    """A regular one stays a regular one, in the strength of the list, and its score may stay unsaid."""
    listed = Medicine(name="Omeprazole", key="medicine.Omeprazole", strength="20 mg", when="regular")
    journal.add(medicines.setting(listed))
    press(page, "Add what happened…")
    press(page, "A dose")
    choose(page, "taken", "unknown")
    press(page, "Add")
    (dose,) = journal.events()
    assert (dose.time, dose.text, dose.body) == (
        None, "20 mg", {"medicine": "Omeprazole", "when": "regular", "taken": "unknown"},
    )  # fmt: skip


def test_a_change_of_a_medicine_is_added_and_corrected(journal, page):
    """From what to what, on its day; what is left empty is not said."""
    press(page, "Add what happened…")
    press(page, "A change of a medicine")
    write(page, "medicine", "Morphine")
    write(page, "to", "20 mg")
    press(page, "Add")
    assert "Morphine: … → 20 mg" in words(page)
    press(page, "Correct")
    write(page, "from", "10 mg")
    press(page, "Correct it")
    assert [dict(event.body) for event in journal.events()] == [
        {"medicine": "Morphine", "from": "10 mg", "to": "20 mg"}
    ]


def test_regular_doses_are_one_line_and_each_of_them_is_behind_it(journal, page):
    """Eight of them would fill the day; each can be corrected all the same, and the line counts three things."""
    for name, taken in (("Omeprazole", "yes"), ("Senna", "yes"), ("Sertraline", "skipped"), ("Folic acid", "unknown")):
        journal.add(Event(kind="dose", day=DAY, body={"medicine": name, "taken": taken, "part": "morning"}))
    line = "Regular doses in the morning: 2 taken, 1 skipped, 1 not known"
    assert line in words(page)
    assert "Dose not taken: Sertraline, in the morning" not in words(page)
    press(page, f"{line}, closed")
    assert "Dose not taken: Sertraline, in the morning" in words(page)
    journal.undo()
    assert "Regular doses in the morning: 2 taken, 1 skipped" in words(page)
    assert "Dose not taken: Sertraline, in the morning" in words(page)


def test_a_dose_is_found_by_its_medicine(journal, page, qtbot):
    """The name, and what it was for, as the line of its day says them."""
    journal.add(Event(kind="dose", day=DAY, time="18:10", text="10 mg", body=BODY))
    search = next(f for f in page.findChildren(TextField) if f.accessibleName() == "Search all that was written")
    qtbot.keyClicks(search, "morphine")
    assert any("Morphine, 10 mg. Pain 7 → 3 after 52 minutes" in name for name in everything(page))


def everything(page) -> list[str]:
    QApplication.processEvents()
    return [b.accessibleName() for b in page.findChildren(QAbstractButton) if b.isVisibleTo(page)]
