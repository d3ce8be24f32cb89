"""The Diary page: spells, nights and measurements shown, added, corrected and taken away."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from symtrack.diary import spells
from symtrack.diary.rows import Event, Rating
from symtrack.ui.diary.event_form import EventForm
from symtrack.ui.diary.forms.fields import Fields
from symtrack.ui.journal import Writer
from symtrack.ui.place_picker import PlacePicker
from symtrack.ui.widgets import TextField
from tests.ui.conftest import StandingClock, press
from tests.ui.diary_page import alone, shown, words

DAY = date(2026, 5, 14)
EVENING = datetime(2026, 5, 16, 19, 2, tzinfo=UTC)


@pytest.fixture
def clock():
    return StandingClock(EVENING)


@pytest.fixture
def page(journal, qtbot):
    page = alone(journal, qtbot)
    page.show_day(DAY)
    return page


def click(page, name: str) -> None:
    next(each for each in shown(page, QPushButton) if name in {each.text(), each.accessibleName()}).click()


def form(page) -> EventForm:
    found: EventForm = shown(page, EventForm)[0]
    return found


def choose(box, key: str) -> None:
    box.setCurrentIndex(box.findData(key))


def measured(what, value, **more) -> Event:
    return Event(kind="measurement", day=DAY, body={"what": what, "value": value, **more})


def test_each_kind_is_shown_in_words_with_its_night_apart(page, journal):
    """The day has a line for each, and pain at two o'clock is said to be in the night."""
    spell = spells.body(worst=8, where=["lower_back"], helped="warm bath", ended="14:40")
    journal.add(
        measured("temperature", 38.5, unit="F"),
        measured("bowels", 0),
        measured("woken", 2),
        Event(kind="episode", day=DAY, time="14:10", body=spell),
        Rating(day=DAY, item="pain", score=6, time="02:00"),
    )
    said = words(page)
    for line in (
        "Temperature: 101.3 °F",
        "No bowel movement",
        "Woken by pain in the night 2 times",
        "Sudden bad pain 14:10 to 14:40, worst 8, lower back; helped: warm bath",
        "Pain 6, moderate, at 02:00 in the night",
    ):
        assert line in said


def test_a_measurement_is_added_and_corrected(page, journal, qtbot):
    """What was said before stands below it; the unit is the one that is typed."""
    click(page, "Add what happened…")
    click(page, "A measurement")
    line = form(page).field("value")
    assert isinstance(line, TextField)
    line.setFocus()
    qtbot.keyClicks(line, "68,2")
    press(Qt.Key.Key_Return)
    assert dict(journal.events()[0].body) == {"what": "weight", "value": 68.2, "unit": "kg"}
    click(page, "Correct")
    line = form(page).field("value")
    assert isinstance(line, TextField)
    assert line.text() == "68.2"
    line.setText("150 lb")
    click(page, "Correct it")
    assert "Weight: 150 lb" in words(page)
    assert "from “Weight: 68.2 kg” to “Weight: 150 lb”" in words(page)
    journal.undo()
    assert dict(journal.events()[0].body) == {"what": "weight", "value": 68.2, "unit": "kg"}


def test_the_kind_decides_what_is_asked(page, journal):
    """Bowels are yes or no; a count has no unit; what can't be is told in a sentence and not kept."""
    click(page, "Add what happened…")
    click(page, "A measurement")
    fields = shown(page, Fields)[0]
    what = form(page).field("what")
    assert isinstance(what, QComboBox)
    choose(what, "bowels")
    QApplication.processEvents()
    assert (fields.field("value").isVisibleTo(page), fields.field("yes").isVisibleTo(page)) == (False, True)
    choose(what, "vomiting")
    QApplication.processEvents()
    assert not fields.field("unit").isVisibleTo(page)
    line = form(page).field("value")
    assert isinstance(line, TextField)
    line.setText("2.5")
    click(page, "Add")
    assert journal.events() == []
    assert "can’t be how often it was" in words(page)
    choose(what, "bowels")
    click(page, "Add")
    assert dict(journal.events()[0].body) == {"what": "bowels", "value": 0}


def test_a_spell_is_corrected_with_all_that_it_has(page, journal, qtbot):
    """Its places stand there with a tick; who types it now is said, and it stays the patient's."""
    journal.add(Event(kind="episode", day=DAY, body=spells.body(worst=8, where=["lower_back"])))
    journal.set_writer(Writer("caregiver:Anna"))
    click(page, "Correct")
    picker = shown(page, PlacePicker)[0]
    assert picker.chosen() == ["lower_back"]
    fields = shown(page, Fields)[0]
    fields.switch("time").click()
    worst = form(page).field("worst")
    assert isinstance(worst, QComboBox)
    choose(worst, "")
    picker.setFocus()
    qtbot.keyClicks(picker.field, "ne")
    press(Qt.Key.Key_Return)
    click(page, "Correct it")
    (event,) = journal.events()
    assert dict(event.body) == spells.body(where=["lower_back", "neck"])
    assert (event.time, event.voice, event.entered_by) == ("12:00", "patient", "Anna")


@pytest.mark.parametrize(
    ("body", "key", "text"),
    [
        ({"what": "upandabout", "value": 2}, "value", ""),
        ({"what": "marker", "value": 37.25, "name": "CA 19-9", "unit": "U/ml"}, "value", "37.25"),
        ({"what": "woken", "value": 2}, "value", "2"),
    ],
)
def test_whatever_was_measured_stays_what_it_was(page, journal, body, key, text):
    """The form of a marker, of a week and of a night leaves untouched what is not changed in it."""
    journal.add(Event(kind="measurement", day=DAY, body=body, text="Before breakfast"))
    click(page, "Correct")
    field = form(page).field(key)
    assert not isinstance(field, TextField) or field.text() == text
    click(page, "Correct it")
    (event,) = journal.events()
    assert (dict(event.body), event.text) == (body, "Before breakfast")


def test_a_measurement_is_taken_away_and_brought_back(page, journal):
    """One press, and one undo."""
    journal.add(measured("vomiting", 2))
    click(page, "Take away")
    assert "Vomiting" not in words(page)
    journal.undo()
    assert "Vomiting: 2 times" in words(page)
