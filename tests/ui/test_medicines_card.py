"""The list of medicines in Settings: added, changed, stopped and taken up again, with the change in the diary."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from symtrack.diary import medicines
from symtrack.ui.settings.medicine_form import ChangeNote, MedicineForm
from symtrack.ui.settings.medicines import MedicinesCard
from symtrack.ui.theme import Theme
from symtrack.ui.widgets import Text
from tests.ui.conftest import press as keys

TODAY = date(2026, 5, 15)


@pytest.fixture
def card(journal, qtbot):
    card = MedicinesCard(journal, Theme.load("light"))
    qtbot.addWidget(card)
    card.resize(900, 700)
    card.show()
    qtbot.waitExposed(card)
    card.activateWindow()
    journal.changed.connect(card.draw)
    card.draw()
    yield card
    journal.changed.disconnect(card.draw)


def press(card, name: str) -> None:
    QApplication.processEvents()
    wanted = (b for b in card.findChildren(QAbstractButton) if b.isVisibleTo(card) and b.accessibleName() == name)
    next(wanted).click()


def words(card) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in card.findChildren(Text) if label.isVisibleTo(card))


def form(card) -> MedicineForm:
    assert isinstance(card.slot.form, MedicineForm)
    return card.slot.form


def fill(card, name: str, strength: str, limit: str = "") -> None:
    form(card)._name.setText(name)
    form(card)._strength.setText(strength)
    form(card)._limit.setText(limit)


def listed(journal) -> list[str]:
    return [f"{each.words}: {each.times}" for each in medicines.taken_now(journal.settings)]


def changes(journal) -> list[dict[str, object]]:
    return [dict(event.body) for event in journal.events() if event.kind == "change"]


def test_a_medicine_is_added_by_keys_alone(card, journal, qtbot):
    """Name, Tab, strength, Enter; when needed, unless it is said otherwise. Nothing is noted that was not asked for."""
    card.add_button.setFocus()
    keys(Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Morphine")
    keys(Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "10 mg")
    keys(Qt.Key.Key_Return)
    assert listed(journal) == ["Morphine, 10 mg: when needed"]
    assert changes(journal) == []
    assert card.slot.form is None


def test_a_regular_one_has_its_parts_of_the_day_and_its_label(card, journal):
    """They are asked for only where it is taken regularly."""
    press(card, "Add a medicine…")
    fill(card, "Omeprazole", "20 mg", "One a day,  before food")
    press(card, "Regularly")
    press(card, "In the morning")
    press(card, "In the evening")
    press(card, "Keep it")
    assert listed(journal) == ["Omeprazole, 20 mg: regularly, in the morning, in the evening"]
    assert "On its label: “One a day, before food”" in words(card)


def test_another_strength_is_a_change_in_the_same_action(card, journal):
    """It is offered as a note, and one undo takes both back."""
    press(card, "Add a medicine…")
    fill(card, "Morphine", "10 mg")
    press(card, "Keep it")
    press(card, "Change…")
    fill(card, "Morphine", "20 mg")
    press(card, "Keep it")
    assert listed(journal) == ["Morphine, 20 mg: when needed"]
    assert changes(journal) == [{"medicine": "Morphine", "from": "10 mg", "to": "20 mg"}]
    journal.undo()
    assert (listed(journal), changes(journal)) == (["Morphine, 10 mg: when needed"], [])


def test_a_label_copied_anew_is_no_change_of_the_medicine(card, journal):
    """The note is offered only where the strength is another."""
    press(card, "Add a medicine…")
    fill(card, "Morphine", "10 mg")
    press(card, "Keep it")
    press(card, "Change…")
    assert not card.findChildren(ChangeNote)[-1].isVisibleTo(card)
    fill(card, "Morphine", "10 mg", "Up to 6 in 24 hours")
    press(card, "Keep it")
    assert changes(journal) == []


def test_a_stopped_one_goes_off_the_list_and_can_come_back(card, journal):
    """Noted in the diary unless that is switched off; taken up again it has the strength that it had."""
    press(card, "Add a medicine…")
    fill(card, "Codeine", "30 mg")
    press(card, "Keep it")
    press(card, "No longer taken…")
    press(card, "Take it off the list")
    assert listed(journal) == []
    assert changes(journal) == [{"medicine": "Codeine", "from": "30 mg", "to": "not taken"}]
    press(card, "Codeine, 30 mg: take it up again…")
    press(card, "Note this change in the diary")
    press(card, "Keep it")
    assert listed(journal) == ["Codeine, 30 mg: when needed"]
    assert len(changes(journal)) == 1


def test_one_name_is_on_the_list_once(card, journal):
    """A second one of the same name is refused with a sentence, and what was written stays."""
    press(card, "Add a medicine…")
    fill(card, "Morphine", "10 mg")
    press(card, "Keep it")
    press(card, "Add a medicine…")
    fill(card, "morphine", "20 mg")
    press(card, "Keep it")
    assert "“Morphine” is on the list already." in words(card)
    assert listed(journal) == ["Morphine, 10 mg: when needed"]
    fill(card, " ", "")
    press(card, "Keep it")
    assert "Write the name of the medicine." in words(card)
