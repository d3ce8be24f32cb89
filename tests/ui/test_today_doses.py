"""Doses on Today: two presses, what may be said afterwards, and the card that asks how it is now."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from symtrack.diary import medicines
from symtrack.diary.medicines import Medicine
from symtrack.diary.rows import Event
from symtrack.ui.journal import Writer
from symtrack.ui.today.dose_offer import DoseOffer
from tests.ui.conftest import press

MORPHINE = Medicine(name="Morphine", key="medicine.Morphine", strength="10 mg", limit="Up to 6 in 24 hours")
OMEPRAZOLE = Medicine(name="Omeprazole", key="medicine.Omeprazole", when="regular", parts=("morning",))
SENNA = Medicine(name="Senna", key="medicine.Senna", when="regular", parts=("morning", "night"))
ENTER = Qt.Key.Key_Return


@pytest.fixture
def listed(journal):
    """A list of three medicines, in the diary before the window opens."""
    journal.add(*map(medicines.setting, (MORPHINE, OMEPRAZOLE, SENNA)))


def doses(journal) -> list[Event]:
    return [event for event in journal.events() if event.kind == "dose"]


def offer(today) -> DoseOffer:
    if not isinstance(today.foot.offer, DoseOffer):
        today.foot.button("dose").setFocus()
        press(ENTER)
    assert isinstance(today.foot.offer, DoseOffer)
    return today.foot.offer


def later(clock, today, minutes: int) -> None:
    """The clock goes on, and the minute that the page waits for is over."""
    clock.now += timedelta(minutes=minutes)
    today._points.minute.emit()
    QApplication.processEvents()


def noted_with_seven(journal, today) -> None:
    """A dose for pain, with 7 before."""
    dose = offer(today)
    dose.button(MORPHINE.key).click()
    dose.details.items.button("pain").click()
    assert dose.details.card is not None
    dose.details.card.setFocus()
    press(Qt.Key.Key_7, ENTER)
    assert doses(journal)[0].body["before"] == 7


def test_a_dose_is_two_presses(listed, journal, today):
    """The offer, the medicine: noted as taken now, and nothing more has to be said."""
    today.foot.button("dose").setFocus()
    press(ENTER, ENTER)
    (dose,) = doses(journal)
    assert (dose.text, dose.time, dose.body) == (
        "10 mg", "14:02", {"medicine": "Morphine", "when": "needed", "taken": "yes"},
    )  # fmt: skip
    assert "Noted: Morphine, 10 mg, at 14:02." in offer(today).texts()


def test_what_for_and_how_it_was_are_said_by_keys(listed, journal, today):
    """After the second press the focus is on what it was for; Enter takes pain, and 7, Enter is how it was."""
    today.foot.button("dose").setFocus()
    press(ENTER, ENTER, ENTER, Qt.Key.Key_7, ENTER)
    (dose,) = doses(journal)
    assert {key: dose.body[key] for key in ("for", "before", "after_minutes")} == {
        "for": "pain", "before": 7, "after_minutes": 45,
    }  # fmt: skip


def test_how_is_it_now_comes_by_itself_and_takes_no_focus(listed, journal, today, clock):
    """After 45 minutes and not before; who was writing a note goes on writing it."""
    noted_with_seven(journal, today)
    today.foot.open("note")
    writing = QApplication.focusWidget()
    later(clock, today, 44)
    assert not today.after_dose.isVisible()
    later(clock, today, 1)
    assert today.after_dose.isVisible()
    assert QApplication.focusWidget() is writing


def test_seven_to_three_in_45_minutes(listed, journal, today, clock):
    """One number, and the diary knows what the dose did; the card is gone, and undo brings it back."""
    noted_with_seven(journal, today)
    later(clock, today, 45)
    today.after_dose.card.setFocus()
    press(Qt.Key.Key_3, ENTER)
    (dose,) = doses(journal)
    assert {key: dose.body[key] for key in ("before", "after", "after_minutes")} == {
        "before": 7, "after": 3, "after_minutes": 45,
    }  # fmt: skip
    assert not today.after_dose.isVisible()
    assert "Pain 7 → 3 after 45 minutes" in today.foot.said()
    journal.undo()
    assert "after" not in doses(journal)[0].body
    assert today.after_dose.isVisible()


def test_a_click_answers_at_once(listed, journal, today, clock):
    """Nothing has to be pressed after the number."""
    noted_with_seven(journal, today)
    later(clock, today, 50)
    today.after_dose.card.scale.button(2).click()
    assert [(dose.body["after"], dose.body["after_minutes"]) for dose in doses(journal)] == [(2, 50)]


def test_it_can_be_put_away_and_is_not_asked_again(listed, journal, today, clock):
    """“Don’t ask” is one press; the dose keeps what was said, and the next one is not asked about either."""
    noted_with_seven(journal, today)
    later(clock, today, 45)
    button(today.after_dose, "Don’t ask").click()
    later(clock, today, 10)
    assert not today.after_dose.isVisible()
    assert doses(journal)[0].body["before"] == 7
    noted_with_seven(journal, today)
    assert "after_minutes" not in doses(journal)[-1].body


def test_nothing_comes_in_while_the_day_is_being_answered(listed, journal, today, clock):
    """Somebody at the second of four questions goes on to the end first."""
    noted_with_seven(journal, today)
    today.foot.put_away()
    today.cards[0].setFocus()
    clock.now += timedelta(minutes=45)
    press(Qt.Key.Key_6, ENTER)
    assert not today.after_dose.isVisible()
    press(Qt.Key.Key_2, ENTER, Qt.Key.Key_2, ENTER, Qt.Key.Key_2, ENTER)
    assert today.after_dose.isVisible()


def test_a_window_that_was_closed_meanwhile_asks_too(listed, journal, today, clock, open_window):
    """The dose waits in the diary, not in the window."""
    noted_with_seven(journal, today)
    clock.now += timedelta(minutes=70)
    page = open_window().page()
    assert page.after_dose.isVisible()
    page.after_dose.card.scale.button(3).click()
    assert doses(journal)[0].body["after_minutes"] == 70


def test_another_voice_is_not_asked_about_the_patients_dose(listed, journal, today, clock):
    """Tom's own view is no answer to how the patient's pain went on."""
    noted_with_seven(journal, today)
    journal.set_writer(Writer("caregiver:Tom"))
    later(clock, today, 45)
    assert not today.after_dose.isVisible()
    journal.set_writer(Writer("patient", "Tom"))
    assert today.after_dose.isVisible()
    today.after_dose.card.scale.button(3).click()
    assert [(dose.voice, dose.entered_by) for dose in doses(journal)] == [("patient", "Tom")]


def test_a_dose_that_somebody_else_noted_is_seen(listed, journal, today):
    """A medicine is taken once, whoever notes it: Tom's stand in the list, are counted, and are not noted again."""
    journal.set_writer(Writer("caregiver:Tom"))
    offer(today).button(MORPHINE.key).click()
    button(offer(today), "All my morning ones").click()
    journal.set_writer(Writer())
    today.foot.put_away()
    assert "14:02 Dose: Morphine, 10 mg (Tom)" in offer(today).texts()
    assert button(offer(today), "My morning ones…").isVisible()
    offer(today).button(MORPHINE.key).click()
    assert "Noted in the last 24 hours: 2." in "\n".join(offer(today).texts())


def test_all_the_morning_ones_in_one_press_and_then_the_exceptions(listed, journal, today):
    """One action for all; then one was skipped, and of one nobody knows; undo goes back step by step."""
    button(offer(today), "All my morning ones").click()
    assert [(dose.body["medicine"], dose.body["taken"]) for dose in doses(journal)] == [
        ("Omeprazole", "yes"),
        ("Senna", "yes"),
    ]
    parts = offer(today).parts
    parts.choices(OMEPRAZOLE.key).button("skipped").click()
    parts.choices(SENNA.key).button("unknown").click()
    assert sorted(str(dose.body["taken"]) for dose in doses(journal)) == ["skipped", "unknown"]
    for _step in range(3):
        journal.undo()
    assert doses(journal) == []


def test_all_of_them_again_changes_nothing(listed, journal, today):
    """The button only shows what was noted."""
    button(offer(today), "All my morning ones").click()
    offer(today).parts.choices(SENNA.key).button("skipped").click()
    rows = len(journal.events())
    button(offer(today), "My morning ones…").click()
    assert len(journal.events()) == rows
    assert offer(today).parts.choices(SENNA.key).choice() == "skipped"


def test_without_a_list_a_name_is_enough_and_begins_the_list(journal, today):
    """Written in place, noted, and offered from then on; one undo takes both back."""
    dose = offer(today)
    assert QApplication.focusWidget() is dose.name
    dose.name.setText("  Co-codamol 30/500 ")
    press(ENTER)
    assert [event.body["medicine"] for event in doses(journal)] == ["Co-codamol 30/500"]
    (medicine,) = medicines.taken_now(journal.settings)
    assert (medicine.name, medicine.when) == ("Co-codamol 30/500", "needed")
    assert dose.button(medicine.key).isVisible()
    journal.undo()
    assert (doses(journal), medicines.taken_now(journal.settings)) == ([], ())


def test_the_label_is_quoted_and_nothing_is_said_about_it(listed, journal, today):
    """A limit as it was copied, and how many are noted: no word on whether that is much."""
    for _time in range(7):
        offer(today).button(MORPHINE.key).click()
    texts = "\n".join(offer(today).texts())
    assert "On its label, as you copied it: “Up to 6 in 24 hours”" in texts
    assert "Noted in the last 24 hours: 7." in texts


def test_a_dose_at_another_time_is_put_there_and_one_to_come_is_refused(listed, journal, today):
    """Half past one is noted; three o'clock has not come yet."""
    details = offer(today).details
    offer(today).button(MORPHINE.key).click()
    details.whens.button("other").click()
    press(*map(Qt.Key, b"1330"), ENTER)
    assert doses(journal)[0].time == "13:30"
    offer(today).setFocus()
    details.whens.button("other").click()
    press(*map(Qt.Key, b"1500"), ENTER)
    assert doses(journal)[0].time == "13:30"
    assert "15:00 has not come yet." in offer(today).texts()


def test_a_dose_can_be_taken_back(listed, journal, today):
    """Of the two that were noted the later one, with its own button; then the first, from the day's list."""
    offer(today).button(MORPHINE.key).click()
    offer(today).button(MORPHINE.key).click()
    button(offer(today), "Take it back").click()
    assert len(doses(journal)) == 1
    button(offer(today), "Take away").click()
    assert doses(journal) == []


def button(widget: QWidget, name: str) -> QAbstractButton:
    """The button of that name that can be seen, once Qt has shown what was put into a layout."""
    QApplication.processEvents()
    return next(b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisibleTo(widget))
